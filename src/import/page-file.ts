import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { keepBracketedCodes } from "./bracketed-codes.ts";
import { recognizeCharset } from "./charset.ts";
import type { RecognizedCharset } from "./charset.ts";
import { cleanText } from "./clean-text.ts";
import { readDateField } from "./date-field.ts";
import { decode } from "./decode.ts";
import type { Note, SkippedRecord } from "./draft.ts";
import { readHtmlPage } from "./html-document.ts";
import { collapse } from "./html-text.ts";
import { isTooDeep } from "./page-depth.ts";
import { readPageMetadata } from "./page-metadata.ts";
import type { PageMetadata, Stated } from "./page-metadata.ts";
import { placePage } from "./page-place.ts";
import type { SourceFile } from "./source-files.ts";

/** A saved page, read. */
export interface Page {
  readonly file: string;
  readonly document: Document;
  readonly metadata: PageMetadata;
  readonly title: Stated;
  readonly date: Stated | undefined;
  readonly sha256: string;
  readonly notes: readonly Note[];
}

/** A page with less text than this is no article, unless it says that it is one. */
export const shortestArticle = 250;

/** Reads a page's file, or says why it is none. */
export function readPage({ path, name: file }: SourceFile, declared: string | undefined): Page | SkippedRecord {
  const bytes = readFileSync(path);
  const { charset, fault } = charsetOfPage(bytes, declared);
  if (fault) return skipped(file, fault.reason, true, fault.detail);
  const notes: Note[] = charset.by === "detected" ? [{ level: "guess", kind: `character set ${charset.name}`, text: `read as ${charset.name}: ${charset.because ?? "its bytes fit"}` }] : [];
  const html = keepBracketedCodes(cleanText(decode(bytes, charset), "page", notes), notes);
  if (html === "") return skipped(file, "has no text", false);
  if (isTooDeep(html)) return skipped(file, "nests its elements without end", true);
  const document = readHtmlPage(html);
  if (document.querySelector('meta[http-equiv="refresh" i][content*="url" i]') && collapse(document.body.textContent ?? "").length < shortestArticle) return skipped(file, "only leads to another page", false);
  const metadata = readPageMetadata(document, html);
  const title = titleOf(document, metadata);
  if (title === undefined) return skipped(file, "has no title", true);
  return { file, document, metadata, title, date: dateOf(document, metadata, file), sha256: createHash("sha256").update(bytes).digest("hex"), notes };
}

// What a page says of its character set is wrong as often as not; bytes that do not fit it are read by what they are.
function charsetOfPage(bytes: Buffer, declared: string | undefined): RecognizedCharset {
  const said = declared ?? /<meta[^>]+charset\s*=\s*["']?\s*(?<name>[\w-]+)/iu.exec(bytes.toString("latin1", 0, charsetHead))?.groups?.["name"];
  const recognized = recognizeCharset(bytes, said);
  return recognized.fault && declared === undefined ? recognizeCharset(bytes) : recognized;
}

/** HTML, 4.2.5.4: within the first 1024 bytes; some pages have more before it. */
const charsetHead = 4096;

function titleOf(document: Document, { titles }: PageMetadata): Stated | undefined {
  const heading = collapse(document.querySelector("h1")?.textContent ?? "");
  const shown = collapse(document.querySelector("title")?.textContent ?? "");
  // "The pier - The Sandhaven Post": the heading is what stands on the page.
  return [...titles, { value: heading, from: "h1" }, { value: shown, from: "title" }].find(({ value }) => value !== "");
}

// A day in a caption is the photo's, in a list another article's.
const elsewhere = "figure, aside, footer, nav, li, blockquote, table";

function dateOf(document: Document, { dates, address }: PageMetadata, file: string): Stated | undefined {
  const times = [...new Set([...document.querySelectorAll("time[datetime]")].filter((time) => time.closest(elsewhere) === null).map((time) => time.getAttribute("datetime") ?? ""))];
  const [only, second] = times;
  const inPath = /\/(?<year>(?:19|20)\d\d)[/-](?<month>0[1-9]|1[0-2])[/-](?<day>0[1-9]|[12]\d|3[01])(?=[/-])/u.exec(address ?? `/${file}`)?.groups;
  const guesses = [
    ...(only !== undefined && second === undefined ? [{ value: only, from: "time" }] : []),
    ...(inPath ? [{ value: `${inPath["year"] ?? ""}-${inPath["month"] ?? ""}-${inPath["day"] ?? ""}`, from: "address" }] : []),
  ];
  return [...dates, ...guesses].find(({ value }) => readDateField(value).value !== undefined) ?? dates[0];
}

/** Where a page's article stands. */
export function placeOf({ file, metadata, title, date }: Page): ReturnType<typeof placePage> {
  return placePage(file, metadata.address, readDateField(date?.value ?? "").value ?? "undated", title.value);
}

/** A page that gives no article. */
export function skipped(file: string, reason: string, broken: boolean, detail?: string): SkippedRecord {
  return { kind: "skipped", file, id: undefined, line: 1, reason, ...(detail === undefined ? {} : { detail }), broken };
}
