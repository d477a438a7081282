import type { CalendarDay, CalendarMonth } from "../model/page.ts";
import { html, type Html } from "./html.ts";
import { volume } from "./periods.ts";
import { countArticles, formatCount } from "./words.ts";

/** A day of a quiet archive is not black for its only article: the darkest shade stands for at least this many. */
const darkest = 6;

/** Months as small calendars whose days link to their pages; a day is the darker the more articles it has. */
export function renderCalendar(months: readonly CalendarMonth[]): Html | undefined {
  if (months.length === 0) return undefined;
  const most = Math.max(darkest, ...months.flatMap(({ weeks }) => weeks.flat().map((day) => day?.count ?? 0)));
  return html`<div class="calendar calendar-${months.length > 1 ? "year" : "month"}">
${months.map((month) => renderMonth(month, most))}
</div>`;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function renderMonth({ name, link, weeks }: CalendarMonth, most: number): Html {
  const caption = link ? html`<a href="${link.href}">${name}</a> <span class="count">${formatCount(link.count)}</span>` : name;
  return html`<table class="month">
<caption>${caption}</caption>
<thead><tr>${weekdays.map((day) => html`<th scope="col" aria-label="${day}">${day.slice(0, 1)}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((day) => renderDay(day, name, most))}</tr>
`)}</tbody>
</table>`;
}

function renderDay(cell: CalendarDay | null, month: string, most: number): Html {
  if (cell === null) return html`<td></td>`;
  const { day, href, count } = cell;
  if (href === undefined) return html`<td>${day}</td>`;
  return html`<td class="volume-${volume(count, most)}"><a href="${href}" aria-label="${day} ${month}, ${countArticles(count)}">${day}</a></td>`;
}
