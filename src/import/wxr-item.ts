import { parsePartialDate } from "../content/date.ts";
import { ownCopy } from "./own-copy.ts";
import type { Note } from "./draft.ts";
import type { Field } from "./field.ts";
import { plainHtml } from "./plain-html.ts";
import { attributeOf, childrenOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** An item of a WordPress export (WXR 1.0 to 1.2), its fields as they stand. */
export interface WxrItem {
  readonly id: string;
  /** "post", "page", "attachment", or what a plugin or theme has added. */
  readonly type: string;
  readonly status: string;
  readonly title: string;
  /** Its address on the site. */
  readonly link: string;
  /** Its name in addresses. */
  readonly slug: string;
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  readonly password: string;
  readonly parent: string;
  readonly attachmentUrl: string;
  readonly terms: readonly WxrTerm[];
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly comments: number;
  /** Times of the site's clock and of Greenwich: "2015-03-12 11:00:00"; "" where there is none. */
  readonly times: Readonly<Record<"date" | "dateGmt" | "modified" | "modifiedGmt", string>>;
}

/** A category, a tag, or a term of a taxonomy that a plugin has added. */
export interface WxrTerm {
  readonly domain: string;
  readonly nicename: string;
  readonly name: string;
}

/** Reads an `<item>`. Names of taxonomies and titles are HTML, their entities are read. */
export function readWxrItem(item: XmlElement): WxrItem {
  const field = (name: string, prefix?: string): string => textOf(item.children.find((child) => typeof child !== "string" && child.name === name && (prefix === undefined || child.prefix === prefix)));
  const meta = new Map<string, string[]>();
  for (const pair of childrenOf(item, "postmeta")) {
    const key = textOf(childrenOf(pair, "meta_key")[0]).trim();
    meta.set(key, [...(meta.get(key) ?? []), textOf(childrenOf(pair, "meta_value")[0])]);
  }
  return {
    id: ownCopy(field("post_id").trim()),
    type: field("post_type").trim(),
    status: field("status", "wp").trim(),
    title: plainHtml(field("title")),
    link: field("link").trim(),
    slug: decodeSlug(field("post_name").trim()),
    creator: field("creator").trim(),
    content: field("encoded", "content"),
    excerpt: field("encoded", "excerpt"),
    password: field("post_password"),
    parent: field("post_parent").trim(),
    attachmentUrl: field("attachment_url").trim(),
    terms: childrenOf(item, "category").map((term) => ({
      domain: attributeOf(term, "domain") ?? "category",
      nicename: attributeOf(term, "nicename") ?? "",
      name: plainHtml(textOf(term)),
    })),
    meta,
    comments: childrenOf(item, "comment").length,
    times: { date: field("post_date").trim(), dateGmt: field("post_date_gmt").trim(), modified: field("post_modified").trim(), modifiedGmt: field("post_modified_gmt").trim() },
  };
}

/**
 * A time of the site's clock with its distance from Greenwich: "2015-03-12T11:00:00+01:00". The day alone where the two
 * times are no whole quarters of an hour apart; "undated" where there is none, as for drafts.
 */
export function readWxrTime(local: string, greenwich: string): Field<string> {
  const [here, there] = [local, greenwich].map((time) => (/^0000/u.test(time) ? undefined : /^(?<day>\d{4}-\d\d-\d\d)[ T](?<time>\d\d:\d\d:\d\d)/u.exec(time)?.groups));
  const day = here?.["day"];
  if (day === undefined) {
    const notes: Note[] = local === "" || /^0000/u.test(local) ? [] : [{ level: "warning", kind: "date not readable", text: `no date could be read from "${local}"` }];
    return { value: "undated", notes };
  }
  if (parsePartialDate(day) === undefined) return { value: "undated", notes: [{ level: "warning", kind: "date not readable", text: `"${local}" is no calendar date` }] };
  const minutes = there && (Date.parse(`${day}T${here?.["time"] ?? ""}Z`) - Date.parse(`${there["day"] ?? ""}T${there["time"] ?? ""}Z`)) / 60_000;
  if (minutes === undefined || Number.isNaN(minutes) || Math.abs(minutes) > farthestOffset || minutes % 15 !== 0) {
    return { value: day, notes: [{ level: "count", kind: "time of day without a zone dropped" }] };
  }
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, "0"));
  return { value: `${day}T${here?.["time"] ?? ""}${minutes === 0 ? "Z" : `${minutes < 0 ? "-" : "+"}${hours ?? ""}:${rest ?? ""}`}`, notes: [] };
}

/** UTC+14, the Line Islands. */
const farthestOffset = 14 * 60;

// "%d0%bf%d1%80" is how WordPress keeps a Cyrillic name.
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
