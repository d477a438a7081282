import type { CalendarDay, CalendarMonth, CountedLink } from "../model/page.ts";
import { html, type Html } from "./html.ts";
import { countArticles, formatCount } from "./words.ts";

/** Shorter periods with their numbers of articles; the bar shows each against the fullest, in steps of a tenth. */
export function renderPeriods(periods: readonly CountedLink[], label: string): Html | undefined {
  if (periods.length === 0) return undefined;
  const most = Math.max(...periods.map(({ count }) => count));
  return html`<nav class="periods" aria-label="${label}">
<ol>${periods.map(({ href, text, count }) => html`<li class="volume-${volume(count, most)}"><a href="${href}">${text} <span class="count">${formatCount(count)}</span></a></li>
`)}</ol>
</nav>`;
}

/** Months as small calendars whose days link to their pages; a day is the darker the more articles it has. */
export function renderCalendar(months: readonly CalendarMonth[]): Html | undefined {
  if (months.length === 0) return undefined;
  const most = Math.max(1, ...months.flatMap(({ weeks }) => weeks.flat().map((day) => day?.count ?? 0)));
  return html`<div class="calendar">
${months.map((month) => renderMonth(month, most))}
</div>`;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

function renderMonth({ name, link, weeks }: CalendarMonth, most: number): Html {
  const caption = link ? html`<a href="${link.href}">${name}</a> <span class="count">${formatCount(link.count)}</span>` : html`${name}`;
  return html`<table class="month">
<caption>${caption}</caption>
<thead><tr>${weekdays.map((day) => html`<th scope="col"><abbr title="${longNames[day]}">${day.slice(0, 1)}</abbr></th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((day) => renderDay(day, name, most))}</tr>
`)}</tbody>
</table>`;
}

const longNames = {
  Mon: "Monday", Tue: "Tuesday", Wed: "Wednesday", Thu: "Thursday", Fri: "Friday", Sat: "Saturday", Sun: "Sunday",
} as const;

function renderDay(cell: CalendarDay | undefined, month: string, most: number): Html {
  if (cell === undefined) return html`<td></td>`;
  const { day, href, count } = cell;
  if (href === undefined) return html`<td>${day}</td>`;
  return html`<td class="volume-${volume(count, most)}"><a href="${href}" aria-label="${day} ${month}, ${countArticles(count)}">${day}</a></td>`;
}

function volume(count: number, most: number): number {
  return Math.ceil((count / most) * 10);
}
