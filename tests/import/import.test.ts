import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatReport } from "../../src/import/format-report.ts";
import { renderScalar } from "../../src/import/front-matter.ts";
import { ImportError } from "../../src/import/import-error.ts";
import { importArchive } from "../../src/import/import.ts";
import { hasProblems } from "../../src/import/report.ts";
import type { Report } from "../../src/import/report.ts";

const source = fileURLToPath(new URL("../fixtures/import/harbour.sgm", import.meta.url));
let content = "";
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "backfile-import-"));
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

test("an import writes one file per article, and its report beside them", () => {
  const report = importFixture();
  expect(files()).toEqual(["1987/02/007.md", "1987/03/007.md", "1987/03/120.md", "1987/04/026.md", "1987/04/121.md", "_import-sgml.json", "undated/122.md"]);
  expect(JSON.parse(readFileSync(join(content, "_import-sgml.json"), "utf8"))).toEqual(report);
  expect(report).toMatchObject({ records: 10, written: 6, alreadyThere: 0 });
  expect(hasProblems(report)).toBe(true);
});

test("an article file has its keys in order and its text as Markdown", () => {
  importFixture();
  expect(readFileSync(join(content, "1987/03/120.md"), "utf8")).toBe(`---
title: FERRY LATE
date: 1987-03-31
byline: [TOM REED, LIS BERG]
dateline: TELLAN, March 31
provenance:
  importer: sgml
  source: harbour.sgm
  record: "120"
  sha256: "${hashOfRecord('NEWID="120"')}"
  changes:
    - "no time of day could be read from \\"31-MAR-1987 605:12:19.12\\""
    - the byline was "BY TOM REED AND LIS BERG, REUTERS"
    - "\\"Berg-\\" stood in the dateline field"
    - dropped the sign-off "REUTER"
---

Berg- und Sohn said its ferry was 1 hour late. # No reason was given.

1987\\. A year of fog, it said.

===

\\- - - -
`);
});

test("importing twice gives the same bytes and writes nothing again", () => {
  importFixture();
  const before = articles();
  expect(importFixture()).toMatchObject({ written: 0, alreadyThere: 6 });
  expect(articles()).toEqual(before);
});

test("what an editor has changed or moved since stays, and does not come back", () => {
  importFixture();
  const edited = readFileSync(join(content, "1987/02/007.md"), "utf8").replace("LIGHTHOUSE", "GULL ROCK");
  rmSync(join(content, "1987/02/007.md"));
  mkdirSync(join(content, "lights"));
  writeFileSync(join(content, "lights/keeper.md"), edited);
  expect(importFixture()).toMatchObject({ written: 0, alreadyThere: 6 });
  expect(readFileSync(join(content, "lights/keeper.md"), "utf8")).toBe(edited);
  expect(existsSync(join(content, "1987/02/007.md"))).toBe(false);
});

test("a stranger's file at an article's path is left alone and reported", () => {
  mkdirSync(join(content, "1987/02"), { recursive: true });
  writeFileSync(join(content, "1987/02/007.md"), "my own notes");
  const report = importFixture();
  expect(readFileSync(join(content, "1987/02/007.md"), "utf8")).toBe("my own notes");
  expect(report.conflicts).toEqual([{ path: "1987/02/007.md", record: "7", source: "harbour.sgm", reason: "another file stands at its path" }]);
});

test("an import that was killed goes on where it stopped, and its unfinished file is no article", () => {
  importFixture();
  const whole = articles();
  renameSync(join(content, "1987/04/026.md"), join(content, "_import-sgml.tmp"));
  writeFileSync(join(content, "_import-sgml.tmp"), "---\ntitle: HERRI");
  expect(importFixture()).toMatchObject({ written: 1, alreadyThere: 5 });
  expect(articles()["1987/04/026.md"]).toBe(whole["1987/04/026.md"]);
  expect(files()).not.toContain("_import-sgml.tmp");
});

test("a dry run reports and writes nothing", () => {
  const report = importArchive({ format: "sgml", sources: [source], content, dryRun: true });
  expect(files()).toEqual([]);
  expect(formatReport(report)).toContain("would write 6 articles");
});

test("a record whose text has changed since its import is named", () => {
  importFixture();
  const file = join(content, "undated/122.md");
  writeFileSync(file, readFileSync(file, "utf8").replace(/sha256: "\w+"/u, 'sha256: "0"'));
  expect(importFixture().warnings.map((group) => group.kind)).toContain("source changed since its import");
});

test("the report on the terminal names broken records with their lines", () => {
  expect(formatReport(importFixture())).toMatch(/broken 1: has no end tag\n {2}harbour\.sgm:\d+ record 125/u);
});

describe("a source that cannot be imported is an error", () => {
  test.each([
    ["a missing folder", "/nowhere/at/all", "does not exist"],
    ["a folder without .sgm files", tmpdir(), "holds no .sgm files"],
  ])("%s", (_case, folder, message) => {
    const empty = folder === tmpdir() ? content : folder;
    const run = (): unknown => importArchive({ format: "sgml", sources: [empty], content, dryRun: true });
    expect(run).toThrow(ImportError);
    expect(run).toThrow(message);
  });
});

test.each(["1987", "no", "Y", "1e3", "FORD: RESULTS", "a #b", "[sic]", '"quoted" first', "ends with:", "- item", "&anchor", "<LHS> UP", "it's \"fine\", they said", "Łódź", "a\u0085b\u2028c", "-- ", "null", "0x1F", "1987-03-02", "~", "=", "<<", "R&D, *x* {y}"])(
  "the text %j reads back from YAML as itself",
  (text) => {
    const line = `key: ${renderScalar(text)}\n`;
    expect(load(line)).toEqual({ key: text });
    expect(parse(line)).toEqual({ key: text });
  },
);

function importFixture(): Report {
  return importArchive({ format: "sgml", sources: [source], content, dryRun: false });
}

function files(): readonly string[] {
  return readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/u.test(path)).sort();
}

function articles(): Record<string, string> {
  return Object.fromEntries(files().filter((path) => path.endsWith(".md")).map((path) => [path, readFileSync(join(content, path), "utf8")]));
}

function hashOfRecord(attribute: string): string {
  const text = readFileSync(source, "latin1");
  const from = text.lastIndexOf("<REUTERS", text.indexOf(attribute));
  return createHash("sha256").update(text.slice(from, text.indexOf("</REUTERS>", from) + "</REUTERS>".length), "latin1").digest("hex");
}
