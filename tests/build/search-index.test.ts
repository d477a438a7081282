import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeCbor } from "../../src/build/cbor.ts";
import { clientScript, scriptOf } from "../../src/build/client-script.ts";
import { indexShard } from "../../src/build/index-shard.ts";
import { daysOf, indexShards, writeSearchIndex } from "../../src/build/search-index.ts";
import { indexedArticleOf } from "../../src/build/search-record.ts";
import { squeezeScript } from "../../src/build/squeeze.ts";
import { planShards } from "../../src/build/search-shards.ts";
import { Workers } from "../../src/build/workers.ts";
import { spaceDashes } from "../../src/client/cut-words.ts";
import { parseManifest } from "../../src/client/manifest.ts";
import { readPacked } from "../../src/client/packed.ts";
import { harbourNames, harbourRecords, searchRecord } from "../browser/search-records.ts";

describe("what a shard is made from", () => {
  test("is what is shown, what is searched, and values of filters", () => {
    const record = searchRecord("1987-03-02", "Funaro says no", {
      text: "Brazil will not pay.",
      people: ["Dilson Funaro", "Dilson Funaro"],
      aliases: ["Funaro, Dilson", "D. Funaro"],
      authors: ["A. Writer"],
      section: "Abroad",
      picture: "/archive/images/funaro 1.jpg",
    });
    expect(indexedArticleOf(record)).toEqual({
      shown: ["/archive/1987/03/funaro-says-no/", "Funaro says no", "1987-03-02", "Abroad", "/archive/images/funaro 1.jpg"],
      text: "Brazil will not pay.",
      byline: "A. Writer",
      aliases: "Funaro, Dilson; D. Funaro",
      filters: [["author", ["A. Writer"]], ["organization", []], ["person", ["Dilson Funaro", "Dilson Funaro"]], ["place", []], ["section", ["Abroad"]], ["topic", []]],
    });
  });

  test.each([
    ["an unspaced dash", "Georgia–European", "Georgia European"],
    ["a spaced dash", "talks – and", "talks   and"],
    ["a dash at the end of a line", "talks—\nand", "talks  and"],
    ["two hyphens", "said -- but", "said    but"],
    ["a lone hyphen", "not this - that", "not this   that"],
  ])("%s stands for no word", (_, text, spaced) => expect(spaceDashes(text)).toBe(spaced));

  test("a hyphen inside a word is no dash", () => expect(spaceDashes("oil-producing")).toBe("oil-producing"));
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
  test.each([
    ["0 to 23", [0x17], 23],
    ["one byte", [0x18, 0xff], 255],
    ["two bytes", [0x19, 0x01, 0x00], 256],
    ["four bytes", [0x1a, 0x00, 0x01, 0x00, 0x00], 65_536],
    ["negative numbers", [0x82, 0x20, 0x38, 0x18], [-1, -25]],
    ["text", [0x63, 0xc5, 0x82, 0x21], "ł!"],
    ["lists", [0x82, 0x61, 0x61, 0x81, 0x80], ["a", [[]]]],
  ])("%s are read", (_, bytes, value) => expect(decodeCbor(Uint8Array.from(bytes))).toEqual(value));

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
    await writeSearchIndex(records, harbourNames(), join(folder, "one"), { jobs: 2 });
    await writeSearchIndex(records, harbourNames(), join(folder, "two"), { jobs: 1 });
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
    const kinds = filesOf("one").map((file) => file.replace(/[0-9a-f]{7,}/u, "*").replace(/\/\d+$/u, "/n").replace(/^en\/all\//u, ""));
    expect([...new Set(kinds)].sort()).toEqual([
      "*/filters/person", "*/filters/place", "*/filters/topic", "*/head", "*/near/n", "*/places/n", "*/texts/n", "*/words/n", "names/*", "shards.json", "wasm.en.pagefind",
    ]);
  });

  test("articles keep their order, so that a number is a place in time", () => {
    const manifest = parseManifest(JSON.parse(readFileSync(join(folder, "one", "shards.json"), "utf8")));
    const [shard] = manifest.shards;
    expect(shard).toMatchObject({ path: "en/all", language: "en", program: "en", from: "1987-01-01", to: "1987-03-09", count: 90 });
    const topics = filesOf("one").find((file) => file.endsWith("/filters/topic")) ?? "";
    const expected = [...new Set(records.flatMap((record) => record.topics))].sort();
    const placesOf = (topic: string): readonly number[] => records.flatMap((record, i) => (record.topics.includes(topic) ? [i] : []));
    const distances = (places: readonly number[]): readonly number[] => places.map((place, i) => place - (places[i - 1] ?? 0));
    expect(readPacked(gunzipSync(readFileSync(join(folder, "one", topics))))).toEqual({ texts: expected, lists: expected.map((topic) => distances(placesOf(topic))) });
  });

  test("a shard that is indexed by itself, in place of an old one, has the same bytes as among others", async () => {
    const [shard] = planShards(records);
    if (shard === undefined) throw new Error("no shard");
    mkdirSync(join(folder, "steps", "en", "all", "words"), { recursive: true });
    writeFileSync(join(folder, "steps", "en", "all", "words", "0000000000"), "of an older index");
    const workers = new Workers(1);
    await indexShards([shard], join(folder, "steps"), workers);
    workers.close();
    const own = (name: string): readonly string[] => filesOf(name).filter((file) => file.startsWith("en/"));
    expect(own("steps")).toEqual(own("one"));
    for (const file of own("one")) expect(readFileSync(join(folder, "steps", file)).equals(readFileSync(join(folder, "one", file))), file).toBe(true);
  });

  test("a shard that cannot be indexed is named, whichever process was at it", async () => {
    writeFileSync(join(folder, "taken"), "a file where the index's folder is to be");
    for (const shards of [planShards(records), planShards(records, 6_000)]) {
      const workers = new Workers(2);
      const indexing = indexShards(shards, join(folder, "taken"), workers).finally(() => workers.close());
      await expect(indexing).rejects.toThrow(/^Indexing the search's shard en\/\S+ failed: /);
    }
  });

  test("a shard that nobody waits for any more is not written: the next build may be at work in its folder", async () => {
    const directory = join(folder, "gone");
    const job = { directory, path: "en/all", fingerprint: "f", language: "en", articles: records.map(indexedArticleOf), days: daysOf(records) };
    await expect(indexShard(job, () => false)).rejects.toThrow("the build that wanted this shard is gone");
    expect(existsSync(directory)).toBe(false);
  });

  test("no article at all is an index without shards", async () => {
    expect((await writeSearchIndex([], [], join(folder, "none"), { jobs: 1 })).shards).toEqual([]);
    expect(filesOf("none").filter((file) => !file.startsWith("names/"))).toEqual(["shards.json"]);
  });
});

describe("the script", () => {
  const script = clientScript();

  test("is a module that runs: no import, no export, no type, no name twice", () => {
    const file = join(mkdtempSync(join(tmpdir(), "search-script-")), "search.mjs");
    writeFileSync(file, script);
    expect(() => execFileSync(process.execPath, ["--check", file], { stdio: "pipe" })).not.toThrow();
    rmSync(dirname(file), { recursive: true });
    expect(script).not.toMatch(/\b(?:import|export)[ {*]/u);
    expect(script).not.toContain('.ts"');
  });

  test("is of modules that have lost their types and keep their imports until they are joined", () => {
    const source = 'import type { A } from "./a.ts";\nimport { b } from "./b.ts";\nexport const c: A = b;\n';
    expect(scriptOf(source).trim()).toBe('import { b } from "./b.ts";\nexport const c    = b;');
  });

  test("is small, also as a host sends it that knows gzip alone", () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(15_000);
  });
});

describe("squeezing", () => {
  test.each([
    ["comments and space", "// a\nconst a = 1; /* b */\n  const b = a;\n", "const a=1;const b=a;"],
    ["signs that would join", "a + +b; a - -b; i++ + 1;", "a+ +b;a- -b;i++ +1;"],
    ["words that would join", "return x in y; typeof z", "return x in y;typeof z"],
    ["regular expressions", "x.replace(/[/\"] {2,}\\//gu, y)", "x.replace(/[/\"] {2,}\\//gu,y)"],
    ["a division", "a / b / c; (a) / 2 // d", "a/b/c;(a)/2"],
    ["a regular expression behind return", "return / x/u.test(a)", "return/ x/u.test(a)"],
    ["templates", "`a  ${ f(`b  ${ c }`, { d: 1 }) }  // e`", "`a  ${ f(`b  ${ c }`, { d: 1 }) }  // e`"],
    ["strings", "\"a  // b\" + 'c  \\' d'", "\"a  // b\"+'c  \\' d'"],
    ["the comma behind the last", "f([a, b,\n], {\n c,\n},\n)", "f([a,b],{c})"],
    ["the semicolon behind the last", "f(() => {\n  a();\n  return b;\n});", "f(()=>{a();return b});"],
    ["holes in a list", "const [, a] = b;", "const[,a]=b;"],
  ])("leaves %s right", (_, source, squeezed) => expect(squeezeScript(source)).toBe(`${squeezed}\n`));
});
