import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientScripts, scriptOf, scriptsHash } from "../../src/build/client-scripts.ts";
import { encodeCbor } from "../../src/build/cbor.ts";
import { unpack } from "../../src/build/pagefind-files.ts";
import { daysOf, indexShard, writeManifest, writeSearchIndex } from "../../src/build/search-index.ts";
import { pagefindRecordOf, separateDashes } from "../../src/build/search-record.ts";
import { planShards } from "../../src/build/search-shards.ts";
import { decodeCbor } from "../../src/client/cbor.ts";
import { parseManifest } from "../../src/client/manifest.ts";
import { harbourRecords, searchRecord } from "../browser/search-records.ts";

describe("a record for Pagefind", () => {
  test("has what may be found in its metadata, and everything else where it is not searched", () => {
    const record = searchRecord("1987-03-02", "Funaro says no", {
      text: "Brazil will not pay.",
      people: ["Dilson Funaro", "Dilson Funaro"],
      aliases: ["Funaro, Dilson", "D. Funaro"],
      authors: ["A. Writer"],
      picture: "/archive/images/funaro 1.jpg",
    });
    expect(pagefindRecordOf(record)).toEqual({
      url: "/archive/1987/03/funaro-says-no/#date=1987-03-02&picture=%2Farchive%2Fimages%2Ffunaro+1.jpg",
      content: "Brazil will not pay.",
      language: "en",
      meta: { title: "Funaro says no", byline: "A. Writer", aliases: "Funaro, Dilson; D. Funaro" },
      filters: { author: ["A. Writer"], person: ["Dilson Funaro"], year: ["1987"] },
    });
  });

  test.each([
    ["an unspaced dash gets a space that can be taken back", "Georgia–European", "Georgia–\u2060 European"],
    ["a spaced dash is joined to the word before it", "talks – and", "talks\u2060– and"],
    ["a dash at the end of a line keeps it", "talks—\nand", "talks—\nand"],
    ["a zero-width space goes", "a\u200Bb", "ab"],
  ])("%s", (_, text, content) => expect(separateDashes(text)).toBe(content));
});

describe("the plan of shards", () => {
  const monthly = harbourRecords();
  const limit = 6_000;
  const pathsOf = (records: typeof monthly): readonly string[] => planShards(records, limit).map(({ path }) => path);

  test("is one shard where all fits, and none for no articles", () => {
    expect(planShards(monthly).map(({ path, from, to }) => [path, from, to])).toEqual([["en/all", "1985-01-07", "1989-12-07"]]);
    expect(planShards([])).toEqual([]);
  });

  test("cuts at fixed points of the calendar, keeps every article once and in order, and stays within the limit", () => {
    const shards = planShards(monthly, limit);
    expect(shards.map(({ path, records }) => [path, records.length])).toEqual([
      ["en/1984", 12],
      ["en/1986", 12],
      ["en/1987", 12],
      ["en/1988", 12],
      ["en/1989", 12],
    ]);
    expect(shards.flatMap(({ records }) => records)).toEqual(monthly);
  });

  test("a new newest article changes the last shard alone", () => {
    const before = planShards(monthly, limit).map(({ fingerprint }) => fingerprint);
    const after = planShards([...monthly, searchRecord("1989-12-31", "New")], limit).map(({ fingerprint }) => fingerprint);
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)).not.toBe(before.at(-1));
  });

  test("a back-dated article changes its own shard alone", () => {
    const old = searchRecord("1986-05-01", "Found in the attic");
    const records = [...monthly, old].sort((a, b) => (a.date < b.date ? -1 : 1));
    const before = planShards(monthly, limit).map(({ fingerprint }) => fingerprint);
    const changed = planShards(records, limit).filter(({ fingerprint }) => !before.includes(fingerprint));
    expect(changed.map(({ path }) => path)).toEqual(["en/1986"]);
  });

  test("a year that grows too large is divided and leaves the others alone", () => {
    const more = Array.from({ length: 12 }, (_, i) => searchRecord("1987-03-08", `Extra ${i}`));
    const records = [...monthly, ...more].sort((a, b) => (a.date < b.date ? -1 : 1));
    expect(pathsOf(records)).toEqual(["en/1984", "en/1986", "en/1987-01", "en/1987-07", "en/1988", "en/1989"]);
  });

  test("a day that is too large for a shard is cut into pieces in its own order", () => {
    const day = Array.from({ length: 40 }, (_, i) => searchRecord("1987-10-19", `Crash ${i}`));
    const shards = planShards(day, limit);
    expect(shards.map(({ path }) => path)).toEqual(["en/1987-10-19", "en/1987-10-19.2"]);
    expect(shards.flatMap(({ records }) => records)).toEqual(day);
  });

  test("undated articles and other languages have shards of their own", () => {
    const records = [searchRecord("", "Nobody knows"), searchRecord("1987-01-01", "Bonjour", { language: "fr" }), ...monthly];
    expect(planShards(records).map(({ path, from }) => [path, from])).toEqual([
      ["en/undated", ""],
      ["en/all", "1985-01-07"],
      ["fr/all", "1987-01-01"],
    ]);
  });
});

test("days are counted from the first: number, days to the next, number", () => {
  const dates = ["1987-02-26", "1987-02-26T10:00:00.000Z", "1987-02-26", "1987-03-02", "1987-03-02"];
  expect(daysOf(dates.map((date) => searchRecord(date, "x")))).toEqual([3, 4, 2]);
  expect(daysOf([searchRecord("", "x"), searchRecord("", "y")])).toEqual([2]);
  expect(daysOf([])).toEqual([]);
});

describe("CBOR", () => {
  test.each([[0], [23], [24], [255], [256], [65_535], [65_536], ["ł – 北京"], [["a", [1, [2]], []]]])("%j survives", (value) => {
    expect(decodeCbor(encodeCbor(value))).toEqual(value);
  });

  test("negative numbers are read", () => expect(decodeCbor(Uint8Array.of(0x82, 0x20, 0x38, 0x18))).toEqual([-1, -25]));

  test("what is not known is an error", () => {
    expect(() => decodeCbor(Uint8Array.of(0xf6))).toThrow("kind 7");
    expect(() => decodeCbor(Uint8Array.of(0, 0))).toThrow("ends at byte 1 of 2");
  });
});

describe("the index on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "search-index-"));
  // Many values in each filter, whose order Pagefind draws anew for every run.
  const records = Array.from({ length: 90 }, (_, i) =>
    searchRecord(`1987-0${1 + Math.floor(i / 30)}-0${1 + (i % 9)}`, `Report ${i}`, {
      people: [`Person ${i % 40}`],
      places: [`Place ${i % 37}`, `Place ${(i * 7) % 37}`],
      topics: [`Topic ${i % 23}`],
    }),
  ).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

  beforeAll(async () => {
    await writeSearchIndex(records, join(folder, "one"), { jobs: 2 });
    await writeSearchIndex(records, join(folder, "two"), { jobs: 1 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const filesOf = (name: string): readonly string[] =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
      .sort();

  test("the same records give the same files, byte for byte", () => {
    expect(filesOf("two")).toEqual(filesOf("one"));
    for (const file of filesOf("one")) {
      expect(readFileSync(join(folder, "two", file)).equals(readFileSync(join(folder, "one", file))), file).toBe(true);
    }
  });

  test("holds only what a search needs", () => {
    const kinds = filesOf("one").map((file) => file.replace(/en_[0-9a-f]+/u, "*").replace(/^en\/all\//u, ""));
    expect([...new Set(kinds)].sort()).toEqual([
      "filter/*.pf_filter",
      "fragment/*.pf_fragment",
      "index/*.pf_index",
      "pagefind-entry.json",
      "pagefind.*.days.json",
      "pagefind.*.pf_meta",
      "pagefind.js",
      "shards.json",
      "wasm.en.pagefind",
      "wasm.unknown.pagefind",
    ]);
    expect(kinds.filter((kind) => kind.startsWith("fragment"))).toHaveLength(records.length);
  });

  test("articles keep their order, so that a page's number is its place in time", () => {
    const manifest = parseManifest(JSON.parse(readFileSync(join(folder, "one", "shards.json"), "utf8")));
    const [shard] = manifest.shards;
    expect(shard).toMatchObject({ path: "en/all", language: "en", wasm: "en", from: "1987-01-01", to: "1987-03-09", count: 90 });
    const read = (file: string) => unpack(readFileSync(join(folder, "one", file)));
    const meta = read(`en/all/pagefind.${shard?.meta}.pf_meta`);
    const filter = filesOf("one").filter((file) => file.endsWith(".pf_filter")).map(read);
    const topics = filter.find((value) => Array.isArray(value) && value[0] === "topic");
    const expected = [...new Set(records.flatMap((record) => record.topics))].sort();
    const placesOf = (topic: string): readonly number[] => records.flatMap((record, i) => (record.topics.includes(topic) ? [i] : []));
    expect(topics).toEqual(["topic", expected.map((topic) => [topic, placesOf(topic)])]);
    expect(Array.isArray(meta) && meta[4]).toEqual([]); // No sort keys.
  });

  test("one shard can be indexed again by itself; what is in no shard goes", async () => {
    const directory = join(folder, "steps");
    const shards = planShards(records, 12_000);
    const entries = [];
    for (const shard of shards) entries.push(await indexShard(shard, directory));
    expect(entries.length).toBeGreaterThan(1);
    writeManifest(entries.slice(1), directory);
    const left = new Set(filesOf("steps").filter((file) => file.startsWith("en/")).map((file) => file.split("/")[1]));
    expect([...left]).toEqual(entries.slice(1).map(({ path }) => path.split("/")[1]));
  });

  test("no article at all is an index without shards", async () => {
    expect((await writeSearchIndex([], join(folder, "none"), { jobs: 1 })).shards).toEqual([]);
    expect(filesOf("none")).toEqual(["shards.json"]);
  });
});

describe("the scripts", () => {
  test("are JavaScript without types, comments or TypeScript's file names", () => {
    const source = 'import type { A } from "./a.ts";\nimport { b } from "./b.ts";\n\n/** Says b. */\nexport const c: A = b; // kept\n';
    expect(scriptOf(source)).toBe('import { b } from "./b.js";\nexport const c = b; // kept\n');
  });

  test("lose no space that stands in a string", () => {
    for (const { path } of clientScripts()) {
      const source = readFileSync(new URL(`../../src/client/${path.replace(/js$/u, "ts")}`, import.meta.url), "utf8");
      expect(source, path).not.toMatch(/\S {2}/u);
    }
  });

  test("import only each other, and are small", () => {
    const scripts = clientScripts();
    const paths = scripts.map(({ path }) => path);
    const named = scripts.flatMap(({ text }) => [...text.matchAll(/"\.\/(?<name>[\w.-]+)"/gu)].map((match) => match.groups?.["name"]));
    expect(paths).toContain("search.js");
    for (const name of named) expect(paths).toContain(name);
    expect(scripts.reduce((sum, { text }) => sum + gzipSync(text).length, 0)).toBeLessThan(15_000);
    expect(scriptsHash(scripts)).toMatch(/^[0-9a-f]{10}$/u);
  });
});
