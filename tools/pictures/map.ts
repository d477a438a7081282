import { readCountries, readLand, type LonLat } from "./atlas.ts";
import { groundTrack } from "./ground-track.ts";
import { drawGlobe, drawLand, drawMarks, graticuleLines, outline, parallels } from "./land.ts";
import { equalArea, globe, greatCircle, plate, unrolled } from "./projection.ts";
import { label, path, pathThrough, svgDocument } from "./svg.ts";
import { landscape, portrait, theme } from "./theme.ts";

/** New York to Paris along the great circle, on a globe. */
export function drawLindbergh(): string {
  const view = { centre: [-37, 43] as const, scale: 900, at: [800, 640] as const };
  const projection = globe(view);
  const [newYork, paris] = [[-73.6, 40.74], [2.44, 48.95]] as const satisfies readonly LonLat[];
  return svgDocument(landscape, [
    ...drawGlobe(projection, view.at, view.scale),
    path(pathThrough(greatCircle(newYork, paris).map(projection.project)), { stroke: theme.accent, width: 7 }),
    ...drawMarks(projection, [
      { at: newYork, name: "New York", side: "below" },
      { at: paris, name: "Paris", side: "below" },
    ]),
  ]);
}

/** The last natural cases of smallpox, on a globe. */
export function drawSmallpox(): string {
  const view = { centre: [68, 14] as const, scale: 620, at: [800, 590] as const };
  const projection = globe(view);
  return svgDocument(landscape, [
    ...drawGlobe(projection, view.at, view.scale),
    ...drawMarks(projection, [
      { at: [90.75, 22.3], name: "Bhola Island, 1975", side: "right" },
      { at: [44.77, 1.71], name: "Merca, 1977", side: "right" },
    ]),
  ]);
}

/** The edge at sea of the floating ice between the two bases, which Natural Earth leaves out of its land; simplified. */
const rossIceFront: readonly LonLat[] = [
  [169.2, -77.5], [172, -77.7], [176, -78.1], [180, -78.3], [-175, -78.4], [-170, -78.5], [-165, -78.5], [-161, -78.2], [-157.5, -77.9],
];
/** Points far enough inland that the land drawn over them hides where the ice shelf ends. */
const rossIceInland: readonly LonLat[] = [[-150, -78], [-130, -83], [-150, -87], [170, -87], [150, -82], [160, -78.6], [166.5, -77.95]];

/** The routes of Amundsen and Scott, south on top. Ways between the named points are straight lines. */
export function drawSouthPole(): string {
  const projection = equalArea({ centre: [-178, -83.6], scale: 5400, at: [600, 800], turn: 180 });
  const pole: LonLat = [-168, -90];
  const amundsen: readonly LonLat[] = [[-164, -78.5], [-164, -82], [-163, -85], [-166, -86.5], pole];
  const scott: readonly LonLat[] = [[166.4, -77.63], [168.5, -78.2], [169.5, -80], [170, -82], [171, -83.4], [167, -85.2], [163, -87], pole];
  return svgDocument(portrait, [
    ...parallels(projection, [-80, -85]),
    path(pathThrough([...rossIceFront, ...rossIceInland].map(projection.project), true), { fill: theme.halo, stroke: "none" }),
    path(pathThrough(rossIceFront.map(projection.project)), { stroke: theme.coast, dash: "10 10" }),
    ...drawLand(projection, readLand("50m"), 3),
    path(pathThrough(scott.map(projection.project)), { width: 6, dash: "4 16" }),
    path(pathThrough(amundsen.map(projection.project)), { stroke: theme.accent, width: 7 }),
    ...drawMarks(projection, [
      { at: [-164, -78.5], name: "Bay of Whales", side: "below" },
      { at: [166.4, -77.63], name: "Ross Island", side: "below" },
      { at: pole, name: "South Pole", side: "above" },
    ]),
    label(470, 560, "Amundsen", { fill: theme.accent, italic: true, size: 56, anchor: "end" }),
    label(738, 520, "Scott", { italic: true, size: 56 }),
    label(600, 1085, "Ross Ice Shelf", { italic: true, size: 44, anchor: "middle", fill: theme.muted, spacing: 3 }),
  ]);
}

/** Cities of 1947 on the outline of the subcontinent, without borders. */
export function drawIndianIndependence(): string {
  const projection = equalArea({ centre: [79, 22.5], scale: 1650, at: [800, 500] });
  return svgDocument(landscape, [
    ...drawLand(projection, readLand("50m"), 3),
    label(400, 740, "Arabian Sea", { italic: true, size: 44, fill: theme.muted, spacing: 3, anchor: "middle" }),
    label(1020, 720, "Bay of Bengal", { italic: true, size: 44, fill: theme.muted, spacing: 3, anchor: "middle" }),
    ...drawMarks(projection, [
      { at: [67.01, 24.86], name: "Karachi", side: "left" },
      { at: [74.34, 31.55], name: "Lahore", side: "left" },
      { at: [77.21, 28.61], name: "New Delhi", side: "right" },
      { at: [72.87, 19.07], name: "Bombay", side: "right" },
      { at: [88.36, 22.57], name: "Calcutta", side: "left" },
      { at: [90.4, 23.8], name: "Dacca", side: "right" },
    ]),
  ]);
}

/** Robben Island, Cape Town and Paarl. */
export function drawCape(): string {
  const projection = equalArea({ centre: [18.66, -33.88], scale: 58000, at: [800, 500] });
  return svgDocument(landscape, [
    ...drawLand(projection, readLand("10m"), 3),
    label(150, 640, "Atlantic", { italic: true, size: 50, fill: theme.muted, spacing: 4 }),
    label(150, 700, "Ocean", { italic: true, size: 50, fill: theme.muted, spacing: 4 }),
    label(790, 820, "False Bay", { italic: true, size: 40, fill: theme.muted, spacing: 2, anchor: "middle" }),
    ...drawMarks(projection, [
      { at: [18.366, -33.807], name: "Robben Island", side: "left" },
      { at: [18.424, -33.925], name: "Cape Town", side: "right" },
      { at: [18.97, -33.73], name: "Paarl", side: "right" },
    ]),
  ]);
}

const euroOf2002 = new Set([
  "Austria", "Belgium", "Finland", "France", "Germany", "Greece",
  "Ireland", "Italy", "Luxembourg", "Netherlands", "Portugal", "Spain",
]);

/** The first twelve countries with euro cash, tinted. No other borders are drawn: they are not the map's subject. */
export function drawEuroCash(): string {
  const projection = equalArea({ centre: [11, 52.5], scale: 1480, at: [800, 500] });
  const members = readCountries("50m").filter(({ name }) => euroOf2002.has(name));
  return svgDocument(landscape, [
    ...drawLand(projection, readLand("50m"), 2),
    ...members.map(({ rings }) => path(outline(projection, rings), { fill: theme.blush, stroke: theme.paper, width: 4 })),
    ...members.map(({ rings }) => path(outline(projection, rings), { fill: theme.blush, stroke: theme.accent, width: 1.5 })),
  ]);
}

/** Minutes Vostok 1 took from launch to landing. */
const vostokMinutes = 108;
/** Minutes of one turn on its orbit, and the orbit's tilt against the equator in degrees. */
const vostokPeriod = 89.3;
const vostokTilt = 64.95;
const baikonur: LonLat = [63.3, 45.6];

/** One turn round the world: the ground track of a circular orbit over a turning Earth. */
export function drawGagarin(): string {
  const size = { width: 1600, height: 760 };
  const projection = plate(size, { westEdge: -170, middle: 6 });
  const world = readLand("50m").map(unrolled);
  const copies = [-360, 0, 360].flatMap((shift) => world.map((ring) => ring.map(([lon, lat]) => [lon + shift, lat] as const)));
  // The turn was a little more than full when the track came to the Volga near Engels, across from Saratov.
  const landing: LonLat = [45.99, 51.27];
  const track = groundTrack(baikonur, vostokTilt, vostokPeriod, 1.02);
  return svgDocument(size, [
    ...graticuleLines(projection),
    path(outline(projection, copies), { fill: theme.land, stroke: theme.coast, width: 2 }),
    ...[-360, 0, 360].map((shift) =>
      path(pathThrough(track.map(([lon, lat]) => projection.project([lon + shift, lat]))), { stroke: theme.accent, width: 6 })),
    ...drawMarks(projection, [
      { at: baikonur, name: "Baikonur", side: "right" },
      { at: landing, name: `${vostokMinutes} minutes later`, side: "left" },
    ]),
  ]);
}
