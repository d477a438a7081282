import { foldText, foldWord } from "../client/fold.ts";
import type { Manifest } from "../client/manifest.ts";
import { nameKinds, type NameKind } from "../client/names.ts";
import { skeletonOf } from "../client/spelling.ts";
import type { Archive } from "../model/archive.ts";
import { nameOfFile, packFile, type Value } from "./packed-file.ts";

/** A person, place, organization or topic that has a page. */
export interface SearchName {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  readonly variants: readonly string[];
  /** Number of its articles. */
  readonly count: number;
}

/** The lists of names for the search page. */
export interface NameFiles {
  /** Names of the lists of parts, see `Manifest`. */
  readonly lists: Pick<Manifest, "names" | "spellings">;
  /** Bytes of all files, by their names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** All names of an archive that articles are tagged with. */
export function searchNames({ subjects }: Archive): readonly SearchName[] {
  return nameKinds.flatMap((kind) =>
    [...subjects[kind].values()]
      .filter(({ record, articles }) => articles.length > 0 && !record.redact)
      .map(({ record, articles }) => ({ kind, id: record.id, name: record.name, variants: record.variants, count: articles.length })),
  );
}

/**
 * Cuts the names into parts by the beginnings of their words, so that a reader who types loads one small part, however
 * many names there are; and, for misspelt words, by the beginnings of the words' skeletons. The part of a beginning that has
 * too many names holds the most frequent of them, and longer beginnings have parts of their own.
 */
export function nameFilesOf(names: readonly SearchName[]): NameFiles {
  const files = new Map<string, Uint8Array>();
  const write = (value: Value): string => {
    const bytes = packFile(value);
    const name = nameOfFile(bytes);
    files.set(name, bytes);
    return name;
  };
  const ranked = names.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const byWord = new Map(ranked.map((name) => [name, foldedWords(name)]));
  const byBeginning = cutParts(ranked, (name) => byWord.get(name) ?? [], entryOf);
  const bySkeleton = cutParts(wordsOf(ranked), ({ text }) => [skeletonOf(foldWord(text))], ({ text, count }) => [text, count]);
  const writeList = (parts: readonly Part[]): string => write(parts.map(([beginning, entries]) => [beginning, write(entries)]));
  return { lists: { names: writeList(byBeginning), spellings: writeList(bySkeleton) }, files };
}

function entryOf({ kind, id, name, count, variants }: SearchName): Value {
  return [nameKinds.indexOf(kind), id, name, count, ...variants];
}

function foldedWords({ name, variants }: SearchName): readonly string[] {
  return [...new Set([name, ...variants].flatMap((spelling) => foldText(spelling).split(" ")))].filter((word) => word !== "");
}

interface NameWord {
  readonly text: string;
  readonly count: number;
}

// "Paul Volcker" -> Paul, Volcker. Written as the most frequent name writes it.
function wordsOf(ranked: readonly SearchName[]): readonly NameWord[] {
  const words = new Map<string, NameWord>();
  for (const { name, variants, count } of ranked) {
    for (const text of new Set([name, ...variants].flatMap((spelling) => spelling.split(/[\s\p{Pd}/]+/u)))) {
      const folded = foldWord(text);
      if (folded.length < shortestWord) continue;
      const known = words.get(folded);
      words.set(folded, { text: known?.text ?? text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""), count: (known?.count ?? 0) + count });
    }
  }
  return [...words.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

// Nobody is asked whether "de" was meant.
const shortestWord = 4;

type Part = readonly [beginning: string, entries: readonly Value[]];

// Takes items in the order in which they are to stand.
function cutParts<T>(items: readonly T[], keysOf: (item: T) => readonly string[], write: (item: T) => Value): readonly Part[] {
  const parts: Part[] = [];
  const cut = (beginning: string, own: readonly T[]): void => {
    if (own.length <= partSize) {
      parts.push([beginning, own.map(write)]);
      return;
    }
    const next = new Map<string, T[]>();
    const kept = new Set(own.slice(0, mostFrequent));
    for (const item of own) {
      for (const key of new Set(keysOf(item).filter((each) => each.startsWith(beginning)).map((each) => each.slice(0, beginning.length + 1)))) {
        // A word that ends here is in no longer part.
        if (key === beginning) kept.add(item);
        else if (next.get(key)?.push(item) === undefined) next.set(key, [item]);
      }
    }
    parts.push([beginning, own.filter((item) => kept.has(item)).map(write)]);
    for (const [key, list] of [...next].sort(([a], [b]) => (a < b ? -1 : 1))) cut(key, list);
  };
  cut("", items);
  return parts;
}

/** Names in one part: about 6 kB, compressed. */
const partSize = 250;
/** Names that a beginning with too many of them offers. */
const mostFrequent = 40;
