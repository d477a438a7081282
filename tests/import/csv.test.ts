import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { splitCsv } from "../../src/import/csv-records.ts";
import { readCsv } from "../../src/import/csv.ts";
import { parseMap } from "../../src/import/columns.ts";
import type { ImportedRecord } from "../../src/import/draft.ts";
import { readJsonl } from "../../src/import/jsonl.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-csv-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("any table is cut into its records, wherever the pieces of the file end", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", " ", ",", ";", '"', "\n", "é", "’") });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.array(fc.nat(20)), (rows, cuts) => {
      const records = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
      const text = `${records.join("\n")}\n`;
      expect([...splitCsv(pieces(text, cuts), ",")].map(({ raw }) => raw)).toEqual(records);
    }),
  );
});

test("records know the lines they begin in", () => {
  expect([...splitCsv(['a,"b\nc"\n\n5" gun,"x""y"\nlast,'], ",")]).toEqual([
    { raw: 'a,"b\nc"', line: 1, whole: true },
    { raw: '5" gun,"x""y"', line: 4, whole: true },
    { raw: "last,", line: 5, whole: true },
  ]);
});

test("a quotation mark that is never closed costs its line and no other", () => {
  expect([...splitCsv(['a,"b\nc,d\n', "e,f"], ",")]).toEqual([
    { raw: 'a,"b', line: 1, whole: false },
    { raw: "c,d", line: 2, whole: true },
    { raw: "e,f", line: 3, whole: true },
  ]);
});

describe("the delimiter is found", () => {
  test.each([["comma", ","], ["semicolon", ";"], ["tab", "\t"], ["bar", "|"]])("%s", (_name, sign) => {
    const record = only(csv(`title${sign}text\n"One, two; three"${sign}Fog\n`));
    expect(record).toMatchObject({ kind: "draft", title: "One, two; three", body: "Fog" });
  });
});

test("a table without a column for the title says which columns it has, and nothing of it is imported", () => {
  expect(only(csv("what,text\nFog,Fog.\n"))).toMatchObject({ broken: true, reason: "has no column for the title", detail: 'name one with --map title=COLUMN; its columns are "what", "text"' });
});

test("a column named with --map that is not there is named", () => {
  expect(only(csv("title,text\nFog,Fog.\n", ["body=story"]))).toMatchObject({ broken: true, reason: "lacks a column named with --map" });
});

test.each(["title", "titel=headline", "=x", "title="])("--map %s is refused with the fields there are", (value) => {
  expect(() => parseMap([value])).toThrow(/--map takes a field and a column.*title, date/u);
});

test("a row without an id is known by its text, so that rows added before it change nothing", () => {
  const ids = (text: string) => [...csv(text)].map((record) => (record.kind === "draft" ? record.sourceRecord.id : ""));
  const [first] = ids("title,text\nFog,Fog.\n");
  expect(ids("title,text\nMist,Mist.\nFog,Fog.\nFog,Fog.\n").slice(1)).toEqual([first, `${first ?? ""} (2)`]);
});

test("numbers of JSON keep their digits", () => {
  expect(only(jsonl('{"id": 10000000000000000001, "title": "Fog", "text": "Fog.", "price": 1.50}'))).toMatchObject({ sourceRecord: { id: "10000000000000000001" }, extra: { price: "1.50" } });
});

test("a key such as __proto__ and a deeply nested value do no harm", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const [first, second] = jsonl(`{"__proto__": {"title": "x"}, "title": "Fog", "text": "Fog."}\n{"title": "Deep", "text": ${deep}}`);
  expect(first).toMatchObject({ kind: "draft", title: "Fog" });
  expect(second).toMatchObject({ kind: "skipped", broken: true, reason: "is not JSON" });
});

function pieces(text: string, cuts: readonly number[]): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(text.slice(at, at + cut));
    at += cut;
  }
  return [...parts, text.slice(at)];
}

function csv(text: string, map: readonly string[] = []): readonly ImportedRecord[] {
  writeFileSync(path.join(folder, "t.csv"), text);
  return [...readCsv({ path: path.join(folder, "t.csv"), name: "t.csv" }, parseMap(map), undefined)];
}

function jsonl(text: string): readonly ImportedRecord[] {
  writeFileSync(path.join(folder, "t.jsonl"), text);
  return [...readJsonl({ path: path.join(folder, "t.jsonl"), name: "t.jsonl" }, parseMap([]), undefined)];
}

function only(records: readonly ImportedRecord[]): ImportedRecord {
  expect(records).toHaveLength(1);
  return records[0] ?? expect.fail("no record");
}
