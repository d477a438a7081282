/** A query taken apart: phrases must stand as they are, the words anywhere. */
export interface Terms {
  readonly phrases: readonly string[];
  readonly words: string;
}

/**
 * Takes apart what a reader typed: `oil "exact phrase"` -> words "oil", phrase "exact phrase". Curly and low quotation
 * marks count as straight ones; a mark without a partner is ignored. Pagefind itself knows a phrase only where it is
 * the whole query. Takes the language of the index, for those that write without spaces.
 */
export function parseTerms(query: string, language: string): Terms {
  const parts = query.replace(/[“”„‟«»]/gu, '"').split('"');
  // Odd parts stand between two marks; the last one has no partner when the number of parts is even.
  const unpaired = parts.length % 2 === 0 ? parts.length - 1 : -1;
  const isPhrase = (i: number): boolean => i % 2 === 1 && i !== unpaired;
  const clean = (text: string): string => cleanWords(text, language);
  return {
    phrases: parts.filter((_, i) => isPhrase(i)).map(clean).filter((phrase) => phrase !== ""),
    words: clean(parts.filter((_, i) => !isPhrase(i)).join(" ")),
  };
}

// Pagefind drops punctuation without a space in its place, "Georgia–European" -> "GeorgiaEuropean", and keeps signs
// that the index has dropped, "$5.00". What is left without a letter or digit would find nothing or everything.
function cleanWords(text: string, language: string): string {
  const spaced = text.replace(/[–—/]/gu, " ").replace(/[\p{S}\p{C}]/gu, " ");
  const words = spaced.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (isUnspaced(language) ? words.flatMap((word) => segment(word, language)) : words).join(" ");
}

// The languages that Pagefind cuts into words when it indexes.
function isUnspaced(language: string): boolean {
  return ["zh", "ja", "th"].includes(language);
}

function segment(text: string, language: string): readonly string[] {
  return Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(text), ({ segment: word }) => word);
}
