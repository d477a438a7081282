import { lastDay } from "../../content/date.ts";
import { formatCalendar } from "../../html/date.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import type { CalendarDay, CalendarMonth } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import { periodAddress, type PageContext } from "./context.ts";

/** The calendar of a year ("1987": twelve months) or of a month ("1987-03": one); empty for a day. */
export function calendarOf(context: PageContext, period: string, articles: readonly CataloguedArticle[]): readonly CalendarMonth[] {
  const [year = "", month, day] = period.split("-");
  if (day !== undefined) return [];
  const perDay = count(articles, "day");
  const perMonth = count(articles, "month");
  const months = month === undefined ? Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0")) : [month];
  return months.map((number) => monthOfCalendar(context, `${year}-${number}`, perDay, perMonth, month === undefined));
}

function count(articles: readonly CataloguedArticle[], level: "day" | "month"): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { periods } of articles) {
    const period = periods[level];
    if (period !== undefined) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return counts;
}

function monthOfCalendar(
  { site }: PageContext,
  month: string,
  perDay: ReadonlyMap<string, number>,
  perMonth: ReadonlyMap<string, number>,
  inYear: boolean,
): CalendarMonth {
  const articles = perMonth.get(month);
  const name = formatCalendar(month, stringsOf(site));
  return {
    month,
    name,
    link: inYear && articles !== undefined ? { href: hrefOf(site, periodAddress("/", month)), text: name, count: articles } : undefined,
    weeks: weeksOf(month).map((week) =>
      week.map((day): CalendarDay | null => {
        if (day === undefined) return null;
        const iso = `${month}-${String(day).padStart(2, "0")}`;
        const inDay = perDay.get(iso) ?? 0;
        return { day, href: inDay > 0 ? hrefOf(site, periodAddress("/", iso)) : undefined, count: inDay };
      }),
    ),
  };
}

function weeksOf(month: string): readonly (readonly (number | undefined)[])[] {
  const [year = "", number = ""] = month.split("-");
  const days = Number(lastDay(year, number));
  const first = weekday(Number(year), Number(number), 1);
  const cells = [...Array<undefined>(first).fill(undefined), ...Array.from({ length: days }, (_, i) => i + 1)];
  const weeks: (number | undefined)[][] = [];
  for (let i = 0; i < cells.length; i += 7) weeks.push([...cells.slice(i, i + 7), ...Array<undefined>(Math.max(0, i + 7 - cells.length)).fill(undefined)]);
  return weeks;
}

/** Day of the week, Monday = 0, in the Gregorian calendar (Sakamoto's method). */
function weekday(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const sunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7;
  return (sunday + 6) % 7;
}
