import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { merge, mesh, type Topology } from "topojson-client";

/** Longitude and latitude in degrees, east and north positive. */
export type Position = readonly [longitude: number, latitude: number];

export interface Outlines {
  /** Polygons: the shore as a closed ring with the land to its right, then the shores of waters inside (the Caspian Sea). */
  readonly land: readonly (readonly (readonly Position[])[])[];
  /** Lines where two countries meet. */
  readonly borders: readonly (readonly Position[])[];
}

let outlines: Outlines | undefined;

/** Land and borders of Natural Earth at 1:110 million (public domain). Read once, when the first map is drawn. */
export function readOutlines(): Outlines {
  outlines ??= read();
  return outlines;
}

function read(): Outlines {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
  // The file comes with a package whose version is fixed: its form is known.
  const topology: Topology = JSON.parse(readFileSync(file, "utf8"));
  const { countries } = topology.objects;
  return {
    land: merge(topology, countries.geometries).coordinates,
    borders: mesh(topology, countries, (a, b) => a !== b).coordinates,
  };
}
