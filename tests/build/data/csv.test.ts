import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "../../../src/build/data/csv.ts";

test("any cells come back from csv-parse as they were", () => {
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"', ",", "\r\n", " ends with a blank ", '"quoted", and more', "=SUM(A1)", "﻿", ""));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      expect(parse(rows.map(csvLine).join(""), { record_delimiter: "\r\n", bom: false })).toEqual(rows);
    }),
  );
});

test.each([
  [["a", undefined, 3, true], "a,,3,true\r\n"],
  [['He said "no"', "Oslo, Norway"], '"He said ""no""","Oslo, Norway"\r\n'],
])("%j is a line", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
