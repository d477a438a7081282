import type { FeedEntry } from "../model/feed.ts";
import type { Site } from "../model/site.ts";
import { renderBody } from "./body.ts";
import { renderCorrections } from "./corrections.ts";
import { native } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings/strings-of.ts";

/** An article's whole text as feeds carry it, what was wrong in it first; undefined where its rights do not allow that. */
export function feedText(site: Site, { text, dateline, corrections, language }: FeedEntry): string | undefined {
  if (text === undefined) return undefined;
  const strings = stringsOf(site);
  const furniture = native(site, language);
  return html`${renderCorrections(corrections, strings, furniture)}${renderBody(text, dateline, strings, furniture)}`.toString();
}
