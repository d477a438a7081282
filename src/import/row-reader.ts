import { cleanLine, cleanText } from "./clean-text.ts";
import type { ColumnMap, TableField } from "./columns.ts";
import { readDateField } from "./date-field.ts";
import type { Note } from "./draft.ts";
import type { Field } from "./field.ts";
import { splitValues } from "./split-values.ts";

/** A row of a table or an object of JSON lines. */
export interface TableRow {
  readonly file: string;
  /** Line of the file it begins in, from 1. */
  readonly line: number;
  /** Its bytes as text, of which the hash is taken. */
  readonly raw: string;
  /** Values by column, in the order of the columns; several where the source has a list. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

/** Takes the fields of a row, collecting what had to be changed; what no field took is left for `extra`. */
export class RowReader {
  readonly row: TableRow;
  readonly notes: Note[];
  readonly #map: ColumnMap;

  constructor(row: TableRow, map: ColumnMap, notes: Note[]) {
    this.row = row;
    this.#map = map;
    this.notes = notes;
  }

  columnsOf(field: TableField): readonly string[] {
    return this.#map.get(field) ?? [];
  }

  /** The values of a field, as they stand; of objects their names. */
  values(field: TableField): readonly string[] {
    return this.columnsOf(field).flatMap((column) => this.row.cells.get(columnIn(this.row.cells, column) ?? "") ?? []).filter((value) => value.trim() !== "");
  }

  line(field: TableField): string | undefined {
    return this.values(field).map((value) => cleanLine(value, field, this.notes)).filter((value) => value !== "").join(", ") || undefined;
  }

  list(field: TableField): readonly string[] {
    const { value, notes } = splitValues(this.values(field), field);
    this.notes.push(...notes);
    return [...new Set(value.map((text) => cleanLine(text, field, this.notes)).filter((text) => text !== ""))];
  }

  take<Value>({ value, notes }: Field<Value>): Value {
    this.notes.push(...notes);
    return value;
  }

  date(field: TableField): string | undefined {
    return this.take(readDateField(this.line(field) ?? "", field));
  }

  /** Columns that are no field, for the article's `extra`. */
  rest(): Readonly<Record<string, string | readonly string[]>> | undefined {
    const { cells } = this.row;
    const used = new Set([...this.#map.values()].flat().map((column) => columnIn(cells, column)));
    const left = [...cells].filter(([column, values]) => !used.has(column) && values.some((value) => value.trim() !== ""));
    if (left.length === 0) return undefined;
    return Object.fromEntries(left.map(([column, values]) => {
      const texts = values.map((value) => cleanText(value, column, this.notes));
      const [only] = texts;
      return [column, texts.length === 1 && only !== undefined ? only : texts];
    }));
  }
}

// Of a list of objects the names stand for them: "authors" is "authors.name".
function columnIn(cells: TableRow["cells"], column: string): string | undefined {
  return ["", ".name", ".title", ".label", ".text", ".value"].map((end) => column + end).find((name) => cells.has(name));
}
