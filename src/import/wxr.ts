import { createHash } from "node:crypto";
import { parsePartialDate } from "../content/date.ts";
import { keepBracketedCodes } from "./bracketed-codes.ts";
import { readBylineField } from "./byline.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { readDateField } from "./date-field.ts";
import type { DraftImage, DraftName, DraftStatus, ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import { collapse } from "./html-text.ts";
import { isTooDeep } from "./page-depth.ts";
import { plainHtml } from "./plain-html.ts";
import type { SourceFile } from "./source-files.ts";
import { readWxrContent } from "./wxr-content.ts";
import { readWxrItem, readWxrTime } from "./wxr-item.ts";
import type { WxrItem } from "./wxr-item.ts";
import { isArticle } from "./wxr-kinds.ts";
import { placeWxrItem } from "./wxr-place.ts";
import { surveyWxr } from "./wxr-site.ts";
import type { WxrSite } from "./wxr-site.ts";
import { readWxrTerms } from "./wxr-terms.ts";
import { readXmlRecords } from "./xml-records.ts";
import type { XmlRecord } from "./xml-records.ts";

/**
 * Opens WordPress exports (WXR): posts, pages and the types that themes have added, one item at a time, after a first
 * reading for what they share. Files of one site belong together.
 */
export function openWxr(files: readonly SourceFile[]): (file: SourceFile) => Generator<ImportedRecord> {
  const site = surveyWxr(files);
  return function* (file) {
    const refused = site.refused.get(file.name);
    if (refused) return yield refused;
    const ids = new Map<string, number>();
    for (const record of readXmlRecords(file, ["item"], undefined)) yield record.kind === "xml" ? readItem(record, file.name, site, ids) : record;
  };
}

function readItem({ root, raw, line, notes: recordNotes }: XmlRecord, file: string, site: WxrSite, ids: Map<string, number>): ImportedRecord {
  const item = readWxrItem(root);
  const skip = (reason: string, broken: boolean): SkippedRecord => ({ kind: "skipped", file, id: item.id || undefined, line, reason, broken });
  if (item.id === "" || item.type === "") return skip("has no number or type (wp:post_id, wp:post_type)", true);
  if (item.type === "attachment") return skip("is a file of the media library, taken with the articles that show it", false);
  if (!isArticle(item)) return skip(`is of the type "${item.type}", which is no article`, false);
  if (["trash", "auto-draft", "inherit"].includes(item.status)) return skip(`has the status "${item.status}"`, false);

  const notes: Note[] = [...recordNotes];
  // Exports that were joined by hand may use a number twice.
  const used = (ids.get(item.id) ?? 0) + 1;
  ids.set(item.id, used);
  if (used > 1) notes.push({ level: "warning", kind: "number used before", text: `${item.id} is the number of another item of this file too` });

  const html = keepBracketedCodes(cleanText(item.content, "text", notes), notes);
  if (isTooDeep(html)) return skip("nests its elements without end", true);
  const content = readWxrContent(item, html, site, 1);
  const lead = readLead(item, site, content.images, notes);
  const dek = plainHtml(cleanText(item.excerpt, "excerpt", notes));
  if (content.markdown === "" && dek === "" && lead.length === 0) return skip("has no text", false);
  const date = readWxrTime(item.times.date, item.times.dateGmt);
  const status = readStatus(item, date.value, notes);
  const terms = readWxrTerms(item, site);
  const place = placeWxrItem(item);
  const fields = readMeta(item, date.value, notes);
  if (item.comments > 0) notes.push({ level: "change", kind: "comments left out", text: `left out ${String(item.comments)} comment${item.comments === 1 ? "" : "s"}` });
  return {
    kind: "draft",
    sourceRecord: { file, id: used > 1 ? `${item.id} (${String(used)})` : item.id, sha256: createHash("sha256").update(raw).digest("hex") },
    title: readTitle(item, content.markdown, notes),
    date: date.value,
    updated: readUpdated(item, date.value),
    dek: dek || undefined,
    byline: readByline(item, terms.authors, site, notes),
    section: terms.section,
    series: terms.series,
    people: terms.people,
    places: terms.places,
    organizations: terms.organizations,
    topics: terms.topics,
    images: [...lead, ...content.images],
    language: terms.language,
    status,
    formerUrls: place.formerUrls,
    extra: { ...(["post", "page"].includes(item.type) ? {} : { post_type: item.type }), ...terms.extra, ...fields },
    body: content.markdown,
    path: place.path,
    ifTaken: place.kept ? "report" : "number",
    notes: [...notes, ...date.notes, ...terms.notes, ...place.notes, ...content.notes],
  };
}

function readTitle({ title, slug, type, id }: WxrItem, markdown: string, notes: Note[]): string {
  const clean = cleanLine(title, "title", notes);
  if (clean !== "") return clean;
  const words = collapse(markdown.replace(/[*_\\#>`[\]]/gu, "")).split(" ").slice(0, 8).join(" ");
  const made = words || slug || `${type} ${id}`;
  notes.push({ level: "guess", kind: "titles made of the first words", text: `took "${made}" as the title: the source has none` });
  return made;
}

function readByline({ creator }: WxrItem, coauthors: readonly string[], { authors }: WxrSite, notes: Note[]): readonly (string | DraftName)[] {
  const names = coauthors.length > 0 ? coauthors : [authors.get(creator) ?? creator];
  return names.flatMap((name) => {
    const field = readBylineField(cleanLine(name, "byline", notes));
    notes.push(...field.notes);
    return field.value;
  });
}

function readStatus({ status, password, times }: WxrItem, date: string, notes: Note[]): DraftStatus | undefined {
  if (password !== "") {
    notes.push({ level: "warning", kind: "passwords left out", text: "was protected by a password, which was left out; imported as a draft" });
    return { kind: "draft" };
  }
  if (status === "private") notes.push({ level: "warning", kind: "private articles imported as drafts", text: "was private; imported as a draft" });
  if (status === "future" && date !== "undated") return { kind: "embargoed", until: date };
  if (status !== "publish") {
    if (!["draft", "pending", "private", "future"].includes(status)) notes.push({ level: "warning", kind: "unknown status, imported as a draft", text: `has the status "${status}"; imported as a draft (${times.date})` });
    return { kind: "draft" };
  }
  return undefined;
}

// WordPress notes every change, and the first one in the minute of publication.
function readUpdated({ times }: WxrItem, date: string): string | undefined {
  if (times.modified === "" || times.modified.slice(0, 16) <= times.date.slice(0, 16)) return undefined;
  const { value } = readWxrTime(times.modified, times.modifiedGmt);
  return value === "undated" || date === "undated" || value.length !== date.length || Date.parse(value) <= Date.parse(date) ? undefined : value;
}

// The same picture may open the text too; then it stays there.
function readLead({ meta }: WxrItem, { attachments }: WxrSite, images: readonly DraftImage[], notes: Note[]): readonly DraftImage[] {
  const id = meta.get("_thumbnail_id")?.[0]?.trim();
  if (id === undefined || id === "") return [];
  const attachment = attachments.get(id);
  if (attachment === undefined) {
    notes.push({ level: "warning", kind: "featured images that the export does not hold", text: `has attachment ${id} as its featured image, which the export does not hold` });
    return [];
  }
  if (images.some(({ reference }) => reference === attachment.url)) {
    notes.push({ level: "count", kind: "featured images that stand in the text too, placed there" });
    return [];
  }
  const { url, alt, caption, credit, date } = attachment;
  if (date !== undefined) notes.push({ level: "guess", kind: "photo dates", text: `took ${date} as the date of the lead image: its camera said so` });
  return [{ reference: url, alt, caption, credit, date, lead: true }];
}

// Keys that begin with "_" are WordPress's own and its plugins'; the others an editor has seen.
function readMeta({ meta }: WxrItem, date: string, notes: Note[]): Readonly<Record<string, string | readonly string[]>> {
  const kept: [string, string | readonly string[]][] = [];
  let hidden = 0;
  for (const [key, values] of meta) {
    const filled = values.map((value) => cleanText(value, `field ${key}`, notes)).filter((value) => value !== "");
    if (key.startsWith("_") || key === "footnotes" || key === "") {
      hidden++;
      continue;
    }
    if (filled.some((value) => value.length > longestField || /^[aO]:\d+:/u.test(value))) {
      notes.push({ level: "warning", kind: "custom fields left out: too long, or a program's own data", text: `left out the custom field "${key}"` });
      continue;
    }
    const [only, second] = filled;
    if (only === undefined) continue;
    kept.push([key, second === undefined ? only : filled]);
    const read = /date|published/iu.test(key) ? readDateField(only).value : undefined;
    if (read !== undefined && read.slice(0, 10) !== date.slice(0, 10) && parsePartialDate(read) !== undefined) {
      notes.push({ level: "suggestion", kind: "custom fields with another date", text: `the custom field "${key}" says ${read}, WordPress ${date}` });
    }
  }
  if (hidden > 0) notes.push({ level: "count", kind: "hidden custom fields of WordPress and its plugins left out" });
  return Object.fromEntries(kept);
}

const longestField = 2000;
