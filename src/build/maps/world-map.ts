import type { Coordinates, MapDot, MapPlace, WorldMap } from "../../model/map.ts";
import { readOutlines, type Position } from "./outlines.ts";
import { clipRing, pathOf, type Point } from "./path.ts";

/** Width of the sheet. The map is about as many pixels wide where it is widest. */
const width = 1000;

/** Radii of the dots, in pixels: of a place with one article, and of the one with the most. */
const [smallest, largest] = [3, 14];

/** Half the 24 pixels that WCAG 2.2 (2.5.8, Target Size) asks for. */
const roomyTarget = 12;

/**
 * Draws all places on a map of the world in the Equal Earth projection (Šavrič, Patterson and Jenny, 2018), which shows every
 * part in its true size. A dot's area grows with its number of articles. Around a dot the link reaches further, as far as
 * no other dot is nearer. Takes the places with the most articles first, and so draws small dots over large ones.
 */
export function drawWorld(places: readonly MapPlace[]): WorldMap {
  const most = Math.max(1, ...places.map(({ count }) => count));
  const points = places.map(({ at }) => onSheet(at));
  const room = roomAround(points);
  return {
    width,
    height,
    land: landPath(),
    dots: places.map(({ href, text, count }, i): MapDot => {
      const [x, y] = points[i] ?? [0, 0];
      const radius = Math.sqrt(smallest ** 2 + (largest ** 2 - smallest ** 2) * (Math.max(0, count - 1) / Math.max(1, most - 1)));
      return { href, text, count, x: share(x, width), y: share(y, height), radius: tenth(radius), target: tenth(Math.max(radius, room[i] ?? 0)) };
    }),
  };
}

let land: string | undefined;

function landPath(): string {
  land ??= pathOf(readOutlines().land.flatMap((polygon) => polygon.flatMap((ring) => sheetsOf(ring))), true);
  return land;
}

// Rings that cross the date line are drawn on both edges of the sheet; one around a pole is closed along it.
function sheetsOf(ring: readonly Position[]): readonly (readonly Point[])[] {
  const unrolled: Point[] = [];
  let before: number | undefined;
  for (const [longitude, latitude] of ring) {
    const x: number = before === undefined ? longitude : longitude + 360 * Math.round((before - longitude) / 360);
    unrolled.push([x, latitude]);
    before = x;
  }
  const [first, last] = [unrolled[0], unrolled.at(-1)];
  if (first !== undefined && last !== undefined && Math.abs(last[0] - first[0]) > 180) {
    const pole = first[1] < 0 ? -90 : 90;
    unrolled.push([last[0], pole], [first[0], pole]);
  }
  const degrees = { left: -180, right: 180, top: -90, bottom: 90 };
  return [-360, 0, 360]
    .map((shift) => clipRing(unrolled.map(([x, y]): Point => [x + shift, y]), degrees))
    .filter((part) => part.length > 0)
    .map((part) => alongParallels(part).map(([longitude, latitude]) => onSheet([latitude, longitude])));
}

// A step of many degrees of latitude (the edge of the sheet) is a curve.
function alongParallels(ring: readonly Point[]): readonly Point[] {
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length] ?? point;
    const steps = Math.max(1, Math.ceil(Math.abs(next[1] - point[1]) / 5));
    return Array.from({ length: steps }, (_, step): Point => [point[0] + ((next[0] - point[0]) * step) / steps, point[1] + ((next[1] - point[1]) * step) / steps]);
  });
}

// The polynomial of the projection, with its authors' coefficients.
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
const root = Math.sqrt(3) / 2;

function equalEarth(latitude: number, longitude: number): Point {
  const theta = Math.asin(root * Math.sin((latitude * Math.PI) / 180));
  const square = theta ** 2;
  const sixth = square ** 3;
  const x = ((longitude * Math.PI) / 180) * Math.cos(theta) / (root * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)));
  return [x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))];
}

const [halfWidth] = equalEarth(0, 180);
const [, halfHeight] = equalEarth(90, 0);
const scale = width / 2 / halfWidth;
const height = Math.round(2 * halfHeight * scale);

function onSheet([latitude, longitude]: Coordinates): Point {
  const [x, y] = equalEarth(latitude, longitude);
  return [width / 2 + x * scale, height / 2 - y * scale];
}

/** Half the way to the nearest other point, at most the roomy target: links that reach so far never overlap. */
function roomAround(points: readonly Point[]): readonly number[] {
  const cells = new Map<string, number[]>();
  const cellOf = ([x, y]: Point): readonly [number, number] => [Math.floor(x / (2 * roomyTarget)), Math.floor(y / (2 * roomyTarget))];
  points.forEach((point, i) => {
    const key = cellOf(point).join();
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });
  return points.map((point, i) => {
    const [column, row] = cellOf(point);
    let nearest = 2 * roomyTarget;
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const other of cells.get(`${column + dx},${row + dy}`) ?? []) {
          const [x, y] = points[other] ?? point;
          if (other !== i) nearest = Math.min(nearest, Math.hypot(x - point[0], y - point[1]));
        }
      }
    }
    return nearest / 2;
  });
}

// Hundredths of a per cent of the sheet: the dots keep their size where the map is drawn smaller.
function share(units: number, whole: number): number {
  return Math.round((units / whole) * 10_000) / 100;
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}
