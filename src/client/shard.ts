import { expandDays } from "./calendar.ts";
import { keepPromises, type Downloads } from "./downloads.ts";
import { listOf, sum, textsOf } from "./lists.ts";
import type { ShardEntry } from "./manifest.ts";
import type { Lists, Packed } from "./packed.ts";

/** Articles that have a word, by their place in the shard, and how much of it, see `amountOf` of the build. */
export type Weights = ReadonlyMap<number, number>;

/** Places of a word in articles, counted in words over title, text, byline and names; and which frequent words are near. */
export type Places = ReadonlyMap<number, ReadonlyMap<number, Near>>;

/** Numbers of frequent words: in four bits each the one before, the one behind, the one before that, the one behind that. */
export type Near = number;

/** What a shard says of its articles, oldest first. */
export interface Head {
  /** Beginning of the first word of each piece of the word index. */
  readonly firsts: readonly string[];
  readonly filters: readonly string[];
  /** The most frequent words; the first has number 1. */
  readonly frequent: readonly string[];
  /** "" where undated. */
  readonly days: readonly string[];
  /** Lengths of the texts in steps, two for each doubling. */
  readonly lengths: readonly number[];
  /** Lengths of the titles in words. */
  readonly titles: readonly number[];
  /** Number of articles in each file of texts. */
  readonly groups: readonly number[];
}

/** What is shown of an article. */
export interface Shown {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly picture: string;
  readonly text: string;
}

/** One open shard. Nothing is downloaded before it is asked for; every method throws an Error where that fails. */
export interface OpenShard {
  readonly entry: ShardEntry;
  head(): Promise<Head>;
  /** Articles with any of the words, or with a word that begins with `beginning`, unless that is "". */
  weights(words: readonly string[], beginning: string): Promise<Weights>;
  /** The same with their places; what is near is 0 where it is not asked for. */
  places(words: readonly string[], beginning: string, withNear: boolean): Promise<Places>;
  /** All words of the pieces that hold words with a beginning, each with its number of articles; of `most` pieces. */
  vocabulary(beginning: string, most: number): Promise<readonly (readonly [word: string, articles: number])[]>;
  /** Articles by value of a filter. */
  values(filter: string): Promise<ReadonlyMap<string, readonly number[]>>;
  shown(article: number): Promise<Shown>;
}

/** A word in a piece of the word index. */
interface Entry {
  readonly piece: number;
  /** Its number in the piece, and the lists of all words there, see `ShardWord` of the build. */
  readonly at: number;
  readonly lists: Lists;
}

// A beginning of one letter would load the whole index.
const mostPieces = 4;
const weightSteps = 24;

/** Opens a shard of an index. The files are described where they are written, in `shardFilesOf` of the build. */
export function openShard(entry: ShardEntry, downloads: Downloads): OpenShard {
  const load = (path: string): Promise<Packed> => downloads.packed(`${entry.path}/${entry.fingerprint}/${path}`);
  const heads = keepPromises(async (path): Promise<Head> => {
    const { texts, lists: [days = [], lengths = [], titles = [], groups = []] } = await load(path);
    const [firsts = [], filters = [], frequent = []] = listOf(texts).map(textsOf);
    return { firsts, filters, frequent, days: expandDays(entry.from, days), lengths, titles, groups };
  });
  const head = (): Promise<Head> => heads("head");

  // Pieces that hold a word, or the words with a beginning.
  async function piecesOf(word: string, open: boolean, most: number): Promise<readonly number[]> {
    const { firsts } = await head();
    const after = firsts.findIndex((first) => first > word);
    const at = Math.max(0, (after < 0 ? firsts.length : after) - 1);
    let end = at + 1;
    while (open && end < at + most && firsts[end]?.startsWith(word)) end++;
    return Array.from({ length: end - at }, (_, i) => at + i);
  }

  async function lookUp(words: readonly string[], beginning: string): Promise<readonly Entry[]> {
    const wanted = await Promise.all([...words.map((word) => piecesOf(word, false, 1)), beginning === "" ? [] : piecesOf(beginning, true, mostPieces)]);
    const found = await Promise.all(Array.from(new Set(wanted.flat()), async (piece) => {
      const { texts, lists } = await load(`words/${piece}`);
      return textsOf(texts).flatMap((word, at) => (words.includes(word) || (beginning !== "" && word.startsWith(beginning)) ? [{ piece, at, lists }] : []));
    }));
    return found.flat();
  }

  async function placesIn({ piece, at, lists }: Entry, withNear: boolean, all: Map<number, Map<number, Near>>): Promise<void> {
    const [{ lists: places }, near] = await Promise.all([load(`places/${piece}`), withNear ? load(`near/${piece}`) : undefined]);
    const [beside = [], beyond = []] = near?.lists ?? [];
    // A list of places also says their number, for each article.
    let place = sum(places.slice(0, at).map(({ length }, i) => length - (lists[i]?.length ?? 0)));
    const own = places[at] ?? [];
    let next = 0;
    for (const [article] of articlesOf(lists[at])) {
      const standing = all.get(article) ?? new Map<number, Near>();
      all.set(article, standing);
      let word = 0;
      for (let left = own[next++] ?? 0; left > 0; left--) {
        standing.set((word += own[next++] ?? 0), (beside[place] ?? 0) + 256 * (beyond[place] ?? 0));
        place++;
      }
    }
  }

  return {
    entry,
    head,
    async weights(words, beginning) {
      const all = new Map<number, number>();
      for (const { at, lists } of await lookUp(words, beginning)) {
        for (const [article, weight] of articlesOf(lists[at])) all.set(article, joinWeights(all.get(article) ?? 0, weight));
      }
      return all;
    },
    async places(words, beginning, withNear) {
      const all = new Map<number, Map<number, Near>>();
      await Promise.all((await lookUp(words, beginning)).map((found) => placesIn(found, withNear, all)));
      return all;
    },
    async vocabulary(beginning, most) {
      const pieces = await Promise.all((await piecesOf(beginning, true, most)).map((piece) => load(`words/${piece}`)));
      return pieces.flatMap(({ texts, lists }) => textsOf(texts).map((word, i) => [word, lists[i]?.length ?? 0] as const));
    },
    async values(filter) {
      if (!(await head()).filters.includes(filter)) return new Map();
      const { texts, lists } = await load(`filters/${filter}`);
      return new Map(textsOf(texts).map((value, i) => [value, sums(lists[i])]));
    },
    async shown(article) {
      const { groups } = await head();
      let [group, first] = [0, 0];
      while (first + (groups[group] ?? Infinity) <= article) first += groups[group++] ?? 0;
      const { texts } = await load(`texts/${group}`);
      const [href = "", title = "", date = "", section = "", picture = "", text = ""] = textsOf(listOf(texts)[article - first]);
      return { href, title, date, section, picture, text };
    },
  };
}

function articlesOf(list: readonly number[] = []): readonly (readonly [article: number, weight: number])[] {
  let article = 0;
  return list.map((coded) => [(article += Math.floor(coded / weightSteps)), coded % weightSteps]);
}

// Of two words that count as one: the more frequent, and every kind of place that either stands in.
function joinWeights(a: number, b: number): number {
  return Math.max(a >> 2, b >> 2) * 4 + ((a | b) & 3);
}

function sums(distances: readonly number[] = []): readonly number[] {
  let last = 0;
  return distances.map((distance) => (last += distance));
}
