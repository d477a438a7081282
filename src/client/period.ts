import { foldWord } from "./fold.ts";

/** A date that was found in a query. */
export interface QueryPeriod {
  /** "1987-10-19" or "1987-10". */
  readonly period: string;
  /** As the reader wrote it. */
  readonly text: string;
  /** The query without it. */
  readonly rest: string;
}

/**
 * Finds a date in a query: "1987-10-19", "19 October 1987", "October 19, 1987", "octubre de 1987", also among other words,
 * but not inside quotation marks, which ask for the words themselves. Takes the page's language; English is always known.
 */
export function findPeriod(query: string, language: string): QueryPeriod | undefined {
  const months = monthsOf(language);
  const tokens = [...query.matchAll(/[“”„‟«»"][^“”„‟«»"]*[“”„‟«»"]|\S+/gu)].map((match) => ({ text: match[0], start: match.index }));
  for (let i = 0; i < tokens.length; i++) {
    for (const length of [5, 4, 3, 2, 1]) {
      const run = tokens.slice(i, i + length);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined || run.length < length) continue;
      const period = periodOf(run.map(({ text }) => text), months);
      if (period === undefined) continue;
      if (period === "") return undefined;
      const end = last.start + last.text.length;
      const rest = `${query.slice(0, first.start)} ${query.slice(end)}`.replace(/\s+/gu, " ").trim();
      return { period, text: query.slice(first.start, end).replace(/[.,;:]+$/u, ""), rest };
    }
  }
  return undefined;
}

function periodOf(words: readonly string[], months: ReadonlyMap<string, number>): string | undefined {
  const [only = ""] = words.length === 1 ? words : [];
  const iso = /^(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?[.,;:]?$/u.exec(only)?.groups;
  if (iso) return formatPeriod(iso["year"], Number(iso["month"]), iso["day"]);
  if (isLink(words[0]) || isLink(words.at(-1))) return undefined;
  const [a = "", b = "", c = "", ...more] = words.filter((word) => !isLink(word));
  const month = (word: string): number => months.get(foldWord(word)) ?? 0;
  if (more.length > 0) return undefined;
  if (c === "") return formatPeriod(numberIn(b), month(a), undefined);
  const day = numberIn(month(b) > 0 ? a : b);
  return day === undefined ? undefined : formatPeriod(numberIn(c), month(b) || month(a), day);
}

// "19 de octubre de 1987", "19th of October 1987"
function isLink(word: string | undefined): boolean {
  return word !== undefined && /^(?:de|del|of|the)$/iu.test(word);
}

// "19th", "19.", "1987," -> "19", "19", "1987"
function numberIn(word: string): string | undefined {
  return /^(?<number>\d{1,4})(?:st|nd|rd|th)?[.,;:]?$/u.exec(word)?.groups?.["number"];
}

function formatPeriod(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year?.length !== 4 || month < 1 || month > 12) return undefined;
  const text = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return text;
  const full = `${text}-${day.padStart(2, "0")}`;
  const time = new Date(`${full}T00:00:00Z`);
  return Number.isNaN(time.valueOf()) || time.toISOString().slice(0, 10) !== full ? "" : full;
}

function monthsOf(language: string): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const locale of [language, "en"]) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC", calendar: "gregory" });
      for (let month = 0; month < 12; month++) months.set(foldWord(format.format(Date.UTC(2000, month, 1))), month + 1);
    }
  }
  return months;
}
