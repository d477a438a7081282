import { createHash } from "node:crypto";
import type { SearchRecord } from "./search-record.ts";

/** What one Pagefind index is made from. */
export interface Shard {
  /** Folder inside the index: language and the beginning of its time, "en/1987-03-16", "en/undated". */
  readonly path: string;
  readonly language: string;
  /** Oldest first. */
  readonly records: readonly SearchRecord[];
  /** Days of the first and last record; "" where they are undated. */
  readonly from: string;
  readonly to: string;
  /** Hash of all that its index depends on: an equal one means that the shard need not be indexed again. */
  readonly fingerprint: string;
}

/**
 * Cuts an archive into shards of bounded size. Takes records oldest first, the undated before all others (as
 * `sortKeyOf` sorts), and gives shards in the same order, language by language.
 *
 * A stretch of time that holds too much is halved at fixed points of the calendar: all time, then powers of two of
 * years (1984 to 1999, 1992 to 1999), one year, half, quarter, month, half month, days. Where two neighbours of one
 * division have room for each other they are joined. So a shard depends on nothing but the articles of its own time
 * and, at a joint, its neighbour's: one more article at the end changes the last shard, a back-dated one its own,
 * except in the moment when one grows over the limit. Runs closed by size alone would move every later border.
 */
export function planShards(records: readonly SearchRecord[], limit: number = shardLimit): readonly Shard[] {
  const languages = [...new Set(records.map(({ language }) => language))].sort();
  return languages.flatMap((language) => {
    const own = records.filter((record) => record.language === language);
    const undated = own.filter(({ date }) => !isDated(date));
    const dated = own.filter(({ date }) => isDated(date));
    const runs = [...inPieces("undated", undated, limit), ...cut(dated, allTime, limit)];
    return runs.map((run) => shardOf(language, run));
  });
}

/**
 * Largest size of a shard, see `sizeOf`: about 1,800 articles of Reuters-21578. What a day changes is mostly one or two
 * shards, and indexing one of 1,000 takes 0.6 CPU s (Pagefind 0.3, cutting what it found 0.3). Smaller shards make a search by
 * relevance dearer: each costs it 2 kB, and 1.5 kB for every word.
 */
export const shardLimit = 2_000_000;

/** Size of a record in characters: its text, and what Pagefind keeps for any record. */
export function sizeOf({ text, markdown = "", notes = "", title }: SearchRecord): number {
  return text.length + markdown.length + notes.length + title.length + 220;
}

interface Run {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  readonly size: number;
}

/** A stretch of the calendar: its first day, and how it is divided. */
type Period =
  | { readonly unit: "years"; readonly start: number; readonly years: number }
  | { readonly unit: "months"; readonly year: number; readonly start: number; readonly months: number }
  | { readonly unit: "days"; readonly month: string; readonly start: number; readonly days: number };

const allTime: Period = { unit: "years", start: 0, years: 16_384 };

function cut(records: readonly SearchRecord[], period: Period, limit: number): readonly Run[] {
  if (records.length === 0) return [];
  const size = totalSize(records);
  if (size <= limit) return [{ name: nameOf(period), records, size }];
  const parts = divide(period);
  if (parts.length === 0) return inPieces(nameOf(period), records, limit);
  const runs: Run[] = [];
  let done = 0;
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    const end = next === undefined ? records.length : firstFrom(records, firstDayOf(next));
    for (const run of cut(records.slice(done, end), part, limit)) join(runs, run, limit);
    done = end;
  });
  return runs;
}

function join(runs: Run[], run: Run, limit: number): void {
  const last = runs.at(-1);
  if (last === undefined || last.size + run.size > limit) runs.push(run);
  else runs[runs.length - 1] = { name: last.name, records: [...last.records, ...run.records], size: last.size + run.size };
}

// One day, or the undated, can be too much: pieces in their own order, "1987-03-02", "1987-03-02.2".
function inPieces(name: string, records: readonly SearchRecord[], limit: number): readonly Run[] {
  const runs: Run[] = [];
  for (const record of records) {
    const part = runs.length === 0 ? name : `${name}.${runs.length + 1}`;
    join(runs, { name: part, records: [record], size: sizeOf(record) }, limit);
  }
  return runs;
}

function divide(period: Period): readonly Period[] {
  if (period.unit === "years") {
    const { start, years } = period;
    if (years > 1) return [start, start + years / 2].map((half) => ({ unit: "years", start: half, years: years / 2 }));
    return [1, 7].map((month) => ({ unit: "months", year: start, start: month, months: 6 }));
  }
  if (period.unit === "months") {
    const { year, start, months } = period;
    if (months === 6) return [start, start + 3].map((month) => ({ unit: "months", year, start: month, months: 3 }));
    if (months === 3) return [0, 1, 2].map((i) => ({ unit: "months", year, start: start + i, months: 1 }));
    const month = firstDayOf(period).slice(0, 7);
    return [{ unit: "days", month, start: 1, days: 15 }, { unit: "days", month, start: 16, days: 16 }];
  }
  const { month, start, days } = period;
  if (days === 1) return [];
  return Array.from({ length: days }, (_, i) => ({ unit: "days", month, start: start + i, days: 1 }));
}

function firstDayOf(period: Period): string {
  switch (period.unit) {
    case "years":
      return `${pad(period.start, 4)}-01-01`;
    case "months":
      return `${pad(period.year, 4)}-${pad(period.start, 2)}-01`;
    case "days":
      return `${period.month}-${pad(period.start, 2)}`;
  }
}

function nameOf(period: Period): string {
  if (period.unit === "years") return period.start === 0 ? "all" : pad(period.start, 4);
  return period.unit === "months" ? firstDayOf(period).slice(0, 7) : firstDayOf(period);
}

function firstFrom(records: readonly SearchRecord[], day: string): number {
  const index = records.findIndex(({ date }) => date >= day);
  return index === -1 ? records.length : index;
}

function shardOf(language: string, { name, records }: Run): Shard {
  const hash = createHash("sha256").update(formatVersion);
  for (const record of records) hash.update(JSON.stringify(record));
  const [first, last] = [records[0], records.at(-1)];
  return {
    path: `${language}/${name}`,
    language,
    records,
    from: first ? dayOf(first) : "",
    to: last ? dayOf(last) : "",
    fingerprint: hash.digest("hex").slice(0, 16),
  };
}

// Raised when the same records would give other files.
const formatVersion = "pagefind 1.5.2, files 5";

/** The day a record stands at, "1987-03-02", or "" where it is undated. */
export function dayOf({ date }: SearchRecord): string {
  return isDated(date) ? date.slice(0, 10) : "";
}

function isDated(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/u.test(date);
}

function totalSize(records: readonly SearchRecord[]): number {
  return records.reduce((sum, record) => sum + sizeOf(record), 0);
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}
