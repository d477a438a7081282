import { chooseColumns } from "./columns.ts";
import type { ColumnMap } from "./columns.ts";
import { longestRecord } from "./csv-records.ts";
import type { RawRecord } from "./csv-records.ts";
import { detach } from "./detach.ts";
import type { ImportedRecord, SkippedRecord } from "./draft.ts";
import { isObject, parseJson } from "./json-value.ts";
import type { JsonValue } from "./json-value.ts";
import type { SourceFile } from "./source-files.ts";
import { lineOfByte, readTextPieces, recognizeFile } from "./source-text.ts";
import { openRows } from "./table-row.ts";
import { fileCharsetNotes } from "./text-lines.ts";

/**
 * Reads JSON lines: an object a line. A column is a key, or the way to one inside other objects: `headline.main`. Of a list
 * of objects such as `[{"name": "Ann Lee"}]` the names are its values.
 */
export function* readJsonl({ path, name: file }: SourceFile, map: ColumnMap, declared: string | undefined): Generator<ImportedRecord> {
  const skip = (line: number, reason: string, detail: string): SkippedRecord => ({ kind: "skipped", file, id: undefined, line, reason, detail, broken: true });
  const { charset, fault } = recognizeFile(path, declared);
  if (fault) return yield skip(lineOfByte(path, fault.offset), fault.reason, fault.detail);
  const readers = new Map<string, ReturnType<typeof openRows>>();
  const ids = new Map<string, number>();
  for (const record of splitLines(readTextPieces(path, charset))) {
    const { raw, line } = record;
    const parsed = record.whole ? parseJson(raw) : { fault: "the line is longer than 16 million characters" };
    if ("fault" in parsed) {
      yield skip(line, "is not JSON", parsed.fault);
      continue;
    }
    if (!isObject(parsed.value)) {
      yield skip(line, "is not a JSON object", "each line holds one object; a file that is one list is perhaps ninjs");
      continue;
    }
    const cells = flatten(parsed.value);
    const columns = [...cells.keys()];
    const key = columns.join("\n");
    let readRow = readers.get(key);
    if (readRow === undefined) {
      const chosen = chooseColumns(columns.flatMap((column) => [column, column.replace(nameEnd, "")]), map);
      readRow = openRows(chosen.map, chosen.guessed.map((kind) => ({ level: "count", kind })), ids);
      readers.set(key, readRow);
    }
    yield readRow({ file, line, raw, cells }, fileCharsetNotes(charset, raw));
  }
}

/** Keys under which an object holds what it is called. */
const nameEnd = /\.(?:name|title|label|text|value)$/u;

function* splitLines(pieces: Iterable<string>): Generator<RawRecord> {
  let held = "";
  let line = 1;
  let tooLong = false;
  const lineOf = (raw: string): readonly RawRecord[] => (raw.trim() === "" && !tooLong ? [] : [{ raw: detach(raw), line, whole: !tooLong }]);
  for (const piece of pieces) {
    const rows = (held + piece).split("\n");
    held = rows.pop() ?? "";
    for (const row of rows) {
      yield* lineOf(row);
      line++;
      tooLong = false;
    }
    if (held.length > longestRecord) {
      tooLong = true;
      held = "";
    }
  }
  yield* lineOf(held);
}

/** {"headline": {"main": "Fog"}, "tags": ["a", "b"]} -> "headline.main": ["Fog"], "tags": ["a", "b"] */
function flatten(value: JsonValue): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, string[]>();
  const visit = (inner: JsonValue, path: string): void => {
    if (inner === null) return;
    if (Array.isArray(inner)) for (const item of inner) visit(item, path);
    else if (isObject(inner)) for (const [key, below] of Object.entries(inner)) visit(below, path === "" ? key : `${path}.${key}`);
    else cells.set(path, [...(cells.get(path) ?? []), String(inner)]);
  };
  visit(value, "");
  return cells;
}
