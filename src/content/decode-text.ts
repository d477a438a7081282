import type { Problem } from "../model/content-error.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of a file that must be UTF-8 (a byte order mark is dropped), or what is wrong with it. */
export function decodeText(file: string, bytes: Uint8Array): string | Problem {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return problem(file, 1, 1, "the file is UTF-16, not UTF-8");
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    const { line, column } = firstBadByte(bytes);
    return problem(file, line, column, "here the file is not UTF-8 (it may be Latin-1 or Windows-1252)");
  }
  const nul = text.indexOf("\0");
  if (nul !== -1) return { ...problem(file, ...placeOf(text, nul), "here stands a NUL byte"), fix: "remove it" };
  if (text.includes("\r") && !text.includes("\n")) return { ...problem(file, 1, 1, "lines end with CR alone"), fix: "save the file with LF or CRLF line ends" };
  return text;
}

function problem(file: string, line: number, column: number, message: string): Problem {
  return { file, line, column, message, fix: "save the file as UTF-8" };
}

// A line at a time: a byte that is no UTF-8 never hides behind a line feed.
function firstBadByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    const row = bytes.subarray(start, i);
    try {
      utf8.decode(row);
    } catch {
      return { line, column: new TextDecoder("utf-8").decode(row).indexOf("\ufffd") + 1 };
    }
    line++;
    start = i + 1;
  }
  return { line: 1, column: 1 };
}

function placeOf(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset).split("\n");
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}
