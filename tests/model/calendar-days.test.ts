import { expect, test } from "vitest";
import { calendarDays } from "../../src/model/calendar-days.ts";
import { archiveOf } from "../archive-of.ts";

test("articles are sorted by calendar day over all years, newest first; a day that is not certain is no day", () => {
  const { articles } = archiveOf({
    "a.md": "date: 1969-07-20",
    "b.md": "date: 1987-07-20T10:00:00Z",
    "c.md": "date: 1987-01-02",
    "leap.md": "date: 2000-02-29",
    "month.md": "date: 1987-07",
    "between.md": "date: 1987-07-20/1987-07-21",
    "undated.md": "",
  });
  const days = [...calendarDays(articles)].map(([day, of]) => `${day}: ${of.map(({ title }) => title).join(" ")}`);
  expect(days).toEqual(["01-02: c", "02-29: leap", "07-20: b a"]);
});
