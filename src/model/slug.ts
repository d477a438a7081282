import anyAscii from "any-ascii";

/**
 * The part of an address made from a name: lower-case ASCII letters and digits joined by hyphens.
 * "Łódź" -> "lodz", "北京" -> "beijing". Empty where nothing can be transliterated ("!?").
 */
export function slugOf(name: string): string {
  return anyAscii(name.normalize("NFC"))
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}

/**
 * What two spellings of one name share: case, accents, Unicode form, white space and the kind of apostrophe do not count.
 * "Gdańsk" and "GDAŃSK " fold to the same text; it is a key for comparing and is never shown.
 */
export function foldName(name: string): string {
  if (plainName.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/gu, (letter) => undecomposed[letter] ?? letter)
    .replace(/[’‘ʼ`]/gu, "'")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

// Letters that Unicode does not decompose into a base letter and a mark.
const undecomposed: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

// Most names need no Unicode work at all; normalizing each of 60,000 tags costs a tenth of a second.
const plainName = /^[A-Za-z0-9.'-]+(?: [A-Za-z0-9.'-]+)*$/u;
