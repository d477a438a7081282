import type { Block, ListBlock, TableBlock, TableCell } from "./blocks.ts";
import { escapeHeadingEnd, preformatted } from "./markdown.ts";
import { renderLine, renderParagraph } from "./render-inline.ts";
import type { RenderedInline } from "./render-inline.ts";

/** A text as Markdown, and words whose emphasis could not be written. */
export interface RenderedBlocks {
  readonly markdown: string;
  readonly unmarked: readonly string[];
}

/** Writes blocks as the Markdown of an archive. */
export function renderBlocks(blocks: readonly Block[]): RenderedBlocks {
  const unmarked: string[] = [];
  const take = (rendered: RenderedInline): string => {
    unmarked.push(...rendered.unmarked);
    return rendered.markdown;
  };
  return { markdown: joinBlocks(blocks, take), unmarked };
}

type Take = (rendered: RenderedInline) => string;

function joinBlocks(blocks: readonly Block[], take: Take): string {
  // Lists of one kind that follow one another would be one list: their marks alternate.
  let other = false;
  return blocks
    .map((block, at) => {
      const before = blocks[at - 1];
      other = block.kind === "list" && before?.kind === "list" && (before.start === undefined) === (block.start === undefined) && !other;
      return renderBlock(block, other, take);
    })
    .join("\n\n");
}

function renderBlock(block: Block, otherMark: boolean, take: Take): string {
  switch (block.kind) {
    case "paragraph":
      return take(renderParagraph(block.content));
    case "heading":
      return `${"#".repeat(block.level)} ${escapeHeadingEnd(take(renderLine(block.content)))}`;
    case "quote":
      return joinBlocks(block.blocks, take).replace(/^(?=.)/gmu, "> ").replace(/^$/gmu, ">");
    case "list":
      return renderList(block, otherMark, take);
    case "table":
      return renderTable(block, take);
    case "preformatted":
      return preformatted(block.lines);
    case "rule":
      // "- ---" in a list would be a rule and no item, "- ___" is an item with a rule.
      return "___";
    case "figure":
      return `![](${block.id})`;
    case "footnote":
      return `[^${block.label}]: ${indent(joinBlocks(block.blocks, take), 4)}`;
  }
}

function renderList({ start, items }: ListBlock, otherMark: boolean, take: Take): string {
  const tight = items.every(isTightItem);
  return items
    .map((blocks, at) => {
      const mark = start === undefined ? (otherMark ? "*" : "-") : `${String(start + at)}${otherMark ? ")" : "."}`;
      const inside = tight ? blocks.map((block) => renderBlock(block, false, take)).join("\n") : joinBlocks(blocks, take);
      if (inside === "") return mark;
      const item = `${mark} ${indent(inside, mark.length + 1)}`;
      // "* **" would be a rule.
      return rule.test(item) ? `${mark} \\${inside}` : item;
    })
    .join(tight ? "\n" : "\n\n");
}

const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/u;

// A paragraph, and perhaps one list that may follow it without a blank line: one that begins with 1 and a full item.
function isTightItem(blocks: readonly Block[]): boolean {
  const [first, second, third] = blocks;
  if (first === undefined) return true;
  if (first.kind !== "paragraph" || third !== undefined) return false;
  if (second === undefined) return true;
  return second.kind === "list" && (second.start ?? 1) === 1 && (second.items[0]?.length ?? 0) > 0 && second.items.every(isTightItem);
}

function renderTable({ head, rows, sides }: TableBlock, take: Take): string {
  // A row with more cells than the head would lose them (GFM 0.29, 4.10).
  const columns = Array.from({ length: Math.max(head.length, ...rows.map(({ length }) => length)) }, (_, at) => at);
  const row = (cells: readonly TableCell[]): string => `| ${columns.map((at) => escapePipes(take(renderLine(cells[at] ?? [])))).join(" | ")} |`;
  const marks = { left: ":--", center: ":-:", right: "--:" } as const;
  const line = `| ${columns.map((at) => { const side = sides[at]; return side === undefined ? "---" : marks[side]; }).join(" | ")} |`;
  return [row(head), line, ...rows.map(row)].join("\n");
}

// Behind a backslash a pipe needs another form: of "\\|" the table would take one backslash away.
function escapePipes(cell: string): string {
  return cell.replace(/(?<!\\)\|/gu, "\\|").replace(/(?<=\\\\)\|/gu, "&#124;");
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?!\n|$)/gu, `\n${" ".repeat(width)}`);
}
