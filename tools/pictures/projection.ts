import type { LonLat, Ring } from "./atlas.ts";
import type { Point } from "./svg.ts";
import type { Size } from "./theme.ts";

const degree = Math.PI / 180;

/** From a position on the globe to a point of the picture. */
export type Projection = {
  readonly project: (position: LonLat) => Point;
  /** False where the globe itself hides the position. */
  readonly isVisible: (position: LonLat) => boolean;
};

/** Where the map looks. */
type View = {
  readonly centre: LonLat;
  /** Pixels per radian at the centre; for a globe, its radius. */
  readonly scale: number;
  /** The centre's place in the picture. */
  readonly at: Point;
  /** Degrees by which the finished map is turned clockwise; 180 puts south on top. */
  readonly turn?: number;
};

/**
 * The globe seen from far away (orthographic projection; Snyder, Map Projections: A Working Manual, 1987, section 20).
 * A hidden position goes to the nearest point of the rim, which closes coastlines there.
 */
export function globe(view: View): Projection {
  return azimuthal(view, (distance) => (distance > Math.PI / 2 ? 1 : Math.sin(distance)), Math.PI / 2);
}

/** A map that keeps areas (Lambert azimuthal equal-area projection; Snyder 1987, section 24). */
export function equalArea(view: View): Projection {
  return azimuthal(view, (distance) => 2 * Math.sin(distance / 2), Math.PI);
}

/** Azimuthal projections differ only in how far from the centre they put an angular distance, both in radians. */
function azimuthal(view: View, radiusOf: (distance: number) => number, horizon: number): Projection {
  const { centre, scale, at, turn = 0 } = view;
  const [cos, sin] = [Math.cos(turn * degree), Math.sin(turn * degree)];
  return {
    project: (position) => {
      const radius = scale * radiusOf(angularDistance(centre, position));
      const bearing = initialBearing(centre, position);
      const [x, y] = [radius * Math.sin(bearing), -radius * Math.cos(bearing)];
      return [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos];
    },
    isVisible: (position) => angularDistance(centre, position) <= horizon,
  };
}

/** The whole world in a rectangle, `westEdge` degrees of longitude at its left and `middle` degrees of latitude half way down. */
export function plate(size: Size, { westEdge, middle }: { readonly westEdge: number; readonly middle: number }): Projection {
  const scale = size.width / 360;
  return {
    project: ([lon, lat]) => [(lon - westEdge) * scale, size.height / 2 - (lat - middle) * scale],
    isVisible: () => true,
  };
}

/**
 * The ring made fit for a map that is cut at a meridian: longitudes run on beyond 180 degrees instead of jumping,
 * and a ring round a pole (Antarctica) is led down to the pole's edge of the map and back.
 */
export function unrolled(ring: Ring): Ring {
  const positions: LonLat[] = [];
  let previous: number | undefined;
  for (const [lon, lat] of ring) {
    previous = previous === undefined ? lon : lon + 360 * Math.round((previous - lon) / 360);
    positions.push([previous, lat]);
  }
  const [first, last] = [positions[0], positions.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 180) return positions;
  return [...positions, [last[0], -90], [first[0], -90]];
}

/** Angle between two positions as seen from the centre of the Earth, in radians. */
function angularDistance([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const [a, b] = [lat1 * degree, lat2 * degree];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lon2 - lon1) * degree) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Positions along the shortest way between two others, both ends included. */
export function greatCircle(from: LonLat, to: LonLat, steps = 100): readonly LonLat[] {
  const angle = angularDistance(from, to);
  const [a, b] = [toVector(from), toVector(to)];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = step / steps;
    const [weightA, weightB] = [Math.sin((1 - part) * angle) / Math.sin(angle), Math.sin(part * angle) / Math.sin(angle)];
    return fromVector([weightA * a[0] + weightB * b[0], weightA * a[1] + weightB * b[1], weightA * a[2] + weightB * b[2]]);
  });
}

type Vector = readonly [x: number, y: number, z: number];

function toVector([lon, lat]: LonLat): Vector {
  return [Math.cos(lat * degree) * Math.cos(lon * degree), Math.cos(lat * degree) * Math.sin(lon * degree), Math.sin(lat * degree)];
}

function fromVector([x, y, z]: Vector): LonLat {
  return [Math.atan2(y, x) / degree, Math.asin(z) / degree];
}

function initialBearing([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const [a, b, turn] = [lat1 * degree, lat2 * degree, (lon2 - lon1) * degree];
  return Math.atan2(Math.sin(turn) * Math.cos(b), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn));
}
