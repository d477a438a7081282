import type { ArticleText } from "./article-text.ts";

/** A word that begins with a capital letter. */
export interface Capital {
  readonly at: number;
  readonly end: number;
  /** Without case and accents, without "'s": "baker". */
  readonly folded: string;
  /** True where it goes on from the capital before it: "James" and "Baker" in "James A. Baker". */
  readonly joined: boolean;
}

/**
 * The capitalised words of a text, in order: "Reagan" of "Reagan's", "U.S", "Leigh-Pemberton", "O’Neill", "Sabah" of
 * "al-Sabah"; not the "S" of "iOS". Of a script without capitals every word is one: there only known names are found, and only
 * where blanks stand between words. Every archive goes through here, letter by letter: a pattern of Unicode classes takes
 * five times as long.
 */
export function capitalsOf({ text, folded }: ArticleText): readonly Capital[] {
  const capitals: Capital[] = [];
  let last: Capital | undefined;
  for (let at = 0; at < text.length; at++) {
    if (!isWordSign(text.charCodeAt(at))) continue;
    const wordEnd = endOfWord(text, at);
    if (isCapital(text.charCodeAt(at))) {
      const end = /['’][sS]$/u.test(text.slice(wordEnd - 2, wordEnd)) && wordEnd - 2 > at ? wordEnd - 2 : wordEnd;
      last = { at, end, folded: folded.slice(at, end), joined: last !== undefined && goesOn(last, text, at) };
      capitals.push(last);
      at = wordEnd - 1;
      continue;
    }
    // "al-Sabah": what stands behind a small beginning is a word of its own.
    while (at + 1 < wordEnd && isWordSign(text.charCodeAt(at + 1))) at++;
  }
  return capitals;
}

// Letters and digits, and between two of them an apostrophe, a full stop or a hyphen.
function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordSign(code)) continue;
    if (!isJoint(code) || !isWordSign(text.charCodeAt(at + 1))) break;
  }
  return at;
}

const isJoint = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d;

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code > 127 && /[\p{Lu}\p{Lt}\p{Lo}]/u.test(String.fromCharCode(code)));
}

function isWordSign(code: number): boolean {
  if (code <= 127) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  // Dashes, quotation marks and their like are the commonest signs beyond ASCII.
  return !(code >= 0x2000 && code <= 0x206f) && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code));
}

// One blank (two for a line break of CR and LF), or the full stop of an abbreviation and a blank: "U.S. Secretary", "St. Louis".
function goesOn({ end, folded }: Capital, text: string, at: number): boolean {
  if (at - end > 3) return false;
  if (at - end === 1) return text[end] === " ";
  const between = text.slice(end, at);
  return between === "  " || ((between === ". " || between === ".  ") && abbreviation.test(folded));
}

const abbreviation = /^(?:\p{L}|\p{L}(?:\.\p{L})+|mr|mrs|ms|dr|st|gen|col|lt|maj|capt|cmdr|adm|sgt|sen|rep|gov|pres|prof|rev|hon)$/u;
