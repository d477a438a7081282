import type { CataloguedArticle } from "./archive.ts";

/** Each calendar day ("07-20") with the articles of all its years, newest first; days in the order of a year. */
export type CalendarDays = ReadonlyMap<string, readonly CataloguedArticle[]>;

/** Sorts articles, newest first, by the calendar day they certainly fall on; those that fall on none are left out. */
export function calendarDays(articles: readonly CataloguedArticle[]): CalendarDays {
  const days = new Map<string, CataloguedArticle[]>();
  for (const article of articles) {
    const day = article.periods.day?.slice("1987-".length);
    if (day === undefined) continue;
    const list = days.get(day);
    if (list) list.push(article);
    else days.set(day, [article]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
