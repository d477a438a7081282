import { describe, expect, test } from "vitest";
import { drawWorld } from "../../../src/build/maps/world-map.ts";
import type { Coordinates, MapPlace } from "../../../src/model/map.ts";

const place = (text: string, count: number, at: Coordinates): MapPlace => ({ href: `/places/${text}/`, text, count, at });

describe("a dot", () => {
  test("stands where the Equal Earth projection puts it", () => {
    const { dots } = drawWorld([place("null", 1, [0, 0]), place("east", 1, [0, 180]), place("pole", 1, [90, 0]), place("sydney", 1, [-33.87, 151.2])]);
    expect(dots.map(({ x, y }) => [x, y])).toEqual([[50, 50], [100, 50], [50, expect.closeTo(0, 1)], [88.55, 75.21]]);
  });

  test("is on a sheet 2.05458 times as wide as high, as the projection's authors say", () => {
    const { width, height } = drawWorld([]);
    expect(Math.round(width / 2.05458)).toBe(height);
  });

  test("has an area that grows with its articles", () => {
    const radii = drawWorld([place("a", 101, [0, 0]), place("b", 51, [0, 90]), place("c", 1, [0, -90])]).dots.map(({ radius }) => radius);
    expect(radii).toEqual([14, 10.1, 3]);
  });

  test("can be hit within 24 pixels where there is room, and two targets never overlap", () => {
    const places = [place("london", 9, [51.5, 0]), place("paris", 3, [48.9, 2.3]), place("ghent", 1, [51, 3.7]), place("lima", 1, [-12, -77])];
    const { width, height, dots } = drawWorld(places);
    expect(dots.find(({ text }) => text === "lima")?.target).toBe(12);
    const small = dots.filter(({ target, radius }) => target > radius);
    for (const a of small) {
      for (const b of dots) {
        if (a === b) continue;
        const distance = Math.hypot(((a.x - b.x) * width) / 100, ((a.y - b.y) * height) / 100);
        expect(a.target, `${a.text} and ${b.text}`).toBeLessThanOrEqual(distance / 2 + 0.2);
      }
    }
  });
});

test("the outlines of the world are drawn once, in less than 24 kB", () => {
  const [one, two] = [drawWorld([]), drawWorld([])];
  expect(one.land).toBe(two.land);
  expect(one.land.length).toBeGreaterThan(10_000);
  expect(one.land.length).toBeLessThan(24_000);
});
