import { describe, expect, test } from "vitest";
import { clipRing, cutLine, pathOf, type Box, type Point } from "../../../src/build/maps/path.ts";

const box: Box = { left: 0, top: 0, right: 10, bottom: 10 };
const corners = (ring: readonly Point[]): readonly string[] => [...new Set(ring.map(String))].sort();

describe("a ring in a box", () => {
  test("that lies in it stays as it is", () => {
    const ring: readonly Point[] = [[1, 1], [9, 1], [5, 9]];
    expect(clipRing(ring, box)).toEqual(ring);
  });

  test("that reaches out of it ends at its edges", () => {
    expect(corners(clipRing([[5, 5], [15, 5], [5, 15]], box))).toEqual(["10,10", "10,5", "5,10", "5,5"]);
  });

  test("that lies round it fills it", () => {
    expect(corners(clipRing([[-9, -9], [99, -9], [99, 99], [-9, 99]], box))).toEqual(["0,0", "0,10", "10,0", "10,10"]);
  });

  test("that lies beside it is nothing", () => {
    expect(clipRing([[20, 0], [30, 0], [30, 9]], box)).toEqual([]);
  });
});

describe("a line in a box", () => {
  test("loses what lies outside, but for one point at either end", () => {
    expect(cutLine([[-90, 5], [-50, 5], [-1, 5], [5, 5], [50, 5], [90, 5], [90, 99]], box)).toEqual([[[-1, 5], [5, 5], [50, 5]]]);
  });

  test("that leaves it and comes back has two stretches", () => {
    expect(cutLine([[5, 5], [5, 20], [8, 20], [8, 5]], box)).toEqual([[[5, 5], [5, 20]], [[8, 20], [8, 5]]]);
  });
});

describe("a path", () => {
  test("goes in whole relative steps", () => {
    expect(pathOf([[[0.4, 0], [10, 5], [4.6, -3]]], true)).toBe("M0 0l10 5-5-8z");
  });

  test("leaves out points that fall on the one before, and lines of which nothing is left", () => {
    expect(pathOf([[[0, 0], [0.3, 0.2], [9, 9]], [[5, 5], [5.1, 5.1]]], false)).toBe("M0 0l9 9");
  });
});
