import { yearOf, type PartialDate } from "./partial-date.ts";

/**
 * The year that an article should be marked with because its news is old: "This article is from 1987." Undefined where it
 * is not old, or its year is not certain. `today` is the archive's "as of" day.
 *
 * News is old from the year before last on, and so surely more than a year old. Whole years, because a limit in days would
 * change some article's page every day; so the pages of one year change, once, when a new year begins.
 */
export function oldYear(date: PartialDate, today: string): string | undefined {
  const year = yearOf(date);
  return year !== undefined && Number(today.slice(0, 4)) - Number(year) >= 2 ? year : undefined;
}
