import type { PagefindFragment } from "./pagefind.ts";

/** A stretch of an excerpt; marked ones are what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts the stretch with the most of the words that were found out of an article's text. Takes the fragment and a length
 * in words. Built from the text itself, so that it is plain text throughout: Pagefind's own excerpt is HTML in which
 * "&lt;" may be a sign of the article or its escape.
 */
export function excerptOf(fragment: PagefindFragment, length: number = excerptLength): readonly Piece[] {
  const unspaced = fragment.raw_content.includes("\u200B");
  const words = unspaced ? fragment.raw_content.split("\u200B").map(unescape) : fragment.content.split(/\s+/u);
  const space = unspaced ? "" : " ";
  const start = Math.min(densest(fragment, length), Math.max(0, words.length - length));
  const found = new Set(fragment.weighted_locations.map(({ location }) => location));
  const pieces: Piece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
  words.slice(start, start + length).forEach((word, i) => {
    if (i > 0) pieces.push({ text: space, marked: false });
    pieces.push(...(found.has(start + i) ? markWord(word) : [{ text: word, marked: false }]));
  });
  if (start + length < words.length) pieces.push({ text: "…", marked: false });
  return restoreDashes(joinPieces(pieces));
}

const excerptLength = 34;

// Starts a few words before the first word of the densest stretch, so that it is read in its sentence.
function densest({ weighted_locations }: PagefindFragment, length: number): number {
  const places = weighted_locations.toSorted((a, b) => a.location - b.location);
  const lead = Math.min(6, Math.floor(length / 3));
  let [sum, end, most, start] = [0, 0, 0, 0];
  places.forEach(({ location, balanced_score }) => {
    for (let next = places[end]; next !== undefined && next.location < location + length - lead; next = places[++end]) {
      sum += next.balanced_score;
    }
    if (sum > most) [most, start] = [sum, Math.max(0, location - lead)];
    sum -= balanced_score;
  });
  return start;
}

// Punctuation is not part of what was found: `“oil,”` -> “ [oil] ,”
function markWord(word: string): readonly Piece[] {
  const parts = /^(?<before>[^\p{L}\p{N}]*)(?<core>.*?)(?<after>[^\p{L}\p{N}]*)$/su.exec(word)?.groups;
  const { before = "", core = "", after = "" } = parts ?? {};
  return [{ text: before, marked: false }, { text: core, marked: true }, { text: after, marked: false }];
}

function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === "") continue;
    if (last?.marked === piece.marked) joined[joined.length - 1] = { text: last.text + piece.text, marked: piece.marked };
    else joined.push(piece);
  }
  return joined;
}

// The index holds "Georgia–\u2060 European" for "Georgia–European" and "talks\u2060– and" for "talks – and", see
// `separateDashes`. Punctuation is never marked, so both signs of a pair stand in one piece.
function restoreDashes(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(({ text, marked }) => ({ text: text.replace(/\u2060 /gu, "").replace(/\u2060/gu, " "), marked }));
}

function unescape(text: string): string {
  return text.replace(/&lt;/gu, "<").replace(/&gt;/gu, ">");
}
