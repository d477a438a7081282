import { expect, test } from "vitest";
import { nearest } from "../../src/content/nearest.ts";

const keys = ["title", "date", "updated", "dek", "byline", "people", "places", "topics", "images", "formerUrls"];

test.each([
  ["titel", "title"],
  ["tilte", "title"],
  ["Title", "title"],
  ["dat", "date"],
  ["dates", "date"],
  ["peple", "people"],
  ["formerURLs", "formerUrls"],
  ["former_urls", "formerUrls"],
  ["imges", "images"],
  ["update", "updated"],
  ["zebra", undefined],
  ["x", undefined],
  ["", undefined],
])("%o is taken for %s", (word, key) => {
  expect(nearest(word, keys)).toBe(key);
});

test("of two that are equally near, the first is named", () => {
  expect(nearest("aX", ["aY", "aZ"])).toBe("aY");
});
