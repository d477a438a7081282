import { label, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { theme } from "./theme.ts";

const [pixelsPerMetre, ground] = [8, 980];

/** Five rockets on one line, and the first flight below them, all to one scale. */
export function drawRockets(): string {
  const size = { width: 1600, height: 1200 };
  const name = (x: number, text: string, year: string): readonly string[] => [
    label(x, ground + 62, text, { size: 44, anchor: "middle" }),
    label(x, ground + 112, year, { size: 40, anchor: "middle", fill: theme.muted }),
  ];
  return svgDocument(size, [
    path(`M60 ${ground}H1540`, { width: 3 }),
    ...goddard(150), ...name(150, "Goddard", "1926"),
    ...v2(400), ...name(400, "V-2", "1942"),
    ...vostok(690), ...name(690, "Vostok", "1961"),
    ...shuttle(1020), ...name(1020, "Shuttle", "1981"),
    ...saturn(1380), ...name(1380, "Saturn V", "1969"),
    path(`M150 ${ground + 170}h${36.6 * pixelsPerMetre}`, { stroke: theme.accent, width: 8 }),
    label(150 + 36.6 * pixelsPerMetre + 30, ground + 184, "the first flight of 1903, 37 metres", { size: 44, italic: true, fill: theme.accent }),
  ]);
}

/** A closed outline from points in metres, right of the axis upwards and mirrored on the left. */
function symmetric(x: number, right: readonly Point[], fill: string = theme.land): string {
  const half = right.map(([dx, up]): Point => [x + dx * pixelsPerMetre, ground - up * pixelsPerMetre]);
  const mirrored = right.toReversed().map(([dx, up]): Point => [x - dx * pixelsPerMetre, ground - up * pixelsPerMetre]);
  return path(pathThrough([...half, ...mirrored], true), { fill, width: 4 });
}

function band(x: number, halfWidth: number, from: number, to: number): string {
  return symmetric(x, [[halfWidth, from], [halfWidth, to]], theme.ink);
}

/** The motor stood on top of its frame, above the tanks. */
function goddard(x: number): readonly string[] {
  const at = (dx: number, up: number): Point => [x + dx * pixelsPerMetre, ground - up * pixelsPerMetre];
  return [
    path(pathThrough([at(-0.5, 0), at(-0.5, 2.6)]), { width: 3 }),
    path(pathThrough([at(0.5, 0), at(0.5, 2.6)]), { width: 3 }),
    path(pathThrough([at(-0.5, 2.6), at(0, 3.1), at(0.5, 2.6)]), { width: 3 }),
    path(pathThrough([at(0, 0.2), at(0, 1.3)]), { width: 8, stroke: theme.accent }),
  ];
}

function v2(x: number): readonly string[] {
  return [
    symmetric(x, [[1.78, 0], [1.78, 1.6], [0.8, 4], [0.8, 1]]),
    symmetric(x, [[0.75, 0.8], [0.83, 4], [0.83, 7.5], [0.6, 11], [0.3, 13], [0, 14]]),
    band(x, 0.83, 7, 7.6),
  ];
}

/** Four boosters lean against the core. */
function vostok(x: number): readonly string[] {
  const booster = (side: 1 | -1): string => {
    const at = (dx: number, up: number): Point => [x + side * dx * pixelsPerMetre, ground - up * pixelsPerMetre];
    return path(pathThrough([at(1.5, 1), at(4.9, 1), at(4.3, 6), at(1.6, 19.5), at(1.2, 19.5)], true), { fill: theme.coast, width: 4 });
  };
  return [
    booster(-1), booster(1),
    symmetric(x, [[1.1, 0.4], [1.1, 17], [1.45, 19.5], [1.3, 28], [1.3, 31], [1.35, 31.5], [1.35, 35], [0.8, 37], [0, 38.4]]),
    symmetric(x, [[1.3, 0.6], [1.5, 6], [0.5, 19]], theme.coast),
    band(x, 1.32, 28, 28.7),
  ];
}

/** The orbiter in front of its tank, between the two boosters. */
function shuttle(x: number): readonly string[] {
  const solid = (side: 1 | -1): string => symmetric(x + side * 6.1 * pixelsPerMetre, [[2.4, 0], [1.85, 3], [1.85, 42], [1.2, 44], [0, 45.5]], theme.paper);
  return [
    solid(-1), solid(1),
    symmetric(x, [[4.2, 9], [4.2, 46], [3, 51.5], [1, 55.4], [0, 56]], theme.blush),
    symmetric(x, [[2.6, 6], [2.8, 9], [11.9, 9.5], [11.9, 12], [5, 21], [3, 32], [2.75, 38], [1.8, 41.5], [0, 43.3]], theme.paper),
    symmetric(x, [[0.7, 4.6], [0.4, 16]], theme.ink),
  ];
}

function saturn(x: number): readonly string[] {
  return [
    symmetric(x, [[8, 0.5], [5.1, 9], [5.05, 4]], theme.coast),
    symmetric(x, [[5.05, 3], [5.05, 67], [3.3, 73], [3.3, 85], [1.95, 93.5], [1.95, 97.5], [0.5, 101], [0.5, 109], [0, 110.6]]),
    band(x, 5.05, 40, 44.5), band(x, 5.05, 21, 23.5), band(x, 5.05, 62, 64), band(x, 3.3, 82.5, 85),
    symmetric(x, [[1.9, 0], [1.3, 3]], theme.coast),
    symmetric(x - 3.5 * pixelsPerMetre, [[1.9, 0], [1.3, 3]], theme.coast),
    symmetric(x + 3.5 * pixelsPerMetre, [[1.9, 0], [1.3, 3]], theme.coast),
  ];
}
