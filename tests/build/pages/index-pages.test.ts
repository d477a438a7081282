import { describe, expect, test } from "vitest";
import { longestIndex, subjectIndex } from "../../../src/build/pages/index-pages.ts";
import type { IndexPage } from "../../../src/model/way-page.ts";
import { contextOf } from "../../archive-of.ts";

/** The pages of the index of people with these names, by address. */
function indexOf(names: readonly string[]): ReadonlyMap<string, IndexPage> {
  const context = contextOf({ "a.md": `people: ${JSON.stringify(names)}` });
  return new Map(subjectIndex(context, "people").map(({ address, make }) => [address, make()]));
}

const namesOf = (page: IndexPage | undefined): readonly string[] => (page?.groups ?? []).flatMap(({ entries }) => entries.map(({ text }) => text));
const many = (letter: string, count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${letter}${String.fromCharCode(97 + (i % 26))} ${i}`);

describe("an index of few names", () => {
  const pages = indexOf(["Лавров", "Ödön", "ada", "3M", "Zoe", "Adam", "北京"]);

  test("is one page, in the order of the alphabet: Latin, then other scripts by their own letters, then what is no letter", () => {
    expect([...pages.keys()]).toEqual(["/people/"]);
    expect(pages.get("/people/")?.groups.map(({ name, entries }) => `${name}: ${entries.map(({ text }) => text).join(", ")}`)).toEqual([
      "A: ada, Adam", "B: 北京", "O: Ödön", "Z: Zoe", "Л: Лавров", "#: 3M",
    ]);
  });

  test("jumps to its letters", () => {
    expect(pages.get("/people/")?.letters.map(({ href }) => href)).toEqual(["#letter-a", "#letter-b", "#letter-o", "#letter-z", "#letter-л", "#letter-other"]);
  });
});

describe("an index of many names", () => {
  const names = [...many("A", 300), ...many("S", 300), "Лавров", "3M"];
  const pages = indexOf(names);

  test("has a page for each letter, and every name is on one of them", () => {
    expect([...pages.keys()]).toEqual(["/people/", "/people/a-z/a/", "/people/a-z/s/", "/people/a-z/л/", "/people/a-z/other/"]);
    expect([...pages.values()].flatMap(namesOf).toSorted()).toEqual(names.toSorted());
  });

  test("begins with the names that most articles have, and the way to all letters", () => {
    const hub = pages.get("/people/");
    expect(hub?.groups).toEqual([]);
    expect(hub?.most).toHaveLength(60);
    expect(hub?.letters.map(({ href, text }) => `${text} ${href}`)).toEqual(["A /people/a-z/a/", "S /people/a-z/s/", "Л /people/a-z/%D0%BB/", "# /people/a-z/other/"]);
  });

  test("groups a letter's names by two letters, and marks the letter", () => {
    const page = pages.get("/people/a-z/s/");
    expect(page?.title).toBe("People: S");
    expect(page?.groups.map(({ name }) => name).slice(0, 3)).toEqual(["Sa", "Sb", "Sc"]);
    expect(page?.letters.filter(({ isHere }) => isHere).map(({ text }) => text)).toEqual(["S"]);
  });
});

test("a letter of very many names is cut by two letters", () => {
  const names = [...many("S", 1600), "S"];
  const pages = indexOf(names);
  expect([...pages.keys()].slice(0, 4)).toEqual(["/people/", "/people/a-z/s/", "/people/a-z/s/s/", "/people/a-z/s/sa/"]);
  expect([...pages.values()].flatMap(namesOf).toSorted()).toEqual(names.toSorted());
  expect(pages.get("/people/a-z/s/sa/")?.trail.map(({ href }) => href)).toEqual(["/people/", "/people/a-z/s/"]);
});

test("10,000 names are on pages of at most 1,500, and take no quadratic time", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const names = Array.from({ length: 10_000 }, (_, i) => `${letters[i % 26] ?? ""}${letters[Math.floor(i / 26) % 26]?.toLowerCase() ?? ""} ${i}`);
  const start = process.cpuUsage();
  const pages = indexOf(names);
  const { user } = process.cpuUsage(start);
  expect([...pages.values()].flatMap(namesOf)).toHaveLength(10_000);
  expect(Math.max(...[...pages.values()].map((page) => namesOf(page).length))).toBeLessThanOrEqual(1500);
  expect(pages.size).toBe(27);
  expect(longestIndex).toBeLessThan(10_000);
  expect(user / 1e6).toBeLessThan(5);
});
