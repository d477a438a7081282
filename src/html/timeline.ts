import { ordinalOf, type Volume } from "../model/volume.ts";
import { formatCount } from "./count.ts";
import { formatCalendar, formatShortMonth } from "./date.ts";
import { html, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/**
 * The volume of every period from the first to the last, as bars drawn in SVG over a line of dates, and as a table for who
 * cannot see it. Time runs from left to right, in every language.
 */
export function renderTimeline({ unit, bars }: Volume, strings: Strings): Html | undefined {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const most = Math.max(...bars.map(({ count }) => count));
  const top = Math.max(fullHeight, most);
  const fullest = bars.find(({ count }) => count === most) ?? first;
  const start = ordinalOf(first.period);
  const span = ordinalOf(last.period) - start + 1;
  const say = (period: string): string => formatCalendar(period, strings);
  const drawn = unit === "year" ? strings.list.byYearDrawn : strings.browse.byMonthDrawn;
  const caption = unit === "year" ? strings.list.byYear : strings.browse.byMonth;
  return html`<figure class="timeline">
<figcaption>${caption}</figcaption>
<svg width="${span < fullWidth / barWidth ? span * barWidth : "100%"}" role="img" aria-label="${drawn(say(first.period), say(last.period), say(fullest.period), formatCount(most, strings))}"><svg viewBox="0 0 ${span} ${height}" preserveAspectRatio="none" height="3rem"><path d="${bars.map(({ period, count }) => bar(ordinalOf(period) - start, count / top)).join("")}"/></svg><line x2="100%" y1="3rem" y2="3rem"/>${ticksOf(unit, start, span).map((tick) => renderTick(tick, start, span, unit === "year" ? say(tick.period) : formatShortMonth(tick.period, strings)))}</svg>
<table class="visually-hidden">
<caption>${caption}</caption>
<tbody>${bars.map(({ period, count }) => html`<tr><th scope="row">${say(period)}</th><td>${formatCount(count, strings)}</td></tr>\n`)}</tbody>
</table>
</figure>`;
}

const height = 20;

/** Bars are at most so many pixels wide; a drawing of more bars than fill this width is as wide as its column. */
const barWidth = 24;
const fullWidth = 1200;

/** A single article is no peak: the full height stands for at least this many. */
const fullHeight = 3;

// A tenth of a period is left between bars. One article among thousands must still be seen: at least one unit high.
function bar(x: number, share: number): string {
  const tall = Math.max(1, Math.round(share * height));
  return `M${x} ${height}v-${tall}h.9v${tall}z`;
}

interface Tick {
  readonly period: string;
  readonly ordinal: number;
}

/** So many dates stand below a drawing, so that they do not touch on a telephone. */
const mostTicks = { year: 6, month: 3 } as const;

// Round years ("1950", "1975"), or every so many months from the first on.
function ticksOf(unit: Volume["unit"], start: number, span: number): readonly Tick[] {
  const steps = unit === "year" ? [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000] : [1, 2, 3, 4, 6, 12, 18];
  const step = steps.find((each) => Math.ceil(span / each) <= mostTicks[unit]) ?? span;
  const from = unit === "year" ? Math.ceil(start / step) * step : start;
  const ticks: Tick[] = [];
  for (let ordinal = from; ordinal < start + span; ordinal += step) ticks.push({ ordinal, period: periodOf(unit, ordinal) });
  return ticks;
}

// 23846 -> "1987-03"
function periodOf(unit: Volume["unit"], ordinal: number): string {
  if (unit === "year") return String(ordinal).padStart(4, "0");
  return `${String(Math.floor(ordinal / 12)).padStart(4, "0")}-${String((ordinal % 12) + 1).padStart(2, "0")}`;
}

// Below the middle of its bar; at either end it keeps inside the drawing.
function renderTick({ ordinal }: Tick, start: number, span: number, text: string): Html {
  const share = (ordinal - start + 0.45) / span;
  const [x, end] = share < 0.06 ? [0, "start"] : share > 0.94 ? [1, "end"] : [share, "middle"];
  return html`<text x="${Math.round(x * 1000) / 10}%" y="4.1rem" class="tick-${end}">${text}</text>`;
}
