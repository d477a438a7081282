import { mayBeCaption, readCaption, readTwins } from "./caption.ts";
import type { Caption } from "./caption.ts";
import type { Note } from "./draft.ts";
import { formatLines } from "./format-report.ts";
import { endsSentence } from "./sentences.ts";
import type { TextKind } from "./text-kind.ts";
import type { TextLine } from "./text-lines.ts";

/** A stretch of a story. */
export type TextBlock =
  | { readonly kind: "paragraph"; readonly lines: readonly TextLine[] }
  | { readonly kind: "subhead"; readonly line: TextLine }
  | { readonly kind: "image"; readonly caption: Caption; readonly lines: readonly TextLine[] };

export interface TextBody {
  readonly blocks: readonly TextBlock[];
  readonly notes: readonly Note[];
}

/** Cuts the lines of a story into paragraphs, subheads and images, without losing one. */
export function readBody(lines: readonly TextLine[], kind: TextKind["kind"]): TextBody {
  const blocks = kind === "scraped" ? scrapedBlocks(lines) : plainBlocks(lines);
  const subheads = blocks.flatMap((block) => (block.kind === "subhead" ? [block.line] : []));
  const notes: Note[] = subheads.length === 0 ? [] : [taken("subheads", subheads)];
  return { blocks, notes: [...notes, ...doubts(blocks)] };
}

function scrapedBlocks(lines: readonly TextLine[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const [line, next] = lines.slice(at, at + 2);
    if (!line) break;
    const twins = next && readTwins(line.text, next.text);
    const caption = twins ?? readCaption(line.text);
    if (caption) blocks.push({ kind: "image", caption, lines: next && twins ? [line, next] : [line] });
    else if (next && blocks.some((block) => block.kind === "paragraph") && isSubhead(line)) blocks.push({ kind: "subhead", line });
    else blocks.push({ kind: "paragraph", lines: [line] });
    at += next && twins ? 2 : 1;
  }
  return blocks;
}

function plainBlocks(lines: readonly TextLine[]): readonly TextBlock[] {
  return [...Map.groupBy(lines, ({ block }) => block).values()].map((group) => ({ kind: "paragraph", lines: group }));
}

/**
 * A short line with blank lines around it, and no full stop. "Who Will Pay?" is one by its capitals; "“Who will pay?”" and
 * "He said:" are paragraphs.
 */
function isSubhead({ text, alone }: TextLine): boolean {
  if (!alone || text.length > longestSubhead || /[:;,]["'”’»)\]]*$/u.test(text)) return false;
  return !endsSentence(text) || (/[\p{L}\p{N}][?!]$/u.test(text) && !/\s\p{Ll}{5,}/u.test(text));
}

/** Subheads are lines of a column; a line of this length would be three. */
const longestSubhead = 100;

// What an editor should look at: perhaps a caption, perhaps a subhead.
function doubts(blocks: readonly TextBlock[]): readonly Note[] {
  const paragraphs = blocks.flatMap((block, i) => (block.kind === "paragraph" ? [{ lines: block.lines, last: i === blocks.length - 1 }] : []));
  const captions = paragraphs.filter(({ lines }) => {
    const text = lines.map((line) => line.text).join(" ");
    return mayBeCaption(text) || readCaption(text) !== undefined;
  });
  const subheads = paragraphs.filter((paragraph) => {
    const [only, second] = paragraph.lines;
    return only !== undefined && second === undefined && !paragraph.last && !captions.includes(paragraph) && isSubhead(only);
  });
  return [
    ...captions.map(({ lines }) => perhaps("a caption", lines)),
    ...subheads.map(({ lines }) => perhaps("a subhead or a standfirst", lines)),
  ];
}

function perhaps(what: string, lines: readonly TextLine[]): Note {
  return { level: "suggestion", kind: `perhaps ${what}`, text: `${formatLines(lines.map(({ number }) => number))} may be ${what}; kept as a paragraph`, evidence: lines.map(({ number, text }) => ({ line: number, text })) };
}

function taken(what: string, lines: readonly TextLine[]): Note {
  return { level: "guess", kind: what, text: `took ${formatLines(lines.map(({ number }) => number))} as ${what}: ${lines.map(({ text }) => `"${text}"`).join(", ")}`, evidence: lines.map(({ number, text }) => ({ line: number, text })) };
}
