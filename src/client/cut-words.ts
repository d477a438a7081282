/** A word of a text as it stands there, with its punctuation, and where it begins. */
export interface CutWord {
  readonly text: string;
  readonly start: number;
}

/**
 * Cuts a text into words: at white space and at dashes, which stand for no word: "Georgia–European", "talks – and",
 * "said -- but", "this - that". Texts are cut so for the index, for excerpts, and so are queries. Takes the language of the
 * text, for those that write without spaces.
 */
export function cutWords(text: string, language: string): readonly CutWord[] {
  const spaced = spaceDashes(text);
  if (!unspacedLanguages.has(language)) return Array.from(spaced.matchAll(/\S+/gu), (match) => ({ text: match[0], start: match.index }));
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(spaced);
  return Array.from(segments, ({ segment, index }) => ({ text: segment, start: index })).filter(({ text: word }) => word.trim() !== "");
}

/** A text of the same length with spaces for its dashes, and for the signs that turn the direction of writing. */
export function spaceDashes(text: string): string {
  return text.replace(/[–—\p{Cc}\u202A-\u202E\u2066-\u2069]|--+|(?<!\S)-(?!\S)/gu, (dash) => " ".repeat(dash.length));
}

// The languages that Pagefind cuts into words when it indexes.
const unspacedLanguages = new Set(["zh", "ja", "th"]);
