import { dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Feet flown on December 17, 1903, in the order of the flights. */
const flights = [
  { pilot: "Orville", feet: 120 },
  { pilot: "Wilbur", feet: 175 },
  { pilot: "Orville", feet: 200 },
  { pilot: "Wilbur", feet: 852 },
] as const;

/** Four flights as four leaps over the sand, all to one scale. */
export function drawFourFlights(): string {
  const [left, top, rowHeight, pixelsPerFoot] = [290, 200, 210, 1.3];
  // The first two lines of ground stop short of the aeroplane.
  const groundEnds = [720, 720, 1490, 1490];
  const rows = flights.flatMap(({ pilot, feet }, index) => {
    const ground = top + index * rowHeight;
    const end = left + feet * pixelsPerFoot;
    const height = 26 + feet / 12;
    const arc = `M${left} ${ground} C${left + (end - left) * 0.3} ${ground - height} ${left + (end - left) * 0.7} ${ground - height} ${end} ${ground}`;
    const isLongest = feet === 852;
    return [
      path(`M${left} ${ground}H${groundEnds[index] ?? 1490}`, { stroke: theme.hairline, width: 2 }),
      path(arc, { stroke: isLongest ? theme.accent : theme.ink, width: 6 }),
      path(`M${left} ${ground - 16}V${ground + 16}`, { width: 3 }),
      dot(end, ground, 10, isLongest ? theme.accent : theme.ink),
      label(left - 40, ground + 14, pilot, { anchor: "end", size: 48, italic: true }),
      isLongest
        ? label(end, ground + 74, `${feet} feet`, { anchor: "end", size: 64, fill: theme.accent })
        : label(end + 36, ground - 16, `${feet}`, { size: 48 }),
    ];
  });
  return svgDocument(landscape, [...flyer(1140, 290, 1.15), ...rows]);
}

/** The biplane seen from the front, centred on x, y. */
function flyer(x: number, y: number, scale: number): readonly string[] {
  const at = (dx: number, dy: number): Point => [x + dx * scale, y + dy * scale];
  const line = (points: readonly Point[], width: number): string => path(pathThrough(points), { width });
  const struts = [-250, -150, -62, 62, 150, 250];
  // The wings drooped: the tips hang lower than the middle.
  const wing = (dy: number): string => {
    const [from, middle, to] = [at(-300, dy + 16), at(0, dy - 12), at(300, dy + 16)];
    return path(`M${from[0]} ${from[1]}Q${middle[0]} ${middle[1]} ${to[0]} ${to[1]}`, { width: 8 });
  };
  const droop = (dx: number): number => 14 * (dx / 300) ** 2;
  return [
    wing(-60),
    wing(60),
    ...struts.map((dx) => line([at(dx, -60 + droop(dx)), at(dx, 60 + droop(dx))], 4)),
    ...struts.slice(1).flatMap((dx, index) => {
      const before = struts[index] ?? dx;
      return [
        path(pathThrough([at(before, -60 + droop(before)), at(dx, 60 + droop(dx))]), { width: 1.5, stroke: theme.muted }),
        path(pathThrough([at(before, 60 + droop(before)), at(dx, -60 + droop(dx))]), { width: 1.5, stroke: theme.muted }),
      ];
    }),
    // Elevator in front, skids below, the two propellers behind.
    line([at(-95, 22), at(95, 22)], 5),
    line([at(-95, 42), at(95, 42)], 5),
    line([at(-46, 60), at(-46, 112), at(-66, 112)], 4),
    line([at(46, 60), at(46, 112), at(66, 112)], 4),
    path(pathThrough([at(-118, -52), at(-92, 48)]), { width: 9, stroke: theme.accent }),
    path(pathThrough([at(118, -52), at(92, 48)]), { width: 9, stroke: theme.accent }),
  ];
}

/** Official price of an ounce of gold in dollars, from the day it applied (decimal years). */
const goldPrices = [
  { from: 1900, dollars: 20.67 },
  { from: 1934.08, dollars: 35 },
  { from: 1972.35, dollars: 38 },
  { from: 1973.8, dollars: 42.22 },
] as const;

/** The official gold price as a staircase with one very long step. */
export function drawGoldPrice(): string {
  const [left, right, bottom, top] = [170, 1340, 850, 130];
  const x = (year: number): number => left + ((year - 1900) / 75) * (right - left);
  const y = (dollars: number): number => bottom - (dollars / 45) * (bottom - top);
  const steps = goldPrices.flatMap(({ from, dollars }, index) => {
    const until = goldPrices[index + 1]?.from ?? 1975;
    return [[x(from), y(dollars)], [x(until), y(dollars)]] as const satisfies readonly Point[];
  });
  const august1971 = 1971.62;
  return svgDocument(landscape, [
    path(`${pathThrough([[x(1900), bottom], ...steps, [x(1975), bottom]], true)}`, { fill: theme.land, stroke: "none", width: 0 }),
    ...[10, 20, 30, 40].map((dollars) => path(`M${left} ${y(dollars)}H${right}`, { stroke: theme.hairline, width: 2 })),
    path(`M${left} ${bottom}H${right}`, { width: 3 }),
    path(pathThrough(steps), { width: 8 }),
    path(`M${x(august1971)} ${bottom}V${y(44.5)}`, { stroke: theme.accent, width: 4, dash: "2 12" }),
    dot(x(august1971), y(35), 13, theme.accent),
    label(x(august1971) - 26, y(41.5), "August 15, 1971", { anchor: "end", fill: theme.accent, size: 50, italic: true }),
    label(x(1917), y(20.67) - 26, "$20.67", { anchor: "middle", size: 60 }),
    label(x(1953), y(35) - 26, "$35", { anchor: "middle", size: 60 }),
    label(right + 24, y(42.22) + 18, "$42.22", { size: 60 }),
    ...[1900, 1920, 1940, 1960].map((year) => label(x(year), bottom + 68, String(year), { anchor: "middle", size: 42, fill: theme.muted })),
  ]);
}

/** Dow Jones Industrial Average at the close of each trading day of October 1987. */
const dowCloses = [
  { day: 13, close: 2508.16 },
  { day: 14, close: 2412.7 },
  { day: 15, close: 2355.09 },
  { day: 16, close: 2246.74 },
  { day: 19, close: 1738.74 },
  { day: 20, close: 1841.01 },
  { day: 21, close: 2027.85 },
  { day: 22, close: 1950.43 },
  { day: 23, close: 1950.76 },
  { day: 26, close: 1793.93 },
] as const;

/** Ten closing prices, the fall of the 19th in red. The scale does not begin at nought, and says so by its figures. */
export function drawDow(): string {
  const [left, right, bottom, top] = [190, 1520, 850, 110];
  const x = (index: number): number => left + 50 + (index / (dowCloses.length - 1)) * (right - left - 100);
  const y = (close: number): number => bottom - ((close - 1600) / 1000) * (bottom - top);
  const points = dowCloses.map(({ close }, index) => [x(index), y(close)] as const);
  return svgDocument(landscape, [
    ...[1600, 1800, 2000, 2200, 2400, 2600].flatMap((value) => [
      path(`M${left} ${y(value)}H${right}`, { stroke: theme.hairline, width: 2 }),
      label(left - 24, y(value) + 14, value.toLocaleString("en-US"), { anchor: "end", size: 40, fill: theme.muted }),
    ]),
    path(pathThrough(points.slice(0, 4)), { width: 6 }),
    path(pathThrough(points.slice(3, 5)), { width: 11, stroke: theme.accent }),
    path(pathThrough(points.slice(4)), { width: 6 }),
    ...points.map(([px, py], index) => dot(px, py, index === 4 ? 15 : 11, index === 4 ? theme.accent : theme.ink)),
    ...dowCloses.map(({ day }, index) => label(x(index), bottom + 64, String(day), { anchor: "middle", size: 42, fill: index === 4 ? theme.accent : theme.muted })),
    label(x(3) + 22, y(2246.74) - 20, "2,246.74", { size: 50 }),
    label(x(4) - 26, y(1738.74) + 16, "1,738.74", { size: 50, fill: theme.accent, anchor: "end" }),
    label(x(4) + 16, y(2110), "−22.6 percent", { size: 56, fill: theme.accent, italic: true }),
    label(x(0) - 10, bottom + 124, "October 1987", { size: 42, fill: theme.muted, italic: true }),
  ]);
}
