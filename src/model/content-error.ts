/** One thing that is wrong in the content: where it is, what is wrong, and how to mend it. */
export interface Problem {
  /** Path inside the content folder. */
  readonly file: string;
  /** 1-based; undefined where the whole file is meant. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** What is wrong and what was expected: `date: "2001-02-30" is not a calendar date`. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** The line itself, where whoever found the problem had the text. */
  readonly excerpt?: Excerpt | undefined;
}

/** As much of a line of a file as a terminal shows. */
export interface Excerpt {
  readonly text: string;
  /** Where in `text` the problem begins (0-based). */
  readonly caret: number;
}

/** Thrown once, with everything that is wrong in all files. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(byPlace);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.problems = sorted;
  }
}

/**
 * A problem for a terminal: `1987/03/funaro.md:4:7 date: "2001-02-30" is not a calendar date; write ...`, and below it,
 * where it is known, the line with a caret under the place.
 */
export function formatProblem(problem: Problem): string {
  const line = printable(`${formatPlace(problem)} ${problem.message}; ${problem.fix}`);
  return problem.excerpt === undefined ? line : `${line}\n${formatExcerpt(problem.excerpt)}`;
}

function formatPlace({ file, line, column }: Problem): string {
  if (line === undefined) return `${file}:`;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function formatExcerpt({ text, caret }: Excerpt): string {
  const before = printable(text.slice(0, caret));
  return `    ${before}${printable(text.slice(caret))}\n    ${" ".repeat(columnsOf(before))}^`;
}

// Marks stand on the letter before them; East Asian letters are two columns wide.
function columnsOf(text: string): number {
  return text.replace(/\p{M}/gu, "").replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/gu, "__").length;
}

// Content comes from strangers: an escape sequence must not reach the terminal, nor an override turn the line around.
function printable(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[\0-\x1f]/gu, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/gu, (sign) => `<${codePointOf(sign)}>`);
}

/** "U+202E", for signs that cannot be shown. */
export function codePointOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
