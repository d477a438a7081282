import { isUtf8 } from "node:buffer";
import type { Note } from "./draft.ts";
import { formatLines } from "./format-report.ts";

/** A line of a source file that is not blank. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** Without blanks at its ends. */
  readonly text: string;
  /** Number of the run of lines it belongs to; blank lines stand between runs. */
  readonly block: number;
  /** True where it is the only line of its run. */
  readonly alone: boolean;
}

export type TextLines =
  | { readonly lines: readonly TextLine[]; readonly notes: readonly Note[]; readonly fault?: never }
  | { readonly fault: { readonly reason: string; readonly detail: string; readonly line: number } };

/**
 * Decodes a text file, which must be UTF-8, and cuts it into lines (LF, CRLF or CR).
 * What cannot be published (control characters) and blanks at the ends of lines are dropped and noted.
 */
export function readTextLines(bytes: Buffer): TextLines {
  const bad = findBadByte(bytes);
  if (bad !== undefined) return { fault: { reason: "is not UTF-8", detail: describeByte(bytes, bad), line: lineAt(bytes, bad) } };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { fault: { reason: "holds NUL bytes (UTF-16, or no text at all)", detail: describeByte(bytes, zero), line: lineAt(bytes, zero) } };
  const rows = new TextDecoder("utf-8").decode(bytes).split(/\r\n|[\n\r]/u);
  const clean = rows.map((row) => row.replace(unprintable, (sign) => (/\s/u.test(sign) ? " " : "")));
  return { lines: linesOf(clean.map((row) => row.trim())), notes: [...markNotes(bytes), ...controlNotes(rows), ...blankNotes(clean)] };
}

function linesOf(rows: readonly string[]): readonly TextLine[] {
  let block = 0;
  return rows.flatMap((text, i) => {
    if (text === "") return [];
    const [before, after] = [rows[i - 1] ?? "", rows[i + 1] ?? ""];
    if (before === "") block++;
    return [{ number: i + 1, text, block, alone: before === "" && after === "" }];
  });
}

// What neither HTML nor XML can carry, and the overrides that turn text around; the article's own rules refuse them. A page
// break or a vertical tab between words becomes a blank.
const unprintable = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF]/gu;

function markNotes(bytes: Buffer): readonly Note[] {
  return bytes.subarray(0, 3).toString("hex") === "efbbbf" ? [{ level: "count", kind: "byte order mark dropped" }] : [];
}

function controlNotes(rows: readonly string[]): readonly Note[] {
  return rows.flatMap((row, i): readonly Note[] => {
    const found = [...new Set(row.match(unprintable))].map((sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
    if (found.length === 0) return [];
    return [{ level: "warning", kind: "control characters dropped", text: `dropped ${found.join(", ")} in line ${String(i + 1)}`, evidence: [{ line: i + 1, text: row.trim() }] }];
  });
}

function blankNotes(rows: readonly string[]): readonly Note[] {
  const tails = rows.map((row) => row.slice(row.trimEnd().length));
  const note = (kind: string, where: string, has: (row: string, tail: string) => boolean): readonly Note[] => {
    const lines = rows.flatMap((row, i) => (has(row, tails[i] ?? "") ? [i + 1] : []));
    return lines.length === 0 ? [] : [{ level: "change", kind, text: `dropped ${where} of ${formatLines(lines)}` }];
  };
  return [
    ...note("no-break spaces at line ends dropped", "no-break spaces at the end", (_row, tail) => noBreak.test(tail)),
    ...note("blanks at line ends dropped", "blanks at the end", (row, tail) => tail !== "" && tail !== row && !noBreak.test(tail)),
    ...note("blanks before lines dropped", "blanks at the beginning", (row, tail) => /^\s/u.test(row) && tail !== row),
  ];
}

const noBreak = /[\u00A0\u2007\u202F]/u;

function describeByte(bytes: Buffer, at: number): string {
  return `byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")} at offset ${String(at)}`;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}

// Where the first sequence begins that is not UTF-8: in "caf\xE9 au" the E9, although only the blank after it gives it away.
function findBadByte(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return undefined;
}

// RFC 3629, section 4.
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
