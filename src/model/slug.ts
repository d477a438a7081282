import anyAscii from "any-ascii";

/**
 * The part of an address made from a name: lower-case ASCII letters and digits joined by hyphens.
 * "Łódź" -> "lodz", "北京" -> "beijing". Empty where nothing can be transliterated ("!?").
 */
export function slugOf(name: string): string {
  const ascii = isAscii.test(name) ? name : anyAscii(name.normalize("NFC"));
  const slug = ascii
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return slug.length <= longestSlug ? slug : slug.slice(0, longestSlug).replace(/-[^-]*$/u, "");
}

const isAscii = /^[\0-\x7f]*$/u;

/** File systems allow 255 bytes for a name; hosts and archives of files (ZIP, tar) are happier with far less. */
const longestSlug = 120;

/**
 * What two spellings of one name share: case, accents, Unicode form, white space and the kind of apostrophe do not count.
 * "Gdańsk" and "GDAŃSK " fold to the same text; it is a key for comparing and is never shown.
 */
export function foldName(name: string): string {
  if (plainName.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/[łøđðıßæœþς]/gu, (letter) => undecomposed[letter] ?? letter)
    .replace(/[’‘ʼ`]/gu, "'")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

// Letters that Unicode does not decompose into a base letter and a mark; the final sigma is one letter with the other.
const undecomposed: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" };

// Marks that a spelling may lack: the accents of European scripts, the vowel points of Hebrew and Arabic. The vowel signs of
// Indian scripts and the sound marks of kana are marks to Unicode too, but letters to a reader: they make another name.
const accents = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

// Most names need no Unicode work at all; normalizing each of 60,000 tags costs a tenth of a second.
const plainName = /^[A-Za-z0-9.'-]+(?: [A-Za-z0-9.'-]+)*$/u;
