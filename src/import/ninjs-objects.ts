import type { Note, SkippedRecord } from "./draft.ts";
import { splitJson } from "./json-items.ts";
import { isObject, parseJson } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { formsOf, objectsOf, textValue } from "./ninjs-value.ts";
import type { SourceFile } from "./source-files.ts";
import { lineOfByte, readTextPieces, recognizeFile } from "./source-text.ts";
import { fileCharsetNotes } from "./text-lines.ts";

/** One object of a file. */
export interface NinjsRecord {
  readonly kind: "ninjs";
  readonly object: JsonObject;
  readonly file: string;
  readonly line: number;
  readonly notes: readonly Note[];
}

/** Reads the objects of a file: one, a list, or a list that an API has wrapped; and the texts that they hold as parts. */
export function* readNinjsObjects({ path, name: file }: SourceFile, declared: string | undefined): Generator<NinjsRecord | SkippedRecord> {
  const skip = (line: number, reason: string, detail: string): SkippedRecord => ({ kind: "skipped", file, id: undefined, line, reason, detail, broken: true });
  const { charset, fault } = recognizeFile(path, declared);
  if (fault) return yield skip(lineOfByte(path, fault.offset), fault.reason, fault.detail);
  for (const { raw, line, whole } of splitJson(readTextPieces(path, charset))) {
    const parsed = whole ? parseJson(raw) : { fault: raw === "" ? "it is longer than any article" : "the file ends inside of it" };
    if ("fault" in parsed) {
      yield skip(line, "is not JSON", parsed.fault);
      continue;
    }
    for (const value of itemsOf(parsed.value)) {
      if (isObject(value)) yield* withTexts({ kind: "ninjs", object: value, file, line, notes: fileCharsetNotes(charset, raw) });
      else yield skip(line, "is not a ninjs object", `it is ${JSON.stringify(value).slice(0, 80)}`);
    }
  }
}

// Texts that an item holds as its associations are articles of their own.
function* withTexts(record: NinjsRecord): Generator<NinjsRecord> {
  yield record;
  for (const object of objectsOf(record.object, "associations")) if (isText(object)) yield { ...record, object };
}

/** True for a text that is an article, also as a part of another. */
export function isText(object: JsonObject): boolean {
  return textValue(object, "type")?.toLowerCase() === "text" && formsOf(object, "body", "bodies").length > 0;
}

// One object, a list, or a list that an API has wrapped: {"items": [...]}, {"hits": [...]}.
function itemsOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || textValue(value, "uri") !== undefined) return [value];
  const wrapped = Object.values(value).filter(Array.isArray);
  const [only, another] = wrapped.filter((list) => list.every((item: JsonValue) => isObject(item) && textValue(item, "uri") !== undefined) && list.length > 0);
  return only !== undefined && another === undefined ? only : [value];
}
