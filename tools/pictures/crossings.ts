import { readLand, type LonLat } from "./atlas.ts";
import { drawGlobe, drawLand, drawMarks } from "./land.ts";
import { equalArea, globe, greatCircle } from "./projection.ts";
import { label, path, pathThrough, svgDocument } from "./svg.ts";
import { landscape, portrait, theme } from "./theme.ts";

/** Poldhu to Signal Hill along the great circle, on a globe. */
export function drawMarconi(): string {
  const view = { centre: [-30, 47] as const, scale: 1150, at: [800, 590] as const };
  const projection = globe(view);
  const [poldhu, signalHill] = [[-5.26, 50.03], [-52.68, 47.57]] as const satisfies readonly LonLat[];
  return svgDocument(landscape, [
    ...drawGlobe(projection, view.at, view.scale),
    path(pathThrough(greatCircle(poldhu, signalHill).map(projection.project)), { stroke: theme.accent, width: 7, dash: "2 16" }),
    ...drawMarks(projection, [
      { at: poldhu, name: "Poldhu", side: "below" },
      { at: signalHill, name: "Signal Hill", side: "below" },
    ]),
    label(800, 690, "Atlantic Ocean", { italic: true, size: 46, fill: theme.muted, spacing: 4, anchor: "middle" }),
  ]);
}

/** The voyage of the Titanic as far as it went, by way of the turning point of westbound liners, and the rest of it dotted. */
export function drawTitanic(): string {
  const view = { centre: [-36, 44] as const, scale: 1150, at: [800, 560] as const };
  const projection = globe(view);
  const [southampton, queenstown, corner] = [[-1.4, 50.7], [-8.3, 51.6], [-47, 42]] as const satisfies readonly LonLat[];
  const [wreck, newYork] = [[-49.95, 41.73], [-73.9, 40.6]] as const satisfies readonly LonLat[];
  const sailed = [southampton, [-5.8, 49.7] as const, ...greatCircle(queenstown, corner), wreck];
  return svgDocument(landscape, [
    ...drawGlobe(projection, view.at, view.scale),
    path(pathThrough(sailed.map(projection.project)), { width: 6 }),
    path(pathThrough(greatCircle(wreck, newYork).map(projection.project)), { width: 5, dash: "2 16" }),
    ...drawMarks(projection, [
      { at: southampton, name: "Southampton", side: "right" },
      { at: wreck, name: "April 15, 2:20", side: "below" },
      { at: newYork, name: "New York", side: "below" },
    ]),
  ]);
}

/** The three air corridors to Berlin. No borders: those of 1948 are not in the atlas. */
export function drawCorridors(): string {
  const projection = equalArea({ centre: [11.2, 52.3], scale: 7600, at: [800, 500] });
  const berlin: LonLat = [13.4, 52.5];
  const starts: readonly LonLat[] = [[10, 53.55], [9.73, 52.37], [8.68, 50.11]];
  return svgDocument(landscape, [
    ...drawLand(projection, readLand("10m"), 2),
    ...starts.map((start) => path(pathThrough(greatCircle(start, berlin).map(projection.project)), { stroke: theme.blush, width: 46 })),
    ...starts.map((start) => path(pathThrough(greatCircle(start, berlin).map(projection.project)), { stroke: theme.accent, width: 5 })),
    ...drawMarks(projection, [
      { at: [10, 53.55], name: "Hamburg", side: "left" },
      { at: [9.73, 52.37], name: "Hanover", side: "left" },
      { at: [8.68, 50.11], name: "Frankfurt", side: "left" },
      { at: berlin, name: "Berlin", side: "right" },
    ]),
    label(1240, 95, "Baltic Sea", { italic: true, size: 44, fill: theme.muted, spacing: 3, anchor: "middle" }),
    label(190, 130, "North Sea", { italic: true, size: 44, fill: theme.muted, spacing: 3, anchor: "middle" }),
  ]);
}

/** The Suez Canal as a line between two seas, labelled in Arabic. Its bends are simplified. */
export function drawSuez(): string {
  const projection = equalArea({ centre: [32.55, 30.6], scale: 38000, at: [600, 760] });
  const canal: readonly LonLat[] = [[32.31, 31.27], [32.33, 30.95], [32.32, 30.6], [32.3, 30.55], [32.38, 30.35], [32.5, 30.2], [32.57, 30.05], [32.56, 29.95]];
  return svgDocument(portrait, [
    ...drawLand(projection, readLand("10m"), 3),
    path(pathThrough(canal.map(projection.project)), { stroke: theme.accent, width: 10 }),
    ...drawMarks(projection, [
      { at: [32.31, 31.265], name: "", side: "right" }, { at: [32.27, 30.6], name: "", side: "right" }, { at: [32.55, 29.965], name: "", side: "right" },
    ]),
    label(640, 262, "بورسعيد", { size: 60, anchor: "middle", halo: theme.halo }),
    label(252, 780, "الإسماعيلية", { size: 60, anchor: "middle", halo: theme.halo }),
    label(790, 1172, "السويس", { size: 60, anchor: "middle", halo: theme.halo }),
    label(560, 130, "البحر المتوسط", { size: 60, anchor: "middle", fill: theme.muted }),
    label(900, 700, "سيناء", { size: 60, anchor: "middle", fill: theme.muted }),
  ]);
}
