import { countOf } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import { compareText } from "../../model/build-archive.ts";
import type { MapPlace } from "../../model/map.ts";
import type { PlannedPlacesMap } from "../../model/way-page.ts";
import { hrefOf } from "../../model/site.ts";
import type { PageContext } from "./context.ts";

/** More dots than this are one blot; the map then shows the places with the most articles. */
const mostPlaces = 1000;

export const mapAddress = "/places/map/";

/** True where a place has coordinates: without any there is no map. */
export function hasMap({ archive }: PageContext): boolean {
  return [...archive.subjects.places.values()].some(({ record, articles }) => record.coordinates !== undefined && articles.length > 0);
}

/** The world map of all places that have coordinates and articles. */
export function placesMapPage({ archive, site }: PageContext): PlannedPlacesMap {
  const strings = stringsOf(site);
  const named = [...archive.subjects.places.values()].filter(({ articles }) => articles.length > 0);
  const placed = named.flatMap(({ record, articles }): readonly MapPlace[] =>
    record.coordinates === undefined ? [] : [{ href: hrefOf(site, `/places/${record.id}/`), text: record.name, count: articles.length, at: record.coordinates }],
  );
  placed.sort((a, b) => b.count - a.count || compareText(a.href, b.href));
  const places = placed.slice(0, mostPlaces);
  return {
    kind: "places-map",
    address: mapAddress,
    title: strings.browse.map,
    description: strings.browse.mapDescription(countOf(places.length, strings.counts.places, strings)),
    trail: [{ href: hrefOf(site, "/places/"), text: strings.names.places }],
    language: undefined,
    picture: undefined,
    places,
    others: { unplaced: named.length - placed.length, beyond: placed.length - places.length },
  };
}
