import { describe, expect, test } from "vitest";
import { locatorOf } from "../../../src/build/pages/gazetteer.ts";
import { contextOf } from "../../archive-of.ts";

/** Places by id: `[latitude, longitude, more YAML]`. */
type Places = Readonly<Record<string, readonly [latitude: number, longitude: number, more?: string]>>;

function locate(places: Places, id: string) {
  const yaml = Object.entries(places).map(([each, [latitude, longitude, more = ""]]) => `${each}: {name: ${each}, coordinates: [${latitude}, ${longitude}]${more}}`);
  const { gazetteer, archive } = contextOf({ "places.yaml": `${yaml.join("\n")}\n` });
  const record = archive.subjects.places.get(id)?.record;
  return record && locatorOf(gazetteer, record);
}

describe("how far a map reaches", () => {
  test.each([
    ["a town", { a: [50, 10] }, 12],
    ["a country", { a: [50, 10, ", kind: country"] }, 18],
    ["a continent", { a: [50, 10, ", kind: Continent"] }, 50],
    ["a place near a pole", { a: [-85, 0] }, 36],
    ["what has places far inside it", { a: [50, 10], b: [50, 40, ", parents: [a]"], c: [50, 50, ", parents: [b]"] }, 36],
  ] as const)("%s", (_what, places: Places, reach) => {
    expect(locate(places, "a")?.reach).toBe(reach);
  });
});

describe("places nearby", () => {
  test("are those that the map can show, across the date line too", () => {
    const places: Places = { fiji: [-17.8, 178], tonga: [-21.1, -175.2], samoa: [-13.8, -172], sydney: [-33.9, 151.2] };
    expect(locate(places, "fiji")?.nearby).toEqual([[-13.8, -172], [-21.1, -175.2]]);
  });

  test("near a pole may have any longitude", () => {
    expect(locate({ pole: [-90, 0], base: [-85, 170], other: [-84, -20] }, "pole")?.nearby).toHaveLength(2);
  });

  test("of a crowded country are thinned to a few dots, in a time that does not grow with the square of them", () => {
    const places: Record<string, readonly [number, number]> = { here: [50, 10] };
    for (let i = 0; i < 10_000; i++) places[`p${i}`] = [48 + (i % 100) * 0.04, 8 + Math.floor(i / 100) * 0.04];
    const yaml = Object.entries(places).map(([id, [latitude, longitude]]) => `${id}: {name: ${id}, coordinates: [${latitude.toFixed(2)}, ${longitude.toFixed(2)}]}`);
    const { gazetteer, archive } = contextOf({ "places.yaml": `${yaml.join("\n")}\n` });
    const start = process.cpuUsage();
    const found = [...archive.subjects.places.values()].map(({ record }) => locatorOf(gazetteer, record)?.nearby.length ?? 0);
    expect(Math.max(...found)).toBeLessThan(30);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });
});
