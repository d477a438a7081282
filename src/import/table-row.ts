import { createHash } from "node:crypto";
import { basename, extname } from "node:path";
import { articleKinds } from "../model/article.ts";
import { readBylineField } from "./byline.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { ColumnMap } from "./columns.ts";
import { nameFromTitle, suggestPath } from "./draft.ts";
import type { ArticleDraft, DraftImage, DraftStatus, ImportedRecord, Note } from "./draft.ts";
import { detach } from "./detach.ts";
import { readNewsBody } from "./news-body.ts";
import { RowReader } from "./row-reader.ts";
import type { TableRow } from "./row-reader.ts";

/**
 * Makes drafts of the rows of one file. `notes` go to each of them; `ids` counts the ids of the file where its rows do not
 * all have the same columns.
 */
export function openRows(map: ColumnMap, notes: readonly Note[], ids = new Map<string, number>()): (row: TableRow, own: readonly Note[]) => ImportedRecord {
  return (row, own) => {
    const reader = new RowReader(row, map, [...notes, ...own]);
    const { id, repeated } = idOf(reader, ids);
    return draftOf(reader, id, repeated);
  };
}

function draftOf(reader: RowReader, id: string, repeated: boolean): ImportedRecord {
  const { row, notes } = reader;
  const { file, line } = row;
  const title = reader.line("title");
  if (title === undefined) return { kind: "skipped", file, id, line, reason: "has no title", broken: true };
  if (repeated) notes.push({ level: "warning", kind: "id used before", text: `another record before it has its id; it is called ${id}` });
  const text = reader.values("body").map((value) => cleanText(value, "body", notes)).join("\n\n");
  const dateline = reader.line("dateline");
  const body = readNewsBody({ text: { kind: "plain", text }, headline: title, dateline, byline: reader.values("byline") });
  const images = [...imagesOf(reader), ...body.images];
  if (body.markdown === "" && images.length === 0) return { kind: "skipped", file, id, line, reason: "has no text", broken: false };
  notes.push(...body.notes);
  const date = reader.date("date") ?? "undated";
  return {
    kind: "draft",
    sourceRecord: { file, id, sha256: hashOf(row.raw) },
    title,
    date,
    updated: reader.date("updated"),
    dek: reader.line("dek"),
    byline: bylineOf(reader, "byline"),
    contributors: [...bylineOf(reader, "contributors"), ...body.contributors],
    dateline: dateline ?? body.dateline,
    ...kindOf(reader),
    section: reader.line("section"),
    series: reader.line("series"),
    print: { page: reader.line("page"), edition: reader.line("edition"), volume: reader.line("volume"), issue: reader.line("issue") },
    people: reader.list("people"),
    places: reader.list("places"),
    organizations: reader.list("organizations"),
    topics: reader.list("topics"),
    images,
    source: sourceOf(reader),
    rights: { holder: reader.line("holder"), licence: reader.line("licence"), statement: reader.line("rights") },
    language: languageOf(reader),
    status: statusOf(reader),
    formerUrls: formerUrlsOf(reader),
    extra: reader.rest(),
    body: body.markdown,
    path: suggestPath(date, nameFromTitle(title, basename(file, extname(file)))),
    ifTaken: "number",
    notes,
  };
}

// Without a column of ids a row is known by its text: rows that are added before it do not make it another record.
function idOf(reader: RowReader, ids: Map<string, number>): { readonly id: string; readonly repeated: boolean } {
  const notes: Note[] = [];
  const given = reader.values("id").map((value) => cleanLine(value, "id", notes)).join(" ");
  reader.notes.push(...notes);
  const id = given === "" ? hashOf(reader.row.raw).slice(0, 16) : detach(given);
  if (given === "") reader.notes.push({ level: "count", kind: "no id in the source: the record is known by the hash of its text" });
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? { id, repeated: false } : { id: `${id} (${String(count)})`, repeated: given !== "" };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function bylineOf(reader: RowReader, field: "byline" | "contributors"): ArticleDraft["byline"] {
  return reader.values(field).flatMap((value) => reader.take(readBylineField(cleanLine(value, field, reader.notes))));
}

function kindOf(reader: RowReader): Pick<ArticleDraft, "genre"> {
  const text = reader.line("kind");
  if (text === undefined) return {};
  const kind = articleKinds.find((name) => name === text.toLowerCase());
  if (kind === "news") return {};
  if (kind !== undefined) return { genre: kind };
  reader.notes.push({ level: "warning", kind: "kind not known here", text: `the kind "${text}" is none of ${articleKinds.join(", ")}; the article is news` });
  return {};
}

function imagesOf(reader: RowReader): readonly DraftImage[] {
  const files = reader.list("image");
  const [caption, credit, alt] = [reader.line("caption"), reader.line("credit"), reader.line("alt")];
  if (files.length === 0) return caption === undefined ? [] : [{ caption, credit, alt, lead: true }];
  return files.map((reference, i) => ({ reference, ...(i === 0 ? { caption, credit, alt } : {}), lead: i === 0 }));
}

// An article that names an address and no publication is of that address's host.
function sourceOf(reader: RowReader): ArticleDraft["source"] {
  const url = reader.line("url");
  const address = url !== undefined && /^https?:\/\/[^\s<>"]+$/u.test(url) && URL.canParse(url) ? url : undefined;
  if (url !== undefined && address === undefined) reader.notes.push({ level: "warning", kind: "address not readable", text: `"${url}" is not a web address and was left out` });
  const name = reader.line("source") ?? (address === undefined ? undefined : new URL(address).hostname);
  return name === undefined ? undefined : { name, url: address };
}

function languageOf(reader: RowReader): string | undefined {
  const text = reader.line("language")?.replaceAll("_", "-");
  if (text === undefined || /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(text)) return text;
  reader.notes.push({ level: "warning", kind: "language not readable", text: `"${text}" is not a language tag such as en or pt-BR and was left out` });
  return undefined;
}

function statusOf(reader: RowReader): DraftStatus | undefined {
  const until = reader.date("embargo");
  if (until !== undefined) return { kind: "embargoed", until };
  const text = reader.line("status")?.toLowerCase();
  if (text === undefined || /^(?:published|publish|public|live|usable)$/u.test(text)) return undefined;
  if (!/^(?:draft|unpublished|pending|private|future|auto-draft)$/u.test(text)) reader.notes.push({ level: "warning", kind: "status not known here", text: `the status "${text}" is not known here; the article is a draft` });
  return { kind: "draft" };
}

function formerUrlsOf(reader: RowReader): readonly string[] {
  return reader.list("formerUrls").flatMap((text) => {
    const path = URL.canParse(text) ? new URL(text).pathname : text;
    if (/^\/(?!\/)[^\s?#\\\p{Cc}:*"<>|]*$/u.test(path) && !/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|\/\//iu.test(path)) return [path];
    reader.notes.push({ level: "warning", kind: "former address not kept", text: `"${text}" is not a path of a site and was left out` });
    return [];
  });
}
