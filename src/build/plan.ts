import { authorityKinds } from "../model/authority.ts";
import type { CataloguedArticle } from "../model/archive.ts";
import type { Page, PageKind } from "../model/page.ts";
import { hrefOf } from "../model/site.ts";
import { words } from "../html/words.ts";
import { articlePage } from "./pages/article-page.ts";
import type { PageContext } from "./pages/context.ts";
import { feedPage, sitemapPages } from "./pages/feed-page.ts";
import { aboutPage, homePage, notFoundPage, searchPage } from "./pages/home-page.ts";
import { dateIndex, headingIndex, subjectIndex } from "./pages/index-pages.ts";
import { calendarPages, listPages } from "./pages/list-pages.ts";
import { headingList, subjectList } from "./pages/subject-list.ts";

/** A page of the site before its value is made. */
export interface PlannedPage {
  readonly kind: PageKind;
  readonly address: string;
  /** The newest article shown on it, where it shows articles. */
  readonly newest: CataloguedArticle | undefined;
  /** False for pages that crawlers need not know. */
  readonly listed: boolean;
  readonly make: () => Page;
}

/** Every page of the site, articles first. Values are made one by one, when a slice asks for them. */
export function planPages(context: PageContext): readonly PlannedPage[] {
  const pages = [...articlePages(context), ...lists(context), ...singlePages(context)];
  const sitemap = sitemapPages(pages.filter(({ listed }) => listed));
  return [...pages, ...sitemap.map((page) => ({ kind: page.kind, address: page.address, newest: undefined, listed: false, make: () => page }))];
}

function articlePages(context: PageContext): readonly PlannedPage[] {
  const { articles } = context.archive;
  return articles.map((article, i) => ({
    kind: "article",
    address: article.address,
    newest: article,
    listed: true,
    make: () => articlePage(context, article, articles[i + 1], articles[i - 1]),
  }));
}

function lists(context: PageContext): readonly PlannedPage[] {
  const { archive, site } = context;
  const dates = [{ href: hrefOf(site, "/dates/"), text: words.dates }];
  const pages = [
    ...calendarPages(context, { listKind: "period", address: "/", title: words.dates, articles: archive.articles, trail: dates, description: undefined, record: undefined }),
    ...authorityKinds.flatMap((kind) => [...archive.subjects[kind].values()].flatMap((subject) => listPages(context, subjectList(context, subject)))),
    ...(["authors", "sections"] as const).flatMap((kind) => [...context[kind].values()].flatMap((heading) => listPages(context, headingList(context, kind, heading)))),
  ];
  return pages.map((page) => ({ kind: "list", listed: true, ...page }));
}

function singlePages(context: PageContext): readonly PlannedPage[] {
  const page = (address: string, make: () => Page, kind: PageKind, listed = true): PlannedPage => ({ kind, address, newest: undefined, listed, make });
  return [
    page("/", () => homePage(context), "home"),
    page("/dates/", () => dateIndex(context), "index"),
    ...authorityKinds.map((kind) => page(`/${kind}/`, () => subjectIndex(context, kind), "index")),
    ...(["authors", "sections"] as const).map((kind) => page(`/${kind}/`, () => headingIndex(context, kind), "index")),
    page("/search/", () => searchPage(context), "search"),
    page("/about/", () => aboutPage(context), "about"),
    page("/404.html", () => notFoundPage(context), "not-found", false),
    page("/feed.xml", () => feedPage(context), "feed", false),
    page("/robots.txt", () => ({ kind: "robots", address: "/robots.txt" }), "robots", false),
  ];
}
