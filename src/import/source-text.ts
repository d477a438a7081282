import { isAscii, isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { recognizeCharset } from "./charset.ts";
import type { Charset, RecognizedCharset } from "./charset.ts";
import { openDecoder } from "./decode.ts";

/**
 * Recognizes the character set of a file of any size. All of it is read, a piece at a time, so that a damaged byte at its
 * end is found before the first article is written.
 */
export function recognizeFile(path: string, declared: string | undefined): RecognizedCharset {
  let found: RecognizedCharset | undefined;
  let offset = 0;
  let plain = true;
  for (const piece of wholeCharacters(path)) {
    if (found === undefined) {
      found = recognizeCharset(piece, declared);
      if (found.fault) return found;
    } else if (found.charset?.name === "utf-8" && !(isUtf8(piece) && !piece.includes(0))) {
      const later = recognizeCharset(piece, found.charset.by === "valid" ? undefined : "utf-8");
      if (later.fault) return { fault: { ...later.fault, detail: later.fault.detail.replace(/(?<=at offset )\d+/u, String(offset + later.fault.offset)), offset: offset + later.fault.offset } };
      // So far there was ASCII alone, which all of them share; after real UTF-8 another character set means damage.
      if (!plain) return { fault: { reason: "is not UTF-8", detail: `after UTF-8, from offset ${String(offset)} on`, offset } };
      found = later;
    }
    plain &&= isAscii(piece);
    offset += piece.length;
  }
  return found ?? { charset: { name: "utf-8", by: "valid" } };
}

/** The text of a file, a piece at a time; line ends are LF. */
export function* readTextPieces(path: string, charset: Charset): Generator<string> {
  const { write, end } = openDecoder(charset);
  let held = "";
  for (const bytes of readPieces(path)) {
    const text = held + write(bytes);
    // A CR at the end of a piece may be half of a CRLF.
    held = text.endsWith("\r") ? "\r" : "";
    yield lineFeeds(text.slice(0, text.length - held.length));
  }
  yield lineFeeds(held + end());
}

/** Which line of a file, from 1, a byte stands in. */
export function lineOfByte(path: string, offset: number): number {
  let line = 1;
  let from = 0;
  for (const piece of readPieces(path)) {
    for (let at = piece.indexOf(0x0a); at !== -1 && from + at < offset; at = piece.indexOf(0x0a, at + 1)) line++;
    from += piece.length;
    if (from >= offset) break;
  }
  return line;
}

/** The bytes of a file, a piece at a time, each in memory of its own. */
export function* readPieces(path: string, size = pieceSize): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(size);
      const length = readSync(file, piece, 0, size, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const pieceSize = 1_048_576;

// Pieces that end neither inside a character of UTF-8 nor inside a unit of UTF-16.
function* wholeCharacters(path: string): Generator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for (const bytes of readPieces(path)) {
    const piece = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    const cut = wholeLength(piece);
    held = piece.subarray(cut);
    if (cut > 0) yield piece.subarray(0, cut);
  }
  if (held.length > 0) yield held;
}

function wholeLength(piece: Buffer): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return piece.length - back - ((piece.length - back) % 2);
  }
  return piece.length - (piece.length % 2);
}

function lineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
}
