import { drawGlobe } from "./land.ts";
import { globe } from "./projection.ts";
import { seededRandom } from "./random.ts";
import { coordinate, distance, dot, label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { landscape, theme } from "./theme.ts";

/** Kilometres: radius of the Earth, and least and greatest height of the first Sputnik. */
const sputnikOrbit = { earth: 6371, perigee: 215, apogee: 939 } as const;

/** Sputnik's first orbit to scale, seen at right angles to its plane, and the satellite beside it. */
export function drawSputnik(): string {
  const [radius, x, y] = [400, 630, 505];
  const { earth, perigee, apogee } = sputnikOrbit;
  const perKilometre = radius / earth;
  const major = ((2 * earth + perigee + apogee) / 2) * perKilometre;
  const eccentricity = (apogee - perigee) / (2 * earth + perigee + apogee);
  const minor = major * Math.sqrt(1 - eccentricity ** 2);
  const centreX = x + major * eccentricity;
  // The plane was tilted 65 degrees against the equator: from straight above it one looks down on latitude 25.
  const view = globe({ centre: [40, 25], scale: radius, at: [x, y] });
  return svgDocument(landscape, [
    ...drawGlobe(view, [x, y], radius),
    `<ellipse cx="${coordinate(centreX)}" cy="${y}" rx="${coordinate(major)}" ry="${coordinate(minor)}" fill="none" stroke="${theme.accent}" stroke-width="5"/>`,
    dot(x - radius - perigee * perKilometre, y, 11, theme.accent),
    dot(x + radius + apogee * perKilometre, y, 11, theme.accent),
    label(x - radius - 40, y + 15, "215 km", { anchor: "end", size: 46 }),
    label(x + radius + apogee * perKilometre + 26, y + 15, "939 km", { size: 46 }),
    ...satellite(1200, 190),
  ]);
}

function satellite(x: number, y: number): readonly string[] {
  const radius = 70;
  const aerial = (fromX: number, fromY: number, toX: number, toY: number): string =>
    path(`M${x + fromX} ${y + fromY}L${x + toX} ${y + toY}`, { width: 6 });
  return [
    aerial(54, -34, 380, 110), aerial(60, 16, 340, 210),
    aerial(34, 54, 240, 340), aerial(-4, 66, 130, 410),
    dot(x, y, radius, theme.ink),
    dot(x, y, radius - 6, "#cfc8b9"),
    path(`M${x - 40} ${y - 28}A48 48 0 0 1 ${x - 6} ${y - 48}`, { stroke: theme.paper, width: 9 }),
    path(`M${x - 48} ${y + 54}A160 160 0 0 0 ${x + 54} ${y - 48}`, { width: 4 }),
  ];
}

/** The flight of Apollo 11 as a figure of eight. Bodies and distances are not to one scale. */
export function drawMoonFlight(): string {
  const [earth, moon] = [[370, 620], [1270, 330]] as const satisfies readonly Point[];
  const [earthRadius, moonRadius] = [170, 66];
  // Two circles joined by the two tangents that cross between them: the loops round Earth and Moon.
  const [earthLoop, moonLoop] = [235, 128];
  const axis = Math.atan2(moon[1] - earth[1], moon[0] - earth[0]);
  const away = Math.acos((earthLoop + moonLoop) / distance(earth, moon));
  const onLoop = ([x, y]: Point, radius: number, angle: number): Point => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  const arc = (centre: Point, radius: number, from: number, to: number): readonly Point[] =>
    Array.from({ length: 81 }, (_, step) => onLoop(centre, radius, from + ((to - from) * step) / 80));
  // Seen from the north: out round the Earth against the clock, and ahead of the Moon round its far side.
  const [behindMoon, behindEarth] = [axis, axis + Math.PI];
  const out: readonly Point[] = [
    ...arc(earth, earthLoop, behindEarth, axis + away),
    ...arc(moon, moonLoop, axis - Math.PI + away, behindMoon),
  ];
  const back: readonly Point[] = [
    ...arc(moon, moonLoop, behindMoon, axis + Math.PI - away),
    ...arc(earth, earthLoop, axis - away, axis - Math.PI),
  ];
  const arrow = (from: Point, to: Point, part: number, colour: string): string => {
    const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    return `<path d="M-26 -19L20 0L-26 19Z" fill="${colour}" transform="translate(${coordinate(x)} ${coordinate(y)}) rotate(${coordinate(degrees)})"/>`;
  };
  const outFrom = onLoop(earth, earthLoop, axis + away);
  const outTo = onLoop(moon, moonLoop, axis - Math.PI + away);
  const backFrom = onLoop(moon, moonLoop, axis + Math.PI - away);
  const backTo = onLoop(earth, earthLoop, axis - away);
  const view = globe({ centre: [-75, 55], scale: earthRadius, at: earth });
  const craters: readonly (readonly [number, number, number])[] = [[-22, -18, 13], [20, -30, 8], [14, 16, 17], [-26, 26, 8], [38, -4, 6]];
  return svgDocument(landscape, [
    ...stars(90, [earth, moon]),
    // The Moon's own way round the Earth.
    path(pathThrough(arc(earth, distance(earth, moon), axis - 0.5, axis + 0.75)), { stroke: theme.coast, width: 3, dash: "2 14" }),
    path(pathThrough(back), { width: 7, stroke: theme.accent, dash: "20 16" }),
    path(pathThrough(out), { width: 7 }),
    ...drawGlobe(view, earth, earthRadius),
    dot(moon[0], moon[1], moonRadius, theme.ink),
    dot(moon[0], moon[1], moonRadius - 4, "#d8d2c4"),
    ...craters.map(([dx, dy, radius]) => dot(moon[0] + dx, moon[1] + dy, radius, "#b9b1a1")),
    arrow(outFrom, outTo, 0.3, theme.ink),
    arrow(backFrom, backTo, 0.75, theme.accent),
  ]);
}

/** Faint stars, kept away from the given points. */
function stars(count: number, avoid: readonly Point[]): readonly string[] {
  const random = seededRandom(1969);
  return Array.from({ length: count }, () => [random() * 1600, random() * 1000, 1.5 + random() * 2] as const)
    .filter(([x, y]) => avoid.every(([ax, ay]) => Math.hypot(x - ax, y - ay) > 230))
    .map(([x, y, radius]) => dot(x, y, radius, "#bdb5a5"));
}
