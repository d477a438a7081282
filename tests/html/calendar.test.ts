import { describe, expect, test } from "vitest";
import { en } from "../../src/html/strings/en.ts";
import { renderCalendar } from "../../src/html/calendar.ts";
import type { CalendarDay, CalendarMonth } from "../../src/model/page.ts";

const day = (number: number, count = 0): CalendarDay => ({ day: number, href: count > 0 ? `/1987/03/0${number}/` : undefined, count });

// 1 March 1987 was a Sunday.
const march: CalendarMonth = {
  month: "1987-03",
  name: "March 1987",
  link: { href: "/1987/03/", text: "March 1987", count: 3 },
  weeks: [
    [null, null, null, null, null, null, day(1)],
    [day(2, 3), day(3), day(4), day(5), day(6), day(7), day(8)],
  ],
};

describe("a calendar", () => {
  const markup = renderCalendar([march], en)?.toString() ?? "";

  test("keeps the weekdays: a month that begins on Sunday has six empty cells before it", () => {
    expect(markup).toContain(`<tr>${"<td></td>".repeat(6)}<td>1</td></tr>`);
  });

  test("says a day's date and number of articles in the name of its link", () => {
    expect(markup).toContain('<a href="/1987/03/02/" aria-label="2 March 1987, 3 articles">2</a>');
  });

  test("does not link a day without articles", () => {
    expect(markup).toContain("<td>3</td>");
  });

  test("shades a day by its number: three articles are half of the six that the darkest stands for", () => {
    expect(markup).toContain('<td class="volume-5">');
  });

  test("is not printed without months", () => {
    expect(renderCalendar([], en)).toBeUndefined();
  });
});
