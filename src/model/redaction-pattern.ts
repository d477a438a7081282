/**
 * Finds redacted names as whole words, in any case, in composed or decomposed letters, with or without their accents,
 * with any apostrophe; between their words any blank, break, hyphen or emphasis. More is withheld than `namePattern`
 * would find: a link too few does no harm, a name too many does.
 */
export function redactionPattern(names: readonly string[]): RegExp {
  const sources = [...new Set(names.map((name) => name.normalize("NFC").trim()))]
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.split(/[\s-]+/u).map((word) => [...word].map(letter).join("")).join(gap));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
}

// "Jane&nbsp;Doe", "Jane\" and "Doe" on the next line, "> Jane" and "> Doe", "Jane-Doe", "Jane **Doe**"
const gap = String.raw`(?:[\s*_>\\\-\u00ad\u2010\u2011\u200b-\u200d\u2060]|&nbsp;|&#(?:32|160);|&#x(?:20|a0);)+`;

function letter(sign: string): string {
  if (/['’]/u.test(sign)) return "['’‘ʼ]";
  // "ß" in capitals is "SS".
  if (sign === "ß") return "(?:ß|ss)";
  const decomposed = sign.normalize("NFD");
  const [base = sign, ...marks] = decomposed;
  const forms = [sign, decomposed].map((form) => RegExp.escape(form));
  // A Korean syllable decomposes too, but into letters.
  if (marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark))) forms.push(`${RegExp.escape(base)}\\p{M}*`);
  return `(?:${[...new Set(forms)].join("|")})`;
}
