import { createHash } from "node:crypto";
import { readBylineField } from "./byline.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { readDateField } from "./date-field.ts";
import type { DraftImage, DraftStatus, ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import { textOf } from "./ghost-cards.ts";
import { readGhostContent } from "./ghost-content.ts";
import { readGhostExport } from "./ghost-export.ts";
import type { GhostExport } from "./ghost-export.ts";
import { isObject } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { keepAddress } from "./old-address.ts";
import type { KeptAddress } from "./old-address.ts";
import { plainHtml } from "./plain-html.ts";
import type { SourceFile } from "./source-files.ts";

/** Reads a Ghost export: its posts and pages, with authors and tags in the order that Ghost shows them in. */
export function* readGhost(source: SourceFile): Generator<ImportedRecord> {
  const { name: file } = source;
  const read = readGhostExport(source);
  if ("reason" in read) return yield { kind: "skipped", file, id: undefined, line: 1, reason: read.reason, detail: read.detail, broken: true };
  const { found } = read;
  const addresses = new Map(found.posts.filter(isObject).map((post) => [textOf(post["slug"]), `/${placeOf(post, found).path.slice(0, -".md".length)}/`]));
  const ids = new Set<string>();
  for (const [at, post] of found.posts.entries()) yield readPost(post, at, found, addresses, file, ids);
}

function readPost(post: JsonValue, at: number, tables: GhostExport, addresses: ReadonlyMap<string, string>, file: string, ids: Set<string>): ImportedRecord {
  const id = isObject(post) ? textOf(post["id"]) : "";
  // An export is one line; the place in the list says more than a line.
  const skip = (reason: string, broken: boolean): SkippedRecord => ({ kind: "skipped", file, id: id || undefined, line: 1, reason, detail: `data.posts[${String(at)}]`, broken });
  if (!isObject(post) || id === "") return skip("is no post, or has no id", true);
  if (ids.has(id)) return skip("has the id of another post", true);
  ids.add(id);
  const notes: Note[] = [];
  const title = cleanLine(plainText(post["title"]), "title", notes);
  if (title === "") return skip("has no title", true);
  const meta = tables.meta.get(id) ?? {};
  const content = readGhostContent(post, addresses);
  if (content.markdown === "" && content.notes.some(({ kind }) => kind.endsWith("that cannot be read"))) return skip("has a text that cannot be read", true);
  const lead = readLead(post, meta, notes);
  const dek = cleanLine(plainText(post["custom_excerpt"]), "excerpt", notes);
  if (content.markdown === "" && dek === "" && lead.length === 0) return skip("has no text", false);
  const { date, dateNotes } = dateOf(post);
  const tags = tables.tags.get(id) ?? [];
  const [section, ...topics] = [...new Set(tags.filter(({ internal }) => !internal).map(({ name }) => name))];
  if (section !== undefined) notes.push({ level: "change", kind: "first tag taken as the section", text: `took the first tag, "${section}", as the section` });
  const internal = tags.filter((tag) => tag.internal).map(({ name }) => name);
  const authors = (tables.authors.get(id) ?? []).map((name) => readBylineField(cleanLine(name, "byline", notes)));
  const status = statusOf(post, date, notes);
  const place = placeOf(post, tables);
  if (["codeinjection_head", "codeinjection_foot"].some((key) => textOf(post[key]) !== "")) notes.push({ level: "change", kind: "code for the page dropped", text: "dropped the code that Ghost put into the page" });
  const updated = readDateField(isoTime(post["updated_at"])).value;
  const canonical = textOf(post["canonical_url"]);
  const locale = textOf(post["locale"]);
  return {
    kind: "draft",
    sourceRecord: { file, id, sha256: createHash("sha256").update(JSON.stringify([post, meta, tags, tables.authors.get(id) ?? []])).digest("hex") },
    title,
    date,
    updated: updated !== undefined && date !== "undated" && Date.parse(updated) - Date.parse(date) > 60_000 ? updated : undefined,
    dek: dek || undefined,
    byline: authors.flatMap(({ value }) => value),
    section,
    people: [],
    places: [],
    organizations: [],
    topics,
    images: [...lead, ...content.images],
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(locale) ? locale : undefined,
    status,
    formerUrls: place.formerUrls,
    extra: { ...(internal.length === 0 ? {} : { internal_tags: internal }), ...(canonical === "" ? {} : { canonical_url: canonical }) },
    body: content.markdown,
    path: place.path,
    ifTaken: place.kept ? "report" : "number",
    notes: [...notes, ...dateNotes, ...authors.flatMap((field) => field.notes), ...place.notes, ...content.notes],
  };
}

function dateOf(post: JsonObject): { readonly date: string; readonly dateNotes: readonly Note[] } {
  const { value, notes } = readDateField(isoTime(post["published_at"]));
  return { date: value ?? "undated", dateNotes: notes };
}

// "2020-01-31 10:00:00" and milliseconds since 1970 are both times of Greenwich.
function isoTime(value: JsonValue | undefined): string {
  if (typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e15) return new Date(value).toISOString().replace(/\.\d+Z$/u, "Z");
  const text = textOf(value);
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/u.test(text) ? `${text.replace(" ", "T").replace(/\.\d+$/u, "")}Z` : text.replace(/\.\d+(?=Z$)/u, "");
}

function placeOf(post: JsonObject, { permalinks }: GhostExport): KeptAddress {
  const { date } = dateOf(post);
  const slug = textOf(post["slug"]);
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  const isPage = post["type"] === "page" || post["page"] === 1 || post["page"] === true;
  const dated = permalinks.includes(":year") && date === "undated";
  const path = (isPage || dated ? "/:slug/" : permalinks).replace(/\{(\w+)\}/gu, ":$1").replace(":year", year).replace(":month", month).replace(":day", day).replace(":slug", encodeURIComponent(slug));
  const published = textOf(post["status"]) === "published";
  return keepAddress(published && slug !== "" && !path.includes(":") ? path : undefined, date, textOf(post["title"]), slug || textOf(post["title"]));
}

function statusOf(post: JsonObject, date: string, notes: Note[]): DraftStatus | undefined {
  const status = textOf(post["status"]);
  const visibility = textOf(post["visibility"]);
  if (status === "scheduled" && date !== "undated") return { kind: "embargoed", until: date };
  if (status === "sent") notes.push({ level: "warning", kind: "articles only sent by e-mail imported as drafts", text: "was only sent by e-mail; imported as a draft" });
  if (status !== "published") return { kind: "draft" };
  if (visibility === "" || visibility === "public") return undefined;
  notes.push({ level: "warning", kind: "articles for members imported as drafts", text: `was readable for ${visibility} only; imported as a draft` });
  return { kind: "draft" };
}

function readLead(post: JsonObject, meta: JsonObject, notes: Note[]): readonly DraftImage[] {
  const reference = textOf(post["feature_image"]) || textOf(post["image"]);
  if (reference === "") return [];
  const [alt, caption] = [meta["feature_image_alt"], meta["feature_image_caption"]].map((value) => cleanLine(plainText(value), "caption", notes));
  return [{ reference, alt: alt || undefined, caption: caption || undefined, lead: true }];
}

function plainText(value: JsonValue | undefined): string {
  return plainHtml(cleanText(textOf(value), "text", []));
}
