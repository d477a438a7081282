import { describe, expect, test } from "vitest";
import { onThisDayPages } from "../../../src/build/pages/on-this-day.ts";
import type { OnThisDayPage } from "../../../src/model/way-page.ts";
import { contextOf, type Matter } from "../../archive-of.ts";

const pagesOf = (files: Matter): ReadonlyMap<string, OnThisDayPage> => new Map(onThisDayPages(contextOf(files)).map(({ address, make }) => [address, make()]));

const few: Matter = { "a.md": "date: 1969-07-20", "b.md": "date: 1987-07-20", "c.md": "date: 1990-12-31", "d.md": "date: 1990-01-01", "month.md": "date: 1990-02" };

describe("on this day", () => {
  const pages = pagesOf(few);

  test("there is a page for every calendar day that articles fall on, and one that leads to them", () => {
    expect([...pages.keys()]).toEqual(["/on-this-day/", "/on-this-day/01-01/", "/on-this-day/07-20/", "/on-this-day/12-31/"]);
  });

  test("a day has all its years, newest first, each with the link to that very day", () => {
    const page = pages.get("/on-this-day/07-20/");
    expect(page?.title).toBe("20 July");
    expect(page?.years.map(({ year, link, briefs }) => [year, link.href, link.count, briefs.map(({ text }) => text)])).toEqual([
      ["1987", "/1987/07/20/", 1, ["b"]],
      ["1969", "/1969/07/20/", 1, ["a"]],
    ]);
  });

  test("the year is a ring: before 1 January comes 31 December", () => {
    expect([pages.get("/on-this-day/01-01/")?.older?.text, pages.get("/on-this-day/12-31/")?.newer?.text]).toEqual(["31 December", "1 January"]);
  });

  test("the only day of an archive has no neighbour", () => {
    const page = pagesOf({ "a.md": "date: 1969-07-20" }).get("/on-this-day/07-20/");
    expect([page?.older, page?.newer]).toEqual([undefined, undefined]);
  });

  test("the calendar has twelve months of a leap year, whose days with articles are links", () => {
    const { calendar = [] } = pages.get("/on-this-day/") ?? {};
    expect(calendar.map(({ name, weeks }) => `${name} ${weeks.flat().filter((day) => day !== null).length}`)).toEqual([
      "January 31", "February 29", "March 31", "April 30", "May 31", "June 30", "July 31", "August 31", "September 30", "October 31", "November 30", "December 31",
    ]);
    expect(calendar.flatMap(({ weeks }) => weeks.flat()).flatMap((day) => (day?.href === undefined ? [] : [day.href]))).toEqual(["/on-this-day/01-01/", "/on-this-day/07-20/", "/on-this-day/12-31/"]);
  });

  test("a crowded day shows a share of each year, and says how many there are", () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 60; i++) files[`a${i}.md`] = "date: 1987-07-20";
    for (let i = 0; i < 60; i++) files[`b${i}.md`] = "date: 1988-07-20";
    files["c.md"] = "date: 1989-07-20";
    const page = pagesOf(files).get("/on-this-day/07-20/");
    expect(page?.years.map(({ briefs, link }) => [briefs.length, link.count])).toEqual([[1, 1], [33, 60], [33, 60]]);
    expect(page?.count).toBe(121);
  });

  test("an archive without articles has only the empty calendar", () => {
    expect([...pagesOf({}).keys()]).toEqual(["/on-this-day/"]);
  });
});
