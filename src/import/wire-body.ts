import { escapeMarkdown, preformatted } from "./markdown.ts";
import { collapse } from "./wire.ts";

/** A stretch of a story: running text, or lines whose breaks and columns carry meaning. */
export type WireBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "table"; readonly lines: readonly string[] };

/** Writes the blocks as Markdown. */
export function renderWireBlocks(blocks: readonly WireBlock[]): string {
  return blocks.map((block) => (block.kind === "table" ? preformatted(block.lines) : escapeMarkdown(block.text))).join("\n\n");
}

/**
 * Cuts the text of a wire story into paragraphs and tables, without losing a character other than white space.
 *
 * On the wire a line has at most 64 characters; a paragraph begins four or more spaces from the margin and goes on at the
 * margin; tables stand one space from it and line their columns up with spaces. Editors did not always keep to that,
 * hence the rules of `looksTabular`, which were found by reading the corpus.
 */
export function readWireBody(text: string): readonly WireBlock[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const blocks: WireBlock[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: collapse(paragraph.join(" ")) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const tableEnd = findTableEnd(lines, at);
    if (tableEnd !== undefined) {
      endParagraph();
      blocks.push({ kind: "table", lines: alignLeft(lines.slice(at, tableEnd)) });
      at = tableEnd;
      continue;
    }
    if (line === "" || (indentOf(line) > 0 && !goesOn(paragraph.at(-1), line))) endParagraph();
    if (line !== "") paragraph.push(line);
    at++;
  }
  endParagraph();
  return blocks;
}

// Two or more tabular lines, one of them with columns, or a list of three; a heading between two of them belongs to the table.
function findTableEnd(lines: readonly string[], start: number): number | undefined {
  if (!looksTabular(lines, start)) return undefined;
  let end = start;
  let rows = 0;
  let columns = false;
  for (let at = start; at < lines.length; at++) {
    if (looksTabular(lines, at)) {
      rows++;
      columns ||= hasColumns(lines[at] ?? "");
      end = at + 1;
    } else if (!(looksLikeHeading(lines[at] ?? "") && looksTabular(lines, at + 1))) break;
  }
  return rows >= (columns ? 2 : 3) ? end : undefined;
}

function looksTabular(lines: readonly string[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  if (hasColumns(line)) return true;
  const indent = indentOf(line);
  if (indent === 0 || indent === 4 || indent === 5) return false;
  // " - Cargill 8,469.5 tonnes of wheat for May 5/30 at" goes on at the margin in the next line: running text.
  const next = lines[at + 1];
  const wrapped = next !== undefined && next !== "" && indentOf(next) === 0 && !hasColumns(next);
  // " The drives are in half-height configuration." is a sentence.
  const sentence = line.length > 40 && /[.”"]$/u.test(line);
  return !wrapped && !sentence && line.length < fullLine;
}

// "IRAN            1.6              2.2", " UK        12.622 - 12.634", "SANTA FE...........21.......18"; but not
// "the quarter.  It said": two spaces after a sentence are the habit of a typist.
function hasColumns(line: string): boolean {
  const text = line.trim();
  return /\S\s{3,}\S/u.test(text) || /\.{5,}/u.test(text) || (text.match(/(?<![.?!:;,"'\s])\s{2}(?=\S)/gu) ?? []).length >= 2;
}

// "    Corn (Mln Tonnes)" between two tables; "1987" left over from the line above; an empty line.
function looksLikeHeading(line: string): boolean {
  return line.length < 45 && !/[.:"]$/u.test(line);
}

// "... 2.50 billion dlrs of" + " 91-day bills" is one sentence in spite of the stray space.
function goesOn(last: string | undefined, line: string): boolean {
  return last !== undefined && indentOf(line) < 4 && last.length > fullLine - 10 && !/[.:;?!"”)-]$/u.test(last);
}

// Lines of running text break before the 64th character.
const fullLine = 58;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function alignLeft(lines: readonly string[]): readonly string[] {
  const indent = Math.min(...lines.filter((line) => line !== "").map(indentOf));
  return lines.map((line) => line.slice(indent));
}
