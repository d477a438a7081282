import type { FeedEntry, FeedPage } from "../model/feed.ts";
import { canonicalOf, type Site } from "../model/site.ts";
import { feedTime } from "./date.ts";
import { feedText } from "./feed-text.ts";

/** A feed by https://www.jsonfeed.org/version/1.1/. A day that is not known is left out, which JSON Feed allows. */
export function jsonFeed(site: Site, { address, of, title, entries }: FeedPage): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: canonicalOf(site, of),
    feed_url: canonicalOf(site, address),
    description: site.description,
    language: site.textLanguage ?? site.language,
    items: entries.map((entry) => itemOf(site, entry)),
  };
  // A headline is text, and stays so for a reader that takes it for HTML by looking at the file.
  return `${JSON.stringify(feed, undefined, 1).replaceAll("<", "\\u003c")}\n`;
}

function itemOf(site: Site, entry: FeedEntry): Readonly<Record<string, unknown>> {
  const { address, title, summary, date, updated, authors, language } = entry;
  const text = feedText(site, entry);
  const url = canonicalOf(site, address);
  return {
    id: url,
    url,
    title,
    ...(text === undefined ? { content_text: summary } : { content_html: text, summary }),
    date_published: date.earliest === undefined ? undefined : feedTime(date),
    date_modified: updated?.earliest === undefined ? undefined : feedTime(updated),
    authors: authors.length === 0 ? undefined : authors.map((name) => ({ name })),
    language,
  };
}
