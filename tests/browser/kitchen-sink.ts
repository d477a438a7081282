import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildAndServe, type BuiltSite } from "./built-site.ts";

/** Builds and serves the golden site that has everything a page can have. */
export function openKitchenSink(): Promise<BuiltSite> {
  const folder = path.resolve(import.meta.dirname, "../sites/kitchen-sink/articles");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return buildAndServe(Object.fromEntries(files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file), readFileSync(file)];
  })));
}

/** One page of every kind, by the name of its accessibility tree's file. */
export const pageKinds: readonly (readonly [kind: string, address: string])[] = [
  ["home", ""],
  ["article", "1987/03/everything/"],
  ["article-right-to-left", "1990/01/harbour/"],
  ["article-undated", "undated/letter/"],
  ["person", "people/astrid-holm/"],
  ["place", "places/norrby/"],
  ["organization", "organizations/norrby-harbour-board/"],
  ["topic", "topics/storms/"],
  ["author", "authors/karin-ek/"],
  ["section", "sections/shipping/"],
  ["year", "1987/"],
  ["month", "1987/03/"],
  ["day", "1987/03/02/"],
  ["dates", "dates/"],
  ["on-this-day", "on-this-day/"],
  ["on-this-day-of-a-day", "on-this-day/03-02/"],
  ["people", "people/"],
  ["places", "places/"],
  ["places-map", "places/map/"],
  ["topics", "topics/"],
  ["search", "search/"],
  ["search-results", "search/?q=harbour"],
  ["about", "about/"],
  ["data", "data/"],
  ["corrections", "corrections/"],
  ["withdrawn", "1990/01/withdrawn/"],
  ["not-found", "404.html"],
];
