import { lastDay } from "../../content/date.ts";
import { QuickFingerprint } from "../../content/quick-fingerprint.ts";
import { countArticles } from "../../html/count.ts";
import { formatCalendar, formatCalendarDay, formatMonthName } from "../../html/date.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import type { CalendarMonth, Link } from "../../model/page.ts";
import type { DayInYear, OnThisDayPage } from "../../model/way-page.ts";
import { hrefOf, type Site } from "../../model/site.ts";
import { getBrief, periodAddress, type PageContext } from "./context.ts";

const root = "/on-this-day/";

/** Articles shown on one page, divided among its years; a day's other articles are on its own page. */
const mostShown = 100;

/** A page that will be made when its turn comes. */
export interface PlannedDay {
  readonly address: string;
  readonly newest: CataloguedArticle | undefined;
  readonly make: () => OnThisDayPage;
  /** See `PlannedPage`. */
  readonly key: (() => string) | undefined;
}

/** "/on-this-day/", and a page for every calendar day that articles fall on. */
export function onThisDayPages(context: PageContext): readonly PlannedDay[] {
  const { calendarDays: days } = context;
  const names = [...days.keys()];
  return [
    { address: root, newest: undefined, make: () => calendarPage(context), key: undefined },
    ...[...days].map(([day, articles], i): PlannedDay => {
      // The year is a ring: before 1 January comes the last day of December.
      const [before, after] = [names.at(i - 1), names[i + 1] ?? names[0]];
      return {
        address: `${root}${day}/`,
        newest: articles[0],
        make: () => dayPage(context, day, articles, before, after),
        key: () => dayKey(context, day, articles, before, after),
      };
    }),
  ];
}

/** Link to the page of a calendar day: onThisDayLink(site, "1969-07-20") leads to 20 July of all years. */
export function onThisDayLink(site: Site, day: string): Link {
  const calendarDay = day.slice(-"07-20".length);
  return { href: hrefOf(site, `${root}${calendarDay}/`), text: formatCalendarDay(calendarDay, stringsOf(site)) };
}

/** The twelve months of "/on-this-day/", January first. */
export function monthLinks(site: Site): readonly Link[] {
  return months.map((month) => ({ href: `${hrefOf(site, root)}#month-${month}`, text: formatMonthName(month, stringsOf(site)) }));
}

function calendarPage(context: PageContext): OnThisDayPage {
  const { calendarDays: days, site } = context;
  const { browse } = stringsOf(site);
  const count = [...days.values()].reduce((sum, articles) => sum + articles.length, 0);
  return {
    ...frame(root, browse.onThisDay, browse.onThisDayDescription(site.title)),
    day: undefined,
    count,
    calendar: months.map((month) => monthOfAllYears(context, month)),
    years: [],
    older: undefined,
    newer: undefined,
  };
}

// A leap year has them all. No weekdays: rows of seven days.
function monthOfAllYears({ calendarDays: days, site }: PageContext, month: string): CalendarMonth {
  const length = Number(lastDay("1972", month));
  const cells = Array.from({ length }, (_, i) => {
    const day = `${month}-${twoDigits(i + 1)}`;
    const count = days.get(day)?.length ?? 0;
    return { day: i + 1, href: count > 0 ? hrefOf(site, `${root}${day}/`) : undefined, count };
  });
  const weeks = Array.from({ length: Math.ceil(length / 7) }, (_, i) => {
    const week = cells.slice(i * 7, i * 7 + 7);
    return [...week, ...Array<null>(7 - week.length).fill(null)];
  });
  return { month, name: formatMonthName(month, stringsOf(site)), link: undefined, weeks };
}

function dayPage(context: PageContext, day: string, articles: readonly CataloguedArticle[], before: string | undefined, after: string | undefined): OnThisDayPage {
  const { site } = context;
  const strings = stringsOf(site);
  const title = formatCalendarDay(day, strings);
  const neighbour = (other: string | undefined): Link | undefined => (other === undefined || other === day ? undefined : onThisDayLink(site, other));
  return {
    ...frame(`${root}${day}/`, title, strings.browse.dayDescription(countArticles(articles.length, strings), title, site.title)),
    trail: [{ href: hrefOf(site, root), text: strings.browse.onThisDay }],
    day,
    count: articles.length,
    calendar: [],
    years: yearsOf(context, day, articles),
    older: neighbour(before),
    newer: neighbour(after),
  };
}

// Everything that is on the page: see `dayPage`.
function dayKey({ prints }: PageContext, day: string, articles: readonly CataloguedArticle[], before: string | undefined, after: string | undefined): string {
  const key = new QuickFingerprint().text(day).text(before).text(after);
  for (const { year, count, shown } of shownByYear(articles)) {
    key.text(year).number(count);
    for (const article of shown) key.print(prints.brief(article));
  }
  return key.toString();
}

function yearsOf(context: PageContext, day: string, articles: readonly CataloguedArticle[]): readonly DayInYear[] {
  return shownByYear(articles).map(({ year, count, shown }) => ({
    year,
    link: { href: hrefOf(context.site, periodAddress("/", `${year}-${day}`)), text: formatCalendar(`${year}-${day}`, stringsOf(context.site)), count },
    briefs: shown.map((article) => getBrief(context, article)),
  }));
}

interface ShownInYear {
  readonly year: string;
  readonly count: number;
  readonly shown: readonly CataloguedArticle[];
}

function shownByYear(articles: readonly CataloguedArticle[]): readonly ShownInYear[] {
  const years = new Map<string, CataloguedArticle[]>();
  for (const article of articles) {
    const year = article.periods.year ?? "";
    const list = years.get(year);
    if (list) list.push(article);
    else years.set(year, [article]);
  }
  const share = articles.length <= mostShown ? mostShown : Math.max(1, Math.floor(mostShown / years.size));
  return Array.from(years, ([year, inYear]) => ({ year, count: inYear.length, shown: inYear.slice(0, share) }));
}

const months = Array.from({ length: 12 }, (_, i) => twoDigits(i + 1));

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function frame(address: string, title: string, description: string): Pick<OnThisDayPage, "kind" | "address" | "title" | "description" | "trail" | "language" | "picture"> {
  return { kind: "on-this-day", address, title, description, trail: [], language: undefined, picture: undefined };
}
