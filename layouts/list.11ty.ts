import type { CountedLink, ListPage, RecordFacts } from "../src/model/page.ts";
import { renderBriefsByYear, renderCounted, renderNeighbours } from "../src/html/brief.ts";
import { renderCalendar } from "../src/html/calendar.ts";
import { formatDate } from "../src/html/date.ts";
import { documentOf } from "../src/html/document.ts";
import { renderPicture } from "../src/html/figure.ts";
import { html, trustedHtml, type Html } from "../src/html/html.ts";
import { renderLocator } from "../src/html/maps.ts";
import { collectionMetadata, subjectMetadata } from "../src/html/metadata.ts";
import { renderPeriods } from "../src/html/periods.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { renderTimeline } from "../src/html/timeline.ts";
import { countArticles, countOf } from "../src/html/count.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { Strings } from "../src/html/strings/strings.ts";

export const data = paginate("list");

export function render({ value, site }: Shown<"list">): string {
  const strings = stringsOf(site);
  const inYear = value.calendar.length > 1;
  const main = html`<div class="list-page">
<header class="list-header">
<h1>${value.title}</h1>
${value.record?.record.description && html`<p class="dek">${value.record.record.description}</p>\n`}<p class="list-count">${extent(value, strings)}</p>
</header>
${inYear ? renderCalendar(value.calendar, strings) : side(value, strings)}<div class="list-main">
${value.record?.profile && html`<div class="profile prose">${trustedHtml(value.record.profile)}</div>\n`}${volumes(value, strings)}
${value.record && company(value.record, strings)}${articles(value, strings)}${oldest(value, strings)}</div>
${value.onThisDay && html`<p class="other-years"><a href="${value.onThisDay.href}">${strings.browse.otherYears(value.onThisDay.text)}</a></p>\n`}${renderNeighbours(value.older, value.newer, strings.list.neighbours, strings)}
</div>`;
  return documentOf(site, value, main, { head: html`${value.feeds && html`<link rel="alternate" type="application/atom+xml" href="${value.feeds.atom}" title="${value.title}">\n<link rel="alternate" type="application/feed+json" href="${value.feeds.json}" title="${value.title}">\n`}${subjectMetadata(site, value)}${collectionMetadata(site, value)}` });
}

// "10 articles · 17 December 1903 to 10 April 2019"; of a place also how many are its own.
function extent({ count, span, record }: ListPage, strings: Strings): string {
  const own = record?.ownCount;
  return [
    countArticles(count, strings),
    ...(span === undefined ? [] : [strings.browse.span(formatDate(span[0], strings), formatDate(span[1], strings))]),
    ...(own === undefined || own === 0 || own === count ? [] : [countOf(own, strings.browse.own, strings)]),
  ].join(" · ");
}

// Beside the articles: what is known of a person or place, or the calendar of a month.
function side({ record, calendar }: ListPage, strings: Strings): Html | undefined {
  const content = [record?.portrait && renderPicture(record.portrait, "second"), record?.map && renderLocator(record.map, record.record.name, strings), record && facts(record, strings), record && inside(record, strings), renderCalendar(calendar, strings)].filter((part) => part !== undefined);
  return content.length === 0 ? undefined : html`<div class="list-side">
${content}</div>
`;
}

// Articles over time, and the way to the periods of a list that is cut.
function volumes({ calendar, periods, volume }: ListPage, strings: Strings): Html | undefined {
  if (calendar.length > 0) return undefined;
  const parts = [volume && renderTimeline(volume, strings), renderPeriods(periods, strings.list.shorterPeriods, strings)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : html`<div class="volumes">
${parts}</div>
`;
}

// Whom and what the articles also name.
function company({ company: kinds }: RecordFacts, strings: Strings): Html | undefined {
  if (kinds.length === 0) return undefined;
  return html`<section class="company" aria-labelledby="company">
<h2 id="company">${strings.browse.appearsWith}</h2>
<div class="company-kinds">
${kinds.map(({ kind, entries, others }) => html`<section aria-labelledby="company-${kind}">
<h3 class="label" id="company-${kind}">${strings.names[kind]}</h3>
${counted(entries, companyShown, others, strings)}</section>
`)}</div>
</section>
`;
}

function oldest({ oldest: briefs }: ListPage, strings: Strings): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<section aria-labelledby="oldest">
<h2 id="oldest">${strings.browse.oldest}</h2>
${renderBriefsByYear(briefs, strings)}
</section>
`;
}

function articles({ briefs, cut }: ListPage, strings: Strings): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<section aria-labelledby="articles">
<h2 id="articles">${cut ? strings.list.newest : strings.list.articles}</h2>
${renderBriefsByYear(briefs, strings)}
</section>
`;
}

function inside({ inside: places }: RecordFacts, strings: Strings): Html | undefined {
  if (places.length === 0) return undefined;
  return html`<section aria-labelledby="inside">
<h2 class="label" id="inside">${strings.list.placesInside}</h2>
${counted(places, insideShown, 0, strings)}</section>
`;
}

/** More names than these are folded away: of each kind that a name appears with, and of the places inside a place. */
const companyShown = 15;
const insideShown = 30;

// The first names, the others below a fold, and how many are not listed at all.
function counted(entries: readonly CountedLink[], shown: number, others: number, strings: Strings): Html {
  const folded = entries.slice(shown);
  const more = (count: number): string => countOf(count, strings.browse.more, strings);
  return html`${renderCounted(entries.slice(0, shown), "counted", strings)}
${folded.length > 0 && html`<details>
<summary>${more(folded.length + others)}</summary>
${renderCounted(folded, "counted", strings)}
${others > 0 && html`<p class="count">${more(others)}</p>\n`}</details>
`}`;
}

function facts({ record, spellings, parents }: RecordFacts, strings: Strings): Html | undefined {
  const links: readonly (readonly [string, string])[] = [
    ...(record.wikidata ? [["Wikidata", `https://www.wikidata.org/wiki/${record.wikidata}`] as const] : []),
    ...(record.viaf ? [["VIAF", `https://viaf.org/viaf/${record.viaf}`] as const] : []),
    ...(record.geonames ? [["GeoNames", `https://www.geonames.org/${record.geonames}`] as const] : []),
    ...(record.url ? [[strings.list.website, record.url] as const] : []),
  ];
  const rows: readonly (readonly [string, Html | string | undefined])[] = [
    [strings.list.alsoSpelt, spellings.length > 0 ? spellings.join(" · ") : undefined],
    [strings.list.born, record.born && formatDate(record.born, strings)],
    [strings.list.died, record.died && formatDate(record.died, strings)],
    [strings.list.partOf, parents.length > 0 ? html`${parents.map(({ href, text }, i) => html`${i > 0 ? strings.comma : ""}<a href="${href}">${text}</a>`)}` : undefined],
    [strings.list.coordinates, record.coordinates && formatCoordinates(record.coordinates, strings)],
    [strings.list.identifiers, links.length > 0 ? html`${links.map(([name, href], i) => html`${i > 0 ? " · " : ""}<a href="${href}">${name}</a>`)}` : undefined],
  ];
  const known = rows.filter(([, fact]) => fact !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl class="facts">${known.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>\n`)}</dl>
`;
}

// 46.2044, 6.1432 -> "46.2044° N, 6.1432° E"
function formatCoordinates([latitude, longitude]: readonly [number, number], { comma, list: { compass } }: Strings): string {
  const [northSouth, eastWest] = [latitude < 0 ? compass.south : compass.north, longitude < 0 ? compass.west : compass.east];
  return `${Math.abs(latitude)}° ${northSouth}${comma}${Math.abs(longitude)}° ${eastWest}`;
}
