/** What a cell of a table can hold; undefined is empty. */
export type Cell = string | number | boolean | undefined;

/** A line of CSV as RFC 4180 has it, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  let separator = "";
  for (const cell of cells) {
    line += separator;
    if (typeof cell === "string") line += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    else if (cell !== undefined) line += String(cell);
    separator = ",";
  }
  return `${line}\r\n`;
}

// Blanks at the ends are kept by every reader only between quotation marks.
const needsQuotes = /[",\r\n]|^\s|\s$/u;
