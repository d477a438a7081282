import type { DayInYear } from "../src/model/way-page.ts";
import { renderBriefs, renderNeighbours } from "../src/html/brief.ts";
import { renderCalendar } from "../src/html/calendar.ts";
import { countArticles } from "../src/html/count.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { Strings } from "../src/html/strings/strings.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("on-this-day");

export function render({ value, site }: Shown<"on-this-day">): string {
  const strings = stringsOf(site);
  const main = html`<div class="list-page">
<header class="list-header">
<h1>${value.title}</h1>
<p class="list-count">${value.day === undefined ? value.description : countArticles(value.count, strings)}</p>
</header>
${renderCalendar(value.calendar, strings)}${value.years.length > 0 && html`<div class="day-years">
${value.years.map((year) => renderYear(year, strings))}</div>
`}${renderNeighbours(value.older, value.newer, strings.browse.onThisDay, strings)}
</div>`;
  return documentOf(site, value, main);
}

// The year is the heading, and leads to the page of that very day.
function renderYear({ year, link, briefs }: DayInYear, strings: Strings): Html {
  const isCut = briefs.length < link.count;
  return html`<section class="year-briefs">
<h2><a href="${link.href}">${Number(year)}</a></h2>
<div>
${renderBriefs(briefs, strings)}
${isCut && html`<p class="whole-day"><a href="${link.href}">${strings.browse.wholeDay(link.text, countArticles(link.count, strings))}</a></p>\n`}</div>
</section>
`;
}
