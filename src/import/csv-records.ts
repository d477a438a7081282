import { detach } from "./detach.ts";

/** A record of a table in CSV, as it stands. */
export interface RawRecord {
  readonly raw: string;
  /** Line of the file it begins in, from 1. */
  readonly line: number;
  /** False where a quotation mark is open when the file ends, or a record would be longer than any article. */
  readonly whole: boolean;
}

/** A longer record is a quotation mark that was never closed: no text of a newspaper has 16 million characters. */
export const longestRecord = 16_777_216;

/**
 * Cuts a text that comes in pieces into the records of a table (RFC 4180: a line break inside quotation marks belongs to the
 * field). A mark inside a field that does not begin with one is text: `the 5" gun`. Blank lines are no records.
 *
 * A record that goes wrong is given up at its first line, and cutting goes on with the next: a lost mark costs one record.
 */
export function* splitCsv(pieces: Iterable<string>, delimiter: string): Generator<RawRecord> {
  let held = "";
  let line = 1;
  let state: State = { at: 0, field: "start" };
  const cut = (end: number): RawRecord => {
    const record: RawRecord = { raw: detach(held.slice(0, end)), line, whole: true };
    held = held.slice(end + 1);
    line += countLines(record.raw) + 1;
    state = { at: 0, field: "start" };
    return record;
  };
  const giveUp = (): RawRecord => {
    const lost = cut(firstBreak(held));
    return { ...lost, raw: detach(lost.raw.slice(0, longestShown)), whole: false };
  };
  for (const piece of pieces) {
    held += piece;
    for (;;) {
      state = scan(held, state, delimiter);
      if (state.at < held.length) yield* filled(cut(state.at));
      else if (held.length > longestRecord) yield giveUp();
      else break;
    }
  }
  while (held !== "") {
    state = scan(held, state, delimiter);
    if (state.field === "quoted" && state.at >= held.length) yield giveUp();
    else yield* filled(cut(state.at));
  }
}

/** How much of a lost record a message could show. */
const longestShown = 200;

interface State {
  readonly at: number;
  /** `closed`: behind the mark that ends a quoted field, or between the two that stand for one. */
  readonly field: "start" | "plain" | "quoted" | "closed";
}

/** Goes on to the line break that ends the record, or to the end of what is there. */
function scan(text: string, from: State, delimiter: string): State {
  let { at, field } = from;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (field === "quoted") {
      if (sign === '"') field = "closed";
    } else if (sign === "\n") break;
    else if (sign === delimiter) field = "start";
    else if (sign === '"') field = field === "plain" ? "plain" : "quoted";
    else if (field === "start") field = "plain";
  }
  return { at, field };
}

function firstBreak(text: string): number {
  const at = text.indexOf("\n");
  return at === -1 ? text.length : at;
}

function filled(record: RawRecord): readonly RawRecord[] {
  return record.raw.trim() === "" ? [] : [record];
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
