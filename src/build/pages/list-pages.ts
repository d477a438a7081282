import { QuickFingerprint, type Print } from "../../content/quick-fingerprint.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { formatCalendar } from "../../html/date.ts";
import { countArticles } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { CountedLink, Link, ListKind, ListPage, PlannedFacts, PlannedList } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import { volumeOf } from "../../model/volume.ts";
import { calendarOf } from "./calendar.ts";
import { getBrief, periodAddress, type PageContext } from "./context.ts";
import { feedAddresses } from "./feed-page.ts";
import { onThisDayLink } from "./on-this-day.ts";

/** A list of more articles than this is cut into years, a crowded year into months, a crowded month into days. */
const longestList = 100;

/** How many of the newest articles a cut list shows. */
const newestShown = 40;

/** How many of the oldest. */
const oldestShown = 5;

/** A list as a whole: all articles of a subject, a section, an author, or of the archive. */
export interface ArticleList {
  readonly listKind: ListKind;
  /** "/places/japan/"; "/" for the archive by date, whose own first page is the home page. */
  readonly address: string;
  readonly title: string;
  readonly articles: readonly CataloguedArticle[];
  readonly trail: readonly Link[];
  readonly description: string | undefined;
  /** What is known of a subject, made for its first page only. */
  readonly factsOf: (() => PlannedFacts) | undefined;
  /** Names the facts without making them, as far as they do not follow from the names of the articles. */
  readonly factsKey: (() => string) | undefined;
}

/** A page that will be made when its turn comes. */
export interface PlannedListPage {
  readonly address: string;
  readonly newest: CataloguedArticle | undefined;
  readonly make: () => PlannedList;
  /** See `PlannedPage`. */
  readonly key: () => string;
}

/**
 * The pages of one list. Cuts follow time and never a count of pages, so that an address once given holds the same
 * period for ever, and one new article changes one cut of each level.
 */
export function listPages(context: PageContext, list: ArticleList): readonly PlannedListPage[] {
  const cut = list.articles.length > longestList;
  const first = planned(context, list, { period: undefined, articles: list.articles, cut, older: undefined, newer: undefined });
  return cut ? [first, ...periodPages(context, list, list.articles, "year")] : [first];
}

/** What one page of a list holds. */
interface Part {
  /** Undefined for the page of the whole list. */
  readonly period: string | undefined;
  readonly articles: readonly CataloguedArticle[];
  /** Whether shorter periods have pages of their own below it. */
  readonly cut: boolean;
  /** The periods before and after, where they have pages. */
  readonly older: string | undefined;
  readonly newer: string | undefined;
}

function planned(context: PageContext, list: ArticleList, part: Part): PlannedListPage {
  const { period, articles } = part;
  return {
    address: period === undefined ? list.address : periodAddress(list.address, period),
    newest: articles[0],
    make: () => listPage(context, list, part),
    key: () => listKey(context, list, part),
  };
}

/** The pages of every year, month and day of the archive, and one of the articles that stand in no certain year. */
export function calendarPages(context: PageContext, list: ArticleList): readonly PlannedListPage[] {
  const pages = periodPages(context, list, list.articles, "year", neighboursInTime(list.articles));
  const articles = list.articles.filter(({ periods }) => periods.year === undefined);
  if (articles.length === 0) return pages;
  // Time does not cut it: all are on one page, however many.
  const loose = { ...list, address: withoutYearAddress, title: stringsOf(context.site).browse.withoutYear, articles };
  return [...pages, planned(context, loose, { period: undefined, articles, cut: false, older: undefined, newer: undefined })];
}

/** The page of the articles that stand in no certain year. */
export const withoutYearAddress = "/dates/without-year/";

type Level = "year" | "month" | "day";

const levels = {
  year: { below: "month" },
  month: { below: "day" },
  day: { below: undefined },
} as const;

/** The periods before and after a period, where there are such. */
type Neighbours = ReadonlyMap<string, { readonly older: string | undefined; readonly newer: string | undefined }>;

// In the calendar of the archive the first day of a month follows the last of the one before.
function neighboursInTime(articles: readonly CataloguedArticle[]): Neighbours {
  return new Map((["year", "month", "day"] as const).flatMap((level) => [...neighbours([...groupByPeriod(articles, level).keys()])]));
}

function neighbours(periods: readonly string[]): Neighbours {
  return new Map(periods.map((period, i) => [period, { older: periods[i - 1], newer: periods[i + 1] }]));
}

// Without neighbours given, those inside the same longer period: only there it is certain that they have a page.
function periodPages(context: PageContext, list: ArticleList, articles: readonly CataloguedArticle[], level: Level, known?: Neighbours): readonly PlannedListPage[] {
  const { below } = levels[level];
  const groups = groupByPeriod(articles, level);
  const beside = known ?? neighbours([...groups.keys()]);
  return [...groups].flatMap(([period, inside]) => {
    const cut = inside.length > longestList && below !== undefined;
    const page = planned(context, list, { period, articles: inside, cut, older: beside.get(period)?.older, newer: beside.get(period)?.newer });
    const always = list.listKind === "period";
    return below !== undefined && (cut || always) ? [page, ...periodPages(context, list, inside, below, known)] : [page];
  });
}

/** Articles by the period they certainly fall in, oldest period first; those that fall in none are left out. */
function groupByPeriod(articles: readonly CataloguedArticle[], level: Level): ReadonlyMap<string, readonly CataloguedArticle[]> {
  const groups = new Map<string, CataloguedArticle[]>();
  for (let i = articles.length - 1; i >= 0; i--) {
    const article = articles[i];
    const period = article?.periods[level];
    if (article === undefined || period === undefined) continue;
    const group = groups.get(period);
    if (group) group.push(article);
    else groups.set(period, [article]);
  }
  for (const group of groups.values()) group.reverse();
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Everything that is on the page: see `listPage`. Its counts, links and drawings follow from the periods of its articles.
function listKey(context: PageContext, list: ArticleList, { period, articles, cut, older, newer }: Part): string {
  const { prints } = context;
  const key = new QuickFingerprint().print(headOf(list)).text(period).number(Number(cut)).text(older).text(newer);
  for (const article of articles) key.print(prints.period(article));
  for (const article of shownOf(articles, cut ? levelBelow(period) : undefined)) key.print(prints.brief(article));
  if (period !== undefined) return key.toString();
  key.text(feedAddresses(context, list)?.atom).text(list.factsKey?.());
  if (cut) for (const article of oldestOf(articles)) key.print(prints.brief(article));
  const [first, last] = spanOf(articles) ?? [];
  key.text(first?.text).text(last?.text);
  if (list.factsKey !== undefined) for (const article of articles) key.print(prints.names(article));
  return key.toString();
}

const heads = new WeakMap<ArticleList, Print>();

function headOf(list: ArticleList): Print {
  let head = heads.get(list);
  if (head === undefined) {
    const { listKind, address, title, description, trail } = list;
    heads.set(list, (head = new QuickFingerprint().text(JSON.stringify([listKind, address, title, description, trail])).toPrint()));
  }
  return head;
}

function listPage(context: PageContext, list: ArticleList, { period, articles, cut, older, newer }: Part): PlannedList {
  const strings = stringsOf(context.site);
  const level = levelBelow(period);
  const byDate = list.listKind === "period";
  const title = period === undefined ? list.title : formatCalendar(period, strings);
  const name = byDate || period === undefined ? title : `${list.title}${strings.comma}${title}`;
  return {
    kind: "list",
    listKind: list.listKind,
    address: period === undefined ? list.address : periodAddress(list.address, period),
    title: name,
    description: list.description ?? strings.list.description(countArticles(articles.length, strings), name),
    trail: period === undefined ? list.trail : trailOf(context, list, period),
    language: undefined,
    picture: undefined,
    count: articles.length,
    periods: cut && level !== undefined ? periodLinks(context, list, articles, level) : [],
    briefs: shownOf(articles, cut ? level : undefined).map((article) => getBrief(context, article)),
    cut,
    older: neighbour(context, list, older),
    newer: neighbour(context, list, newer),
    calendar: byDate && period !== undefined ? calendarOf(context, period, articles) : [],
    oldest: period === undefined && cut ? oldestOf(articles).map((article) => getBrief(context, article)) : [],
    volume: byDate ? undefined : volumeOf(articles),
    span: period === undefined ? spanOf(articles) : undefined,
    feeds: period === undefined ? feedHrefs(context, list) : undefined,
    onThisDay: byDate && period?.length === "1987-03-02".length ? onThisDayLink(context.site, period) : undefined,
    record: period === undefined ? list.factsOf?.() : undefined,
  };
}

function feedHrefs(context: PageContext, list: ArticleList): ListPage["feeds"] {
  const addresses = feedAddresses(context, list);
  return addresses && { atom: hrefOf(context.site, addresses.atom), json: hrefOf(context.site, addresses.json) };
}

// Undated articles stand last, and are not the oldest.
function oldestOf(articles: readonly CataloguedArticle[]): readonly CataloguedArticle[] {
  const end = articles.findLastIndex(({ date }) => date.earliest !== undefined) + 1;
  return articles.slice(Math.max(0, end - oldestShown), end).reverse();
}

function spanOf(articles: readonly CataloguedArticle[]): ListPage["span"] {
  const [first] = articles;
  const last = articles.findLast(({ date }) => date.earliest !== undefined);
  if (first === undefined || last === undefined || first.date.earliest === last.date.earliest) return undefined;
  return [last.date, first.date];
}

function levelBelow(period: string | undefined): Level | undefined {
  switch (period?.length) {
    case undefined:
      return "year";
    case 4:
      return "month";
    case 7:
      return "day";
    default:
      return undefined;
  }
}

// The newest, and those that stand in no shorter period and would be listed nowhere else ("1987" below /1987/03/).
function shownOf(articles: readonly CataloguedArticle[], cutBy: Level | undefined): readonly CataloguedArticle[] {
  return cutBy === undefined ? articles : articles.filter(({ periods }, i) => i < newestShown || periods[cutBy] === undefined);
}

function periodLinks(context: PageContext, list: ArticleList, articles: readonly CataloguedArticle[], level: Level): readonly CountedLink[] {
  return [...groupByPeriod(articles, level)].map(([period, inside]) => ({
    href: hrefOf(context.site, periodAddress(list.address, period)),
    text: formatCalendar(period, stringsOf(context.site)),
    count: inside.length,
  }));
}

function neighbour(context: PageContext, list: ArticleList, period: string | undefined): Link | undefined {
  return period === undefined ? undefined : { href: hrefOf(context.site, periodAddress(list.address, period)), text: formatCalendar(period, stringsOf(context.site)) };
}

function trailOf(context: PageContext, list: ArticleList, period: string): readonly Link[] {
  const parts = period.split("-").slice(0, -1);
  const own = list.listKind === "period" ? [] : [{ href: hrefOf(context.site, list.address), text: list.title }];
  return [
    ...list.trail,
    ...own,
    ...parts.map((_, i) => {
      const above = parts.slice(0, i + 1).join("-");
      return { href: hrefOf(context.site, periodAddress(list.address, above)), text: formatCalendar(above, stringsOf(context.site)) };
    }),
  ];
}
