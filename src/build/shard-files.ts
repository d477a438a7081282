import { packFile, type Value } from "./packed-file.ts";
import type { IndexFiles } from "./pagefind-files.ts";
import type { IndexedArticle } from "./search-record.ts";
import type { ShardWord, ShardWords } from "./shard-words.ts";

/**
 * The files of a shard, by their paths in its folder, for a reader who asks many small shards at once:
 * - `words/`: which articles have a word, and how much of it; small pieces, so that a word costs little;
 * - `places/`: where it stands there, and `near/`: between which frequent words; only phrases need them;
 * - `filters/`: articles by person, place and so on;
 * - `texts/`: what results show, a few articles in each file;
 * - `head`: what every question needs: first words of the pieces, filters, frequent words; days, lengths of texts and titles,
 *   and which articles are in which file of texts.
 * The same articles give the same bytes. Takes their days, see `daysOf`.
 */
export function shardFilesOf(articles: readonly IndexedArticle[], days: readonly number[], { words, frequent, titles, lengths }: ShardWords): IndexFiles {
  const files = new Map<string, Uint8Array>();
  const pieces = cutPieces(words);
  pieces.forEach((piece, i) => {
    files.set(`words/${i}`, packFile(piece.map(({ word }) => word), piece.map((word) => word.articles)));
    files.set(`places/${i}`, packFile([], piece.map(({ places }) => places)));
    files.set(`near/${i}`, packFile([], [piece.flatMap(({ beside }) => beside), piece.flatMap(({ beyond }) => beyond)]));
  });
  const filters = filtersOf(articles);
  for (const [filter, values] of filters) files.set(`filters/${filter}`, packFile([...values.keys()], [...values.values()].map(gaps)));
  const groups = groupTexts(articles);
  groups.forEach((group, i) => files.set(`texts/${i}`, packFile(group)));
  const firsts = pieces.map((piece, i) => shortestBetween(pieces[i - 1]?.at(-1)?.word ?? "", piece[0]?.word ?? ""));
  files.set("head", packFile([firsts, [...filters.keys()], frequent], [days, lengths.map(lengthClass), titles, groups.map(({ length }) => length)]));
  return files;
}

/** A length in words as a step of a scale: 0 for 1 word, two steps for each doubling: so it is one byte, and nearly always the same. */
function lengthClass(words: number): number {
  return Math.round(2 * Math.log2(Math.max(1, words)));
}

function cutPieces(words: readonly ShardWord[]): readonly (readonly ShardWord[])[] {
  const pieces: ShardWord[][] = [];
  let size = Infinity;
  for (const word of words) {
    const own = word.word.length + 3 + 1.3 * word.articles.length;
    if (size + own > pieceSize) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(word);
    size += own;
  }
  return pieces;
}

/** Bytes of a piece of the word index, about, before it is compressed to two thirds. */
const pieceSize = 1_800;

/** The shortest beginning of a word that sorts behind the word before: "bank", "barrel" -> "bar". */
function shortestBetween(before: string, word: string): string {
  for (let length = 1; length < word.length; length++) if (word.slice(0, length) > before) return word.slice(0, length);
  return word;
}

function gaps(places: readonly number[]): readonly number[] {
  return places.map((place, i) => place - (places[i - 1] ?? 0));
}

// Filters and values sorted.
function filtersOf(articles: readonly IndexedArticle[]): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const filters = new Map<string, Map<string, number[]>>();
  articles.forEach((article, i) => {
    for (const [filter, values] of article.filters) {
      const lists = filters.get(filter) ?? new Map<string, number[]>();
      // Named twice, an article would be counted twice.
      for (const value of new Set(values)) {
        filters.set(filter, lists);
        if (lists.get(value)?.push(i) === undefined) lists.set(value, [i]);
      }
    }
  });
  return new Map([...filters].sort(byText).map(([filter, lists]) => [filter, new Map([...lists].sort(byText))]));
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

// As many articles in one file as make it worth a request: four of Reuters-21578, one of a magazine.
function groupTexts(articles: readonly IndexedArticle[]): readonly (readonly Value[])[] {
  const groups: Value[][] = [];
  let size = Infinity;
  for (const { shown, text } of articles) {
    if (size + text.length > groupSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push([...shown, text]);
    size += text.length;
  }
  return groups;
}

/** Characters of the texts in one file. */
const groupSize = 4_000;
