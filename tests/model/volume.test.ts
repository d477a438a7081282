import { describe, expect, test } from "vitest";
import { volumeOf } from "../../src/model/volume.ts";
import { archiveOf } from "../archive-of.ts";

const volume = (...dates: readonly string[]) => volumeOf(archiveOf(Object.fromEntries(dates.map((date, i) => [`a${i}.md`, `date: ${date}`]))).articles);

describe("articles over time", () => {
  test("are counted by year, oldest first; what stands in no certain year is left out", () => {
    expect(volume("1990-02-14", "1987-03", "1990", "198X", "undated", "1988")).toEqual({
      unit: "year",
      bars: [{ period: "1987", count: 1 }, { period: "1988", count: 1 }, { period: "1990", count: 2 }],
    });
  });

  test("of one or two years are counted by month", () => {
    expect(volume("1987-12-24", "1987-12-31", "1988-02-01", "1988-05")).toEqual({
      unit: "month",
      bars: [{ period: "1987-12", count: 2 }, { period: "1988-02", count: 1 }, { period: "1988-05", count: 1 }],
    });
  });

  test.each([
    ["a few months", ["1987-01", "1987-02"]],
    ["two years far apart, months between them without end", ["1903-01", "1903-02", "1987-05"]],
    ["nothing", []],
  ])("are not drawn for %s", (_what, dates) => {
    expect(volume(...dates)).toBeUndefined();
  });
});
