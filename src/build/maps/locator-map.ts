import type { Coordinates, Locator, LocatorMap } from "../../model/map.ts";
import { readOutlines, type Position } from "./outlines.ts";
import { clipRing, cutLine, pathOf, type Box, type Point } from "./path.ts";

/** The sheet: twice as many units as the map is usually wide in pixels. */
const [width, height] = [480, 360];

// A little more than the sheet, so that no edge is seen where an outline is cut off.
const sheet: Box = { left: -8, top: -8, right: width + 8, bottom: height + 8 };

/** A direction from the middle of the globe, of length 1. */
type Direction = readonly [x: number, y: number, z: number];

/** Land further from the middle of a map than this is drawn at this distance: no map shows so much. */
const horizon = (2 * Math.PI) / 3;
const cosHorizon = Math.cos(horizon);

/**
 * Draws the surroundings of a place in Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, page 185)
 * around the place itself: so no place is distorted, at the poles and at the date line neither.
 */
export function drawLocator({ at, reach, nearby }: Locator): LocatorMap {
  const view = viewFrom(at, reach);
  const { land, borders } = directions();
  const isNear = ({ middle, radius }: Line): boolean => angleBetween(middle, view.center) <= radius + view.radius;
  return {
    width,
    height,
    land: pathOf(land.filter(isNear).flatMap((ring) => ringOnSheet(ring, view)), true),
    borders: pathOf(borders.filter(isNear).flatMap(({ points }) => cutLine(points.map((point) => onSheet(point, view)), sheet)), false),
    nearby: nearby.map(directionOf).filter((place) => dot(place, view.center) > cosHorizon).map((place) => onSheet(place, view)).filter(isOnSheet).map(([x, y]) => [Math.round(x), Math.round(y)]),
  };
}

function isOnSheet([x, y]: Point): boolean {
  return x > 0 && x < width && y > 0 && y < height;
}

interface View {
  readonly center: Direction;
  readonly east: Direction;
  readonly north: Direction;
  /** Units of the sheet for a radius of the globe. */
  readonly scale: number;
  /** Of the globe, from the middle to the corners of the sheet, in radians. */
  readonly radius: number;
}

function viewFrom([latitude, longitude]: Coordinates, reach: number): View {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  const scale = height / 2 / (2 * Math.sin(radians(reach) / 2));
  return {
    center: directionOf([latitude, longitude]),
    east: [-Math.sin(lambda), Math.cos(lambda), 0],
    north: [-Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi)],
    scale,
    radius: 2 * Math.asin(Math.min(1, Math.hypot(sheet.right - width / 2, sheet.bottom - height / 2) / (2 * scale))),
  };
}

function onSheet(point: Direction, { center, east, north, scale }: View): Point {
  const cos = dot(point, center);
  const k = scale * Math.sqrt(2 / (1 + Math.max(cos, -0.999)));
  return [width / 2 + k * dot(point, east), height / 2 - k * dot(point, north)];
}

/** The point of the horizon in a direction, clockwise from north. */
function onHorizon(azimuth: number, { scale }: View): Point {
  const k = scale * 2 * Math.sin(horizon / 2);
  return [width / 2 + k * Math.sin(azimuth), height / 2 - k * Math.cos(azimuth)];
}

/** The rings to fill (by the even-odd rule) for one ring of land. */
function ringOnSheet({ points: ring, isHole }: Ring, view: View): readonly (readonly Point[])[] {
  if (!ring.some((point) => dot(point, view.center) > cosHorizon)) return [];
  const points: Point[] = [];
  let turned = 0;
  let before: { readonly azimuth: number; readonly isFar: boolean } | undefined;
  for (const point of ring) {
    const azimuth = Math.atan2(dot(point, view.east), dot(point, view.north));
    const isFar = dot(point, view.center) <= cosHorizon;
    const turn = before === undefined ? 0 : shortWay(azimuth - before.azimuth);
    turned += turn;
    // From one far point to the next the line keeps to the horizon, and does not cut across the map.
    if (isFar && before?.isFar) for (let i = 1; i < 6; i++) points.push(onHorizon(before.azimuth + (turn * i) / 6, view));
    points.push(isFar ? onHorizon(azimuth, view) : onSheet(point, view));
    before = { azimuth, isFar };
  }
  const clipped = clipRing(points, sheet);
  const rings = clipped.length > 0 ? [clipped] : [];
  // Land lies to the right of its shore. A shore that runs round the map against the clock has the far side of the globe to
  // its right: land is everything that it does not enclose.
  const { left, top, right, bottom } = sheet;
  return turned < -Math.PI && !isHole ? [[[left, top], [right, top], [right, bottom], [left, bottom]], ...rings] : rings;
}

// An angle between half a turn to the left and half a turn to the right.
function shortWay(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/** A line on the globe, and the circle that holds it. */
interface Line {
  readonly points: readonly Direction[];
  readonly middle: Direction;
  /** In radians. */
  readonly radius: number;
}

interface Ring extends Line {
  readonly isHole: boolean;
}

let prepared: { readonly land: readonly Ring[]; readonly borders: readonly Line[] } | undefined;

// The outlines as directions, so that a map needs no more than products.
function directions(): NonNullable<typeof prepared> {
  if (prepared !== undefined) return prepared;
  const { land, borders } = readOutlines();
  prepared = {
    land: land.flatMap((polygon) => polygon.map((ring, i) => ({ ...lineOf(ring), isHole: i > 0 }))),
    borders: borders.map(lineOf),
  };
  return prepared;
}

function lineOf(positions: readonly Position[]): Line {
  const points = positions.map(([longitude, latitude]) => directionOf([latitude, longitude]));
  const sum = points.reduce<Direction>(([x, y, z], point) => [x + point[0], y + point[1], z + point[2]], [0, 0, 0]);
  const length = Math.hypot(...sum);
  const middle: Direction = [sum[0] / length, sum[1] / length, sum[2] / length];
  return { points, middle, radius: Math.max(...points.map((point) => angleBetween(point, middle))) };
}

function angleBetween(a: Direction, b: Direction): number {
  return Math.acos(Math.min(1, Math.max(-1, dot(a, b))));
}

function directionOf([latitude, longitude]: Coordinates): Direction {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function dot(a: Direction, b: Direction): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
