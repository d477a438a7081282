import { codePointOf, type Problem } from "../model/content-error.ts";
import { excerptOf, lineOf } from "./excerpt.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of a file that must be UTF-8 (a byte order mark is dropped), or what is wrong with it. */
export function decodeText(file: string, bytes: Uint8Array): string | Problem {
  if (isUtf16(bytes)) return { file, line: undefined, column: undefined, message: "the file is UTF-16, not UTF-8", fix: "save it as UTF-8" };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return notUtf8(file, bytes);
  }
  const control = controlCharacter.exec(text);
  if (control !== null) return controlProblem(file, text, control.index, control[0]);
  if (text.includes("\r") && !text.includes("\n")) {
    return { file, line: undefined, column: undefined, message: "lines end with CR alone, as on a Macintosh before 2001", fix: "save the file with LF or CRLF line ends" };
  }
  return text;
}

// What neither HTML nor XML can carry. https://html.spec.whatwg.org/#control-character-in-input-stream-parse-error
const controlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/u;

// A byte order mark, or a zero in every second of the first bytes (Latin letters without a mark).
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

function controlProblem(file: string, text: string, offset: number, sign: string): Problem {
  const { line, column } = placeOf(text, offset);
  const name = sign === "\0" ? "a NUL byte" : `the control character ${codePointOf(sign)}`;
  return { file, line, column, message: `here stands ${name}`, fix: "remove it", excerpt: excerptOf(lineOf(text, line), column) };
}

// A line at a time: a byte that is no UTF-8 never hides behind a line feed.
function notUtf8(file: string, bytes: Uint8Array): Problem {
  const message = "this is not UTF-8 (it may be Latin-1 or Windows-1252)";
  const fix = "save the file as UTF-8";
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    const row = bytes.subarray(start, i);
    try {
      utf8.decode(row);
    } catch {
      const shown = new TextDecoder("utf-8").decode(row);
      const column = firstBadColumn(row);
      return { file, line, column, message, fix, excerpt: excerptOf(shown, column) };
    }
    line++;
    start = i + 1;
  }
  return { file, line: undefined, column: undefined, message, fix };
}

// Up to the first bad byte, what the text is written back to are the bytes themselves.
function firstBadColumn(row: Uint8Array): number {
  const shown = new TextDecoder("utf-8").decode(row);
  const written = new TextEncoder().encode(shown);
  const differs = row.findIndex((byte, i) => byte !== written[i]);
  return new TextDecoder("utf-8").decode(row.subarray(0, differs)).replace(/\ufffd$/u, "").length + 1;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
