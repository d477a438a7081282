import type { FeedEntry, FeedPage } from "../src/model/feed.ts";
import { canonicalOf, type Site } from "../src/model/site.ts";
import { attribute, html, type Html } from "../src/html/html.ts";
import { feedTime } from "../src/html/date.ts";
import { feedText } from "../src/html/feed-text.ts";
import { jsonFeed } from "../src/html/json-feed.ts";
import { rightsText } from "../src/html/metadata.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("feed");

/** Atom, RFC 4287, or JSON Feed 1.1. Times come from the articles, never from the build. */
export function render({ value, site }: Shown<"feed">): string {
  return value.format === "json" ? jsonFeed(site, value) : atom(site, value);
}

function atom(site: Site, value: FeedPage): string {
  const updated = value.entries.map(changed).sort().at(-1) ?? feedTime(undefined);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.textLanguage ?? site.language}">
<title>${value.title}</title>
<id>${canonicalOf(site, value.of)}</id>
<link rel="self" type="application/atom+xml" href="${canonicalOf(site, value.address)}"/>
<link rel="alternate" type="text/html" href="${canonicalOf(site, value.of)}"/>
<updated>${updated}</updated>
<author><name>${site.title}</name></author>
${value.entries.map((entry) => renderEntry(site, entry))}</feed>
`.toString();
}

function renderEntry(site: Site, entry: FeedEntry): Html {
  const link = canonicalOf(site, entry.address);
  const text = feedText(site, entry);
  const rights = rightsText(site, entry);
  return html`<entry${attribute("xml:lang", entry.language)}>
<title>${entry.title}</title>
<id>${link}</id>
<link rel="alternate" type="text/html" href="${link}"/>
<published>${feedTime(entry.date)}</published>
<updated>${changed(entry)}</updated>
${entry.authors.map((name) => html`<author><name>${name}</name></author>\n`)}${rights && html`<rights>${rights}</rights>\n`}<summary>${entry.summary}</summary>
${text && html`<content type="html">${text}</content>\n`}</entry>
`;
}

function changed({ date, updated }: FeedEntry): string {
  return feedTime(updated?.earliest === undefined ? date : updated);
}
