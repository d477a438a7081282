import { expandDays, overlaps, type DayRange } from "./calendar.ts";
import type { Downloads } from "./downloads.ts";
import type { InstanceMaker } from "./instances.ts";
import type { ShardEntry } from "./manifest.ts";
import type { PagefindFragment, PagefindInstance, PagefindResult } from "./pagefind.ts";
import { readFilter, readFragment, readIndexWords, readMeta, type Packed, type ShardMeta } from "./shard-files.ts";
import { parseTerms, type Terms } from "./terms.ts";

/** An article that a shard has found. */
export interface Found {
  readonly score: number;
  /** Place in time inside the shard, 0 is the oldest. */
  readonly place: number;
  /** Its day, or the first of its shard's where days were not asked for; "" where it is undated. */
  readonly day: string;
  data(): Promise<PagefindFragment>;
}

export interface Wanted {
  readonly words: string;
  /** Values that an article must have, by filter: { person: "Volcker" }. */
  readonly filters: Readonly<Record<string, string>>;
  readonly range: DayRange;
  /** True where the day of each article is needed: one more small file. */
  readonly days: boolean;
}

/** One open shard: an index that can be asked. */
export interface OpenShard {
  /** All articles that have the words, the phrases and the filter values, and are in the range; in no order. */
  find(wanted: Wanted): Promise<readonly Found[]>;
  /** Number of articles by value of one filter. */
  count(filter: string): Promise<ReadonlyMap<string, number>>;
}

type Match = Pick<Found, "score" | "place" | "data">;

/**
 * Opens a shard; nothing is downloaded before it is asked. Pagefind finds words. Filters are read from its files by
 * ourselves: asked for a filter without words, Pagefind downloads every chunk of the index (1.3 MB for "Volcker").
 */
export function openShard(
  entry: ShardEntry,
  createInstance: InstanceMaker,
  downloads: Downloads,
): OpenShard {
  let meta: Promise<ShardMeta> | undefined;
  let instance: Promise<PagefindInstance> | undefined;
  const indexWords = new Map<Packed, Promise<readonly string[]>>();

  const metaOf = (): Promise<ShardMeta> => (meta ??= downloads.bytes(entry, `pagefind.${entry.meta}.pf_meta`).then(readMeta));

  async function placesByValue(filter: string): Promise<ReadonlyMap<string, readonly number[]>> {
    const file = (await metaOf()).filters.get(filter);
    return file === undefined ? new Map() : readFilter(await downloads.bytes(entry, `filter/${file}.pf_filter`));
  }

  // Undefined: every article.
  async function placesWith(filters: Wanted["filters"]): Promise<ReadonlySet<number> | undefined> {
    const lists = Object.entries(filters).map(async ([name, value]) => new Set((await placesByValue(name)).get(value)));
    const sets = await Promise.all(lists);
    return sets.length === 0 ? undefined : sets.reduce((common, set) => new Set([...common].filter((place) => set.has(place))));
  }

  async function matchWords({ phrases, words }: Terms): Promise<readonly Match[]> {
    const index = await (instance ??= createInstance(entry));
    const queries = [...phrases.map((phrase) => `"${phrase}"`), ...(words === "" ? [] : [words])];
    const answers = await Promise.all(queries.map((query) => index.search(query)));
    if (await hasUnknown(words, index)) return [];
    const { places } = await metaOf();
    return inAll(answers.map(({ results }) => results)).flatMap(({ id, score, data }) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ score, place, data: () => downloads.guard(entry, data()) }];
    });
  }

  // Of a word that the shard does not have, Pagefind takes the longest beginning that it has: "xylophonist" found "X".
  // A beginning of a longer word is good, so that results come while the reader types: "volck" finds "Volcker".
  async function hasUnknown(words: string, index: PagefindInstance): Promise<boolean> {
    const lists = await Promise.all((await downloads.chunks(entry)).map((chunk) => wordsOf(chunk)));
    for (const word of words.split(" ").filter((each) => each !== "")) {
      const beginning = foldWord(word);
      if (lists.some((list) => list.some((known) => known.startsWith(beginning)))) continue;
      // The index holds stems ("price"); asked for the phrase, Pagefind takes the stem of the word and nothing shorter.
      if ((await index.search(`"${word}"`)).results.length === 0) return true;
    }
    return false;
  }

  function wordsOf(chunk: Packed): Promise<readonly string[]> {
    const words = indexWords.get(chunk) ?? readIndexWords(chunk);
    indexWords.set(chunk, words);
    return words;
  }

  async function matchAll(): Promise<readonly Match[]> {
    return (await metaOf()).fragments.map((fragment, place) => ({
      score: 0,
      place,
      data: async () => readFragment(await downloads.bytes(entry, `fragment/${fragment}.pf_fragment`)),
    }));
  }

  async function find({ words, filters, range, days }: Wanted): Promise<readonly Found[]> {
    const terms = parseTerms(words, entry.language);
    // Nothing to read in the words ("???") finds nothing; no words at all find what the filters leave.
    const isReadable = terms.phrases.length > 0 || terms.words !== "";
    const [matches, allowed, dayOfPlace] = await Promise.all([
      isReadable ? matchWords(terms) : words === "" ? matchAll() : [],
      placesWith(filters),
      days || !covers(range, entry) ? readDays(entry, downloads) : [],
    ]);
    return matches.flatMap((match) => {
      const day = dayOfPlace[match.place] ?? entry.from;
      const isIn = (allowed?.has(match.place) ?? true) && overlaps({ from: day, to: day }, range);
      return isIn ? [{ ...match, day }] : [];
    });
  }

  async function count(filter: string): Promise<ReadonlyMap<string, number>> {
    return new Map(Array.from(await placesByValue(filter), ([value, places]) => [value, places.length]));
  }

  return {
    find: (wanted) => downloads.guard(entry, find(wanted)),
    count: (filter) => downloads.guard(entry, count(filter)),
  };
}

// As Pagefind folds the words of its index: "Sergueï" -> "serguei", "U.S." -> "us".
function foldWord(word: string): string {
  return word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

// The first answer gives the excerpt (a phrase, where there is one); the scores add up.
function inAll(answers: readonly (readonly PagefindResult[])[]): readonly Pick<PagefindResult, "id" | "score" | "data">[] {
  const [first = [], ...others] = answers;
  const scores = others.map((results) => new Map(results.map(({ id, score }) => [id, score])));
  return first.flatMap((result) => {
    const added = scores.map((list) => list.get(result.id));
    if (added.includes(undefined)) return [];
    const score = added.reduce<number>((sum, more) => sum + (more ?? 0), result.score);
    return [{ id: result.id, score, data: () => result.data() }];
  });
}

async function readDays(entry: ShardEntry, downloads: Downloads): Promise<readonly string[]> {
  const bytes = await downloads.bytes(entry, `pagefind.${entry.meta}.days.json`);
  const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return expandDays(entry.from, Array.isArray(data) ? data.filter((item) => typeof item === "number") : []);
}

function covers({ from, to }: DayRange, entry: ShardEntry): boolean {
  return (from === "" || from <= entry.from) && (to === "" || entry.to <= to);
}
