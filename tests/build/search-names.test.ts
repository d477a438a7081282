import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { nameFilesOf, type SearchName } from "../../src/build/search-names.ts";
import type { Downloads } from "../../src/client/downloads.ts";
import { openNames } from "../../src/client/names.ts";
import { readPacked, type Packed } from "../../src/client/packed.ts";

const syllables = ["ka", "ro", "mi", "sen", "tal", "vo", "lin", "der", "bax", "ung"];

// 50,000 invented people, the first the most frequent.
const names: readonly SearchName[] = Array.from({ length: 50_000 }, (_, i) => {
  const word = (seed: number, length: number): string => Array.from({ length }, (__, j) => syllables[Math.floor(seed / 10 ** j) % 10] ?? "").join("");
  const name = `${capital(word(i * 7, 2))} ${capital(word(i, 5))}`;
  return { kind: "people", id: name.toLowerCase().replace(" ", "-"), name, variants: i % 10 === 0 ? [`${name}ski`] : [], count: 1 + Math.floor(5_000 / (i + 1)) };
});

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const { lists, files } = nameFilesOf(names);
let bytes = 0;

const downloads: Downloads = {
  async packed(path) {
    const file = files.get(path.replace("names/", ""));
    if (file === undefined) throw new Error(`${path} is not there`);
    bytes += file.length;
    return readPacked(gunzipSync(file));
  },
  program: () => Promise.reject(new Error("not asked for here")),
};
const opened = openNames(downloads, lists, "/");

describe("50,000 names", () => {
  test.each(["ka", "kar", "karo", "karomi", "vol"])("are little to load for a reader who types %s", async (typed) => {
    bytes = 0;
    const found = await opened.complete(typed);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).toSorted((a, b) => b - a));
    expect(bytes).toBeLessThan(16_000);
  });

  test("are each found by their whole name, and by a variant", async () => {
    for (const { name, variants } of names.filter((_, i) => i % 997 === 0)) {
      for (const spelling of [name, ...variants]) expect((await opened.known(spelling)).map((known) => known.name), spelling).toContain(name);
    }
  });

  test("are found with a letter wrong", async () => {
    bytes = 0;
    expect(await opened.meant("Karominsental")).toBeDefined();
    expect(bytes).toBeLessThan(16_000);
  });

  test("give the same files in any order", () => {
    expect(nameFilesOf(names.slice(0, 3_000).toReversed())).toEqual(nameFilesOf(names.slice(0, 3_000)));
  });
});

test("no names at all are offered where there are none", async () => {
  const none = nameFilesOf([]);
  const packed = async (path: string): Promise<Packed> => readPacked(gunzipSync(none.files.get(path.replace("names/", "")) ?? ""));
  const names = openNames({ ...downloads, packed }, none.lists, "/");
  expect(await names.complete("karo")).toEqual([]);
  expect(await names.known("karo")).toEqual([]);
  expect(await names.meant("karo")).toBeUndefined();
});
