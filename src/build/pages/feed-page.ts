import { feedFiles, type FeedFormat, type PlannedEntry, type PlannedFeed } from "../../model/feed.ts";
import { QuickFingerprint, type Print } from "../../content/quick-fingerprint.ts";
import { mayShareText } from "../../model/open-licence.ts";
import { openingOf } from "../../content/opening.ts";
import { languageOf, type PageContext } from "./context.ts";
import { placedFigures } from "./figure.ts";
import type { ArticleList } from "./list-pages.ts";
import type { CataloguedArticle } from "../../model/archive.ts";

/** Entries in the archive's feed, and in that of a name: one of each comes with every list that is long enough. */
const entriesOfArchive = 40;
const entriesOfList = 20;

/** The archive's feed: its newest articles. */
export function archiveFeed(context: PageContext, format: FeedFormat): PlannedFeed {
  const { archive, site } = context;
  return feedOf(context, format, { title: site.title, address: "/", articles: archive.articles.slice(0, entriesOfArchive) });
}

/** The feed of a list: its newest articles. */
export function listFeed(context: PageContext, format: FeedFormat, { title, address, articles }: FedList): PlannedFeed {
  return feedOf(context, format, { title: `${title} – ${context.site.title}`, address, articles: articles.slice(0, entriesOfList) });
}

/** What a feed is made of. */
export type FedList = Pick<ArticleList, "title" | "address" | "articles">;

/**
 * Names everything that a list's feed shows, without reading the articles' texts: their files, and what they have from
 * elsewhere. Undefined where more is shown: pictures, a redacted text. A twentieth of a second build of 19,000 articles.
 */
export function feedKey(context: PageContext, format: FeedFormat, { title, address, articles }: FedList): string | undefined {
  const { archive } = context;
  const entries = articles.slice(0, entriesOfList);
  if (archive.isRedacted || entries.some((article) => hasPictures(article) && mayShareText(article, archive.settings))) return undefined;
  const key = new QuickFingerprint().text(format).text(title).text(address);
  for (const article of entries) key.print(entryPrint(context, article));
  return key.toString();
}

function entryPrint(context: PageContext, article: CataloguedArticle): Print {
  const known = entryPrints.get(article);
  if (known?.context === context) return known.print;
  const print = new QuickFingerprint().text(article.address).text(context.fileFingerprints.get(article.file)).text(languageOf(context.site, article)).number(article.byline.length);
  for (const { name } of article.byline) print.text(name);
  const made = print.toPrint();
  entryPrints.set(article, { context, print: made });
  return made;
}

const entryPrints = new WeakMap<CataloguedArticle, { readonly context: PageContext; readonly print: Print }>();

/** Addresses of the feeds of a list; undefined where it has too few articles for them. */
export function feedAddresses({ archive }: Pick<PageContext, "archive">, { listKind, address, articles }: Pick<ArticleList, "listKind" | "address" | "articles">): Readonly<Record<FeedFormat, string>> | undefined {
  if (listKind === "period" || listKind === "authors" || articles.length < archive.settings.feedsFrom) return undefined;
  return { atom: address + feedFiles.atom, json: address + feedFiles.json };
}

function feedOf(context: PageContext, format: FeedFormat, { title, address, articles }: FedList): PlannedFeed {
  return { kind: "feed", format, address: address + feedFiles[format], title, of: address, entries: articles.map((article) => feedEntry(context, article)) };
}

// An article stands in the feeds of all its names, in two formats each: its entry is made once.
function feedEntry(context: PageContext, article: CataloguedArticle): PlannedEntry {
  let made = entries.get(context);
  if (made === undefined) entries.set(context, (made = new Map()));
  const known = made.get(article) ?? makeEntry(context, article);
  made.set(article, known);
  return known;
}

const entries = new WeakMap<PageContext, Map<CataloguedArticle, PlannedEntry>>();

function makeEntry(context: PageContext, article: CataloguedArticle): PlannedEntry {
  const { archive, site } = context;
  return {
    title: article.title,
    address: article.address,
    date: article.date,
    updated: article.updated,
    authors: article.byline.map(({ name }) => name),
    summary: article.dek ?? openingOf(article.body.markdown) ?? article.title,
    manuscript: mayShareText(article, archive.settings) ? { file: article.file, markdown: article.body.markdown, figures: placedFigures(context, article) } : undefined,
    dateline: article.dateline,
    corrections: article.corrections,
    rights: article.rights,
    language: languageOf(site, article),
  };
}

function hasPictures({ body }: CataloguedArticle): boolean {
  return body.targets.some(({ kind }) => kind === "picture");
}
