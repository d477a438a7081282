import { readBylineField } from "./byline.ts";
import { readCaption, readCaptionAtLead, readTwins } from "./caption.ts";
import type { Caption } from "./caption.ts";
import { findDates, isoOf } from "./dates-in-text.ts";
import type { DraftName, Evidence, Note } from "./draft.ts";
import { isSameHeadline } from "./headline.ts";
import { readBylineLine } from "./person-names.ts";
import type { TextKind } from "./text-kind.ts";
import type { TextLine } from "./text-lines.ts";

/** What stands above the story. */
export interface TextHeader {
  readonly title: string;
  readonly byline: readonly (string | DraftName)[];
  /** As the text says it: "2023-04-04". */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly lead: { readonly caption: Caption; readonly lines: readonly TextLine[] } | undefined;
  /** The lines of the story. */
  readonly story: readonly TextLine[];
  readonly notes: readonly Note[];
}

/**
 * Reads the lines above the story, in any order behind the headline: the headline again, the caption of the lead image,
 * the byline, "Published: ..." and "Updated: ...". The first line that is none of them begins the story.
 */
export function readHeader(lines: readonly TextLine[], kind: TextKind["kind"]): TextHeader {
  const [headline, ...below] = lines;
  const title = headline?.text ?? "";
  const notes: Note[] = [];
  const found: { byline?: TextHeader["byline"]; published?: string | undefined; updated?: string | undefined; lead?: TextHeader["lead"] } = {};
  let at = 0;
  for (;;) {
    const [line, next] = below.slice(at, at + 2);
    if (!line) break;
    if (at === 0 && isSameHeadline(title, line.text)) {
      notes.push(dropped("repeated headline dropped", `dropped line ${String(line.number)}, which repeats the headline`, line));
      at++;
      continue;
    }
    const lead = found.lead === undefined && kind === "scraped" ? readLead(line, below.slice(at + 1)) : undefined;
    if (lead) {
      found.lead = lead;
      at += lead.lines.length;
      continue;
    }
    const dates = readDateLine(line);
    if (dates) {
      found.published ??= dates.published;
      found.updated ??= dates.updated;
      notes.push(dates.note);
      at++;
      continue;
    }
    const names = found.byline === undefined && mayBeByline(line, next, kind) ? readNames(line.text) : undefined;
    if (!names || (!names.by && kind === "plain")) break;
    found.byline = names.names;
    notes.push(bylineNote(line, next, names.by));
    at++;
  }
  const { byline = [], published, updated, lead } = found;
  return { title, byline, published, updated, lead, story: below.slice(at), notes };
}

function readNames(line: string): { readonly names: TextHeader["byline"]; readonly by: boolean } | undefined {
  const { value, notes } = readBylineField(line);
  // "By Ann Lee, Staff Writer, and Tom Reed in Tellan"; without "By" it may be a line of the story.
  const split = /^by:?\s/iu.test(line) && line.length <= longestSplitByline && notes.every(({ level }) => level !== "warning") && value.some((name) => typeof name !== "string");
  return split ? { names: value, by: true } : readBylineLine(line);
}

/** Three names with what they are. */
const longestSplitByline = 160;

// The caption stands under the headline, once or twice; a bare name at its end is a credit only where a byline or a date
// line follows.
function readLead(line: TextLine, rest: readonly TextLine[]): TextHeader["lead"] {
  const [next, afterNext] = rest;
  const twins = next && readTwins(line.text, next.text);
  if (next && twins) return { caption: twins, lines: [line, next] };
  const followed = next !== undefined && (readDateLine(next) !== undefined || (readBylineLine(next.text) !== undefined && afterNext !== undefined));
  const caption = followed ? readCaptionAtLead(line.text) : readCaption(line.text);
  return caption && { caption, lines: [line] };
}

// In typed text a byline is a line that nothing goes on from: "By Friday the ministers" + "had agreed" is prose.
function mayBeByline(line: TextLine, next: TextLine | undefined, kind: TextKind["kind"]): boolean {
  return kind === "scraped" || next?.block !== line.block;
}

function bylineNote(line: TextLine, next: TextLine | undefined, by: boolean): Note {
  const text = `took line ${String(line.number)} as the byline: "${line.text}"`;
  const evidence = [line, ...(next && readDateLine(next) ? [next] : [])].map(evidenceOf);
  return { level: "guess", kind: by ? "byline" : 'byline without "By"', text, evidence };
}

interface DateLine {
  readonly published?: string;
  readonly updated?: string;
  readonly note: Note;
}

// "Updated:", "Published: April 4, 2023", "Published April 3, 2023 | Updated April 4, 2023", "April 4, 2023"
const dateLabel = /(?:(?:first|last)\s+)?(?<label>published|posted|updated|modified)(?:\s+(?:on|at))?\s*(?<colon>:?)/iu;

function readDateLine(line: TextLine): DateLine | undefined {
  if (line.text.length > longestDateLine) return undefined;
  const parts = line.text.split(/(?<!(?:first|last)\s+)(?=\b(?:(?:first|last)\s+)?(?:published|posted|updated|modified)\b)/iu);
  const read = parts.map((part) => {
    const match = dateLabel.exec(part);
    const rest = (match?.index === 0 ? part.slice(match[0].length) : part).replace(/^[\s:|,•·—–-]+|[\s|,•·—–-]+$/gu, "");
    const label = match?.index === 0 ? (match.groups?.["label"] ?? "").toLowerCase() : undefined;
    return { label, colon: match?.groups?.["colon"] === ":", value: rest, date: readDay(rest) };
  });
  // "Published works were burned" is a sentence: a label needs a colon, a date or nothing behind it; a date alone is bare.
  if (!read.every(({ label, colon, value, date }) => (label === undefined ? date?.whole === true : colon || date !== undefined || value === ""))) return undefined;
  const isUpdate = (label: string | undefined): boolean => label === "updated" || label === "modified";
  const published = read.find(({ label, date }) => date && !isUpdate(label))?.date?.iso;
  const updated = read.find(({ label, date }) => date && isUpdate(label))?.date?.iso;
  return {
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    note: dateNote(line, read.map(({ value }) => value).join(""), published, updated),
  };
}

/** Label, day, time and zone twice. */
const longestDateLine = 160;

function dateNote(line: TextLine, value: string, published: string | undefined, updated: string | undefined): Note {
  const number = String(line.number);
  if (value === "") return dropped("date line without a value dropped", `dropped line ${number}, "${line.text}", which has no value`, line);
  const read = [published && `published ${published}`, updated && `updated ${updated}`].filter((text) => text !== undefined);
  if (read.length === 0) return { ...dropped("date line not readable", `dropped line ${number}, "${line.text}": no date could be read from it`, line), level: "warning" };
  return { level: "guess", kind: "date line", text: `read line ${number}, "${line.text}": ${read.join(", ")}`, evidence: [evidenceOf(line)] };
}

// "April 4, 2023", "2023-04-04", with or without a time of day; "4/5/2023" is April here and May there.
function readDay(text: string): { readonly iso: string; readonly whole: boolean } | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/u.exec(text)?.[0];
  if (iso !== undefined) return { iso, whole: text.length === iso.length };
  const [mention, second] = findDates(text);
  if (mention?.day === undefined || second !== undefined) return undefined;
  const day = isoOf(mention);
  return day === undefined ? undefined : { iso: day, whole: mention.text.length === text.replace(/^\p{L}+day,?\s/u, "").length };
}

function dropped(kind: string, text: string, line: TextLine): Note {
  return { level: "change", kind, text, evidence: [evidenceOf(line)] };
}

function evidenceOf({ number, text }: TextLine): Evidence {
  return { line: number, text };
}
