import type { Side } from "./blocks.ts";
import { attributeOf, isElement, nameOf } from "./html-document.ts";

/** A table of a page, its merged cells filled up with empty ones. */
export interface HtmlTable {
  readonly caption: Element | undefined;
  /** Undefined where the table has no head of its own. */
  readonly head: readonly (Element | undefined)[] | undefined;
  readonly rows: readonly (readonly (Element | undefined)[])[];
  readonly sides: readonly (Side | undefined)[];
  /** How many cells span several columns or rows. */
  readonly merged: number;
}

/** Reads the rows and cells that belong to a table itself, not to one inside of it. */
export function readTable(table: Element): HtmlTable {
  const rows = rowsOf(table);
  const { grid, merged } = fillUp(rows);
  const [first = [], ...others] = grid;
  const hasHead = rows[0]?.inHead === true || (first.length > 0 && first.every((cell) => cell === undefined || nameOf(cell) === "th") && first.some((cell) => cell !== undefined));
  const width = Math.max(0, ...grid.map(({ length }) => length));
  return {
    caption: [...table.children].find((child) => nameOf(child) === "caption"),
    head: hasHead ? first : undefined,
    rows: hasHead ? others : grid,
    sides: Array.from({ length: width }, (_, column) => commonSide(grid.map((row) => row[column]).filter((cell) => cell !== undefined))),
    merged,
  };
}

/**
 * True for a table that only arranges parts of a page: one that says so, holds another table, has one cell or one column
 * of longer text, or has whole texts in its cells.
 */
export function isLayoutTable(table: Element): boolean {
  if (/^(?:presentation|none)$/u.test(attributeOf(table, "role") ?? "") || table.querySelector("table, h1, h2, h3, h4, blockquote, ul, ol, pre, figure, iframe, p + p")) return true;
  const rows = rowsOf(table);
  return rows.every(({ cells }) => cells.length <= 1) && !rows.some(({ cells }) => cells.some((cell) => nameOf(cell) === "th"));
}

/** The cells of a table in reading order. */
export function cellsOf(table: Element): readonly Element[] {
  return rowsOf(table).flatMap(({ cells }) => cells);
}

interface Row {
  readonly cells: readonly Element[];
  readonly inHead: boolean;
}

function rowsOf(table: Element): readonly Row[] {
  const parts = [...table.children].filter((child) => ["thead", "tbody", "tfoot", "tr"].includes(nameOf(child)));
  return parts.flatMap((part) => {
    const rows = nameOf(part) === "tr" ? [part] : [...part.children].filter((row) => nameOf(row) === "tr");
    return rows.map((row) => ({ cells: [...row.childNodes].filter(isElement).filter((cell) => ["td", "th"].includes(nameOf(cell))), inHead: nameOf(part) === "thead" }));
  });
}

/** A page may ask for more columns than any screen has, or for memory without end. */
const mostColumns = 200;

// HTML, 4.9.12: a cell takes the next column that no cell of a row above reaches down to.
function fillUp(rows: readonly Row[]): { readonly grid: readonly (readonly (Element | undefined)[])[]; readonly merged: number } {
  let merged = 0;
  let reaching: readonly number[] = [];
  const grid = rows.map(({ cells }) => {
    const row: (Element | undefined)[] = [];
    const below: number[] = [];
    const skip = (): void => {
      for (let column = row.length; (reaching[column] ?? 0) > 0 && column < mostColumns; column = row.length) {
        below[column] = (reaching[column] ?? 0) - 1;
        row.push(undefined);
      }
    };
    for (const cell of cells) {
      skip();
      const [columns, down] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      if (columns > 1 || down > 1) merged++;
      for (let at = 0; at < columns && (at === 0 || row.length < mostColumns); at++) {
        below[row.length] = down - 1;
        row.push(at === 0 ? cell : undefined);
      }
    }
    skip();
    reaching = below;
    return row;
  });
  return { grid: grid.filter((row) => row.length > 0), merged };
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, mostColumns) : 1;
}

function commonSide(cells: readonly Element[]): Side | undefined {
  const sides = new Set(cells.map(sideOf));
  const [only] = sides;
  return sides.size === 1 ? only : undefined;
}

function sideOf(cell: Element): Side | undefined {
  const side = (attributeOf(cell, "align") ?? /text-align:\s*(?<side>\w+)/iu.exec(attributeOf(cell, "style") ?? "")?.groups?.["side"])?.toLowerCase();
  return side === "left" || side === "center" || side === "right" ? side : undefined;
}
