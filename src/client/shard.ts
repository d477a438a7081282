import { expandDays } from "./calendar.ts";
import { listOf, numbersOf, textsOf } from "./lists.ts";
import type { Downloads } from "./downloads.ts";
import { fieldsOf } from "./fields.ts";
import type { ShardEntry } from "./manifest.ts";

/** Articles that have a word, by their place in the shard, and how much of it, see `weightOf` of the build. */
export type Weights = ReadonlyMap<number, number>;

/** Places of a word in articles: in the text, and in title, byline and names. */
export type Places = ReadonlyMap<number, ReadonlySet<number>>;

/** What a shard says of its articles, oldest first. */
export interface Head {
  /** First word of each piece of the word index, and the piece's name. */
  readonly firsts: readonly string[];
  readonly pieces: readonly string[];
  readonly filters: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** "" where undated. */
  readonly days: readonly string[];
  /** Lengths of the texts in steps, two for each doubling. */
  readonly lengths: readonly number[];
  /** Lengths of the titles in words. */
  readonly titles: readonly number[];
}

/** An article as it was indexed. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly title: string;
}

/** One open shard. Nothing is downloaded before it is asked for; every method throws a DownloadError where that fails. */
export interface OpenShard {
  readonly entry: ShardEntry;
  head(): Promise<Head>;
  /** Articles with any of the words, or with a word that begins with `beginning`, unless that is "". */
  weights(words: readonly string[], beginning: string): Promise<Weights>;
  places(words: readonly string[], beginning: string): Promise<Places>;
  /** All words of the pieces that hold words with a beginning, each with its number of articles; of `most` pieces. */
  vocabulary(beginning: string, most: number): Promise<readonly (readonly [word: string, articles: number])[]>;
  /** Articles by value of a filter. */
  values(filter: string): Promise<ReadonlyMap<string, readonly number[]>>;
  fragment(article: number): Promise<Fragment>;
}

/** A word in a piece of the word index. */
interface Entry {
  readonly piece: string;
  readonly at: number;
  readonly numbers: readonly number[];
}

/** How many fragments are named in one file; the build writes so many. */
const namesInGroup = 256;
// A beginning of one letter would load the whole index.
const mostPieces = 4;

/** Opens a shard of an index. The files are described where they are written, in `shardFilesOf` of the build. */
export function openShard(entry: ShardEntry, downloads: Downloads): OpenShard {
  let opened: Promise<Head> | undefined;
  const load = (path: string): Promise<unknown> => downloads.value(`${entry.path}/${path}`);

  async function readHead(): Promise<Head> {
    const [firsts, pieces, filters, names, days, lengths, titles] = listOf(await load(`${entry.name}.shard`));
    return {
      firsts: textsOf(firsts),
      pieces: textsOf(pieces),
      filters: new Map(listOf(filters).map(textsOf).map(([name = "", file = ""]) => [name, file])),
      names: textsOf(names),
      days: expandDays(entry.from, numbersOf(days)),
      lengths: numbersOf(lengths),
      titles: numbersOf(titles),
    };
  }

  function head(): Promise<Head> {
    opened ??= readHead();
    opened.catch(() => (opened = undefined));
    return opened;
  }

  // Pieces that hold a word, or the words with a beginning.
  async function piecesOf(word: string, open: boolean, most: number): Promise<readonly string[]> {
    const { firsts, pieces } = await head();
    const after = firsts.findIndex((first) => first > word);
    const at = Math.max(0, (after === -1 ? firsts.length : after) - 1);
    let end = at + 1;
    while (open && end < firsts.length && end - at < most && (firsts[end] ?? "").startsWith(word)) end++;
    return pieces.slice(at, end);
  }

  // [[word, [distance, weight, ...]], ...]; `at` is the word's number in its piece.
  async function lookUp(words: readonly string[], beginning: string): Promise<readonly Entry[]> {
    const wanted = [...words.map((word) => [word, false] as const), ...(beginning === "" ? [] : [[beginning, true] as const])];
    const pieces = new Set((await Promise.all(wanted.map(([word, open]) => piecesOf(word, open, mostPieces)))).flat());
    const found = await Promise.all(Array.from(pieces, async (piece) =>
      listOf(await load(`words/${piece}`)).flatMap((item, at) => {
        const [word, numbers] = listOf(item);
        const isWanted = words.includes(String(word)) || (beginning !== "" && String(word).startsWith(beginning));
        return isWanted ? [{ piece, at, numbers: numbersOf(numbers) }] : [];
      }),
    ));
    return found.flat();
  }

  async function weights(words: readonly string[], beginning: string): Promise<Weights> {
    const all = new Map<number, number>();
    for (const { numbers } of await lookUp(words, beginning)) {
      let article = 0;
      for (let i = 0; i < numbers.length; i += 2) {
        article += numbers[i] ?? 0;
        all.set(article, joinWeights(all.get(article) ?? 0, numbers[i + 1] ?? 0));
      }
    }
    return all;
  }

  async function places(words: readonly string[], beginning: string): Promise<Places> {
    const all = new Map<number, Set<number>>();
    for (const { piece, at, numbers } of await lookUp(words, beginning)) {
      const list = numbersOf(listOf(await load(`places/${piece}`))[at]);
      let [article, next] = [0, 0];
      for (let i = 0; i < numbers.length; i += 2) {
        article += numbers[i] ?? 0;
        const set = all.get(article) ?? new Set<number>();
        all.set(article, set);
        for (const start of [0, metaStart]) {
          let place = start;
          for (let left = list[next++] ?? 0; left > 0; left--) set.add((place += list[next++] ?? 0));
        }
      }
    }
    return all;
  }

  return {
    entry,
    head,
    weights,
    places,
    async vocabulary(beginning, most) {
      const pieces = await piecesOf(beginning, true, most);
      const lists = await Promise.all(pieces.map((piece) => load(`words/${piece}`)));
      return lists.flatMap((list) => listOf(list).map((item) => [String(listOf(item)[0]), listOf(listOf(item)[1]).length / 2] as const));
    },
    async values(filter) {
      const file = (await head()).filters.get(filter);
      if (file === undefined) return new Map();
      const values = listOf(await load(`filters/${file}`)).map(listOf);
      return new Map(values.map(([value, distances]) => [String(value), sums(numbersOf(distances))]));
    },
    async fragment(article) {
      const group = (await head()).names[Math.floor(article / namesInGroup)] ?? "";
      const name = textsOf(await load(`names/${group}`))[article % namesInGroup] ?? "";
      const bytes = await downloads.signed(`${entry.path}/fragment/${name}`);
      const { url, content, meta } = fieldsOf(JSON.parse(new TextDecoder().decode(bytes)));
      return { url: String(url), content: String(content), title: String(fieldsOf(meta)["title"]) };
    },
  };
}

// Places in metadata are counted from here, so that no phrase goes from the text into the title.
const metaStart = 2 ** 30;

// Of two words that count as one: the more frequent, and every kind of place that either stands in.
function joinWeights(a: number, b: number): number {
  return Math.max(a >> 2, b >> 2) * 4 + ((a | b) & 3);
}

function sums(distances: readonly number[]): readonly number[] {
  let sum = 0;
  return distances.map((distance) => (sum += distance));
}
