import { describe, expect, test } from "vitest";
import { dayRange, expandDays, overlaps } from "../../src/client/calendar.ts";
import { formatQuestion, parseQuestion } from "../../src/client/question-address.ts";
import { isEmpty } from "../../src/client/question.ts";

describe("the question in the address", () => {
  test.each([
    "",
    "?q=oil",
    "?q=%22interest+rates%22+Volcker",
    "?q=%2B%25%26%23&person=Sergue%C3%AF+Lavrov",
    "?person=A&person=B&section=C&author=D",
    "?q=oil&person=A&place=B&from=1987&to=1987-10-19&sort=newest&show=30",
  ])("%s comes back as it was", (search) => expect(formatQuestion(parseQuestion(search))).toBe(search));

  test.each([
    ["an unknown order", "?q=a&sort=random", "?q=a"],
    ["a number that is none", "?q=a&show=NaN", "?q=a"],
    ["more results than a page should hold", "?q=a&show=100000", "?q=a&show=500"],
    ["a day that is no day", "?q=a&from=yesterday", "?q=a"],
    ["a value named twice", "?person=A&person=A", "?person=A"],
    ["an unknown field", "?q=a&utm_source=x", "?q=a"],
    ["space around the words", "?q=+a+", "?q=a"],
    ["10,000 characters", `?q=${"a".repeat(10_000)}`, `?q=${"a".repeat(400)}`],
  ])("%s is put right", (_, search, address) => expect(formatQuestion(parseQuestion(search))).toBe(address));

  test("an order alone asks nothing", () => {
    expect(isEmpty(parseQuestion("?sort=newest"))).toBe(true);
    expect(isEmpty(parseQuestion("?from=1987"))).toBe(false);
  });
});

describe("days", () => {
  test.each([
    ["1987", "1987", "1987-01-01", "1987-12-31"],
    ["1987-06", "1987-06", "1987-06-01", "1987-06-31"],
    ["1987-10-19", "", "1987-10-19", ""],
    ["", "1986", "", "1986-12-31"],
  ])("from %j to %j", (from, to, first, last) => expect(dayRange(from, to)).toEqual({ from: first, to: last }));

  test("a stretch is in a range when they share a day", () => {
    const march = { from: "1987-03-02", to: "1987-03-30" };
    expect(overlaps(march, dayRange("1987-03-30", ""))).toBe(true);
    expect(overlaps(march, dayRange("1987-04", ""))).toBe(false);
    expect(overlaps(march, dayRange("", "1987-02"))).toBe(false);
    expect(overlaps({ from: "", to: "" }, dayRange("", ""))).toBe(true);
    expect(overlaps({ from: "", to: "" }, dayRange("1987", ""))).toBe(false);
  });

  test("a list of days is read across the end of a month and a leap day", () => {
    expect(expandDays("1988-02-28", [2, 1, 1, 1, 1])).toEqual(["1988-02-28", "1988-02-28", "1988-02-29", "1988-03-01"]);
    expect(expandDays("", [2])).toEqual(["", ""]);
  });
});
