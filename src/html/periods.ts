import type { CountedLink } from "../model/page.ts";
import { html, type Html } from "./html.ts";
import { formatCount } from "./count.ts";
import type { Strings } from "./strings/strings.ts";

/** Shorter periods side by side; a bar shows the number of articles of each against the fullest, in steps of a tenth. */
export function renderPeriods(periods: readonly CountedLink[], label: string, strings: Strings): Html | undefined {
  if (periods.length === 0) return undefined;
  const most = fullest(periods);
  return html`<nav class="periods" aria-label="${label}">
<ol>${periods.map((period) => renderPeriod(period, most, strings))}</ol>
</nav>`;
}

/**
 * The ten years of a decade, a column for each, so that decades stand below one another as a table does.
 * Takes the years that have articles ("1961", "1969") and the number of the fullest year of all decades.
 */
export function renderDecade(years: readonly CountedLink[], most: number, strings: Strings): Html {
  const decade = years[0]?.text.slice(0, -1) ?? "";
  const byName = new Map(years.map((year) => [year.text, year]));
  return html`<ol class="decade">${Array.from({ length: 10 }, (_, digit) => {
    const name = `${decade}${digit}`;
    const year = byName.get(name);
    return year ? renderPeriod(year, most, strings) : html`<li><span>${name}</span></li>\n`;
  })}</ol>`;
}

/** A single article is no peak: a full bar stands for at least this many. */
const fullBar = 4;

/** The number of articles that a full bar stands for: that of the fullest period. */
export function fullest(periods: readonly CountedLink[]): number {
  return Math.max(fullBar, ...periods.map(({ count }) => count));
}

function renderPeriod({ href, text, count }: CountedLink, most: number, strings: Strings): Html {
  return html`<li class="volume-${volume(count, most)}"><a href="${href}"><b>${text}</b> <span class="count">${formatCount(count, strings)}</span></a></li>
`;
}

/** A number of articles in tenths of the fullest, 1 to 10; none is 0. */
export function volume(count: number, most: number): number {
  return Math.min(10, Math.ceil((count / most) * 10));
}
