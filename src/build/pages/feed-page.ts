import type { Frame, FeedEntry, FeedPage, SitemapIndexPage, SitemapPage } from "../../model/page.ts";
import { openingOf } from "../../content/opening.ts";
import { languageOf, type PageContext } from "./context.ts";
import type { ArticleList } from "./list-pages.ts";
import { dayOf } from "../../model/partial-date.ts";
import type { CataloguedArticle } from "../../model/archive.ts";

const entriesInFeed = 40;

/** The archive's feed in one of two formats: its newest articles. */
export function archiveFeed(context: PageContext, format: FeedPage["format"]): FeedPage {
  const { archive, site } = context;
  const atom = feedOf(context, { title: site.title, address: "/", articles: archive.articles });
  return format === "atom" ? atom : { ...atom, format, address: "/feed.json" };
}

/** The feed of a list, in Atom: its newest articles. */
export function listFeed(context: PageContext, list: FedList): FeedPage {
  return feedOf(context, { ...list, title: `${list.title} – ${context.site.title}` });
}

/** What a feed is made of. */
export type FedList = Pick<ArticleList, "title" | "address" | "articles">;

/**
 * Names everything that a list's feed shows, without reading the articles' texts: their files, and what they have from
 * elsewhere. Undefined where the texts are not those of the files. A twentieth of a second build of 19,000 articles.
 */
export function feedKey({ archive, fileFingerprints, site }: PageContext, { title, address, articles }: FedList): string | undefined {
  if (archive.isRedacted) return undefined;
  const shown = articles.slice(0, entriesInFeed).map((article) => [article.address, fileFingerprints.get(article.file), article.byline.map(({ name }) => name), languageOf(site, article)]);
  return JSON.stringify(["feed", title, address, shown]);
}

/** Address of the feed of a list; undefined where it has too few articles for one. */
export function feedAddress({ archive }: Pick<PageContext, "archive">, { listKind, address, articles }: Pick<ArticleList, "listKind" | "address" | "articles">): string | undefined {
  if (listKind === "period" || listKind === "authors" || articles.length < archive.settings.feedsFrom) return undefined;
  return `${address}feed.xml`;
}

function feedOf(context: PageContext, { title, address, articles }: FedList): FeedPage {
  return { kind: "feed", format: "atom", address: `${address}feed.xml`, title, of: address, entries: articles.slice(0, entriesInFeed).map((article) => feedEntry(context, article)) };
}

function feedEntry({ site }: PageContext, article: CataloguedArticle): FeedEntry {
  return {
    title: article.title,
    address: article.address,
    date: article.date,
    updated: article.updated,
    authors: article.byline.map(({ name }) => name),
    summary: article.dek ?? openingOf(article.body.markdown) ?? article.title,
    language: languageOf(site, article),
  };
}

/** sitemaps.org allows 50,000 addresses in a file. */
const longestSitemap = 50_000;

export interface SitemapEntry {
  readonly address: Frame["address"];
  /** The newest article shown there. */
  readonly newest: CataloguedArticle | undefined;
}

/** One sitemap, or an index with parts where there are more addresses than one may hold. */
export function sitemapPages(pages: readonly SitemapEntry[]): readonly (SitemapPage | SitemapIndexPage)[] {
  const entries = pages.map(({ address, newest }) => ({ address, modified: newest && lastModified(newest) }));
  if (entries.length <= longestSitemap) return [{ kind: "sitemap", address: "/sitemap.xml", entries }];
  const parts: SitemapPage[] = [];
  for (let i = 0; i < entries.length; i += longestSitemap) {
    parts.push({ kind: "sitemap", address: `/sitemap-${parts.length + 1}.xml`, entries: entries.slice(i, i + longestSitemap) });
  }
  return [{ kind: "sitemap-index", address: "/sitemap.xml", parts: parts.map(({ address }) => address) }, ...parts];
}

// From the content alone: an update, or the day of publication.
function lastModified({ date, updated }: CataloguedArticle): string | undefined {
  return (updated && dayOf(updated)) ?? dayOf(date);
}
