import type { ListPage, RecordFacts } from "../src/model/page.ts";
import { renderBriefsByYear, renderCounted, renderNeighbours } from "../src/html/brief.ts";
import { renderCalendar } from "../src/html/calendar.ts";
import { formatDate } from "../src/html/date.ts";
import { documentOf } from "../src/html/document.ts";
import { renderPicture } from "../src/html/figure.ts";
import { html, trustedHtml, type Html } from "../src/html/html.ts";
import { subjectMetadata } from "../src/html/metadata.ts";
import { renderPeriods } from "../src/html/periods.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { renderTimeline, yearsOfBriefs } from "../src/html/timeline.ts";
import { countArticles } from "../src/html/words.ts";

export const data = paginate("list");

export function render({ value, site }: Shown<"list">): string {
  const inYear = value.calendar.length > 1;
  const main = html`<div class="list-page">
<header class="list-header">
<h1>${value.title}</h1>
${value.record?.record.description && html`<p class="dek">${value.record.record.description}</p>\n`}<p class="list-count">${countArticles(value.count)}</p>
</header>
${inYear ? renderCalendar(value.calendar) : side(value)}<div class="list-main">
${value.record?.profile && html`<div class="profile prose">${trustedHtml(value.record.profile)}</div>\n`}${volumes(value)}
${articles(value)}</div>
${renderNeighbours(value.older, value.newer, "Neighbouring periods")}
</div>`;
  const head = subjectMetadata(site, value);
  return documentOf(site, value, main, head === undefined ? {} : { head });
}

// Beside the articles: what is known of a person or place, or the calendar of a month.
function side({ record, calendar }: ListPage): Html | undefined {
  const content = [record?.portrait && renderPicture(record.portrait, "second"), record && facts(record), record && inside(record), renderCalendar(calendar)].filter((part) => part !== undefined);
  return content.length === 0 ? undefined : html`<div class="list-side">
${content}</div>
`;
}

// A cut list links to its periods; any other that runs over years is drawn.
function volumes({ calendar, periods, briefs }: ListPage): Html | undefined {
  if (calendar.length > 0) return undefined;
  if (periods.length > 0) return renderPeriods(periods, "Shorter periods");
  return renderTimeline(yearsOfBriefs(briefs));
}

function articles({ briefs, cut }: ListPage): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<section aria-labelledby="articles">
<h2 id="articles">${cut ? "Newest articles" : "Articles"}</h2>
${renderBriefsByYear(briefs)}
</section>
`;
}

function inside({ inside: places }: RecordFacts): Html | undefined {
  if (places.length === 0) return undefined;
  return html`<section aria-labelledby="inside">
<h2 class="label" id="inside">Places inside</h2>
${renderCounted(places, "counted")}
</section>
`;
}

function facts({ record, spellings, parents }: RecordFacts): Html | undefined {
  const links: readonly (readonly [string, string])[] = [
    ...(record.wikidata ? [["Wikidata", `https://www.wikidata.org/wiki/${record.wikidata}`] as const] : []),
    ...(record.viaf ? [["VIAF", `https://viaf.org/viaf/${record.viaf}`] as const] : []),
    ...(record.geonames ? [["GeoNames", `https://www.geonames.org/${record.geonames}`] as const] : []),
    ...(record.url ? [["Website", record.url] as const] : []),
  ];
  const rows: readonly (readonly [string, Html | string | undefined])[] = [
    ["Also spelt", spellings.length > 0 ? spellings.join(" · ") : undefined],
    ["Born", record.born && formatDate(record.born)],
    ["Died", record.died && formatDate(record.died)],
    ["Part of", parents.length > 0 ? html`${parents.map(({ href, text }, i) => html`${i > 0 ? ", " : ""}<a href="${href}">${text}</a>`)}` : undefined],
    ["Coordinates", record.coordinates && formatCoordinates(record.coordinates)],
    ["Identifiers", links.length > 0 ? html`${links.map(([name, href], i) => html`${i > 0 ? " · " : ""}<a href="${href}">${name}</a>`)}` : undefined],
  ];
  const known = rows.filter(([, fact]) => fact !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="facts">${known.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>\n`)}</dl>
`;
}

// 46.2044, 6.1432 -> "46.2044° N, 6.1432° E"
function formatCoordinates([latitude, longitude]: readonly [number, number]): string {
  return `${Math.abs(latitude)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(longitude)}° ${longitude < 0 ? "W" : "E"}`;
}
