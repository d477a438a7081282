import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawLocator } from "../../../src/build/maps/locator-map.ts";
import type { Coordinates, LocatorMap } from "../../../src/model/map.ts";

const near: Coordinates = [41.7, 44.8];

/** Whether a point of the sheet is land, as a browser would paint it. */
async function isLand({ width, height, land }: LocatorMap, x: number, y: number): Promise<boolean> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><path fill-rule="evenodd" d="${land}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  return (data[(y * info.width + x) * info.channels] ?? 255) < 128;
}

const middleIsLand = (at: Coordinates, reach: number): Promise<boolean> => {
  const map = drawLocator({ at, reach, nearby: [] });
  return isLand(map, map.width / 2, map.height / 2);
};

describe("the middle of the map is where the place is", () => {
  test.each([
    ["Paris", [48.85, 2.35], 10, true],
    ["Tbilisi", near, 10, true],
    ["the Caspian Sea", [41.8, 50.5], 10, false],
    ["the South Pole", [-90, 0], 36, true],
    ["the North Pole", [90, 0], 24, false],
    ["the Atlantic Ocean", [0, -30], 50, false],
    ["Chukotka, across the date line", [66.5, -175], 16, true],
    ["the date line in the Pacific", [0, 180], 16, false],
    ["Wellington's antipode in Spain", [41.3, -5.2], 60, true],
    // The far side of the globe is Africa: it must not fill the sea.
    ["the middle of the Pacific Ocean", [-15, -160], 60, false],
    ["Point Nemo", [-48.9, -123.4], 60, false],
  ] as const)("%s", async (_name, at, reach, land) => {
    expect(await middleIsLand(at, reach)).toBe(land);
  });
});

test("north is up: above Cape Town is land, below it the sea", async () => {
  const map = drawLocator({ at: [-33.9, 18.5], reach: 10, nearby: [] });
  expect([await isLand(map, 300, 60), await isLand(map, 240, 300)]).toEqual([true, false]);
});

test("other places stand where they are, and those beyond the map are left out", () => {
  const { nearby } = drawLocator({ at: near, reach: 10, nearby: [[45.7, 44.8], [41.7, 40.3], [0, 0], [-41.7, -135.2]] });
  expect(nearby).toHaveLength(2);
  const [[northX = 0, northY = 0] = [], [westX = 0, westY = 0] = []] = nearby;
  expect([northX, Math.round(northY / 10)]).toEqual([240, 11]); // Four tenths of the way to the upper edge.
  expect([Math.round(westX / 10), Math.round(westY / 10)]).toEqual([18, 18]);
});

test("a map is a few kilobytes, of the busiest coasts too", () => {
  const sizes = ([[51.5, 0], [37, 25], [60, 20], [0, 110], [12, -65]] as const).map((at) => {
    const { land, borders } = drawLocator({ at, reach: 10, nearby: [] });
    return land.length + borders.length;
  });
  expect(Math.max(...sizes)).toBeLessThan(4000);
});
