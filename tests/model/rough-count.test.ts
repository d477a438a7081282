import { expect, test } from "vitest";
import { roughCount } from "../../src/model/rough-count.ts";

test.each([
  [0, 0, false],
  [1, 1, false],
  [10, 10, false],
  [11, 10, true],
  [19, 10, true],
  [20, 20, false],
  [49, 20, true],
  [50, 50, false],
  [99, 50, true],
  [100, 100, false],
  [999, 500, true],
  [1000, 1000, false],
  [12_322, 10_000, true],
])("%i articles are said to be %i, or more: %s", (count, said, orMore) => {
  expect(roughCount(count)).toEqual({ count: said, orMore });
});
