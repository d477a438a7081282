import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { formatDate, timeElement } from "../../src/html/date.ts";
import { dated } from "./samples.ts";

describe("a date in words", () => {
  test.each([
    ["a day", "1987-03-02", "2 March 1987", "1987-03-02"],
    ["a moment as its day, wherever the machine stands", "1987-03-02T23:30:00-05:00", "2 March 1987", "1987-03-02T23:30:00-05:00"],
    ["a month", "1987-03", "March 1987", "1987-03"],
    ["a year", "1987", "1987", "1987"],
    ["a season", "1987-21", "Spring 1987", undefined],
    ["a decade", "198X", "1980s", undefined],
    ["the first decade of a century", "190X", "1900–1909", undefined],
    ["a century", "19XX", "20th century", undefined],
    ["this century", "20XX", "21st century", undefined],
    ["an interval of years", "1987/1989", "1987–1989", undefined],
    ["an interval of days", "1987-03-02/1987-03-04", "2 March 1987 – 4 March 1987", undefined],
    ["an interval with an open end", "1987/..", "since 1987", undefined],
    ["about a month", "1987-03~", "c. March 1987", undefined],
    ["a doubtful day", "1987-03-02?", "2 March 1987 (uncertain)", undefined],
    ["nothing", "undated", "undated", undefined],
  ])("says %s", (_, text, words, machine) => {
    expect(formatDate(dated(text), en)).toBe(words);
    expect(timeElement(dated(text), en).toString()).toBe(machine === undefined ? `<span>${words}</span>` : `<time datetime="${machine}">${words}</time>`);
  });
});
