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

/** One line for people and editors: `1987/03/funaro.md:4:9 date: ... ; write ...`. */
export function formatProblem(problem: Problem): string {
  return `${formatPlace(problem)} ${problem.message}; ${problem.fix}`;
}

function formatPlace({ file, line, column }: Problem): string {
  if (line === undefined) return `${file}:`;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
