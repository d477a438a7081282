import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { renderTimeline, yearsOfBriefs } from "../../src/html/timeline.ts";
import { renderDecade, volume } from "../../src/html/periods.ts";
import { dated } from "./samples.ts";

describe("years in a list of articles", () => {
  test("are counted oldest first, and what stands in no year is left out", () => {
    const briefs = ["1990-02-14", "1987-03", "1990", "198X", "undated"].map((text) => ({ date: dated(text) }));
    expect(yearsOfBriefs(briefs)).toEqual([{ year: 1987, count: 1 }, { year: 1990, count: 2 }]);
  });
});

describe("a timeline", () => {
  const years = [1987, 1988, 1990, 1993].map((year) => ({ year, count: year === 1990 ? 1000 : 1 }));

  test("has a column for every year from the first to the last, the empty ones too", () => {
    expect(renderTimeline(years, en)?.toString()).toContain('viewBox="0 0 7 20"');
  });

  test("shows one article beside a thousand", () => {
    expect(renderTimeline(years, en)?.toString()).toContain("M0 20v-1h.9v1zM1 20v-1h.9v1zM3 20v-20h.9v20z");
  });

  test("is a table too", () => {
    expect(renderTimeline(years, en)?.toString()).toContain('<tr><th scope="row">1990</th><td>1,000</td></tr>');
  });

  test("says the same in words", () => {
    expect(renderTimeline(years, en)?.toString()).toContain('aria-label="Articles by year, 1987 to 1993; the most in 1990: 1,000"');
  });

  test("is not drawn for a few years", () => {
    expect(renderTimeline(years.slice(0, 3), en)).toBeUndefined();
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
