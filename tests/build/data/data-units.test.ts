import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readContentFolder } from "../../../src/content/content-folder.ts";
import { DataUnits } from "../../../src/build/data/data-units.ts";
import { cutRuns } from "../../../src/build/data/runs.ts";
import { getMark } from "../../../src/build/generation.ts";
import { prepareSite, type PreparedSite } from "../../../src/build/prepare.ts";
import { loadState } from "../../../src/build/state.ts";
import { programFingerprint } from "../../../src/build/fingerprint.ts";
import { contextOf } from "../../archive-of.ts";
import { recordFiles, writeContent, type ContentFiles } from "../small-archive.ts";
import { readTree } from "../trees.ts";
import { makeWorkFolder, type WorkFolder } from "../work-folder.ts";

const file = "data/articles-1987.jsonl.gz";

let work: WorkFolder;
const count = 400;

// One year, several runs.
function articleOf(i: number): readonly [string, string] {
  return [`1987/a${i}.md`, `---\ntitle: Item ${i}\ndate: 1987-${String((i % 12) + 1).padStart(2, "0")}\n${i === 7 ? "people: [Maja Lindqvist]\n" : ""}---\nText of number ${i}.\n`];
}

beforeAll(async () => {
  work = makeWorkFolder();
  const files: ContentFiles = { "people.yaml": recordFiles["people.yaml"] ?? "", "archive.yaml": "title: The Norrby Post\nlicence: CC0-1.0\n" };
  for (let i = 0; i < count; i++) Object.assign(files, Object.fromEntries([articleOf(i)]));
  writeContent(work.content, files);
  await work.build();
}, 60_000);
afterAll(() => work.remove());

function prepared(): Promise<PreparedSite> {
  return prepareSite(readContentFolder(work.content), { siteUrl: undefined, basePath: "/", asOf: undefined });
}

test("one more article moves no border between runs but those around it", async () => {
  const before = cutRuns((await prepared()).context);
  expect(before.length).toBeGreaterThan(2);
  writeContent(work.content, { "1987/b.md": "---\ntitle: One more\ndate: 1987-06\n---\nText.\n" });
  const after = cutRuns((await prepared()).context);
  const old = new Set(before.map(({ fingerprint }) => fingerprint));
  const changed = after.filter(({ fingerprint }) => !old.has(fingerprint));
  expect(changed.length).toBeLessThanOrEqual(2);
  expect(changed.some(({ articles }) => articles.some(({ address }) => address === "/1987/b/"))).toBe(true);
});

test("a run that the published files have is copied from them and not made again", async () => {
  const state = loadState(work.site, programFingerprint());
  const unit = state?.live.units.get(file);
  if (state === undefined || unit === undefined) throw new Error("the build has left nothing");
  const { context } = await prepared();
  const kept = cutRuns(context).find(({ fingerprint }) => state.data.has(fingerprint));
  const part = state.data.get(kept?.fingerprint ?? "")?.jsonl;
  if (part === undefined) throw new Error("no run is known");
  // A byte that stands for nothing else, in the middle of the run: it comes through only in a copy.
  const target = path.join(work.site, file);
  const whole = readFileSync(target);
  const marked = Buffer.from(whole);
  const at = part.offset + Math.floor(part.length / 2);
  marked.writeUInt8(marked.readUInt8(at) ^ 0xff, at);
  writeFileSync(target, marked);
  const units = new Map(state.live.units).set(file, { ...unit, files: [getMark(work.site, file)] });
  const aside = path.join(work.path, "copied");
  await new DataUnits(context, aside, { folder: work.site, generation: { ...state.live, units }, memory: state.data }).writeAll();
  const bytes = marked.subarray(part.offset, part.offset + part.length);
  expect(readFileSync(path.join(aside, file)).includes(bytes)).toBe(true);
  writeFileSync(target, whole);

  // Seen to be damaged, the published file is not taken from.
  await new DataUnits(context, aside, { folder: work.site, generation: state.live, memory: state.data }).writeAll();
  expect(gunzipSync(readFileSync(path.join(aside, file))).toString()).toContain('"address":"/1987/b/"');
});

test("after an edit, a new article, a record's new name and damage, all files are as a clean build's", async () => {
  const [name, text] = articleOf(300);
  writeContent(work.content, { [name]: text.replace("Text of", "Much else of"), "people.yaml": "maja-lindqvist: { name: Maja Lindqvist Ek, variants: [Maja Lindqvist] }\n" });
  await work.build();
  writeFileSync(path.join(work.site, "data/citations.csl.json.gz"), "damaged");
  await work.build();
  const clean = readTree(path.join(await work.buildClean({ jobs: 2 }), "data"));
  const built = readTree(path.join(work.site, "data"));
  expect([...built.keys()]).toEqual([...clean.keys()]);
  expect([...clean].filter(([path_, bytes]) => !built.get(path_)?.equals(bytes)).map(([path_]) => path_)).toEqual([]);
  const lines = gunzipSync(built.get("articles-1987.jsonl.gz") ?? "").toString();
  expect(lines).toContain("Much else");
  expect(lines).toContain('"name":"Maja Lindqvist Ek"');
  expect(lines.trimEnd().split("\n")).toHaveLength(count + 1);
}, 60_000);

test("articles stand in the file of their year, those of no certain year in one of their own, each oldest first", () => {
  const context = contextOf({ "a.md": "date: 1987-03-02", "b.md": "date: 1986", "c.md": "date: 198X", "d.md": "date: 1987-01", "e.md": "" });
  const years = Map.groupBy(cutRuns(context), ({ year }) => year);
  const titles = [...years].map(([year, runs]) => `${year}: ${runs.flatMap(({ articles }) => articles.map(({ title }) => title)).join(" ")}`);
  expect(titles).toEqual(["without-year: e c", "1986: b", "1987: d a"]);
});
