import type { Archive, Subject } from "../../model/archive.ts";
import type { AuthorityRecord } from "../../model/authority.ts";
import type { Coordinates, Locator } from "../../model/map.ts";

/** How far maps reach, in degrees of the globe from their middle to their upper edge: a town to an ocean. */
const reaches = [12, 18, 26, 36, 50, 60] as const;

/** At least so far for what places.yaml calls these kinds; other places are taken for towns. */
const reachOfKind: Readonly<Record<string, number>> = { country: 18, continent: 50, ocean: 50 };

/** Near a pole less than this shows nothing but ice or sea. */
const polarReach = 36;
const polarLatitude = 75;

/** Nearby places stand so many degrees apart, for a reach of one: at most twelve rows of dots, however many places there are. */
const apart = 1 / 6;

/** What locator maps need to know of all places. */
export interface Gazetteer {
  readonly places: ReadonlyMap<string, Subject>;
  readonly inside: ReadonlyMap<string, readonly Subject[]>;
  /** For each reach the places that its maps may show, by squares as wide as the reach. */
  readonly squares: Map<number, ReadonlyMap<number, readonly Coordinates[]>>;
}

export function gazetteerOf({ subjects }: Archive, inside: Gazetteer["inside"]): Gazetteer {
  return { places: subjects.places, inside, squares: new Map() };
}

/** What the map of a place shows; undefined where it has no coordinates. */
export function locatorOf(gazetteer: Gazetteer, place: AuthorityRecord): Locator | undefined {
  const at = place.coordinates;
  if (at === undefined) return undefined;
  const needed = Math.max(
    reachOfKind[place.placeKind?.toLowerCase() ?? ""] ?? 0,
    Math.abs(at[0]) > polarLatitude ? polarReach : 0,
    spread(gazetteer, place.id, at) * 1.2,
  );
  const reach = reaches.find((each) => each >= needed) ?? reaches[reaches.length - 1] ?? needed;
  return { at, reach, nearby: nearbyOf(gazetteer, at, reach) };
}

// To the furthest place inside it.
function spread({ inside }: Gazetteer, id: string, at: Coordinates): number {
  const seen = new Set([id]);
  let furthest = 0;
  for (const above of seen) {
    for (const { record } of inside.get(above) ?? []) {
      seen.add(record.id);
      if (record.coordinates !== undefined) furthest = Math.max(furthest, degreesBetween(at, record.coordinates));
    }
  }
  return furthest;
}

function nearbyOf(gazetteer: Gazetteer, at: Coordinates, reach: number): readonly Coordinates[] {
  const squares = squaresOf(gazetteer, reach);
  const [latitude, longitude] = at;
  // The map is four thirds as wide as it is high; towards the poles more degrees of longitude fit in.
  const wide = Math.min(180, (reach * 1.7) / Math.max(0.05, Math.cos((Math.min(89, Math.abs(latitude) + reach) * Math.PI) / 180)));
  const found: Coordinates[] = [];
  for (let row = Math.floor((latitude - reach) / reach); row <= Math.floor((latitude + reach) / reach); row++) {
    const columns = new Set<number>();
    for (let step = longitude - wide; step < longitude + wide + reach; step += reach) columns.add(Math.floor(around(step) / reach));
    for (const column of columns) {
      for (const place of squares.get(square(row, column)) ?? []) {
        if (degreesBetween(at, place) > apart * reach * 0.5 && degreesBetween(at, place) < reach * 1.7) found.push(place);
      }
    }
  }
  return found;
}

// Of places that lie closer together than a dot is wide the first by id stands for all.
function squaresOf({ places, squares }: Gazetteer, reach: number): ReadonlyMap<number, readonly Coordinates[]> {
  const known = squares.get(reach);
  if (known !== undefined) return known;
  const taken = new Set<string>();
  const made = new Map<number, Coordinates[]>();
  for (const { record: { coordinates } } of places.values()) {
    if (coordinates === undefined) continue;
    const [latitude, longitude] = coordinates;
    const cell = `${Math.floor(latitude / (reach * apart))} ${Math.floor(longitude / (reach * apart))}`;
    if (taken.has(cell)) continue;
    taken.add(cell);
    const key = square(Math.floor(latitude / reach), Math.floor(longitude / reach));
    const list = made.get(key);
    if (list) list.push(coordinates);
    else made.set(key, [coordinates]);
  }
  squares.set(reach, made);
  return made;
}

function square(row: number, column: number): number {
  return row * 1000 + column;
}

// 190 -> -170
function around(longitude: number): number {
  return longitude - 360 * Math.floor((longitude + 180) / 360);
}

/** Degrees of a great circle between two places. */
function degreesBetween([latA, lonA]: Coordinates, [latB, lonB]: Coordinates): number {
  const degree = Math.PI / 180;
  const [a, b, between] = [latA * degree, latB * degree, (lonB - lonA) * degree];
  const cos = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(between);
  return Math.acos(Math.min(1, Math.max(-1, cos))) / degree;
}
