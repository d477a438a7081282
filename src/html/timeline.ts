import type { Brief, CountedLink } from "../model/page.ts";
import { yearOf } from "../model/partial-date.ts";
import { html, type Html } from "./html.ts";
import { formatCount } from "./count.ts";
import type { Strings } from "./strings/strings.ts";

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Fewer years than this are told faster by a list than by a drawing. */
const fewestYears = 4;

/** How many articles each year has, oldest first; articles without a certain year are not counted. */
export function yearsOfBriefs(briefs: readonly Pick<Brief, "date">[]): readonly YearCount[] {
  const counts = new Map<number, number>();
  for (const { date } of briefs) {
    const year = Number(yearOf(date) ?? Number.NaN);
    if (!Number.isNaN(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year);
}

/** The years of a list of years that links to their pages. */
export function yearsOfLinks(links: readonly CountedLink[]): readonly YearCount[] {
  return links.map(({ text, count }) => ({ year: Number(text), count }));
}

/**
 * The volume of every year from the first to the last, as a line of bars drawn in SVG, and as a table for who cannot see
 * it. Undefined where there are too few years to draw.
 */
export function renderTimeline(years: readonly YearCount[], strings: Strings): Html | undefined {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined || years.length < fewestYears) return undefined;
  const most = Math.max(...years.map(({ count }) => count));
  const top = Math.max(fullHeight, most);
  const fullest = years.find(({ count }) => count === most);
  const span = last.year - first.year + 1;
  return html`<figure class="timeline">
<svg viewBox="0 0 ${span} ${height}" preserveAspectRatio="none" role="img" aria-label="${strings.list.byYearDrawn(String(first.year), String(last.year), String(fullest?.year), formatCount(most, strings))}"><path d="${years.map(({ year, count }) => bar(year - first.year, count / top)).join("")}"/></svg>
${renderTable(years, strings)}
<figcaption><span>${first.year}</span> <span>${last.year}</span></figcaption>
</figure>`;
}

// The same numbers for who cannot see the drawing.
function renderTable(years: readonly YearCount[], strings: Strings): Html {
  return html`<table class="visually-hidden">
<caption>${strings.list.byYear}</caption>
<tbody>${years.map(({ year, count }) => html`<tr><th scope="row">${year}</th><td>${formatCount(count, strings)}</td></tr>\n`)}</tbody>
</table>`;
}

const height = 20;

/** A single article is no peak: the full height stands for at least this many. */
const fullHeight = 3;

// A tenth of a year is left between bars. One article among thousands must still be seen: at least one unit high.
function bar(x: number, share: number): string {
  const tall = Math.max(1, Math.round(share * height));
  return `M${x} ${height}v-${tall}h.9v${tall}z`;
}
