import { expect, test } from "vitest";
import { LinkNumbers } from "../../../src/build/verify/link-numbers.ts";

test("every link has a number of its own, however many there are", () => {
  const numbers = new LinkNumbers();
  const links = Array.from({ length: 30_000 }, (_, i) => `/1987/03/${i.toString(36)}-é/`);
  expect(numbers.numbersOf(links)).toEqual([...links.keys()]);
  expect(numbers.numbersOf(links.toReversed())).toEqual([...links.keys()].reverse());
  expect(numbers.take()).toEqual({ first: 0, texts: links });
});

test("a page has a link once, and each new one is told once", () => {
  const numbers = new LinkNumbers();
  expect(numbers.numbersOf(["/a/", "/b/", "/a/"])).toEqual([0, 1]);
  expect(numbers.take()).toEqual({ first: 0, texts: ["/a/", "/b/"] });
  expect(numbers.numbersOf(["/b/", "", "/c/"])).toEqual([1, 2, 3]);
  expect(numbers.take()).toEqual({ first: 2, texts: ["", "/c/"] });
});
