import type { Block, Inline, TableCell } from "./blocks.ts";
import { openBlocks } from "./block-builder.ts";
import type { BlockBuilder } from "./block-builder.ts";
import type { DraftImage } from "./draft.ts";
import { blockNames, isElement, isText, nameOf } from "./html-document.ts";
import { findFootnotes } from "./html-footnotes.ts";
import { readInline } from "./html-inline.ts";
import { listNames, readList } from "./html-list.ts";
import type { HtmlReader, Place } from "./html-reader.ts";
import { readSpecial } from "./html-special.ts";
import { cellsOf, isLayoutTable, readTable } from "./html-table.ts";
import { collapse, textOfHtml, wordsOfHtml } from "./html-text.ts";
import type { Losses } from "./losses.ts";

/** A piece of HTML, read. */
export interface HtmlBlocks {
  readonly blocks: readonly Block[];
  readonly images: readonly DraftImage[];
  /** For the elements whose words do not stand at their place in the text: what stands there instead, mostly nothing. */
  readonly instead: ReadonlyMap<Element, string>;
  /** The elements of footnotes, in the order of their labels. */
  readonly notes: readonly Element[];
}

/** Reads the children of an element as blocks; see `HtmlReader` for what it takes. */
export function readHtmlBlocks(root: Element, settings: Pick<HtmlReader, "link" | "firstPhoto">, losses: Losses): HtmlBlocks {
  const footnotes = findFootnotes(root);
  const instead = new Map<Element, string>([...footnotes.marks.keys(), ...footnotes.notes.keys(), ...footnotes.backLinks].map((element) => [element, ""]));
  // A figure is a block of a text's top level; those of lists and quotations follow when the list has ended.
  const displaced: Block[] = [];
  const read: HtmlReader["read"] = (nodes, place) => {
    const builder = openBlocks(place.nesting > 0 ? displaced : undefined);
    for (const node of nodes) readNode(node, reader, place, builder);
    return builder.finish();
  };
  const reader: HtmlReader = { ...settings, losses, images: [], footnotes, instead, read };

  const builder = openBlocks(undefined);
  const settle = (): void => {
    for (const figure of displaced.splice(0)) builder.block(figure);
  };
  const top: BlockBuilder = {
    ...builder,
    block: (block) => {
      builder.block(block);
      settle();
    },
    flush: () => {
      builder.flush();
      settle();
    },
  };
  for (const node of root.childNodes) readNode(node, reader, { marks: {}, nesting: 0, depth: 0 }, top);
  top.flush();
  for (const [note, label] of footnotes.notes) {
    top.block({ kind: "footnote", label, blocks: read(note.childNodes, { marks: {}, nesting: 1, depth: 0 }) });
  }
  settle();
  return { blocks: builder.finish(), images: reader.images, instead, notes: [...footnotes.notes.keys()] };
}

/** No page that a person wrote nests its elements or its lists so deep. */
const deepest = { elements: 400, lists: 20 } as const;

function readNode(node: Node, reader: HtmlReader, place: Place, into: BlockBuilder): void {
  const { marks, depth } = place;
  const { footnotes, losses } = reader;
  if (isText(node)) return into.inline({ kind: "text", text: node.textContent ?? "", marks });
  if (!isElement(node) || footnotes.notes.has(node) || footnotes.backLinks.has(node)) return;
  const label = footnotes.marks.get(node);
  if (label !== undefined) return into.inline({ kind: "reference", label, marks: {} });
  if (depth > deepest.elements) {
    losses.add("warning", "elements nested too deep, kept as text", collapse(node.textContent ?? ""));
    return into.inline({ kind: "text", text: wordsOfHtml(node, new Map()), marks });
  }
  if (readSpecial(node, reader, place, into)) return;
  const inside = { ...place, depth: depth + 1 };
  if (!blockNames.has(nameOf(node))) return readInline(node, reader, inside, into, (element, at, to) => readChildren(element, reader, at, to));
  into.flush();
  readBlock(node, reader, inside, into);
  into.flush();
}

function readChildren(element: Element, reader: HtmlReader, place: Place, into: BlockBuilder): void {
  for (const child of element.childNodes) readNode(child, reader, place, into);
}

function readBlock(element: Element, reader: HtmlReader, place: Place, into: BlockBuilder): void {
  const { losses, read } = reader;
  const name = nameOf(element);
  if (place.nesting >= deepest.lists && (name === "blockquote" || listNames.has(name))) {
    losses.add("warning", "lists or quotations nested too deep, kept as paragraphs", collapse(element.textContent ?? ""));
    return readChildren(element, reader, place, into);
  }
  if (listNames.has(name)) return readList(element, reader, place).forEach(into.block);
  switch (name) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return readHeading(element, reader, place, into);
    case "blockquote": {
      const blocks = read(element.childNodes, { ...place, nesting: place.nesting + 1 });
      return blocks.length === 0 ? undefined : into.block({ kind: "quote", blocks });
    }
    case "table":
      return isLayoutTable(element) ? takeApart(element, reader, place, into) : placeTable(element, reader, place, into);
    case "pre":
    case "listing":
    case "xmp":
      return readPreformatted(element, reader, place, into);
    case "hr":
      return into.block({ kind: "rule" });
    case "dt":
      losses.add("count", "lists of terms written as paragraphs");
      return readChildren(element, reader, { ...place, marks: { ...place.marks, strong: true } }, into);
    default:
      return readChildren(element, reader, place, into);
  }
}

// The title is the page's only first-level heading. A heading of several paragraphs is one line; a list in it, which no
// heading can hold, stands between two.
function readHeading(element: Element, { read }: HtmlReader, place: Place, into: BlockBuilder): void {
  const level = Math.max(2, Number(nameOf(element)[1]));
  let line: Block[] = [];
  const end = (): void => {
    if (line.length > 0) into.block({ kind: "heading", level, content: inOneLine(line) });
    line = [];
  };
  const parts = read(element.childNodes, place);
  for (const part of parts.filter(({ kind }) => kind !== "figure")) {
    if (hasLine(part)) line.push(part);
    else {
      end();
      into.block(part);
    }
  }
  end();
  for (const part of parts) if (part.kind === "figure") into.block(part);
}

function readPreformatted(element: Element, { losses, instead, read }: HtmlReader, place: Place, into: BlockBuilder): void {
  // Read like any text too, for what is dropped in it and for its pictures.
  const parts = read(element.childNodes, place);
  // A footnote's mark would be text there.
  if (parts.some((part) => hasLine(part) && part.content.some(({ kind }) => kind === "reference"))) return parts.forEach(into.block);
  const text = [...element.childNodes].map((node) => textOfHtml(node, instead)).join("").replace(/\r\n?/gu, "\n").replace(/^\n|\s+$/gu, "");
  if (element.querySelector("a, b, i, strong, em")) losses.add("change", "marks and links in preformatted text dropped", collapse(text));
  if (text !== "") into.block({ kind: "preformatted", lines: text.split("\n") });
  for (const part of parts) if (part.kind === "figure") into.block(part);
}

function takeApart(table: Element, reader: HtmlReader, place: Place, into: BlockBuilder): void {
  reader.losses.add("count", "tables that arrange parts of a page taken apart");
  const caption = [...table.children].filter((child) => nameOf(child) === "caption");
  for (const part of [...caption, ...cellsOf(table)]) {
    readChildren(part, reader, place, into);
    into.flush();
  }
}

function placeTable(table: Element, reader: HtmlReader, place: Place, into: BlockBuilder): void {
  const { losses, read } = reader;
  const { caption, head, rows, sides, merged } = readTable(table);
  const cell = (node: Element | undefined): TableCell => {
    const parts = node ? read(node.childNodes, { ...place, nesting: place.nesting + 1 }) : [];
    if (node && parts.length > 1) losses.add("change", "paragraphs in a table cell run together", collapse(node.textContent ?? ""));
    return inOneLine(parts);
  };
  if (caption) {
    readChildren(caption, reader, place, into);
    into.flush();
  }
  if (merged > 0) losses.add("change", "merged table cells divided", collapse(table.textContent ?? ""));
  if (rows.length > 0 || head) into.block({ kind: "table", head: head?.map(cell) ?? [], rows: rows.map((row) => row.map(cell)), sides });
}

function hasLine(block: Block): block is Extract<Block, { kind: "paragraph" | "heading" }> {
  return block.kind === "paragraph" || block.kind === "heading";
}

function inOneLine(blocks: readonly Block[]): readonly Inline[] {
  return blocks.filter(hasLine).flatMap(({ content }, at) => (at === 0 ? content : [{ kind: "text", text: " ", marks: {} }, ...content]));
}
