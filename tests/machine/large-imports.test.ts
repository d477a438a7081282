import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-large-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** More than one Buffer or string of Node can hold. */
const twoGigabytes = 2_200_000_000;

describe("a file of 2.2 GB that is no such format is refused in less than 600 MB of memory", () => {
  test.each([
    ["csv", "a.csv", 'id,title,text\n1,Fog,Fog.\n2,"Never closed,', 1],
    ["jsonl", "a.jsonl", '{"title": "Fog", "text": "Fog."}\n{"title": "', 1],
    ["ninjs", "a.json", '[{"uri": "x:1", "headline": "Fog", "body_text": "Fog."}, {"uri": "', 1],
    ["newsml", "a.xml", '<newsMessage><newsItem guid="x:1"><contentMeta><headline>Fog</headline></contentMeta><contentSet><inlineData>Fog.</inlineData></contentSet></newsItem><newsItem guid="', 1],
    ["nitf", "a.xml", "<nitf><body>", 0],
    ["text", "a.txt", "Fog\n\n", 0],
  ])("%s", (format, name, start, written) => {
    const source = path.join(folder, name);
    writeLong(source, start);
    const result = measure(format, source);
    expect(result).toMatchObject({ written });
    expect(result.broken).toBeGreaterThan(0);
    expect(result.megabytes).toBeLessThan(600);
  });
});

test("a table of 1 GB is read in less than 600 MB of memory", () => {
  const source = path.join(folder, "a.csv");
  const file = openSync(source, "w");
  const text = "The ferry ran aground on Monday, the harbor board said. ".repeat(150);
  writeSync(file, "id,title,date,author,text\n");
  for (let i = 0; i < 120_000; i++) writeSync(file, `${String(i)},"Story ${String(i)}",1987-03-02,By Ann Lee and Tom Reed,"${text}"\n`);
  closeSync(file);
  const result = measure("csv", source);
  expect(result).toMatchObject({ written: 120_000, broken: 0 });
  expect(result.megabytes).toBeLessThan(600);
});

function writeLong(target: string, start: string): void {
  const file = openSync(target, "w");
  writeSync(file, start);
  const block = Buffer.alloc(10_000_000, "a");
  for (let size = 0; size < twoGigabytes; size += block.length) writeSync(file, block);
  closeSync(file);
}

function measure(format: string, source: string): { readonly written: number; readonly broken: number; readonly megabytes: number } {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, "../import/measure-import.ts"), format, source, path.join(folder, "content"), "--dry-run"], { encoding: "utf8" });
  expect(stderr).toBe("");
  console.log(format, stdout);
  return JSON.parse(stdout) as { readonly written: number; readonly broken: number; readonly megabytes: number };
}
