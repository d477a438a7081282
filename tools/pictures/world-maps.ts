import { readLand, type LonLat, type Ring } from "./atlas.ts";
import { unrolled } from "./projection.ts";
import { coordinate, path, pathThrough, svgDocument, type Point } from "./svg.ts";
import { theme } from "./theme.ts";

/** From radians east and north to a point on a plane of unit scale, y upwards. */
type Flattening = (lon: number, lat: number) => Point;

const degree = Math.PI / 180;
// As wide as a text column on a sharp screen has use for.
const width = 960;
const margin = 24;

/** Mercator's map, cut off at 78 degrees (Snyder, Map Projections: A Working Manual, 1987, section 7). */
export function drawMercator(): string {
  return wholeWorld((lon, lat) => [lon, Math.log(Math.tan(Math.PI / 4 + lat / 2))], 78);
}

/** Gall's orthographic, or Peters's (Snyder 1987, section 10: cylindrical equal-area with standard parallels at 45 degrees). */
export function drawGallPeters(): string {
  return wholeWorld((lon, lat) => [lon * Math.SQRT1_2, Math.sin(lat) * Math.SQRT2]);
}

/** Mollweide's ellipse (Snyder 1987, section 31). */
export function drawMollweide(): string {
  return wholeWorld((lon, lat) => {
    let theta = lat;
    for (let round = 0; round < 30; round++) theta -= (2 * theta + Math.sin(2 * theta) - Math.PI * Math.sin(lat)) / Math.max(2 + 2 * Math.cos(2 * theta), 1e-6);
    return [((2 * Math.SQRT2) / Math.PI) * lon * Math.cos(theta), Math.SQRT2 * Math.sin(theta)];
  });
}

/** Winkel's third: the mean of a plain grid, true at 50.46 degrees, and Aitoff's map. */
export function drawWinkelTripel(): string {
  const cosStandard = 2 / Math.PI;
  return wholeWorld((lon, lat) => {
    const alpha = Math.acos(Math.cos(lat) * Math.cos(lon / 2));
    const sinc = alpha === 0 ? 1 : Math.sin(alpha) / alpha;
    return [(lon * cosStandard + (2 * Math.cos(lat) * Math.sin(lon / 2)) / sinc) / 2, (lat + Math.sin(lat) / sinc) / 2];
  });
}

/** Equal Earth (Šavrič, Patterson and Jenny, International Journal of Geographical Information Science, 2018). */
export function drawEqualEarth(): string {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  return wholeWorld((lon, lat) => {
    const t = Math.asin((Math.sqrt(3) / 2) * Math.sin(lat));
    const stretch = 9 * a4 * t ** 8 + 7 * a3 * t ** 6 + 3 * a2 * t ** 2 + a1;
    return [(2 * Math.sqrt(3) * lon * Math.cos(t)) / (3 * stretch), a4 * t ** 9 + a3 * t ** 7 + a2 * t ** 3 + a1 * t];
  });
}

/** Equidistant round the North Pole down to 60 degrees south (Snyder 1987, section 25), Greenwich pointing down. */
export function drawAzimuthal(): string {
  const [size, reach] = [{ width: 900, height: 900 }, 150 * degree];
  const scale = (size.width / 2 - margin) / reach;
  const project = ([lon, lat]: LonLat): Point => {
    const radius = (90 - lat) * degree * scale;
    return [size.width / 2 + radius * Math.sin(lon * degree), size.height / 2 + radius * Math.cos(lon * degree)];
  };
  // Antarctica lies outside: a ring about the pole opposite the middle cannot be filled.
  const land = readLand("110m").filter((ring) => ring.some(([, lat]) => lat > -60));
  const rim = `<circle cx="450" cy="450" r="${coordinate(reach * scale)}"`;
  return svgDocument(size, [
    `<clipPath id="rim">${rim}/></clipPath>`,
    `${rim} fill="${theme.halo}"/>`,
    `<g clip-path="url(#rim)">`,
    ...steps(-180, 150, 30).map((lon) => path(pathThrough([project([lon, 90]), project([lon, -60])]), { stroke: theme.hairline, width: 1.5 })),
    ...steps(-30, 60, 30).map((lat) => `<circle cx="450" cy="450" r="${coordinate((90 - lat) * degree * scale)}" fill="none" stroke="${theme.hairline}" stroke-width="1.5"/>`),
    path(land.map((ring) => pathThrough(ring.map(project), true)).join(""), { fill: theme.land, stroke: theme.coast, width: 1.5 }),
    path(equalCircles(-180, 150).map((ring) => pathThrough(ring.map(project), true)).join(""), circleStyle),
    "</g>",
    `${rim} fill="none" stroke="${theme.coast}" stroke-width="3"/>`,
  ]);
}

const circleStyle = { fill: theme.accent, stroke: "none", width: 0, opacity: 0.75 };

/** All of the globe between two parallels, with graticule, land and circles that are equal on the globe (Tissot 1859). */
function wholeWorld(flatten: Flattening, edge = 90): string {
  const [right, top] = [flatten(Math.PI, 0)[0], flatten(0, edge * degree)[1]];
  const scale = (width / 2 - margin) / right;
  const size = { width, height: Math.round(2 * (top * scale + margin)) };
  const project = ([lon, lat]: LonLat): Point => {
    // Beyond the date line a formula may fold back over the map: go on straight instead, out of sight.
    const within = Math.min(Math.max(lon, -180), 180);
    const [onMap, y] = flatten(within * degree, Math.min(Math.max(lat, -edge), edge) * degree);
    const x = onMap + (lon - within) * degree * 0.6;
    return [size.width / 2 + x * scale, size.height / 2 - y * scale];
  };
  const rim = pathThrough([
    ...steps(-edge, edge, edge / 45).map((lat) => project([180, lat])),
    ...steps(-180, 180, 4).map((lon) => project([-lon, edge])),
    ...steps(-edge, edge, edge / 45).map((lat) => project([-180, -lat])),
    ...steps(-180, 180, 4).map((lon) => project([lon, -edge])),
  ], true);
  // What crosses the date line is drawn on both sides of the map and cut by its rim.
  const outlines = (rings: readonly Ring[]): string =>
    [-360, 0, 360].flatMap((shift) => rings.map((ring) => pathThrough(ring.map(([lon, lat]) => project([lon + shift, lat])), true))).join("");
  const meridian = (lon: number): string => pathThrough(steps(-edge, edge, edge / 45).map((lat) => project([lon, lat])));
  const parallel = (lat: number): string => pathThrough(steps(-180, 180, 4).map((lon) => project([lon, lat])));
  return svgDocument(size, [
    `<clipPath id="rim"><path d="${rim}"/></clipPath>`,
    `<path d="${rim}" fill="${theme.halo}"/>`,
    `<g clip-path="url(#rim)">`,
    path([...steps(-150, 150, 30).map(meridian), ...steps(-60, 60, 30).map(parallel)].join(""), { stroke: theme.hairline, width: 1.5 }),
    path(outlines(readLand("110m").map((ring) => withPolarEdge(unrolled(ring)))), { fill: theme.land, stroke: theme.coast, width: 1.5 }),
    path(outlines(equalCircles(-180, 150)), circleStyle),
    "</g>",
    path(rim, { stroke: theme.coast, width: 3 }),
  ]);
}

/** Circles of four degrees' radius, every thirty degrees up to 60 north and south. */
function equalCircles(west: number, east: number): readonly Ring[] {
  const radius = 4 * degree;
  return steps(west, east, 30).flatMap((lon) => steps(-60, 60, 30).map((lat): Ring => steps(0, 360, 10).map((bearing) => {
    const sinLat = Math.sin(lat * degree) * Math.cos(radius) + Math.cos(lat * degree) * Math.sin(radius) * Math.cos(bearing * degree);
    const turn = Math.atan2(Math.sin(bearing * degree) * Math.sin(radius) * Math.cos(lat * degree), Math.cos(radius) - Math.sin(lat * degree) * sinLat);
    return [lon + turn / degree, Math.asin(sinLat) / degree] as const;
  })));
}

/** A line along the pole is one step in the atlas; on a map with a curved or shorter pole it needs many. */
function withPolarEdge(ring: Ring): Ring {
  return ring.flatMap((position, index) => {
    const next = ring[(index + 1) % ring.length] ?? position;
    if (Math.abs(next[0] - position[0]) < 90) return [position];
    return Array.from({ length: 37 }, (_, step) => [position[0] + ((next[0] - position[0]) * step) / 36, position[1] + ((next[1] - position[1]) * step) / 36] as const);
  });
}

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by);
}
