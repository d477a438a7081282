import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastDay, parsePartialDate } from "../../src/content/date.ts";
import { dayOf, monthOf, sortKeyOf, yearOf } from "../../src/model/partial-date.ts";
import { showDate } from "../shown.ts";
import { readTextCases } from "../text-fixtures.ts";

describe("a date of the front matter", () => {
  test.each(readTextCases("dates"))("$title: $input", ({ input, output }) => {
    expect(showDate(input)).toBe(output);
  });
});

describe("for every calendar day", () => {
  // Days are counted in UTC: this test, too, must not depend on the machine's zone.
  const day = fc.integer({ min: Date.UTC(1400, 0, 1) / 86_400_000, max: Date.UTC(2399, 11, 31) / 86_400_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

  test("reading gives the day back", () => {
    fc.assert(fc.property(day, (text) => {
      expect(parsePartialDate(text)).toMatchObject({ text, precision: "day", earliest: text, latest: text });
    }), { seed: 1 });
  });

  test("the day after the last of a month is none", () => {
    fc.assert(fc.property(day, (text) => {
      const [year = "", month = ""] = text.split("-");
      expect(parsePartialDate(`${year}-${month}-${lastDay(year, month)}`)).toBeDefined();
      expect(parsePartialDate(`${year}-${month}-${Number(lastDay(year, month)) + 1}`)).toBeUndefined();
    }), { seed: 2 });
  });

  test("it stands in its day, its month stands in its month, its year in its year", () => {
    fc.assert(fc.property(day, fc.constantFrom("", "~", "?", "%"), (text, qualifier) => {
      const read = (length: number) => parsePartialDate(text.slice(0, length) + qualifier);
      expect([read(10), read(7), read(4)].map((date) => date && [dayOf(date), monthOf(date), yearOf(date)])).toEqual([
        [text, text.slice(0, 7), text.slice(0, 4)],
        [undefined, text.slice(0, 7), text.slice(0, 4)],
        [undefined, undefined, text.slice(0, 4)],
      ]);
    }), { seed: 3 });
  });

  test("days sort as the calendar does, and a month sorts as its first day", () => {
    fc.assert(fc.property(day, day, (a, b) => {
      const key = (text: string): string => sortKeyOf(parsePartialDate(text) ?? expect.fail(text));
      expect(key(a) < key(b)).toBe(a < b);
      expect(key(a.slice(0, 7))).toBe(`${a.slice(0, 7)}-01`);
    }), { seed: 4 });
  });

  test("a moment shows the day it was written in, whatever its offset", () => {
    const offset = fc.tuple(fc.constantFrom("+", "-"), fc.integer({ min: 0, max: 14 }), fc.constantFrom("00", "30", "45")).map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, "0")}:${minutes}`);
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 23 }), offset, (text, hour, zone) => {
      const date = parsePartialDate(`${text}T${String(hour).padStart(2, "0")}:59${zone}`);
      expect(date && dayOf(date)).toBe(text);
    }), { seed: 5 });
  });
});

test("no text at all is a date by accident, and none makes the reader stumble", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(..."0123456789-/X~?%.TZ:+") })), (text) => {
    const date = parsePartialDate(text);
    if (date !== undefined) expect(date.text).toBe(text);
    if (date?.earliest !== undefined && date.latest !== undefined && !text.includes("-0")) expect(date.earliest <= date.latest || date.earliest.startsWith("-")).toBe(true);
  }), { seed: 6, numRuns: 2000 });
});
