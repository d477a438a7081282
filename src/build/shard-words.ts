import { foldWord, shortForm } from "../client/fold.ts";
import type { Stemmer } from "../client/stemmer.ts";
import { fullWeight, placeOf, weightOf } from "./pagefind-files.ts";
import type { FoundWords } from "./pagefind-run.ts";

/** The texts of each article, in the order in which Pagefind is given them. */
export const fields = ["title", "text", "byline", "aliases"] as const;

/** A word as readers' scripts look it up, and where it stands. */
export interface ShardWord {
  readonly word: string;
  /** For each article that has it, the distance to the one before, times `weightSteps`, and how much it has of it. */
  readonly articles: readonly number[];
  /** For each of these articles the number of its places, and their distances, counted in words from the article's first on. */
  readonly places: readonly number[];
  /** For each place which frequent words stand beside it: numbers of the one before and the one behind, in four bits each. */
  readonly beside: readonly number[];
  /** The same of the words one further. */
  readonly beyond: readonly number[];
}

export interface ShardWords {
  /** Sorted. */
  readonly words: readonly ShardWord[];
  /** The most frequent ones, the first has number 1. */
  readonly frequent: readonly string[];
  /** Number of words of each article's title and text. */
  readonly titles: readonly number[];
  readonly lengths: readonly number[];
}

/** More than the largest `amountOf`. */
export const weightSteps = 24;

/**
 * Sorts what Pagefind has found in a shard's articles by words as they are looked up. Pagefind keeps letters that have no
 * accent to lose ("łodz") and signs that it has not split at ("–japan"); of words with an apostrophe it also keeps the form
 * without ("oneil", "compani"). A word with an umlaut written out also counts as its short form.
 */
export function shardWordsOf(found: FoundWords, stem: Stemmer): ShardWords {
  const lists = new Map<string, (readonly number[])[]>();
  const add = (word: string, places: readonly number[]): void => {
    if (lists.get(word)?.push(places) === undefined) lists.set(word, [places]);
  };
  for (const { word, places } of found.words) {
    const folded = /^[a-z0-9]+$/u.test(word) ? word : foldWord(word);
    if (folded === "" || /['’]/u.test(word)) continue;
    const key = folded === word ? word : stem(folded);
    add(key, places);
    const short = shortForm(key);
    if (short !== undefined) add(short, places);
  }
  const standing = Array.from(lists, ([word, parts]) => ({ word, places: joinPlaces(parts) })).sort(byWord);
  const frequent = standing.filter(({ places }) => places.length >= leastPlaces).sort((a, b) => b.places.length - a.places.length || byWord(a, b)).slice(0, mostFrequent);
  const where = whereaboutsOf(found.ends);
  const marked = markFrequent(frequent, where.fieldAt.length);
  const sizeOf = (field: number): readonly number[] => where.starts.map((_, article) => (found.ends[article * fields.length + field] ?? 0) - (found.ends[article * fields.length + field - 1] ?? -1) - 1);
  return {
    words: standing.map(({ word, places }) => shardWordOf(word, places, where, marked)),
    frequent: frequent.map(({ word }) => word),
    titles: sizeOf(0),
    lengths: sizeOf(1),
  };
}

/** Words that stand at fewer places cost little to load. */
const leastPlaces = 1_000;
/** With "none", as many as four bits can tell apart. */
const mostFrequent = 15;

interface Standing {
  readonly word: string;
  readonly places: readonly number[];
}

function byWord(a: Standing, b: Standing): number {
  return a.word < b.word ? -1 : 1;
}

// Two forms of a word at one place are the word once, with the larger weight, which is sorted last.
function joinPlaces(parts: readonly (readonly number[])[]): readonly number[] {
  const [only = [], ...others] = parts;
  if (others.length === 0) return only;
  const all = parts.flat().sort((a, b) => a - b);
  return all.filter((coded, i) => placeOf(coded) !== placeOf(all[i + 1] ?? -1));
}

/** For each place of all texts: article and field; and where each article begins. */
interface Whereabouts {
  readonly articleAt: Int32Array;
  readonly fieldAt: Uint8Array;
  readonly starts: readonly number[];
}

function whereaboutsOf(ends: readonly number[]): Whereabouts {
  const size = (ends.at(-1) ?? 0) + 1;
  const [articleAt, fieldAt, starts] = [new Int32Array(size), new Uint8Array(size), new Array<number>()];
  let start = 0;
  ends.forEach((end, text) => {
    const [article, field] = [Math.floor(text / fields.length), text % fields.length];
    if (field === 0) starts.push(start);
    articleAt.fill(article, start, end + 1);
    fieldAt.fill(field, start, end + 1);
    start = end + 1;
  });
  return { articleAt, fieldAt, starts };
}

// Which frequent word stands at each place. Parts of a compound ("state-of-the-art") do not count. Two places of margin.
function markFrequent(frequent: readonly Standing[], size: number): Uint8Array {
  const marked = new Uint8Array(size + 2 * margin);
  frequent.forEach(({ places }, i) => {
    for (const coded of places) if (weightOf(coded) === fullWeight) marked[placeOf(coded) + margin] = i + 1;
  });
  return marked;
}

const margin = 2;

function shardWordOf(word: string, coded: readonly number[], { articleAt, fieldAt, starts }: Whereabouts, marked: Uint8Array): ShardWord {
  const [articles, places, beside, beyond] = [new Array<number>(), new Array<number>(), new Array<number>(), new Array<number>()];
  let [lastArticle, i] = [0, 0];
  while (i < coded.length) {
    const article = articleAt[placeOf(coded[i] ?? 0)] ?? 0;
    const count = places.push(0) - 1;
    let [weight, flags, last] = [0, 0, starts[article] ?? 0];
    for (; i < coded.length; i++) {
      const place = placeOf(coded[i] ?? 0);
      if (articleAt[place] !== article) break;
      const field = fieldAt[place] ?? 0;
      if (field === 1) weight += weightOf(coded[i] ?? 0);
      else flags |= field === 0 ? 1 : 2;
      places.push(place - last);
      last = place;
      const at = place + margin;
      beside.push((marked[at - 1] ?? 0) + 16 * (marked[at + 1] ?? 0));
      beyond.push((marked[at - 2] ?? 0) + 16 * (marked[at + 2] ?? 0));
    }
    places[count] = places.length - count - 1;
    articles.push((article - lastArticle) * weightSteps + amountOf(weight, flags));
    lastArticle = article;
  }
  return { word, articles, places, beside, beyond };
}

// How much of a word an article has, in one number: four times how often the text says it, in steps up to 5, and 1 where the
// title has it, 2 where byline or names of subjects have it.
function amountOf(weight: number, flags: number): number {
  const times = weight / fullWeight;
  return (times > 5 ? 5 : times > 3 ? 4 : Math.ceil(times)) * 4 + flags;
}
