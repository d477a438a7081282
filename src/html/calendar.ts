import type { CalendarDay, CalendarMonth } from "../model/page.ts";
import { formatCalendar, formatCalendarDay } from "./date.ts";
import { html, type Html } from "./html.ts";
import { volume } from "./periods.ts";
import { countArticles, formatCount } from "./count.ts";
import type { Strings } from "./strings/strings.ts";

/** A day of a quiet archive is not black for its only article: the darkest shade stands for at least this many. */
const darkest = 6;

/** Months as small calendars whose days link to their pages; a day is the darker the more articles it has. */
export function renderCalendar(months: readonly CalendarMonth[], strings: Strings): Html | undefined {
  if (months.length === 0) return undefined;
  const most = Math.max(darkest, ...months.flatMap(({ weeks }) => weeks.flat().map((day) => day?.count ?? 0)));
  return html`<div class="calendar calendar-${months.length > 1 ? "year" : "month"}">
${months.map((month) => renderMonth(month, most, strings))}
</div>`;
}

// A month of no certain year ("07") has no weekdays, and is somewhere to jump to.
function renderMonth({ name, month, link, weeks }: CalendarMonth, most: number, strings: Strings): Html {
  const ofAllYears = month.length === 2;
  const caption = link ? html`<a href="${link.href}">${name}</a> <span class="count">${formatCount(link.count, strings)}</span>` : name;
  return html`<table class="month"${ofAllYears && html` id="month-${month}"`}>
<caption>${caption}</caption>
${!ofAllYears && html`<thead><tr>${weekdaysOf(strings).map(({ long, narrow }) => html`<th scope="col" aria-label="${long}">${narrow}</th>`)}</tr></thead>\n`}<tbody>${weeks.map((week) => html`<tr>${week.map((day) => renderDay(day, month, most, strings))}</tr>
`)}</tbody>
</table>`;
}

function renderDay(cell: CalendarDay | null, month: string, most: number, strings: Strings): Html {
  if (cell === null) return html`<td></td>`;
  const { day, href, count } = cell;
  if (href === undefined) return html`<td>${day}</td>`;
  const date = `${month}-${String(day).padStart(2, "0")}`;
  const name = month.length === 2 ? formatCalendarDay(date, strings) : formatCalendar(date, strings);
  return html`<td class="volume-${volume(count, most)}"><a href="${href}" aria-label="${strings.list.day(name, countArticles(count, strings))}">${day}</a></td>`;
}

interface Weekday {
  readonly long: string;
  readonly narrow: string;
}

function weekdaysOf({ locale }: Strings): readonly Weekday[] {
  const known = weekdays.get(locale) ?? Array.from({ length: 7 }, (_, i) => weekday(locale, i));
  weekdays.set(locale, known);
  return known;
}

const weekdays = new Map<string, readonly Weekday[]>();

// From Monday on; 5 January 1970 was one.
function weekday(locale: string, days: number): Weekday {
  const day = new Date(Date.UTC(1970, 0, 5 + days));
  const say = (length: "long" | "narrow"): string => new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" }).format(day);
  return { long: say("long"), narrow: say("narrow") };
}
