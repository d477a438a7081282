import { displayName, recognizeCharset } from "./charset.ts";
import type { Charset } from "./charset.ts";
import { decode } from "./decode.ts";
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
 * Decodes a text file, whose character set is recognized where it is not declared, and cuts it into lines (LF, CRLF or CR).
 * What cannot be published (control characters) and blanks at the ends of lines are dropped and noted.
 */
export function readTextLines(bytes: Buffer, declared?: string): TextLines {
  const { charset, fault } = recognizeCharset(bytes, declared);
  if (fault) return { fault: { reason: fault.reason, detail: fault.detail, line: lineAt(bytes, fault.offset) } };
  const rows = decode(bytes, charset).split(/\r\n|[\n\r]/u);
  const clean = rows.map((row) => row.replace(unprintable, (sign) => (/\s/u.test(sign) ? " " : "")));
  return { lines: linesOf(clean.map((row) => row.trim())), notes: [...charsetNotes(charset, rows), ...controlNotes(rows), ...blankNotes(clean)] };
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

/** What is noted of the character set of a text, whose lines are given. */
function charsetNotes(charset: Charset, rows: readonly string[]): readonly Note[] {
  const name = displayName(charset);
  if (charset.by === "detected") {
    const evidence = rows.flatMap((row, i) => (/[^\x00-\x7F]/u.test(row) ? [{ line: i + 1, text: row.trim() }] : [])).slice(0, shownLines);
    return [{ level: "guess", kind: `character set detected: ${name}`, text: `read the file as ${name}; ${charset.because ?? ""}`, evidence }];
  }
  const dropped: Note[] = charset.by === "mark" ? [{ level: "count", kind: "byte order mark dropped" }] : [];
  return charset.name === "utf-8" ? dropped : [...dropped, { level: "change", kind: `character set declared: ${name}`, text: `read the file as ${name}, as ${charset.by === "mark" ? "its byte order mark says" : "declared"}` }];
}

/** The same for one record of a file: a guess only where the record has letters that it concerns. */
export function fileCharsetNotes(charset: Charset, record: string): readonly Note[] {
  if (charset.by !== "detected" || !/[^\x00-\x7F]/u.test(record)) return charset.by === "detected" ? [] : charsetNotes(charset, []);
  const name = displayName(charset);
  const word = /[^\s"<>]*[^\x00-\x7F][^\s"<>]*/u.exec(record)?.[0].slice(0, 60) ?? "";
  return [{ level: "guess", kind: `character set detected: ${name}`, text: `read the file as ${name}, so that here stands "${word}"; ${charset.because ?? ""}` }];
}

/** How many lines show the letters that a guess gives. */
const shownLines = 3;

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

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
