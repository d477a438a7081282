import { expect, test } from "vitest";
import { hasMap, placesMapPage } from "../../../src/build/pages/places-map.ts";
import { contextOf } from "../../archive-of.ts";

test("the map has every place with coordinates and articles, those with the most first, and says how many it leaves out", () => {
  const context = contextOf({
    "places.yaml": "oslo: {name: Oslo, coordinates: [59.9, 10.7]}\nbergen: {name: Bergen, coordinates: [60.4, 5.3]}\nunused: {name: Unused, coordinates: [1, 1]}\n",
    "a.md": "places: [Bergen, Moon]",
    "b.md": "places: [Oslo, Bergen]",
  });
  const page = placesMapPage(context);
  expect(hasMap(context)).toBe(true);
  expect(page.places).toEqual([
    { href: "/places/bergen/", text: "Bergen", count: 2, at: [60.4, 5.3] },
    { href: "/places/oslo/", text: "Oslo", count: 1, at: [59.9, 10.7] },
  ]);
  expect(page.others).toEqual({ unplaced: 1, beyond: 0 });
});

test("an archive whose places have no coordinates has no map", () => {
  expect(hasMap(contextOf({ "a.md": "places: [Oslo]" }))).toBe(false);
});
