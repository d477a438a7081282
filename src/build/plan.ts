import { authorityKinds } from "../model/authority.ts";
import type { CataloguedArticle } from "../model/archive.ts";
import { feedFiles } from "../model/feed.ts";
import { mayShareText } from "../model/open-licence.ts";
import type { PageKind, PlannedValue } from "../model/page.ts";
import { hrefOf } from "../model/site.ts";
import { stringsOf } from "../html/strings/strings-of.ts";
import { picturesOf } from "./data/article-record.ts";
import { articleKey } from "./pages/article-key.ts";
import { articlePage } from "./pages/article-page.ts";
import type { PageContext } from "./pages/context.ts";
import { dataAddress, dataPage } from "./pages/data-page.ts";
import { archiveFeed, feedAddresses, feedKey, listFeed } from "./pages/feed-page.ts";
import { aboutPage, homePage, notFoundPage, searchPage } from "./pages/home-page.ts";
import { dateIndex } from "./pages/date-index.ts";
import { headingIndex, subjectIndex } from "./pages/index-pages.ts";
import { calendarPages, listPages } from "./pages/list-pages.ts";
import { onThisDayPages } from "./pages/on-this-day.ts";
import { hasMap, mapAddress, placesMapPage } from "./pages/places-map.ts";
import { correctionsPage, redirectPage, tombstonePage } from "./pages/retired-pages.ts";
import { sitemapPages } from "./pages/sitemap-pages.ts";
import { headingList, subjectList } from "./pages/subject-list.ts";

/** A page of the site before its value is made. */
export interface PlannedPage {
  readonly kind: PageKind;
  readonly address: string;
  /** Content file that the page is there for; undefined where the archive as a whole is the reason. */
  readonly file: string | undefined;
  /** The newest article shown on it, where it shows articles. */
  readonly newest: CataloguedArticle | undefined;
  /** False for pages that crawlers need not know. */
  readonly listed: boolean;
  make(): PlannedValue;
  /** A fingerprint of what the page shows, found more cheaply than by making it; undefined where only the page can tell. */
  readonly key: (() => string | undefined) | undefined;
  /** Lets go of the text that no other file of the site shows; it is read again where it is asked for again. */
  letGo?(): void;
}

/** Every page of the site, articles first. Values are made one by one, when a slice asks for them. */
export function planPages(context: PageContext): readonly PlannedPage[] {
  const pages = [...articlePages(context), ...retiredPages(context), ...lists(context), ...singlePages(context)];
  const sitemap = sitemapPages(pages.filter(({ listed }) => listed).map((page) => ({ address: page.address, newest: page.newest, images: imagesOf(context, page) })), context.site);
  return [...pages, ...sitemap.map((page) => plain(page.kind, page.address, () => page))];
}

// Of articles alone: a list shows them again.
function imagesOf(context: PageContext, { kind, newest }: PlannedPage): readonly string[] {
  const pictures = kind === "article" && newest !== undefined ? picturesOf(context, newest) : undefined;
  return pictures === undefined ? none : Object.values(pictures);
}

const none: readonly never[] = [];

function articlePages(context: PageContext): readonly PlannedPage[] {
  return context.archive.articles.map((article) => new PageOfArticle(context, article));
}

// A class, since there are so many: each with functions of its own would take a quarter of a kilobyte.
class PageOfArticle implements PlannedPage {
  readonly #context: PageContext;
  readonly newest: CataloguedArticle;

  constructor(context: PageContext, article: CataloguedArticle) {
    this.#context = context;
    this.newest = article;
  }

  get kind(): "article" {
    return "article";
  }

  get address(): string {
    return this.newest.address;
  }

  get file(): string {
    return this.newest.file;
  }

  get listed(): true {
    return true;
  }

  make(): PlannedValue {
    return articlePage(this.#context, this.newest, ...this.#neighbours());
  }

  key(): string | undefined {
    return articleKey(this.#context, this.newest, ...this.#neighbours());
  }

  letGo(): void {
    // The data has the others too, and may be made later.
    if (!mayShareText(this.newest, this.#context.archive.settings)) this.newest.body.letGo?.();
  }

  #neighbours(): readonly [older: CataloguedArticle | undefined, newer: CataloguedArticle | undefined] {
    const { archive: { articles } } = this.#context;
    const { position } = this.newest;
    return [articles[position + 1], articles[position - 1]];
  }
}

function retiredPages(context: PageContext): readonly PlannedPage[] {
  const { archive } = context;
  return [
    ...archive.withdrawn.map((withdrawn) => ({ ...plain("tombstone", withdrawn.address, () => tombstonePage(context, withdrawn)), file: withdrawn.file })),
    ...archive.redirects.map((redirect) => {
      const page = redirectPage(redirect);
      return { ...plain("redirect", page.address, () => page), file: redirect.file };
    }),
  ];
}

function lists(context: PageContext): readonly PlannedPage[] {
  const { archive, site } = context;
  const { names } = stringsOf(site);
  const dates = [{ href: hrefOf(site, "/dates/"), text: names.dates }];
  const named = [
    ...authorityKinds.flatMap((kind) => [...archive.subjects[kind].values()].map((subject) => subjectList(context, subject))),
    ...(["authors", "sections"] as const).flatMap((kind) => [...context[kind].values()].map((heading) => headingList(context, kind, heading))),
  ];
  const pages = [
    ...calendarPages(context, { listKind: "period", address: "/", title: names.dates, articles: archive.articles, trail: dates, description: undefined, factsOf: undefined, factsKey: undefined }),
    ...named.flatMap((list) => listPages(context, list)),
  ];
  return [
    ...pages.map((page): PlannedPage => ({ kind: "list", file: undefined, listed: true, ...page })),
    ...named.flatMap((list) => {
      const addresses = feedAddresses(context, list);
      if (addresses === undefined) return [];
      return feedFormats.map((format) => ({ ...plain("feed", addresses[format], () => listFeed(context, format, list)), key: () => feedKey(context, format, list) }));
    }),
  ];
}

const feedFormats = ["atom", "json"] as const;

function singlePages(context: PageContext): readonly PlannedPage[] {
  const listed = (kind: PageKind, address: string, make: () => PlannedValue): PlannedPage => ({ ...plain(kind, address, make), listed: true });
  return [
    listed("home", "/", () => homePage(context)),
    listed("index", "/dates/", () => dateIndex(context)),
    ...[
      ...authorityKinds.flatMap((kind) => subjectIndex(context, kind)),
      ...(["authors", "sections"] as const).flatMap((kind) => headingIndex(context, kind)),
    ].map(({ address, make }) => listed("index", address, make)),
    ...(hasMap(context) ? [listed("places-map", mapAddress, () => placesMapPage(context))] : []),
    ...onThisDayPages(context).map(({ newest, address, make, key }) => ({ ...listed("on-this-day", address, make), newest, key })),
    listed("search", "/search/", () => searchPage(context)),
    listed("about", "/about/", () => aboutPage(context)),
    listed("corrections", "/corrections/", () => correctionsPage(context)),
    plain("not-found", "/404.html", () => notFoundPage(context)),
    ...feedFormats.map((format) => plain("feed", `/${feedFiles[format]}`, () => archiveFeed(context, format))),
    listed("data", dataAddress, () => dataPage(context)),
    plain("opensearch", "/opensearch.xml", () => ({ kind: "opensearch", address: "/opensearch.xml" })),
    plain("robots", "/robots.txt", () => ({ kind: "robots", address: "/robots.txt" })),
  ];
}

function plain(kind: PageKind, address: string, make: () => PlannedValue): PlannedPage {
  return { kind, address, file: undefined, newest: undefined, listed: false, make, key: undefined };
}
