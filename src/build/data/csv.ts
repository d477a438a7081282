/** What a cell of a table can hold; undefined is empty. */
export type Cell = string | number | boolean | undefined;

/** A line of CSV as RFC 4180 has it, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** A cell of such a line. */
export function csvCell(cell: Cell): string {
  if (typeof cell === "string") return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cell === undefined ? "" : String(cell);
}

// Blanks at the ends are kept by every reader only between quotation marks.
const needsQuotes = /[",\r\n]|^\s|\s$/u;
