import { decode } from "./decode.ts";

/** A passage that looks like UTF-8 read in another character set. */
export interface Mojibake {
  /** As it stands: "donâ€™t". */
  readonly found: string;
  /** What it may have been: "don’t". */
  readonly meant: string;
}

/**
 * Finds text that was once UTF-8 and was read as Windows-1252 ("cafÃ©", "â€œ") or Windows-1251 ("РџСЂРё"), and signs that
 * stand for lost ones (U+FFFD). Gives the words they stand in. Nothing is repaired: "Ã©" may be meant.
 */
export function findMojibake(text: string): readonly Mojibake[] {
  if (!suspicious.test(text)) return [];
  const words = text.match(/\S*[^\x00-\x7F]\S*/gu) ?? [];
  const found = new Map<string, string>();
  for (const word of words) {
    const meant = word.includes("\uFFFD") ? word : (reread(word, western, 1) ?? reread(word, cyrillic, 2));
    if (meant !== undefined) found.set(word, meant);
  }
  return Array.from(found, ([word, meant]) => ({ found: word, meant }));
}

// The first bytes of UTF-8's sequences as letters: Ã, Â, â, Ð, Ñ and others in Windows-1252, Р and С in Windows-1251.
const suspicious = /[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|[РСв][\u0080-\u00BF\u0401-\u045F\u0490\u0491\u2013-\u203A\u20AC\u2116\u2122]|\uFFFD/u;

type Table = ReadonlyMap<string, number>;

/** Rereads the runs of a word that are bytes of UTF-8; undefined where fewer characters than `fewest` come out of it. */
function reread(word: string, table: Table, fewest: number): string | undefined {
  let gained = 0;
  const meant = word.replace(/[^\x00-\x7F]{2,}/gu, (run) => {
    const bytes = [...run].map((sign) => table.get(sign));
    if (bytes.some((byte) => byte === undefined)) return run;
    const text = strict(bytes.map((byte) => byte ?? 0));
    if (text === undefined) return run;
    gained += [...text].length;
    return text;
  });
  return gained >= fewest ? meant : undefined;
}

function strict(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i));
const tableOf = (text: string): Table => new Map([...text].map((sign, i) => [sign, 0x80 + i]));
const western = tableOf(decode(upperHalf, { name: "windows-1252" }));
const cyrillic = tableOf(decode(upperHalf, { name: "windows-1251" }));
