import { expect, test } from "vitest";
import { parsePartialDate } from "../../src/content/date.ts";
import { sortKeyOf } from "../../src/model/partial-date.ts";

function keyOf(text: string): string {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return sortKeyOf(date);
}

test("a moment sorts by its time in UTC, within the day it is shown on", () => {
  expect(keyOf("1987-03-02T10:44:46Z")).toBe(`1987-03-02 ${new Date("1987-03-02T10:44:46Z").toISOString()}`);
  expect(keyOf("1987-03-02T23:30:00-05:00")).toBe("1987-03-02 1987-03-03T04:30:00.000Z");
  expect(["1987-03-02T10:44:47Z", "1987-03-02", "1987-03-02T05:44:46-05:00", "1987-03-01T23:59:59Z"].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))).toEqual([
    "1987-03-01T23:59:59Z",
    "1987-03-02",
    "1987-03-02T05:44:46-05:00",
    "1987-03-02T10:44:47Z",
  ]);
});
