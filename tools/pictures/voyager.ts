import { coordinate, dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { portrait, theme } from "./theme.ts";

/** Mean distance from the Sun (astronomical units), mean longitude at the start of 2000 and its yearly change (degrees), eccentricity, and longitude of perihelion (degrees). Standish, Keplerian Elements for Approximate Positions of the Major Planets. */
const planets = {
  earth: { distance: 1, longitude: 100.46, yearly: 359.9937, eccentricity: 0.0167, perihelion: 102.94 },
  jupiter: { distance: 5.203, longitude: 34.4, yearly: 30.3475, eccentricity: 0.0484, perihelion: 14.73 },
  saturn: { distance: 9.537, longitude: 49.94, yearly: 12.2249, eccentricity: 0.0539, perihelion: 92.6 },
  uranus: { distance: 19.19, longitude: 313.23, yearly: 4.2848, eccentricity: 0.0473, perihelion: 170.96 },
  neptune: { distance: 30.07, longitude: -55.12, yearly: 2.1846, eccentricity: 0.0086, perihelion: 44.97 },
} as const;

const [sunX, sunY, scale] = [800, 290, 34];

/** Where a planet stood at a time in decimal years, seen from the north of the ecliptic; good to about a degree. */
function positionOf(name: keyof typeof planets, year: number): Point {
  const { distance, longitude, yearly, eccentricity, perihelion } = planets[name];
  const degree = Math.PI / 180;
  const mean = (longitude + (year - 2000) * yearly - perihelion) * degree;
  const anomaly = mean + 2 * eccentricity * Math.sin(mean) + 1.25 * eccentricity ** 2 * Math.sin(2 * mean);
  const radius = (distance * (1 - eccentricity ** 2)) / (1 + eccentricity * Math.cos(anomaly));
  const angle = anomaly + perihelion * degree;
  return [sunX + scale * radius * Math.cos(angle), sunY - scale * radius * Math.sin(angle)];
}

/** The ways of the two Voyagers among the outer planets, to scale. */
export function drawVoyagers(): string {
  const meetings = {
    one: [positionOf("earth", 1977.68), positionOf("jupiter", 1979.18), positionOf("saturn", 1980.87), leaving(positionOf("saturn", 1980.87), 255, 45)] as const satisfies readonly Point[],
    two: [positionOf("earth", 1977.64), positionOf("jupiter", 1979.52), positionOf("saturn", 1981.65), positionOf("uranus", 1986.07), positionOf("neptune", 1989.65), leaving(positionOf("neptune", 1989.65), 297, 12)] as const satisfies readonly Point[],
  };
  const mark = (at: Point, name: string, dx: number, dy: number, anchor: "start" | "end"): readonly string[] => [
    dot(at[0], at[1], 16, theme.paper), dot(at[0], at[1], 12, theme.ink), label(at[0] + dx, at[1] + dy, name, { size: 46, anchor, halo: theme.paper }),
  ];
  const [earthOne, jupiterOne] = meetings.one;
  const [earthTwo, jupiterTwo] = meetings.two;
  return svgDocument(portrait, [
    ...Object.values(planets).map(({ distance }) => `<circle cx="${sunX}" cy="${sunY}" r="${coordinate(distance * scale)}" fill="none" stroke="${theme.hairline}" stroke-width="3"/>`),
    path(pathThrough(climb(earthTwo, jupiterTwo)) + smooth(meetings.two.slice(1), climb(earthTwo, jupiterTwo).at(-2)), { width: 6 }),
    path(pathThrough(climb(earthOne, jupiterOne)) + smooth(meetings.one.slice(1), climb(earthOne, jupiterOne).at(-2)), { width: 7, stroke: theme.accent }),
    dot(sunX, sunY, 13, theme.accent),
    label(sunX + 62, sunY + 62, "Sun", { size: 42, italic: true, fill: theme.muted }),
    ...mark(meetings.one[1], "Jupiter 1979", -26, -26, "end"),
    ...mark(meetings.one[2], "Saturn 1980", -28, -10, "end"),
    ...mark(meetings.two[2], "1981", -28, 30, "end"),
    ...mark(meetings.two[3], "Uranus 1986", 34, 6, "start"),
    ...mark(meetings.two[4], "Neptune 1989", -34, 14, "end"),
    label(300, 900, "Voyager 1", { size: 52, italic: true, fill: theme.accent, anchor: "end" }),
    label(640, 1010, "Voyager 2", { size: 52, italic: true, anchor: "end" }),
  ]);
}

/** From the Earth to Jupiter on the ellipse whose nearest point to the Sun is the Earth's place at the start. */
function climb(earth: Point, jupiter: Point): readonly Point[] {
  const polar = ([x, y]: Point): { readonly radius: number; readonly angle: number } => ({ radius: Math.hypot(x - sunX, y - sunY), angle: Math.atan2(sunY - y, x - sunX) });
  const [start, end] = [polar(earth), polar(jupiter)];
  const turned = (end.angle - start.angle + 2 * Math.PI) % (2 * Math.PI);
  const ratio = end.radius / start.radius;
  const eccentricity = (ratio - 1) / (1 - ratio * Math.cos(turned));
  return Array.from({ length: 41 }, (_, step): Point => {
    const angle = (step / 40) * turned;
    const radius = (start.radius * (1 + eccentricity)) / (1 + eccentricity * Math.cos(angle));
    return [sunX + radius * Math.cos(start.angle + angle), sunY - radius * Math.sin(start.angle + angle)];
  });
}

/** A point so many astronomical units on, in the direction of an ecliptic longitude. */
function leaving([x, y]: Point, longitude: number, units: number): Point {
  const angle = (longitude * Math.PI) / 180;
  return [x + scale * units * Math.cos(angle), y - scale * units * Math.sin(angle)];
}

/** A soft line through all points, coming from `before` (Catmull-Rom spline as Bézier curves). */
function smooth(points: readonly Point[], before: Point | undefined): string {
  const at = (index: number): Point => (index < 0 ? before : undefined) ?? points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  const curves = points.slice(1).map((end, index) => {
    const [from, start, after] = [at(index - 1), at(index), at(index + 2)];
    const first: Point = [start[0] + (end[0] - from[0]) / 9, start[1] + (end[1] - from[1]) / 9];
    const second: Point = [end[0] - (after[0] - start[0]) / 9, end[1] - (after[1] - start[1]) / 9];
    return `C${[first, second, end].map(([x, y]) => `${coordinate(x)} ${coordinate(y)}`).join(" ")}`;
  });
  return `M${coordinate(at(0)[0])} ${coordinate(at(0)[1])}${curves.join("")}`;
}
