import { cutWords } from "./cut-words.ts";

/** A stretch of an excerpt; marked ones are what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What an excerpt is cut from, and how. */
export interface ExcerptOptions {
  readonly text: string;
  /** Of the text. */
  readonly language: string;
  /** Gives the numbers of the words that were found. */
  readonly find: (words: readonly string[]) => ReadonlySet<number>;
  /** In words. */
  readonly length?: number;
}

/** Cuts the stretch with the most of what was found out of an article's text. */
export function excerptOf({ text, language, find, length = 34 }: ExcerptOptions): readonly Piece[] {
  const plain = text.replace(/\s+/gu, " ");
  const words = cutWords(plain, language);
  const found = find(words.map((word) => word.text));
  const start = Math.min(densest([...found].sort((a, b) => a - b), length), Math.max(0, words.length - length));
  const pieces: Piece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
  let at = words[start]?.start ?? 0;
  const push = (end: number, marked: boolean): void => {
    if (end > at) pieces.push({ text: plain.slice(at, end), marked });
    at = end;
  };
  words.slice(start, start + length).forEach((word, i) => {
    // Punctuation is not part of what was found: `“oil,”` -> “ [oil] ,”
    const core = found.has(start + i) ? /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word.text) : null;
    if (core === null) return;
    push(word.start + core.index, false);
    push(at + core[0].length, true);
  });
  const last = words[start + length - 1];
  const isCut = last !== undefined && start + length < words.length;
  push(isCut ? last.start + last.text.length : plain.length, false);
  if (isCut) pieces.push({ text: "…", marked: false });
  return pieces;
}

// Starts a few words before the first word of the densest stretch, so that it is read in its sentence.
function densest(places: readonly number[], length: number): number {
  const lead = Math.min(6, Math.floor(length / 3));
  let [end, most, start] = [0, 0, 0];
  places.forEach((place, i) => {
    while ((places[end] ?? Infinity) < place + length - lead) end++;
    if (end - i > most) [most, start] = [end - i, Math.max(0, place - lead)];
  });
  return start;
}
