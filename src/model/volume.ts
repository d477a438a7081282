import type { Periods } from "./archive.ts";

/** How many articles each period has: years ("1987") or months ("1987-03"), oldest first, empty ones left out. */
export interface Volume {
  readonly unit: "year" | "month";
  readonly bars: readonly { readonly period: string; readonly count: number }[];
}

/** Fewer periods than this are told faster by the list than by a drawing. */
const fewestBars = 3;

/** Months are drawn side by side for so many; a longer time is drawn in years. */
const mostMonths = 36;

/**
 * The volume of a list over time, to be drawn: by year; by month where the list falls in one or two years. Undefined where
 * there is too little to draw. Articles that stand in no certain year (or month) are not counted.
 */
export function volumeOf(articles: readonly { readonly periods: Periods }[]): Volume | undefined {
  const years = count(articles, "year");
  if (years.length >= fewestBars) return { unit: "year", bars: years };
  const months = count(articles, "month");
  const isShort = monthsBetween(months[0]?.period, months.at(-1)?.period) <= mostMonths;
  return months.length >= fewestBars && isShort ? { unit: "month", bars: months } : undefined;
}

function count(articles: readonly { readonly periods: Periods }[], unit: Volume["unit"]): Volume["bars"] {
  const counts = new Map<string, number>();
  for (const { periods } of articles) {
    const period = periods[unit];
    if (period !== undefined) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].map(([period, number]) => ({ period, count: number })).sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** The place of a period among all of its unit: years from year 0, months from January of it. */
export function ordinalOf(period: string): number {
  const [year, month] = period.split("-").map(Number);
  return month === undefined ? (year ?? 0) : (year ?? 0) * 12 + month - 1;
}

function monthsBetween(first: string | undefined, last: string | undefined): number {
  return first === undefined || last === undefined ? 0 : ordinalOf(last) - ordinalOf(first) + 1;
}
