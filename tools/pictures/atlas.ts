import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

/** Longitude and latitude in degrees, east and north positive. */
export type LonLat = readonly [lon: number, lat: number];
/** A closed line of positions; its last repeats its first. */
export type Ring = readonly LonLat[];
/** A country of Natural Earth: its English name and the rings of all its parts, holes included. */
export type Country = { readonly name: string; readonly rings: readonly Ring[] };

/** Scale of the outlines: 1:110 million for a small map of the world, 1:50 million for globes and continents, 1:10 million for a coast. */
type Scale = "110m" | "50m" | "10m";

/** Outlines of all land, without borders. */
export function readLand(scale: Scale): readonly Ring[] {
  return readOutlines(`land-${scale}`, "land").flatMap((country) => country.rings);
}

/** Outlines of the countries as Natural Earth draws them. */
export function readCountries(scale: Scale): readonly Country[] {
  return readOutlines(`countries-${scale}`, "countries");
}

function readOutlines(file: string, layer: string): readonly Country[] {
  const found = createRequire(import.meta.url).resolve(`world-atlas/${file}.json`);
  const topology: unknown = JSON.parse(readFileSync(found, "utf8"));
  const object = property(property(topology, "objects"), layer);
  return feature(asObject(topology), asObject(object)).features.map(({ properties, geometry }) => ({
    name: properties.name ?? "",
    rings: geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
  }));
}

function property(value: unknown, key: string): unknown {
  return Object.entries(asObject(value)).find(([name]) => name === key)?.[1];
}

function asObject(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new Error("world-atlas: this is not the TopoJSON that was expected");
  return value;
}
