import { filterNames, mapFilters, type FilterName } from "./question.ts";
import type { Asked } from "./search-run.ts";

/** A value and how many of the results have it. */
export type Count = readonly [value: string, count: number];

/** How the results of a question are spread. */
export interface Facets {
  readonly total: number;
  /** Most frequent first. */
  readonly filters: Readonly<Record<FilterName, readonly Count[]>>;
  /** By year or, where they are of few years, by month, without gaps, oldest first. Undated articles are not in it. */
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
    total: asked.reduce((sum, { articles }) => sum + articles.length, 0),
    filters: mapFilters((name) => [...counts[name]].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))),
    periods: periodsOf(days),
  };
}

function periodsOf(days: readonly string[]): readonly Count[] {
  const sorted = days.toSorted();
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  if (first === "") return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(4, "0"));
  const width = years.length > mostYearsByMonth ? 4 : 7;
  const periods = width === 4 ? years : years.flatMap((year) => months.map((month) => `${year}-${month}`)).filter((month) => month >= first.slice(0, 7) && month <= last);
  const counts = new Map(periods.map((period) => [period, 0]));
  for (const day of days) counts.set(day.slice(0, width), (counts.get(day.slice(0, width)) ?? 0) + 1);
  return [...counts];
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
const mostYearsByMonth = 3;
