import { formatCount } from "../html/count.ts";
import { en } from "../html/strings/en.ts";

/** Hears how far a build is. */
export interface Progress {
  /** A stage begins, of so many parts, or of nobody knows how many. */
  begin(stage: string, total: number | undefined): void;
  /** So many of its parts are done. */
  done(count: number): void;
  /** The stage has ended. */
  end(): void;
}

/** Says nothing: for `--json` and for tests. */
export const silence: Progress = { begin: () => undefined, done: () => undefined, end: () => undefined };

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** On a terminal a line with a bar that is rewritten; in a log one line for each stage, when it ends. */
export function progressOn(output: Output, now: () => number = () => performance.now()): Progress {
  let stage = "";
  let total: number | undefined;
  let count = 0;
  let began = 0;
  let shown = 0;
  const show = (): void => {
    shown = now();
    output.write(`\r\x1b[K${stage} ${bar(count, total)}${counted(count, total)}`);
  };
  return {
    begin(name, parts) {
      [stage, total, count, began] = [name, parts, 0, now()];
      if (output.isTTY) show();
    },
    done(parts) {
      count = parts;
      if (output.isTTY && now() - shown > redrawEvery) show();
    },
    end() {
      const seconds = ((now() - began) / 1000).toFixed(1);
      output.write(`${output.isTTY ? "\r\x1b[K" : ""}${stage}${counted(count, undefined)} (${seconds} s)\n`);
    },
  };
}

// Milliseconds: what the eye follows.
const redrawEvery = 80;

const barWidth = 24;

function bar(count: number, total: number | undefined): string {
  if (total === undefined || total === 0) return "";
  const filled = Math.min(barWidth, Math.round((count / total) * barWidth));
  return `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}]`;
}

function counted(count: number, total: number | undefined): string {
  if (total !== undefined) return ` ${formatCount(count, en)} of ${formatCount(total, en)}`;
  return count === 0 ? "" : ` ${formatCount(count, en)}`;
}
