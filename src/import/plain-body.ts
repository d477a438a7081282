import type { Note } from "./draft.ts";
import { escapeMarkdown } from "./markdown.ts";
import { endsSentence } from "./sentences.ts";

/** Text in paragraphs, as Markdown; with the dateline it began with. */
export interface PlainBody {
  readonly body: string;
  readonly dateline: string | undefined;
  readonly notes: readonly Note[];
}

/**
 * Writes plain text as Markdown. Blank lines stand between paragraphs; where there is none and most lines end as
 * sentences do, every line is one.
 */
export function readPlainBody(text: string): PlainBody {
  const lines = text.split(/\r\n|[\n\r]/u).map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  const spaced = lines.some((line, i) => line === "" && i > 0 && i < lines.length - 1);
  const whole = filled.filter(endsSentence).length;
  const each = !spaced && filled.length > 1 && whole * 2 > filled.length;
  const paragraphs = each ? filled : joinLines(lines);
  const { dateline, rest, notes } = takeDateline(paragraphs);
  const lineNote: Note[] = each ? [{ level: "guess", kind: "every line taken as a paragraph", text: `took every line as a paragraph: ${String(whole)} of ${String(filled.length)} end as sentences do` }] : [];
  return { body: rest.map(escapeMarkdown).join("\n\n"), dateline, notes: [...lineNote, ...notes] };
}

function joinLines(lines: readonly string[]): readonly string[] {
  return lines.join("\n").split(/\n{2,}/u).map((paragraph) => paragraph.replace(/^\n+|\n+$/gu, "")).filter((paragraph) => paragraph !== "");
}

/**
 * Takes the dateline off the first paragraph: "TELLAN, March 2 (Reuters) - The ferry" begins with one. The page prints
 * it before the text, where it stood.
 */
export function takeDateline(paragraphs: readonly string[]): { readonly dateline: string | undefined; readonly rest: readonly string[]; readonly notes: readonly Note[] } {
  const [first = "", ...others] = paragraphs;
  const { dateline, story } = datelineAtStart.exec(first)?.groups ?? {};
  if (dateline === undefined || story === undefined) return { dateline: undefined, rest: paragraphs, notes: [] };
  return { dateline, rest: [story, ...others], notes: [{ level: "guess", kind: "dateline", text: `took "${first.slice(0, first.length - story.length).trim()}" at the beginning of the text as the dateline` }] };
}

// The place in capitals and behind it a day or an agency, then a dash: "ST. LOUIS, Mo., March 2 -", "LONDON (AP) —". Capitals
// and a dash alone may be a heading.
const datelineAtStart =
  /^(?<dateline>\p{Lu}[\p{Lu} .'’/-]+(?:,\s\p{Lu}[\p{L}. ]{1,20})?,?\s(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?(?:\s\([\p{L} .-]{2,30}\))?|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s\([\p{L} .-]{2,30}\))?|\([\p{L} .-]{2,30}\)))\s*[-–—]{1,2}\s+(?<story>\S[^]*)$/u;
