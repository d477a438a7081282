/**
 * Facts of some pages as one process has collected them: a link is a number here, for a page has fifty of them and most stand
 * on many pages. No page is taken out of it; what is collected of a page later counts.
 */
export interface FactsSection {
  /** How many pages. */
  readonly count: number;
  /** Files of the pages. */
  readonly names: readonly string[];
  /** A row for each page, in a row: see `pushRow`. */
  readonly rows: Uint32Array;
  /** What pages lead to, by number: one link, or several that always stand together. */
  readonly links: readonly string[];
  /** Those of them that lead into the middle of a page. */
  readonly anchored: readonly string[];
  /** The ids of a page, by number; most pages have the same ones. */
  readonly ids: readonly string[];
}

/** A page in a section: its place among the others, and that of its row. */
export type RowVisitor = (index: number, row: number) => void;

/** Adds a page's row: 1 where crawlers may list it, its likeness, the number of its ids, how many links it has, their numbers. */
export function pushRow(rows: number[], indexed: boolean, likeness: number, ids: number, links: readonly number[]): void {
  rows.push(indexed ? 1 : 0, likeness, ids, links.length);
  for (const link of links) rows.push(link);
}

/** Visits the rows of all pages. */
export function eachRow(rows: Uint32Array, visit: RowVisitor): void {
  for (let [index, row] = [0, 0]; row < rows.length; index++) {
    visit(index, row);
    row += beforeLinks + (rows[row + 3] ?? 0);
  }
}

/** See `PageFacts`. */
export function isIndexedIn(rows: Uint32Array, row: number): boolean {
  return rows[row] === 1;
}

/** See `PageFacts`. */
export function likenessIn(rows: Uint32Array, row: number): number {
  return rows[row + 1] ?? 0;
}

/** The number of a page's ids. */
export function idsIn(rows: Uint32Array, row: number): number {
  return rows[row + 2] ?? 0;
}

/** The numbers of a page's links. */
export function linksIn(rows: Uint32Array, row: number): Uint32Array {
  return rows.subarray(row + beforeLinks, row + beforeLinks + (rows[row + 3] ?? 0));
}

const beforeLinks = 4;

/** The ids of a page as one text, "main related": https://html.spec.whatwg.org/#the-id-attribute allows no space in them. */
export function joinIds(ids: readonly string[]): string {
  return ids.join(" ");
}

/** The reverse of `joinIds`. */
export function splitIds(ids: string): readonly string[] {
  return ids.split(" ");
}

/** Links that always stand together as one text, a line each: they are looked up as one. */
export function joinLinks(links: readonly string[]): string {
  return links.join("\n");
}

/** The reverse of `joinLinks`. */
export function splitLinks(links: string): readonly string[] {
  return links.includes("\n") ? links.split("\n") : [links];
}
