/** How much of a date is known. */
export type Precision = "time" | "day" | "month" | "season" | "year" | "decade" | "century" | "interval" | "undated";

/**
 * A date as an archive knows it: a calendar day, less than a day ("1987-03", "198X"), or nothing ("undated").
 * Days are ISO text, so that comparing text compares time and no time zone can move them.
 */
export interface PartialDate {
  /** As written in the front matter (ISO 8601 or EDTF): "1987-03-02T10:44:46Z", "1987-03~", "undated". */
  readonly text: string;
  readonly precision: Precision;
  /** First day it can mean, "1987-03-01"; undefined where nothing is known or the start is open. */
  readonly earliest: string | undefined;
  /** Last day it can mean, "1987-03-31". */
  readonly latest: string | undefined;
  /** EDTF "~": circa. */
  readonly approximate: boolean;
  /** EDTF "?": the source is doubtful. */
  readonly uncertain: boolean;
}

export const undated: PartialDate = {
  text: "undated",
  precision: "undated",
  earliest: undefined,
  latest: undefined,
  approximate: false,
  uncertain: false,
};

/** The year it certainly falls in ("1987"), or undefined: "198X" and "undated" stand in no year. */
export function yearOf(date: PartialDate): string | undefined {
  return sharedPart(date, 4);
}

/** The month it certainly falls in ("1987-03"), or undefined. */
export function monthOf(date: PartialDate): string | undefined {
  return sharedPart(date, 7);
}

/** The calendar day it certainly falls on ("1987-03-02"), or undefined. */
export function dayOf(date: PartialDate): string | undefined {
  return sharedPart(date, 10);
}

// An approximate date ("1987-03~") stands where it says: a reader looks for it in March 1987.
function sharedPart(date: PartialDate, length: 4 | 7 | 10): string | undefined {
  const { earliest, latest } = date;
  if (earliest === undefined || latest === undefined || earliest.startsWith("-")) return undefined;
  const part = earliest.slice(0, length);
  if (earliest === latest) return part;
  return latest.startsWith(part) ? part : undefined;
}

/**
 * Text that sorts dates from the oldest to the newest: the first day they can mean, then the time of day in UTC.
 * Undated sorts before everything, so that newest-first lists end with it.
 */
export function sortKeyOf(date: PartialDate): string {
  if (date.earliest === undefined) return date.latest ?? "";
  if (date.precision !== "time") return date.earliest;
  // "1987-03-02T23:30:00-05:00" is 1987-03-03T04:30Z for the order of events, but shown as 2 March.
  return `${date.earliest} ${inUtc.test(date.text) ? `${date.text.slice(0, -1)}.000Z` : new Date(date.text).toISOString()}`;
}

// What `toISOString` would give, but for the milliseconds: a wire's times are written so, and a Date costs twenty times as much.
const inUtc = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/u;
