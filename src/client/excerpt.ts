/** A stretch of an excerpt; marked ones are what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts the stretch with the most of what was found out of an article's text. Takes the text, a function that gives the
 * numbers of the words that were found, and a length in words.
 */
export function excerptOf(content: string, find: (words: readonly string[]) => ReadonlySet<number>, length: number = excerptLength): readonly Piece[] {
  // Pagefind sets zero-width spaces between the words of languages that have none.
  const unspaced = content.includes("\u200B");
  const words = content.split(unspaced ? "\u200B" : /\s+/u);
  const found = find(words);
  const start = Math.min(densest([...found].sort((a, b) => a - b), length), Math.max(0, words.length - length));
  const pieces: Piece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
  words.slice(start, start + length).forEach((word, i) => {
    if (i > 0 && !unspaced) pieces.push({ text: " ", marked: false });
    pieces.push(...(found.has(start + i) ? markWord(word) : [{ text: word, marked: false }]));
  });
  if (start + length < words.length) pieces.push({ text: "…", marked: false });
  return joinPieces(pieces).map(({ text, marked }) => ({ text: restoreDashes(text), marked }));
}

const excerptLength = 34;

/**
 * Text as it was before it was indexed: the index holds "Georgia–\u2060 European" for "Georgia–European" and
 * "talks\u2060– and" for "talks – and", see `separateDashes` of the build.
 */
export function restoreDashes(text: string): string {
  return text.replace(/\u2060 /gu, "").replace(/\u2060/gu, " ");
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
