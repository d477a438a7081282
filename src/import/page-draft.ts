import { posix } from "node:path";
import { readBylineField } from "./byline.ts";
import { cleanLine } from "./clean-text.ts";
import { readDateField } from "./date-field.ts";
import type { ArticleDraft, DraftImage, Note } from "./draft.ts";
import type { HtmlConversion } from "./html-to-markdown.ts";
import { collapse } from "./html-text.ts";
import type { KeptAddress } from "./old-address.ts";
import type { PageBody } from "./page-body.ts";
import type { Page } from "./page-file.ts";
import type { PageMetadata } from "./page-metadata.ts";

/** Makes an article of a page: what its metadata states, the text that was found, and a note for each guess. */
export function draftOfPage(page: Page, body: PageBody, content: HtmlConversion, place: KeptAddress): ArticleDraft {
  const { file, metadata, title, sha256 } = page;
  const notes: Note[] = [...page.notes];
  const date = readDateField(page.date?.value ?? "");
  const updated = readDateField(metadata.updates[0]?.value ?? "").value;
  const [section, ...sections] = metadata.sections;
  const guess = (kind: string, text: string): void => void notes.push({ level: "guess", kind, text });
  if (["h1", "title"].includes(title.from)) guess("title from the page's heading or window", `took "${title.value}" as the title, from ${title.from}`);
  if (page.date !== undefined && ["time", "address"].includes(page.date.from)) guess("date from the page's text or address", `took ${page.date.value} as the date, from its ${page.date.from}`);
  if (body.by === "readability") notes.push({ level: "count", kind: "article found by Readability; what stands around it left out" });
  if (metadata.kind !== "article") guess("page taken as an article", `took the page as an article: it has ${String(collapse(body.root.textContent ?? "").length)} letters of text`);
  if (metadata.damagedJsonLd > 0) notes.push({ level: "warning", kind: "JSON-LD that is no JSON", text: `left out ${metadata.damagedJsonLd === 1 ? "a description" : `${String(metadata.damagedJsonLd)} descriptions`} in JSON-LD that cannot be read` });
  const days = new Set(metadata.dates.map(({ value }) => readDateField(value).value?.slice(0, 10)).filter((day) => day !== undefined));
  if (days.size > 1) notes.push({ level: "warning", kind: "metadata with several dates", text: `took ${page.date?.value ?? ""} of ${metadata.dates.map(({ value, from }) => `${value} (${from})`).join(", ")}` });
  const authors = metadata.authors.length > 0 ? metadata.authors : body.byline === undefined ? [] : [body.byline];
  if (metadata.authors.length === 0 && body.byline !== undefined) guess("byline from the page's text", `took "${body.byline}" as the byline`);
  const bylines = authors.map((name) => readBylineField(cleanLine(turned(name), "byline", notes)));
  const readable = readDateField(date.value ?? "").value;
  return {
    kind: "draft",
    sourceRecord: { file, id: undefined, sha256 },
    title: title.value,
    date: readable ?? "undated",
    updated: updated !== undefined && readable !== undefined && updated.slice(0, 10) >= readable.slice(0, 10) && updated !== readable ? updated : undefined,
    dek: dekOf(metadata, content.markdown),
    byline: bylines.flatMap(({ value }) => value),
    dateline: metadata.dateline,
    genre: genreOf(metadata.types),
    section,
    print: Object.keys(metadata.print).length === 0 ? undefined : metadata.print,
    people: metadata.subjects.people,
    places: metadata.subjects.places,
    organizations: metadata.subjects.organizations,
    topics: [...new Set([...sections, ...metadata.keywords])].filter((topic) => topic !== section),
    images: [...leadOf(metadata, content.images, notes), ...content.images].map((image) => ({ ...image, ...besidePage(image, file) })),
    ...sourceOf(metadata),
    rights: Object.keys(metadata.rights).length === 0 ? undefined : metadata.rights,
    language: languageOf(metadata.language),
    corrections: metadata.corrections.filter((correction) => readDateField(correction.date).value === correction.date),
    formerUrls: place.formerUrls,
    body: content.markdown,
    path: place.path,
    ifTaken: place.kept ? "report" : "number",
    notes: [...notes, ...date.notes, ...bylines.flatMap((field) => field.notes), ...place.notes, ...content.notes],
  };
}

// Highwire and Dublin Core have "Lee, Ann".
function turned(name: string): string {
  const { last, first } = /^(?<last>(?:\p{Ll}+ ){0,3}\p{Lu}[\p{L}’'-]+), (?<first>\p{Lu}[\p{L}.’' -]*)$/u.exec(name)?.groups ?? {};
  return last === undefined || first === undefined ? name : `${first} ${last}`;
}

// A description is mostly the beginning of the text once more.
function dekOf({ descriptions }: PageMetadata, markdown: string): string | undefined {
  const text = fold(markdown);
  return descriptions.find(({ value }) => !/(?:…|\.\.\.|\[…\])\s*$/u.test(value) && !text.includes(fold(value).slice(0, 60)))?.value;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function genreOf(types: readonly string[]): ArticleDraft["genre"] {
  const genres = [["OpinionNewsArticle", "opinion"], ["AnalysisNewsArticle", "analysis"], ["BackgroundNewsArticle", "analysis"], ["ReviewNewsArticle", "review"], ["Review", "review"]] as const;
  return genres.find(([type]) => types.includes(type))?.[1];
}

// The picture that a page shows when it is shared is mostly its first one.
function leadOf({ picture }: PageMetadata, images: readonly DraftImage[], notes: Note[]): readonly DraftImage[] {
  if (picture === undefined || images.some((image) => [image.reference, ...(image.otherReferences ?? [])].some((reference) => reference !== undefined && nameOf(reference) === nameOf(picture.reference)))) return [];
  notes.push({ level: "guess", kind: "lead image from the metadata", text: `took ${picture.reference} as the lead image` });
  return [{ ...picture, onlyIfHeld: true, lead: true }];
}

function nameOf(reference: string): string {
  return posix.basename(reference.replace(/[?#].*$/su, "")).toLowerCase().replace(/-\d+x\d+(?=\.)/u, "");
}

// "../img/a.jpg" is meant from the page's folder.
function besidePage({ reference, otherReferences }: DraftImage, file: string): Pick<DraftImage, "reference" | "otherReferences"> {
  const from = (address: string): string => (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(address) ? address : posix.join(posix.dirname(file), address));
  return { reference: reference === undefined ? undefined : from(reference), ...(otherReferences === undefined ? {} : { otherReferences: otherReferences.map(from) }) };
}

function sourceOf({ publisher, address }: PageMetadata): Pick<ArticleDraft, "source"> | undefined {
  const name = publisher ?? (address === undefined ? undefined : new URL(address).hostname.replace(/^www\./u, ""));
  const url = address !== undefined && /^https?:\/\/[^\s<>"]+$/u.test(address) ? address : undefined;
  return name === undefined ? undefined : { source: { name, ...(url === undefined ? {} : { url }) } };
}

function languageOf(language: string | undefined): string | undefined {
  const tag = language?.replaceAll("_", "-");
  return tag !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag) ? tag : undefined;
}
