import type { Charset } from "./charset.ts";

/** Turns bytes into text, piece by piece; `end` gives what was waiting for its last byte. A byte order mark is dropped. */
export interface Decoder {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
}

/** Opens a decoder for a character set that `recognizeCharset` has found. */
export function openDecoder({ name }: Pick<Charset, "name">): Decoder {
  if (name === "windows-1252" || name === "iso-8859-1") return { write: decodeWindows1252, end: () => "" };
  const decoder = new TextDecoder(name);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** The text of all bytes. */
export function decode(bytes: Buffer, charset: Pick<Charset, "name">): string {
  const { write, end } = openDecoder(charset);
  return write(bytes) + end();
}

// Node 26 takes Windows-1252 for Latin-1 and gives control characters for curly quotes.
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u009F]/gu, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}

// https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F; five of them are control characters there too.
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
