import { coordinate, dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** The greatest height an aeroplane or a rocket had carried a person to, in metres, with the year (decimal) it was first reached. */
const heights = [
  { year: 1903.96, metres: 3, name: "Orville and Wilbur Wright" },
  { year: 1908.96, metres: 110 },
  { year: 1910.94, metres: 3_100 },
  { year: 1913.99, metres: 6_120 },
  { year: 1920.16, metres: 10_093 },
  { year: 1938.81, metres: 17_083 },
  { year: 1954.65, metres: 27_566 },
  { year: 1956.68, metres: 38_466 },
  { year: 1961.28, metres: 327_000, name: "Gagarin" },
  { year: 1966.7, metres: 1_369_000 },
  { year: 1968.98, metres: 377_300_000, name: "Apollo 8" },
  { year: 1970.29, metres: 400_171_000, name: "Apollo 13" },
] as const;

const scale = [
  { metres: 1, text: "1 m" }, { metres: 1e2, text: "100 m" }, { metres: 1e4, text: "10 km" },
  { metres: 1e6, text: "1,000 km" }, { metres: 1e8, text: "100,000 km" },
] as const;

/** Heights as a staircase on a logarithmic scale, level since 1970. */
export function drawReach(): string {
  const [left, right, bottom, top] = [300, 1540, 870, 90];
  const x = (year: number): number => left + ((year - 1900) / 120) * (right - left);
  const y = (metres: number): number => bottom - (Math.log10(metres) / 9) * (bottom - top);
  const steps = heights.flatMap(({ year, metres }, index): readonly Point[] => [[x(year), y(metres)], [x(heights[index + 1]?.year ?? 2019.55), y(metres)]]);
  return svgDocument(landscape, [
    ...Array.from({ length: 10 }, (_, power) => path(`M${left} ${coordinate(y(10 ** power))}H${right}`, { stroke: theme.hairline, width: power === 0 ? 0 : 1.5 })),
    ...scale.map(({ metres, text }) => label(left - 26, y(metres) + 14, text, { anchor: "end", size: 42, fill: theme.muted })),
    path(`M${left} ${bottom}H${right}`, { width: 3 }),
    path(pathThrough([[x(1903.96), bottom], ...steps.slice(0, -1)]), { width: 7 }),
    path(pathThrough(steps.slice(-2)), { width: 9, stroke: theme.accent }),
    dot(x(1961.28), y(327_000), 12), dot(x(1903.96), y(3), 12), dot(x(1970.29), y(400_171_000), 14, theme.accent),
    label(x(1903.96) + 70, y(3) + 16, "the Wrights", { size: 46, italic: true }),
    label(x(1961.28) + 96, y(327_000) + 16, "Gagarin", { size: 46, italic: true }),
    label(x(1994), y(400_171_000) + 64, "nobody further", { size: 48, italic: true, fill: theme.accent, anchor: "middle" }),
    ...[1900, 1920, 1940, 1960, 1980, 2000, 2019].map((year) => label(x(year), bottom + 66, String(year), { anchor: "middle", size: 42, fill: theme.muted })),
  ]);
}
