import { expect, test } from "vitest";
import { counted } from "../../src/build/counted.ts";

test.each([
  [counted(0, "page"), "0 pages"],
  [counted(1, "page"), "1 page"],
  [counted(19_042, "page"), "19,042 pages"],
  [counted(1, "person with one mention", "people with one mention"), "1 person with one mention"],
  [counted(2, "person with one mention", "people with one mention"), "2 people with one mention"],
])("%s", (found, expected) => {
  expect(found).toBe(expected);
});
