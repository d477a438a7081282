import type { CountedLink } from "./page.ts";

/** Degrees north and east. */
export type Coordinates = readonly [latitude: number, longitude: number];

/** What a small map shows: a place, as far around it as is useful, and other places of the archive nearby. */
export interface Locator {
  readonly at: Coordinates;
  /** From the place to the upper edge of the map, in degrees of the globe. */
  readonly reach: number;
  readonly nearby: readonly Coordinates[];
}

/** A locator map as it is drawn, in units of its viewBox; the place itself is in the middle. */
export interface LocatorMap {
  readonly width: number;
  readonly height: number;
  /** `d` of an SVG path to be filled by the even-odd rule. */
  readonly land: string;
  readonly borders: string;
  readonly nearby: readonly (readonly [x: number, y: number])[];
}

/** A map of the world as it is drawn. */
export interface WorldMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly dots: readonly MapDot[];
}

/** A place on a map: where it is in per cent of the sheet, radii in pixels. */
export interface MapDot extends CountedLink {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the circle that can be clicked. */
  readonly target: number;
}

export interface MapPlace extends CountedLink {
  readonly at: Coordinates;
}
