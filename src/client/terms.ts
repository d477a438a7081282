import { cutWords } from "./cut-words.ts";
import { foldWord, shortForm } from "./fold.ts";
import type { Stemmer } from "./stemmer.ts";

/** One thing that an article must have: a word, or several in a row. */
export interface Term {
  /** As the reader wrote it. */
  readonly text: string;
  readonly words: readonly TermWord[];
}

/** A word of a term: any of some stems, so many places behind the term's first word. */
export interface TermWord {
  readonly stems: readonly string[];
  readonly offset: number;
  /** Where the word may go on, "volck*", also all words that begin so; "" where not. */
  readonly beginning: string;
}

/**
 * Takes apart what a reader typed: `oil "exact phrase" volck*`. Curly and low quotation marks count as straight ones; a
 * mark without a partner is ignored. Takes the language of the index, for those that write without spaces, and its stemmer.
 */
export function parseTerms(query: string, language: string, stem: Stemmer): readonly Term[] {
  const parts = query.replace(/[“”„‟«»]/gu, '"').split('"');
  // Odd parts stand between two marks; the last one has no partner when the number of parts is even.
  const unpaired = parts.length % 2 === 0 ? parts.length - 1 : -1;
  const terms = parts.flatMap((part, i) => {
    const words = cutWords(part, language).map(({ text }) => text);
    if (i % 2 === 1 && i !== unpaired) return [termOf(words, stem)];
    return words.flatMap(splitCompound).map((word) => termOf([word], stem));
  });
  const seen = new Set<string>();
  return terms.filter((term) => term.words.length > 0 && seen.size < seen.add(JSON.stringify(term.words)).size).slice(0, mostTerms);
}

// Each costs a download from every shard.
const mostTerms = 32;

// "oil-producing" also finds "oil producing": the index has the parts of a compound. Of "F-16" it has no "F".
function splitCompound(word: string): readonly string[] {
  const parts = word.split(/[\p{Pd}/]/u);
  return parts.length > 1 && parts.every((part) => /^[\p{L}*]{3,}$/u.test(part)) ? parts : [word];
}

// A sign that stands alone is no word, but it has a place: "AT & T".
function termOf(words: readonly string[], stem: Stemmer): Term {
  const found = words.flatMap((word, offset): readonly TermWord[] => {
    const folded = foldWord(word);
    if (folded === "") return [];
    const short = shortForm(folded);
    const stems = [...new Set([folded, ...(short === undefined ? [] : [short])].map(stem))];
    return [{ stems, offset, beginning: word.endsWith("*") ? folded : "" }];
  });
  const start = found[0]?.offset ?? 0;
  return { text: words.join(" "), words: found.map((word) => ({ ...word, offset: word.offset - start })) };
}
