/**
 * Letters that have no accent to take off, as people type them who do not have them: "Łódź" -> "lodz", "Øresund" ->
 * "oresund", "Straße" -> "strasse".
 */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ĸ: "k",
};
const plainPattern = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu");

/** "octobre décembre" -> "octobre decembre", in lower case. */
export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A word as the index has it before it is stemmed: lower case, letters and digits alone: "U.S." -> "us", "O’Neill" -> "oneill". */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(plainPattern, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The short form of a folded word in which an umlaut may have been written out: "mueller" -> "muller", "aarhus" ->
 * "arhus"; undefined where there is none. Short words ("poet") and "gue" and "que" ("guest") are left alone.
 */
export function shortForm(word: string): string | undefined {
  if (word.length < shortestWritten) return undefined;
  const short = word.replace(/(?<![aeiouq])(?:[ao]e|aa|(?<!g)ue)(?![aeiou])/gu, (pair) => pair.charAt(0));
  return short === word ? undefined : short;
}

const shortestWritten = 5;

/** A name or query folded word by word, in short forms: "Łódź, Müller-Lüdenscheidt" and "Lodz Mueller Luedenscheidt" alike. */
export function foldText(text: string): string {
  return text
    .split(/[\s\p{Pd}/]+/u)
    .map(foldWord)
    .map((word) => shortForm(word) ?? word)
    .filter((word) => word !== "")
    .join(" ");
}
