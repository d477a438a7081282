import { describe, expect, test } from "vitest";
import { distanceOf, likeliest, mostMistakes, skeletonOf } from "../../src/client/spelling.ts";

test.each([
  ["volker", "volcker"],
  ["gorbachov", "gorbachev"],
  ["wolcker", "volcker"],
  ["khomeini", "komeini"],
  ["philips", "filips"],
  ["kasper", "casper"],
  ["reagen", "reagan"],
  ["saddam", "sadam"],
])("%s has the skeleton of %s", (one, other) => expect(skeletonOf(one)).toBe(skeletonOf(other)));

test.each([
  ["volcker", "volcker", 0],
  ["volker", "volcker", 1],
  ["vlocker", "volcker", 1],
  ["gorbachov", "gorbachev", 1],
  ["baker", "bakar", 1],
  ["", "ab", 2],
  ["kitten", "sitting", 3],
])("from %s to %s it is %d", (one, other, distance) => expect(distanceOf(one, other, 3)).toBe(distance));

test("a distance is not counted further than is asked", () => expect(distanceOf("abcdefgh", "zzzzzzzz", 2)).toBe(3));

test("a short word has few mistakes", () => expect(["the", "bush", "baker", "reagan", "gorbachev"].map(mostMistakes)).toEqual([0, 1, 1, 2, 3]));

describe("the likeliest word", () => {
  const known = [{ word: "volcker", count: 60 }, { word: "volkswagen", count: 300 }, { word: "walker", count: 5 }, { word: "folder", count: 90 }];
  test("is near, sounds alike and is frequent", () => expect(likeliest("volker", known)?.word).toBe("volcker"));
  test("is not the word itself", () => expect(likeliest("volcker", known)?.word).not.toBe("volcker"));
  test("is none where nothing is near", () => expect(likeliest("mitterrand", known)).toBeUndefined());
});
