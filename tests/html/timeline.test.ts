import { describe, expect, test } from "vitest";
import { ar } from "../../src/html/strings/ar.ts";
import { en } from "../../src/html/strings/en.ts";
import { renderTimeline } from "../../src/html/timeline.ts";
import { renderDecade, volume } from "../../src/html/periods.ts";
import type { Volume } from "../../src/model/volume.ts";

const years: Volume = { unit: "year", bars: ["1987", "1988", "1990", "1993"].map((period) => ({ period, count: period === "1990" ? 1000 : 1 })) };
const months: Volume = { unit: "month", bars: ["1987-11", "1988-02", "1988-07"].map((period) => ({ period, count: 2 })) };
const drawn = (bars: Volume, strings = en): string => renderTimeline(bars, strings)?.toString() ?? "";

describe("a timeline", () => {
  test("has a column for every year from the first to the last, the empty ones too", () => {
    expect(drawn(years)).toContain('viewBox="0 0 7 20"');
  });

  test("shows one article beside a thousand", () => {
    expect(drawn(years)).toContain("M0 20v-1h.9v1zM1 20v-1h.9v1zM3 20v-20h.9v20z");
  });

  test("is a table too", () => {
    expect(drawn(years)).toContain('<tr><th scope="row">1990</th><td>1,000</td></tr>');
  });

  test("says the same in words", () => {
    expect(drawn(years)).toContain('aria-label="Articles by year, 1987 to 1993; the most in 1990: 1,000"');
  });

  test("of one or two years has a column for every month", () => {
    expect(drawn(months)).toContain('viewBox="0 0 9 20"');
    expect(drawn(months)).toContain('aria-label="Articles by month, November 1987 to July 1988; the most in November 1987: 2"');
    expect(drawn(months)).toContain('<th scope="row">February 1988</th>');
  });

  test.each([
    [years, ["1988", "1990", "1992"]],
    [months, ["Nov 1987", "Feb 1988", "May 1988"]],
    [{ unit: "year", bars: [{ period: "1903", count: 1 }, { period: "2023", count: 1 }] } satisfies Volume, ["1925", "1950", "1975", "2000"]],
    [{ unit: "year", bars: [{ period: "0987", count: 1 }, { period: "0989", count: 1 }] } satisfies Volume, ["987", "988", "989"]],
  ] as const)("has few and round dates below it", (bars, dates) => {
    expect([...drawn(bars).matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text]) => text)).toEqual(dates);
  });

  test("speaks the language of the site", () => {
    expect(drawn(months, ar)).toContain("المقالات بحسب الشهر");
  });

  test("of few bars is no wider than they need", () => {
    expect(drawn(years)).toContain('<svg width="168"');
    expect(drawn({ unit: "year", bars: [{ period: "1900", count: 1 }, { period: "1999", count: 1 }] })).toContain('<svg width="100%"');
  });
});

describe("a decade", () => {
  test("has ten years, of which those with articles are links", () => {
    const markup = renderDecade([{ href: "/1987/", text: "1987", count: 2 }], 4, en).toString();
    expect(markup.split("<li")).toHaveLength(11);
    expect(markup).toContain('<li class="volume-5"><a href="/1987/"><b>1987</b> <span class="count">2</span></a></li>');
    expect(markup).toContain("<li><span>1980</span></li>");
  });
});

test.each([
  [0, 10, 0],
  [1, 1000, 1],
  [5, 10, 5],
  [10, 10, 10],
  [11, 10, 10],
])("%i articles of %i are volume %i", (count, most, expected) => {
  expect(volume(count, most)).toBe(expected);
});
