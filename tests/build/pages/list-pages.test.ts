import { describe, expect, test } from "vitest";
import { calendarPages, type PlannedListPage } from "../../../src/build/pages/list-pages.ts";
import { contextOf, type Matter } from "../../archive-of.ts";

/** The pages of the calendar of an archive, by address. */
function calendarOf(files: Matter): ReadonlyMap<string, ReturnType<PlannedListPage["make"]>> {
  const context = contextOf(files);
  const list = { listKind: "period", address: "/", title: "Dates", articles: context.archive.articles, trail: [], description: undefined, factsOf: undefined, factsKey: undefined } as const;
  return new Map(calendarPages(context, list).map(({ address, make }) => [address, make()]));
}

const pages = calendarOf({ "a.md": "date: 1969-07-20", "b.md": "date: 1969-08-01", "c.md": "date: 1987-01-05", "year.md": "date: 1987", "decade.md": "date: 198X", "undated.md": "date: undated" });
const beside = (address: string) => [pages.get(address)?.older?.href, pages.get(address)?.newer?.href];

describe("the pages of the calendar", () => {
  test("are years, months and days that have articles", () => {
    expect([...pages.keys()]).toEqual([
      "/1969/", "/1969/07/", "/1969/07/20/", "/1969/08/", "/1969/08/01/", "/1987/", "/1987/01/", "/1987/01/05/", "/dates/without-year/",
    ]);
  });

  test("lead to the one before and after, over the ends of months and years", () => {
    expect(beside("/1969/08/01/")).toEqual(["/1969/07/20/", "/1987/01/05/"]);
    expect(beside("/1969/07/")).toEqual([undefined, "/1969/08/"]);
    expect(beside("/1987/01/")).toEqual(["/1969/08/", undefined]);
    expect(beside("/1987/")).toEqual(["/1969/", undefined]);
  });

  test("a day leads to the same day of all years", () => {
    expect(pages.get("/1969/07/20/")?.onThisDay).toEqual({ href: "/on-this-day/07-20/", text: "20 July" });
    expect(pages.get("/1969/07/")?.onThisDay).toBeUndefined();
  });

  test("a year has twelve months, of which a day with articles is a link and says how many", () => {
    const [january, ...others] = pages.get("/1987/")?.calendar ?? [];
    expect(others).toHaveLength(11);
    expect(january?.weeks.flat().filter((day) => day?.href !== undefined)).toEqual([{ day: 5, href: "/1987/01/05/", count: 1 }]);
  });

  test("what stands in no certain year is on a page of its own, and nothing else is", () => {
    expect(pages.get("/dates/without-year/")?.briefs.map(({ text }) => text)).toEqual(["decade", "undated"]);
    expect(calendarOf({ "a.md": "date: 1969-07-20" }).has("/dates/without-year/")).toBe(false);
  });
});
