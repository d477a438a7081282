import { foldWord, shortForm } from "../client/fold.ts";
import type { Stemmer } from "../client/stemmer.ts";
import { packFile, type Value } from "./packed-file.ts";
import { fieldStride, type IndexFiles, type PagefindIndex, type PagefindPlaces } from "./pagefind-files.ts";
import type { PagefindRecord } from "./search-record.ts";

/** A shard as it is published. */
export interface ShardFiles {
  /** Name of the file that names all others: `<name>.shard`. */
  readonly name: string;
  readonly files: IndexFiles;
}

/**
 * Cuts what Pagefind has found anew, for a reader who asks many small shards at once (measured on Reuters-21578: a word
 * costs 3 kB of a shard instead of 25):
 * - `words/`: which articles have a word, and how much of it; small pieces, so that a word costs little;
 * - `places/`: where it stands there, which only phrases need;
 * - `names/`: names of the fragments, by groups of articles; only those of the results are loaded;
 * - `filters/`: articles by person, place and so on;
 * - `fragment/`: the articles' texts as Pagefind packs them;
 * - `<name>.shard`: what every question needs: first words of the pieces, lengths and days of the articles.
 * The same index and records give the same bytes.
 */
export function shardFilesOf(index: PagefindIndex, made: IndexFiles, records: readonly PagefindRecord[], days: readonly number[], stem: Stemmer): ShardFiles {
  const files = new Map<string, Uint8Array>();
  const write = (folder: string, value: Value, name?: string): string => {
    const packed = packFile(value);
    files.set(`${folder}/${name ?? packed.name}`, packed.bytes);
    return name ?? packed.name;
  };

  const pieces = cutPieces(wordsOf(index, stem), index.fields.indexOf("title")).map(({ first, words, places }) => {
    const name = write("words", words);
    write("places", places, name);
    return [first, name] as const;
  });
  const filters = [...filtersOf(records)].map(([filter, values]) => [filter, write("filters", values)]);
  const names = inGroups(index.fragments.map((fragment) => fragment.replace(/^.*_/u, ""))).map((group) => write("names", group));
  for (const fragment of index.fragments) {
    const bytes = made.get(`fragment/${fragment}.pf_fragment`);
    if (bytes === undefined) throw new Error(`Pagefind has not made the fragment ${fragment}.`);
    files.set(`fragment/${fragment.replace(/^.*_/u, "")}`, bytes);
  }
  const { name, bytes } = packFile([
    pieces.map(([first]) => first),
    pieces.map(([, piece]) => piece),
    filters,
    names,
    days,
    index.lengths.map(lengthClass),
    records.map(({ meta }) => Math.min(23, (meta["title"] ?? "").split(/\s+/u).length)),
  ]);
  files.set(`${name}.shard`, bytes);
  return { name, files };
}

/** How many fragments are named in one file. */
export const namesInGroup = 256;

/** A length in words as a step of a scale: 0 for 1 word, two steps for each doubling, so that one byte is enough. */
export function lengthClass(words: number): number {
  return Math.round(2 * Math.log2(Math.max(1, words)));
}

type Word = readonly [word: string, articles: readonly PagefindPlaces[]];

// Words as the client looks them up, sorted. Pagefind keeps letters that have no accent to lose ("łodz") and signs that it
// has not split at ("–japan"); of words with an apostrophe it also keeps the form without ("oneil", "compani").
function wordsOf(index: PagefindIndex, stem: Stemmer): readonly Word[] {
  const lists = new Map<string, (readonly PagefindPlaces[])[]>();
  const add = (word: string, articles: readonly PagefindPlaces[]): void => {
    if (lists.get(word)?.push(articles) === undefined) lists.set(word, [articles]);
  };
  for (const { word, articles } of index.words) {
    if (/['’]/u.test(word)) continue;
    const folded = foldWord(word);
    if (folded === "") continue;
    const key = folded === word ? word : stem(folded);
    add(key, articles);
    const short = shortForm(key);
    if (short !== undefined) add(short, articles);
  }
  return [...lists].sort(byText).map(([word, parts]) => [word, mergeParts(parts)]);
}

function mergeParts(parts: readonly (readonly PagefindPlaces[])[]): readonly PagefindPlaces[] {
  const [only = [], ...others] = parts;
  if (others.length === 0) return only;
  const byArticle = new Map<number, PagefindPlaces>();
  for (const places of parts.flat()) {
    const known = byArticle.get(places.article);
    byArticle.set(places.article, known === undefined ? places : mergePlaces(known, places));
  }
  return [...byArticle.values()].sort((a, b) => a.article - b.article);
}

function mergePlaces(a: PagefindPlaces, b: PagefindPlaces): PagefindPlaces {
  return { article: a.article, text: union(a.text, b.text), weight: Math.max(a.weight, b.weight), meta: union(a.meta, b.meta) };
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other);
}

/**
 * How much of a word an article has, in one number: four times how often the text says it, in steps up to 5, and 1 where
 * the title has it, 2 where byline or names of subjects have it.
 */
function weightOf({ weight, meta }: PagefindPlaces, titleField: number): number {
  const times = weight / fullWeight;
  const step = times > 5 ? 5 : times > 3 ? 4 : Math.ceil(times);
  let flags = 0;
  for (const place of meta) flags |= Math.floor(place / fieldStride) === titleField ? 1 : 2;
  return step * 4 + flags;
}

// What Pagefind gives a word of the text by default.
const fullWeight = 24;

interface Piece {
  readonly first: string;
  readonly words: Value;
  readonly places: Value;
}

// A piece: [[word, [distance to the article before, weight, ...]], ...] and, in the same order, lists of places: for each
// article the number of places in the text, their distances, the number in metadata, their distances.
function cutPieces(words: readonly Word[], titleField: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let [lists, places, first, size]: [Value[], Value[], string, number] = [[], [], "", 0];
  words.forEach(([word, articles], i) => {
    if (lists.length === 0) first = word;
    const [list, standing]: [number[], number[]] = [[], []];
    let last = 0;
    for (const article of articles) {
      list.push(article.article - last, weightOf(article, titleField));
      last = article.article;
      pushGaps(standing, article.text);
      pushGaps(standing, article.meta);
    }
    lists.push([word, list]);
    places.push(standing);
    size += word.length + 3 + list.length;
    const next = words[i + 1]?.[1].length ?? 0;
    if (size + 2 * next < pieceSize && i < words.length - 1) return;
    pieces.push({ first, words: lists, places });
    [lists, places, size] = [[], [], 0];
  });
  return pieces;
}

function pushGaps(list: number[], places: readonly number[]): void {
  list.push(places.length);
  let last = 0;
  for (const place of places) {
    list.push(place - last);
    last = place;
  }
}

/** Bytes of a piece of the word index before it is compressed, to about two thirds. */
const pieceSize = 3_000;

function gaps(places: readonly number[]): readonly number[] {
  return places.map((place, i) => place - (places[i - 1] ?? 0));
}

function inGroups(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / namesInGroup) }, (_, i) => names.slice(i * namesInGroup, (i + 1) * namesInGroup));
}

// Filter -> [[value, [distance to the article before, ...]], ...], filters and values sorted.
function filtersOf(records: readonly PagefindRecord[]): ReadonlyMap<string, Value> {
  const filters = new Map<string, Map<string, number[]>>();
  records.forEach((record, article) => {
    for (const [filter, values] of Object.entries(record.filters)) {
      const lists = filters.get(filter) ?? new Map<string, number[]>();
      filters.set(filter, lists);
      for (const value of new Set(values)) {
        const list = lists.get(value);
        if (list === undefined) lists.set(value, [article]);
        else list.push(article);
      }
    }
  });
  return new Map([...filters].sort(byText).map(([filter, lists]) => [filter, [...lists].sort(byText).map(([value, articles]) => [value, gaps(articles)])]));
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
