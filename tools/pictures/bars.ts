import { coordinate, dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Cases of polio reported in the United States in each year from 1950, in thousands (Centers for Disease Control). */
const polioCases = [33.3, 28.4, 57.9, 35.6, 38.5, 29.0, 15.1, 5.5, 5.8, 8.4, 3.2, 1.3, 0.9] as const;

/** Polio year by year; the year of the vaccine in red. */
export function drawPolioCases(): string {
  const [left, right, bottom, top] = [150, 1500, 850, 120];
  const step = (right - left) / polioCases.length;
  const y = (thousands: number): number => bottom - (thousands / 60) * (bottom - top);
  return svgDocument(landscape, [
    ...[20, 40, 60].flatMap((value) => [
      path(`M${left} ${y(value)}H${right}`, { stroke: theme.hairline, width: 2 }),
      label(left - 24, y(value) + 14, String(value), { anchor: "end", size: 42, fill: theme.muted }),
    ]),
    ...polioCases.flatMap((thousands, index) => {
      const [x, isVaccine] = [left + (index + 0.5) * step, index === 5];
      return [
        `<rect x="${coordinate(x - 36)}" y="${coordinate(y(thousands))}" width="72" height="${coordinate(bottom - y(thousands))}" fill="${isVaccine ? theme.accent : theme.coast}"/>`,
        ...(index % 2 === 0 || isVaccine ? [label(x, bottom + 64, index === 0 || isVaccine ? String(1950 + index) : `’${50 + index}`, { anchor: "middle", size: 42, fill: isVaccine ? theme.accent : theme.muted })] : []),
      ];
    }),
    path(`M${left} ${bottom}H${right}`, { width: 3 }),
    label(left + 2.5 * step, y(57.9) - 22, "57,879", { anchor: "middle", size: 46 }),
    label(left + 5.5 * step + 4, y(29) - 22, "the vaccine", { size: 48, italic: true, fill: theme.accent, anchor: "start" }),
  ]);
}

/** Hours from launch to landing of the six Vostok flights. */
const vostokHours = [
  { name: "«Восток»", hours: 1.8, text: "1,8" },
  { name: "«Восток-2»", hours: 25.3, text: "25" },
  { name: "«Восток-3»", hours: 94.4, text: "94" },
  { name: "«Восток-4»", hours: 70.9, text: "71" },
  { name: "«Восток-5»", hours: 119.1, text: "119" },
  { name: "«Восток-6»", hours: 70.8, text: "71" },
] as const;

/** The Vostoks as bars, labelled in Russian; the last of them in red. */
export function drawVostokHours(): string {
  const [left, top, rowHeight, pixelsPerHour] = [430, 130, 140, 8.3];
  return svgDocument(landscape, [
    path(`M${left} ${top - 50}V${top + 5 * rowHeight + 70}`, { width: 3 }),
    ...vostokHours.flatMap(({ name, hours, text }, index) => {
      const y = top + index * rowHeight;
      const [end, fill] = [left + hours * pixelsPerHour, index === 5 ? theme.accent : theme.coast];
      return [
        label(left - 30, y + 16, name, { anchor: "end", size: 50, fill: index === 5 ? theme.accent : theme.ink }),
        `<rect x="${left}" y="${y - 30}" width="${coordinate(end - left)}" height="62" fill="${fill}"/>`,
        label(end + 22, y + 17, `${text} ч`, { size: 48, fill: index === 5 ? theme.accent : theme.ink }),
      ];
    }),
  ]);
}

/** The men's record over 100 metres, timed electrically, with the year (decimal) it was set; records later struck off are left out. */
const hundredMetres = [
  { year: 1968.8, seconds: 9.95 }, { year: 1983.5, seconds: 9.93 }, { year: 1988.7, seconds: 9.92 }, { year: 1991.45, seconds: 9.9 },
  { year: 1991.65, seconds: 9.86 }, { year: 1994.5, seconds: 9.85 }, { year: 1996.6, seconds: 9.84 }, { year: 1999.5, seconds: 9.79 },
  { year: 2005.5, seconds: 9.77 }, { year: 2007.7, seconds: 9.74 }, { year: 2008.4, seconds: 9.72 }, { year: 2008.6, seconds: 9.69 },
  { year: 2009.6, seconds: 9.58 },
] as const;

/** A staircase of records, the last step in red. */
export function drawHundredMetres(): string {
  const [left, right, top, bottom] = [190, 1400, 130, 850];
  const x = (year: number): number => left + ((year - 1968) / 43) * (right - left);
  const y = (seconds: number): number => top + ((9.95 - seconds) / 0.4) * (bottom - top);
  const steps = hundredMetres.flatMap(({ year, seconds }, index): readonly Point[] => [[x(year), y(seconds)], [x(hundredMetres[index + 1]?.year ?? 2011), y(seconds)]]);
  const last = steps.length - 3;
  return svgDocument(landscape, [
    ...[9.9, 9.8, 9.7, 9.6].flatMap((value) => [
      path(`M${left} ${coordinate(y(value))}H${right}`, { stroke: theme.hairline, width: 2 }),
      label(left - 24, y(value) + 14, value.toFixed(2), { anchor: "end", size: 42, fill: theme.muted }),
    ]),
    path(pathThrough(steps.slice(0, last + 1)), { width: 7 }),
    path(pathThrough(steps.slice(last)), { width: 9, stroke: theme.accent }),
    dot(x(2009.6), y(9.58), 14, theme.accent),
    label(x(2009.6) - 34, y(9.58) + 18, "9.58", { anchor: "end", size: 64, fill: theme.accent }),
    label(x(1968.8) + 8, y(9.95) - 26, "9.95", { size: 50 }),
    ...[1970, 1980, 1990, 2000, 2010].map((year) => label(x(year), bottom + 66, String(year), { anchor: "middle", size: 42, fill: theme.muted })),
  ]);
}
