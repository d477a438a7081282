import { readLand, type LonLat, type Ring } from "./atlas.ts";
import type { Projection } from "./projection.ts";
import { coordinate, label, path, pathThrough, type Point } from "./svg.ts";
import { theme } from "./theme.ts";

/** A place to be marked, with where its name goes, in pixels from the dot. */
export type Mark = { readonly at: LonLat; readonly name: string; readonly side?: "left" | "right" | "above" | "below" };

/** A globe's disc, graticule and land, for other drawings to build on. */
export function drawGlobe(projection: Projection, [x, y]: Point, radius: number): readonly string[] {
  const disc = `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}"`;
  return [
    `${disc} fill="#f3efe5"/>`,
    ...graticuleLines(projection),
    ...drawLand(projection, readLand("50m"), 2),
    `${disc} fill="none" stroke="${theme.coast}" stroke-width="3"/>`,
  ];
}

export function drawLand(projection: Projection, rings: readonly Ring[], width: number): readonly string[] {
  return [path(outline(projection, rings), { fill: theme.land, stroke: theme.coast, width })];
}

/** Path data of all rings of which any part is visible. */
export function outline(projection: Projection, rings: readonly Ring[]): string {
  return rings
    .filter((ring) => ring.some(projection.isVisible))
    .map((ring) => pathThrough(ring.map(projection.project), true))
    .join("");
}

/** Meridians and parallels every 15 degrees. */
export function graticuleLines(projection: Projection): readonly string[] {
  const range = (from: number, to: number, step: number): readonly number[] =>
    Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
  const meridians = range(-180, 345, 15).map((lon) => range(-75, 75, 3).map((lat) => [lon, lat] as const));
  const circles = range(-75, 75, 15).map((lat) => range(-360, 360, 3).map((lon) => [lon, lat] as const));
  return [...meridians, ...circles].flatMap((line) => visibleRuns(projection, line))
    .map((run) => path(pathThrough(run), { stroke: theme.hairline, width: 1.5 }));
}

/** Parallels round a pole, at the given latitudes. */
export function parallels(projection: Projection, latitudes: readonly number[]): readonly string[] {
  return latitudes.map((lat) => {
    const circle = Array.from({ length: 121 }, (_, index) => projection.project([index * 3, lat]));
    return path(pathThrough(circle), { stroke: theme.hairline, width: 2 });
  });
}

function visibleRuns(projection: Projection, line: readonly LonLat[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const position of line) {
    if (projection.isVisible(position)) runs.at(-1)?.push(projection.project(position));
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

export function drawMarks(projection: Projection, marks: readonly Mark[]): readonly string[] {
  return marks.flatMap(({ at, name, side = "right" }) => {
    const [x, y] = projection.project(at);
    const [dx, dy, anchor] = ({
      left: [-24, 14, "end"], right: [24, 14, "start"], above: [0, -26, "middle"], below: [0, 60, "middle"],
    } as const)[side];
    return [
      `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="12" fill="${theme.accent}" stroke="${theme.halo}" stroke-width="4"/>`,
      label(x + dx, y + dy, name, { halo: theme.halo, anchor, size: 46 }),
    ];
  });
}
