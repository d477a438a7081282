import { parse } from "csv-parse/sync";
import { chooseColumns } from "./columns.ts";
import type { ColumnMap } from "./columns.ts";
import { splitCsv } from "./csv-records.ts";
import type { RawRecord } from "./csv-records.ts";
import type { ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import type { SourceFile } from "./source-files.ts";
import { lineOfByte, readTextPieces, recognizeFile } from "./source-text.ts";
import type { TableRow } from "./row-reader.ts";
import { openRows } from "./table-row.ts";
import { fileCharsetNotes } from "./text-lines.ts";

/**
 * Reads a table in CSV, whose first record names the columns; the delimiter is the one of comma, semicolon, tab and bar
 * that gives the most columns. Takes the columns that the command maps to fields, and a character set if one is declared.
 */
export function* readCsv({ path, name: file }: SourceFile, map: ColumnMap, declared: string | undefined): Generator<ImportedRecord> {
  const skip = (line: number, reason: string, detail?: string): SkippedRecord => ({ kind: "skipped", file, id: undefined, line, reason, ...(detail === undefined ? {} : { detail }), broken: true });
  const { charset, fault } = recognizeFile(path, declared);
  if (fault) return yield skip(lineOfByte(path, fault.offset), fault.reason, fault.detail);
  const delimiter = findDelimiter(path, () => readTextPieces(path, charset));
  const records = splitCsv(readTextPieces(path, charset), delimiter);
  const first = records.next();
  if (first.done) return yield skip(1, "holds no table");
  const header = cellsOf(first.value, delimiter);
  if (!Array.isArray(header)) return yield skip(first.value.line, "names its columns in a way that cannot be read", header.fault);
  const columns = uniqueNames(header);
  const missing = [...map.values()].flat().find((column) => !columns.includes(column));
  const listed = columns.map((column) => `"${column}"`).join(", ");
  if (missing !== undefined) return yield skip(first.value.line, "lacks a column named with --map", `there is no column "${missing}"; its columns are ${listed}`);
  const chosen = chooseColumns(columns, map);
  if (!chosen.map.has("title")) return yield skip(first.value.line, "has no column for the title", `name one with --map title=COLUMN; its columns are ${listed}`);
  const readRow = openRows(chosen.map, chosen.guessed.map((kind) => ({ level: "count", kind })));
  for (const record of records) {
    const values = cellsOf(record, delimiter);
    if (!Array.isArray(values)) yield skip(record.line, "is not a row of the table", values.fault);
    else yield readRow(rowOf(file, record, columns, values), [...fileCharsetNotes(charset, record.raw), ...widthNotes(values, columns)]);
  }
}

const delimiters = [",", ";", "\t", "|"] as const;

function findDelimiter(path: string, pieces: () => Iterable<string>): string {
  if (path.toLowerCase().endsWith(".tsv")) return "\t";
  const widths = delimiters.map((delimiter) => {
    const [first] = splitCsv(pieces(), delimiter).take(1);
    const cells = first === undefined ? [] : cellsOf(first, delimiter);
    return { delimiter, width: Array.isArray(cells) ? cells.length : 0 };
  });
  return widths.reduce((best, other) => (other.width > best.width ? other : best)).delimiter;
}

function cellsOf({ raw, whole }: RawRecord, delimiter: string): string[] | { readonly fault: string } {
  if (!whole) return { fault: `a quotation mark is never closed: ${shorten(raw)}` };
  try {
    const [cells = []] = parse(raw, { delimiter, relax_quotes: true });
    return cells;
  } catch (error) {
    return { fault: error instanceof Error ? `${error.message.replace(/ at line .*$/su, "")}: ${shorten(raw)}` : String(error) };
  }
}

// "name", "name" -> "name", "name (2)"; a column without a name is called by its place.
function uniqueNames(header: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return header.map((raw, i) => {
    const name = raw.trim() === "" ? `column ${String(i + 1)}` : raw.trim();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  });
}

function rowOf(file: string, { raw, line }: RawRecord, columns: readonly string[], values: readonly string[]): TableRow {
  return { file, line, raw, cells: new Map(values.map((value, i) => [columns[i] ?? `column ${String(i + 1)}`, [value]])) };
}

function widthNotes(values: readonly string[], columns: readonly string[]): readonly Note[] {
  if (values.length === columns.length) return [];
  return [{ level: "warning", kind: "row of another width", text: `the row has ${String(values.length)} values and the table ${String(columns.length)} columns; a delimiter may be missing or too many` }];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
