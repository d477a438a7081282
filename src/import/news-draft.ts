import { basename, extname } from "node:path";
import { articleKinds } from "../model/article.ts";
import type { ArticleKind } from "../model/article.ts";
import { authorityKinds } from "../model/authority.ts";
import type { AuthorityKind } from "../model/authority.ts";
import { readBylineField } from "./byline.ts";
import { cleanLine } from "./clean-text.ts";
import { readDateField } from "./date-field.ts";
import { nameFromTitle, suggestPath } from "./draft.ts";
import type { ArticleDraft, DraftImage, DraftName, DraftStatus, ImportedRecord, Note } from "./draft.ts";
import type { Field } from "./field.ts";
import { readNewsBody } from "./news-body.ts";
import type { NamedSubject, NewsItem } from "./news-item.ts";

/** Makes an article of a news item, or says why it is none. */
export function draftOfNews(given: NewsItem): ImportedRecord {
  const item = withSomeText(given);
  const notes: Note[] = [...item.notes];
  const take = <Value>(field: Field<Value>): Value => {
    notes.push(...field.notes);
    return field.value;
  };
  const line = (text: string | undefined, where: string): string | undefined => (text === undefined ? undefined : cleanLine(text, where, notes) || undefined);
  const { file, id } = item.sourceRecord;
  const body = readNewsBody({ ...item, byline: item.byline.map((name) => (typeof name === "string" ? name : name.name)) });
  const title = line(item.headline, "headline") ?? take(titleOf(body.markdown));
  if (title === undefined) return { kind: "skipped", file, id, line: item.line, reason: "has neither headline nor text", broken: false };
  const images = [...body.images, ...item.images.map((image) => cleanImage(image, notes))];
  const date = take(readDates(item.dates)) ?? "undated";
  const changed = take(readDateField(item.updated ?? "", "last change"));
  const status = take(readStatus(item, changed ?? date));
  if (body.markdown === "" && images.length === 0 && status?.kind !== "withdrawn") return { kind: "skipped", file, id, line: item.line, reason: "has no text", broken: false };
  notes.push(...body.notes);
  return {
    kind: "draft",
    sourceRecord: item.sourceRecord,
    title,
    date,
    ...updatedOf(changed, date),
    dek: line(item.dek, "standfirst"),
    byline: item.byline.flatMap((name): readonly (string | DraftName)[] => (typeof name === "string" ? take(readBylineField(cleanLine(name, "byline", notes))) : [name])),
    contributors: [...item.contributors, ...body.contributors],
    dateline: take(datelineOf(line(item.dateline, "dateline"))) ?? body.dateline ?? take(locatedAt(item.located)),
    ...take(genreOf(item.genre)),
    section: line(item.section, "section"),
    series: line(item.series, "series"),
    print: item.print,
    ...subjectsOf(item.subjects, notes),
    authorities: item.subjects.filter(({ ids }) => ids.length > 0),
    images: images.map((image, i) => (i === 0 && body.images.length === 0 ? { ...image, lead: true } : image)),
    source: item.source,
    rights: item.rights,
    language: take(languageOf(item.language)),
    corrections: item.corrections.flatMap((raw) => {
      const text = line(raw, "correction");
      return text === undefined ? [] : [{ date: changed ?? date, text }];
    }),
    status,
    extra: definedOf({ ...item.extra, identifiers: item.subjects.flatMap(({ name, ids }) => ids.filter((code) => code !== name).map((code) => `${name}: ${code}`)) }),
    body: body.markdown === "" && status?.kind === "withdrawn" ? status.reason : body.markdown,
    path: suggestPath(date, nameFromTitle(title, basename(file, extname(file)))),
    ifTaken: "number",
    notes,
  };
}

// An item of a few lines has them as its description alone.
function withSomeText(item: NewsItem): NewsItem {
  if (item.dek === undefined || (item.text !== undefined && item.text.text.trim() !== "") || item.images.length > 0) return item;
  const note: Note = { level: "guess", kind: "description taken as the text", text: "the source has no text; took its description as the text" };
  return { ...item, text: { kind: "plain", text: item.dek }, dek: undefined, notes: [...item.notes, note] };
}

// A text without a headline is called by its first words: it has to be called something, and must not be lost.
function titleOf(markdown: string): Field<string | undefined> {
  const words = (markdown.split("\n\n").find((block) => /^[\p{L}\p{N}"“‘(]/u.test(block)) ?? "").replace(/\\(?=[!-/:-@[-`{-~])|[*_]/gu, "").split(/\s+/u);
  const title = words.slice(0, wordsOfTitle).join(" ");
  if (title === "") return { value: undefined, notes: [] };
  const value = words.length > wordsOfTitle ? `${title} …` : title;
  return { value, notes: [{ level: "warning", kind: "headline made of the first words", text: `the source has no headline; called it "${value}"` }] };
}

/** Headlines have seven to twelve words. */
const wordsOfTitle = 10;

function cleanImage(image: DraftImage, notes: Note[]): DraftImage {
  const line = (text: string | undefined, where: string): string | undefined => (text === undefined ? undefined : cleanLine(text, where, notes) || undefined);
  return { ...image, caption: line(image.caption, "caption"), credit: line(image.credit, "credit"), place: line(image.place, "place of an image") };
}

// "2014-07-16 15:53:10 GMT": some programs write the time where the place should stand.
function datelineOf(text: string | undefined): Field<string | undefined> {
  const dateline = text?.replace(/\s*[-–—]+$/u, "");
  if (dateline === undefined || /\p{L}/u.test(dateline.replace(/\b(?:T|Z|UTC|GMT|\d+T\d+Z?)\b/gu, ""))) return { value: dateline, notes: [] };
  return { value: undefined, notes: [{ level: "change", kind: "datelines without a place left out", text: `left out the dateline "${dateline}", which names no place` }] };
}

function locatedAt(place: string | undefined): Field<string | undefined> {
  return { value: place, notes: place === undefined ? [] : [{ level: "guess", kind: "dateline from the place of writing", text: `took "${place}", where it was written, as the dateline` }] };
}

function readDates(dates: NewsItem["dates"]): Field<string | undefined> {
  const notes: Note[] = [];
  for (const raw of dates) {
    const field = readDateField(raw ?? "");
    notes.push(...field.notes);
    if (field.value !== undefined) return { value: field.value, notes };
  }
  return { value: undefined, notes };
}

// "updated" lies behind the date; a format that always states its version's time states nothing by it on the same day.
function updatedOf(updated: string | undefined, date: string): Pick<ArticleDraft, "updated"> {
  return updated === undefined || date === "undated" || updated.slice(0, 10) <= date.slice(0, 10) ? {} : { updated };
}

function readStatus({ status, embargo, reason }: NewsItem, date: string): Field<DraftStatus | undefined> {
  const word = status?.replace(/^.*[:/#]/u, "").toLowerCase();
  if (word === "canceled" || word === "cancelled" || word === "kill" || word === "killed") {
    const because = reason?.replace(/\s+/gu, " ").trim() || "The source withdrew it.";
    return { value: { kind: "withdrawn", date, reason: because }, notes: [{ level: "warning", kind: "withdrawn by its source", text: `the source has withdrawn it: ${because}` }] };
  }
  if (word === "withheld") return { value: { kind: "draft" }, notes: [{ level: "warning", kind: "withheld by its source", text: "the source withholds it; the article is a draft" }] };
  const { value: until, notes } = readDateField(embargo ?? "", "embargo");
  if (until !== undefined) return { value: { kind: "embargoed", until }, notes };
  if (word === "embargoed") return { value: { kind: "draft" }, notes: [...notes, { level: "warning", kind: "embargo without an end", text: "the source does not say until when it is held back; the article is a draft" }] };
  if (word === undefined || word === "usable") return { value: undefined, notes };
  return { value: { kind: "draft" }, notes: [...notes, { level: "warning", kind: "status not known here", text: `the status "${status ?? ""}" is not known here; the article is a draft` }] };
}

function genreOf(genre: string | undefined): Field<Pick<ArticleDraft, "genre">> {
  const found = genre === undefined ? undefined : kindOf(genre);
  return { value: found === undefined || found === "news" ? {} : { genre: found }, notes: [] };
}

/** The kind of article that a genre's name says: "Opinion", "OpEd", "letters-to-the-editor"; undefined for others. */
function kindOf(genre: string): ArticleKind | undefined {
  const word = genre.toLowerCase();
  return articleKinds.find((kind) => word === kind) ?? genreWords.find(({ pattern }) => pattern.test(word))?.kind;
}

// Names of the IPTC's genre and tobject.property vocabularies.
const genreWords: readonly { readonly pattern: RegExp; readonly kind: ArticleKind }[] = [
  { pattern: /\banalys[ei]s\b|background/u, kind: "analysis" },
  { pattern: /\bopinion|op-?ed\b|\bcolumn\b|commentary|editorial/u, kind: "opinion" },
  { pattern: /\breview\b|critique/u, kind: "review" },
  { pattern: /obituar/u, kind: "obituary" },
  { pattern: /\bletters?\b/u, kind: "letter" },
  { pattern: /interview|q-?&?-?a\b/u, kind: "interview" },
];

function languageOf(language: string | undefined): Field<string | undefined> {
  const tag = language?.replaceAll("_", "-");
  if (tag === undefined || /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag)) return { value: tag, notes: [] };
  return { value: undefined, notes: [{ level: "warning", kind: "language not readable", text: `"${tag}" is not a language tag such as en or pt-BR and was left out` }] };
}

function subjectsOf(subjects: readonly NamedSubject[], notes: Note[]): Pick<ArticleDraft, AuthorityKind> {
  const names = (kind: AuthorityKind): readonly string[] => [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ name }) => cleanLine(name, kind, notes)).filter((name) => name !== ""))];
  const [people, places, organizations, topics] = authorityKinds.map(names);
  return { people: people ?? [], places: places ?? [], organizations: organizations ?? [], topics: topics ?? [] };
}

function definedOf(extra: NewsItem["extra"]): ArticleDraft["extra"] {
  const entries = Object.entries(extra).filter((entry): entry is [string, string | readonly string[]] => entry[1] !== undefined && entry[1].length > 0);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
