import type { Frame, FeedPage, SitemapIndexPage, SitemapPage } from "../../model/page.ts";
import { openingOf } from "../../content/opening.ts";
import { languageOf, type PageContext } from "./context.ts";
import { dayOf } from "../../model/partial-date.ts";
import type { CataloguedArticle } from "../../model/archive.ts";

const entriesInFeed = 40;

/** The archive's feed: its newest articles. */
export function feedPage({ archive, site }: PageContext): FeedPage {
  return {
    kind: "feed",
    address: "/feed.xml",
    title: site.title,
    of: "/",
    entries: archive.articles.slice(0, entriesInFeed).map((article) => ({
      title: article.title,
      address: article.address,
      date: article.date,
      updated: article.updated,
      authors: article.byline.map(({ name }) => name),
      summary: article.dek ?? openingOf(article.body.markdown) ?? article.title,
      language: languageOf(site, article),
    })),
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
