import { createHash } from "node:crypto";
import { basename, extname } from "node:path";
import type { Caption } from "./caption.ts";
import { suggestDate } from "./date-suggestion.ts";
import { nameFromTitle, suggestPath } from "./draft.ts";
import type { DraftImage, ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import { formatLines } from "./format-report.ts";
import { escapeMarkdown, subhead } from "./markdown.ts";
import { readContributorNote } from "./person-names.ts";
import { readPhotoFacts } from "./photo-facts.ts";
import { takeDateline } from "./plain-body.ts";
import { readBody } from "./text-body.ts";
import type { TextBlock } from "./text-body.ts";
import { readHeader } from "./text-header.ts";
import type { TextHeader } from "./text-header.ts";
import { recognizeKind } from "./text-kind.ts";
import { readTextLines } from "./text-lines.ts";
import type { TextLine } from "./text-lines.ts";

/**
 * Reads a text file as one article: the text of a scraped page, or typed paragraphs below a title.
 *
 * Takes the file's bytes, its name, a date of the article model for a text that is known to be of that date, and its
 * character set where that is known. Every
 * line that is not blank ends in the draft or in its notes. Gives the reason where the file cannot be read as text or has no story.
 */
export function readText(bytes: Buffer, file: string, date: string | undefined, charset?: string): ImportedRecord {
  const skip = (line: number, rest: Pick<SkippedRecord, "reason" | "detail" | "broken">): SkippedRecord => ({ kind: "skipped", file, id: undefined, line, ...rest });
  const read = readTextLines(bytes, charset);
  if (read.fault) return skip(read.fault.line, { reason: read.fault.reason, detail: read.fault.detail, broken: true });
  const { lines } = read;
  const [first] = lines;
  if (!first) return skip(1, { reason: "has no text", broken: false });

  const kind = recognizeKind(lines);
  const header = readHeader(lines, kind.kind);
  const { story, contributors, note: contributorNote } = takeContributors(header.story);
  const body = readBody(story, kind.kind);
  if (body.blocks.length === 0) return skip(first.number, { reason: "has no story below its title", broken: false });

  const images = readImages(header.lead, body.blocks);
  const { dateline, blocks, note: datelineNote } = takeDatelineOff(body.blocks);
  const dating = readDate(date, header);
  const noted: Note = { level: "guess", kind: `read as ${kind.kind === "scraped" ? "a scraped page" : "typed text"}`, text: `${kindText[kind.kind]}: ${kind.because}`, evidence: kind.evidence };
  const suggestion = dating.date === "undated" ? suggestDate(datable(header, body.blocks)) : undefined;
  return {
    kind: "draft",
    sourceRecord: { file, id: undefined, sha256: createHash("sha256").update(bytes).digest("hex") },
    title: header.title,
    date: dating.date,
    ...(header.updated === undefined ? {} : { updated: header.updated }),
    byline: header.byline,
    contributors,
    ...(dateline === undefined ? {} : { dateline }),
    people: [],
    places: [],
    organizations: [],
    topics: [],
    images: images.map(({ image }) => image),
    body: renderBlocks(blocks, images),
    path: suggestPath(dating.date, nameFromTitle(header.title, basename(file, extname(file)))),
    ifTaken: "number",
    notes: [noted, ...read.notes, ...titleNotes(first, lines[1]), ...header.notes, ...dating.notes, ...images.flatMap(({ notes }) => notes), ...datelineNote, ...body.notes, ...contributorNote, ...(suggestion ? [suggestion] : [])],
  };
}

const kindText = {
  scraped: "read as a scraped page, a line to a paragraph",
  plain: "read as typed text, blank lines between paragraphs",
} as const;

/** Longer headlines are rare; a paragraph often is. */
const longestTitle = 200;

function titleNotes(first: TextLine, second: TextLine | undefined): readonly Note[] {
  const goesOn = second?.block === first.block && /^\p{Ll}/u.test(second.text);
  if (first.text.length <= longestTitle && !goesOn) return [];
  return [{ level: "warning", kind: "title may be the beginning of a paragraph", text: `took line ${String(first.number)} as the title; it may be the beginning of a paragraph`, evidence: [{ line: first.number, text: first.text }] }];
}

// The note is the last line of a story.
function takeContributors(lines: readonly TextLine[]): { readonly story: readonly TextLine[]; readonly contributors: readonly string[]; readonly note: readonly Note[] } {
  const last = lines.at(-1);
  const contributors = last && readContributorNote(last.text);
  if (!last || !contributors) return { story: lines, contributors: [], note: [] };
  const note: Note = { level: "guess", kind: "contributors", text: `took line ${String(last.number)} as the note on contributors: "${last.text}"`, evidence: [{ line: last.number, text: last.text }] };
  return { story: lines.slice(0, -1), contributors, note: [note] };
}

// "TELLAN, March 2 (Reuters) - The ferry ran": the page prints the dateline before the text, where it stood.
function takeDatelineOff(blocks: readonly TextBlock[]): { readonly dateline: string | undefined; readonly blocks: readonly TextBlock[]; readonly note: readonly Note[] } {
  const [first, ...others] = blocks;
  const line = first?.kind === "paragraph" ? first.lines[0] : undefined;
  const { dateline, rest, notes } = takeDateline(line === undefined ? [] : [line.text]);
  const [text] = rest;
  if (first?.kind !== "paragraph" || line === undefined || dateline === undefined || text === undefined) return { dateline: undefined, blocks, note: [] };
  const shortened: TextBlock = { kind: "paragraph", lines: [{ ...line, text }, ...first.lines.slice(1)] };
  return { dateline, blocks: [shortened, ...others], note: notes.map((note) => ({ ...note, evidence: [{ line: line.number, text: line.text }] })) };
}

function readDate(given: string | undefined, { published }: TextHeader): { readonly date: string; readonly notes: readonly Note[] } {
  if (given === undefined) return { date: published ?? "undated", notes: [] };
  if (published === undefined || published === given) return { date: given, notes: [{ level: "change", kind: "date given with the command", text: `took the date ${given}, given with the command` }] };
  return { date: given, notes: [{ level: "warning", kind: "date differs from the text's", text: `took the date ${given}, given with the command, not ${published}, which the text says` }] };
}

interface TextImage {
  readonly image: DraftImage;
  /** Undefined for the lead image. */
  readonly block: TextBlock | undefined;
  readonly notes: readonly Note[];
}

function readImages(lead: TextHeader["lead"], blocks: readonly TextBlock[]): readonly TextImage[] {
  const found = [
    ...(lead ? [{ ...lead, block: undefined }] : []),
    ...blocks.flatMap((block) => (block.kind === "image" ? [{ caption: block.caption, lines: block.lines, block }] : [])),
  ];
  return found.map(({ caption, lines, block }, i) => readImage(caption, lines, block, i + 1));
}

function readImage(caption: Caption, lines: readonly TextLine[], block: TextBlock | undefined, number: number): TextImage {
  const { date, place, words } = readPhotoFacts(caption.text) ?? {};
  const id = block && `photo-${String(number)}`;
  const evidence = lines.map((line) => ({ line: line.number, text: line.text }));
  const notes: Note[] = [
    { level: "guess", ...captionNote(caption, lines, id ?? "the lead image"), evidence },
    ...(words === undefined ? [] : [{ level: "guess", kind: "photo dates and places", text: `took ${[place, date].filter((fact) => fact !== undefined).join(", ")} for ${id ?? "the lead image"} from "${words}"`, evidence: evidence.slice(0, 1) } as const]),
  ];
  return {
    image: {
      ...(id === undefined ? {} : { id }),
      caption: caption.text,
      credit: caption.credit,
      ...(date === undefined ? {} : { date }),
      ...(place === undefined ? {} : { place }),
      lead: block === undefined,
    },
    block,
    notes,
  };
}

function captionNote({ credit }: Caption, lines: readonly TextLine[], name: string): Pick<Note, "kind" | "text"> {
  const where = formatLines(lines.map(({ number }) => number));
  if (lines.length === 1) return { kind: "captions", text: `took ${where} as the caption of ${name}, its credit "${credit}"` };
  return { kind: "captions given twice, merged", text: `merged ${where}, the same caption twice, as that of ${name}, its credit "${credit}"` };
}

function renderBlocks(blocks: readonly TextBlock[], images: readonly TextImage[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case "paragraph":
          return escapeMarkdown(block.lines.map(({ text }) => text).join("\n"));
        case "subhead":
          return subhead(block.line.text);
        case "image":
          return `![](${images.find((image) => image.block === block)?.image.id ?? ""})`;
      }
    })
    .join("\n\n");
}

function datable({ lead }: TextHeader, blocks: readonly TextBlock[]): Parameters<typeof suggestDate>[0] {
  const datableLine = (photo: boolean) => ({ number, text }: TextLine) => ({ line: number, text, photo });
  const captions = [...(lead?.lines.slice(0, 1) ?? []), ...blocks.flatMap((block) => (block.kind === "image" ? block.lines.slice(0, 1) : []))];
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.lines : []));
  return [...captions.map(datableLine(true)), ...paragraphs.map(datableLine(false))];
}
