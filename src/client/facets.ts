import { sum } from "./lists.ts";
import { filterNames, mapFilters, type FilterName } from "./question.ts";
import type { Asked } from "./search-run.ts";

/** A value and how many of the results have it. */
export type Count = readonly [value: string, count: number];

/** How the results of a question are spread. */
export interface Facets {
  readonly total: number;
  /** Most frequent first. */
  readonly filters: Readonly<Record<FilterName, readonly Count[]>>;
  /** By year, by month where they are of few years, by decade ("1980/1989") where of many; without gaps, oldest first, without the undated. */
  readonly periods: readonly Count[];
}

/** Counts over what shards have answered. */
export async function countFacets(asked: readonly Asked[]): Promise<Facets> {
  const counts = mapFilters(() => new Map<string, number>());
  await Promise.all(asked.flatMap(({ shard, articles }) => {
    const found = new Set(articles);
    return filterNames.map(async (name) => {
      for (const [value, list] of await shard.values(name)) {
        const count = list.filter((article) => found.has(article)).length;
        if (count > 0) counts[name].set(value, (counts[name].get(value) ?? 0) + count);
      }
    });
  }));
  const days = asked.flatMap(({ head, articles }) => articles.map((article) => head.days[article] ?? "")).filter((day) => day !== "");
  return {
    total: sum(asked.map(({ articles }) => articles.length)),
    filters: mapFilters((name) => [...counts[name]].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))),
    periods: periodsOf(days),
  };
}

function periodsOf(days: readonly string[]): readonly Count[] {
  const [first = "", ...others] = days.toSorted();
  if (first === "") return [];
  const last = others.at(-1) ?? first;
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  // "1987-10", "1987", or "198" for a decade.
  const width = years < mostYearsByMonth ? 7 : years < mostBars ? 4 : 3;
  const counts = new Map<string, number>();
  for (let number = 12 * Number(first.slice(0, 4)); number <= 12 * Number(last.slice(0, 4)) + 11; number++) {
    const month = `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
    if (month >= first.slice(0, 7) && month <= last) counts.set(month.slice(0, width), 0);
  }
  for (const day of days) counts.set(day.slice(0, width), (counts.get(day.slice(0, width)) ?? 0) + 1);
  return Array.from(counts, ([period, count]) => [width === 3 ? `${period}0/${period}9` : period, count]);
}

const mostYearsByMonth = 3;
const mostBars = 48;
