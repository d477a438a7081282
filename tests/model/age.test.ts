import { expect, test } from "vitest";
import { oldYear } from "../../src/model/age.ts";
import { dated } from "../html/samples.ts";

test.each([
  ["1987-12-31", "1989-01-01", "1987"],
  ["1988-01-01", "1989-12-31", undefined],
  ["1989-01-01", "1989-12-31", undefined],
  ["1990-01-01", "1989-12-31", undefined],
  ["1987", "1989", "1987"],
  ["1987-03~", "2026-11-24", "1987"],
  ["198X", "2026-11-24", undefined],
  ["undated", "2026-11-24", undefined],
  ["1987-03-02", "", undefined],
])("news of %s, as of %s, is marked with the year %s", (date, today, year) => {
  expect(oldYear(dated(date), today)).toBe(year);
});
