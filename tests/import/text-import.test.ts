import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formatReport } from "../../src/import/format-report.ts";
import { importArchive } from "../../src/import/import.ts";
import type { ImportRequest } from "../../src/import/import.ts";
import { hasProblems } from "../../src/import/report.ts";
import type { Report } from "../../src/import/report.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";
import { textOfHtml } from "./text-of-html.ts";

const fixtures = fileURLToPath(new URL("../fixtures/import/text", import.meta.url));
let folder = "";
let sources = "";
let content = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-text-"));
  [sources, content] = [path.join(folder, "sources"), path.join(folder, "content")];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("texts of one title get numbers, and come back to their own files", () => {
  write({ "a.txt": "Fog\n\nOne.", "b.txt": "Fog\n\nTwo.", "c/a.txt": "FOG\n\nThree." });
  expect(importTexts()).toMatchObject({ written: 3, alreadyThere: 0 });
  const before = articles();
  expect(Object.entries(before).map(([file, text]) => [file, /source: (.*)/u.exec(text)?.[1]])).toEqual([
    ["undated/fog-2.md", "b.txt"],
    ["undated/fog-3.md", "c/a.txt"],
    ["undated/fog.md", "a.txt"],
  ]);
  expect(importTexts()).toMatchObject({ written: 0, alreadyThere: 3 });
  write({ "d.txt": "fog\n\nFour." });
  expect(importTexts()).toMatchObject({ written: 1, alreadyThere: 3 });
  expect(articles()).toMatchObject(before);
});

test("a stranger's file at an article's path stays, and the article stands beside it", () => {
  write({ "a.txt": "Fog\n\nOne." });
  mkdirSync(path.join(content, "undated"), { recursive: true });
  writeFileSync(path.join(content, "undated/fog.md"), "mine");
  expect(hasProblems(importTexts())).toBe(false);
  expect(articles()).toMatchObject({ "undated/fog.md": "mine", "undated/fog-2.md": expect.stringContaining("One.") });
});

test("a text that has changed since is named and left alone; the same text under another name is another article", () => {
  write({ "a.txt": "Fog\n\nOne." });
  importTexts();
  const before = articles();
  write({ "a.txt": "Fog\n\nOne and a half.", "b.txt": "Fog\n\nOne." });
  const report = importTexts();
  expect(articles()["undated/fog.md"]).toBe(before["undated/fog.md"]);
  expect(report.warnings).toMatchObject([
    { kind: "source changed since its import", articles: [{ path: "undated/fog.md" }] },
    { kind: "same text as another article", articles: [{ path: "undated/fog-2.md", text: "its text is that of undated/fog.md" }] },
  ]);
});

test("publication and date are written and recorded", () => {
  write({ "a.txt": "Fog\n\nOne." });
  importTexts({ publication: "The Post: Evening, No. 1", date: "1987-03~" });
  expect(articles()["1987/03/fog.md"]).toMatch(/date: 1987-03~\nsource: \{ name: "The Post: Evening, No\. 1" \}\nprovenance:/u);
  expect(articles()["1987/03/fog.md"]).toContain("took the date 1987-03~, given with the command");
  expect(articles()["1987/03/fog.md"]).toContain('took the publication \\"The Post: Evening, No. 1\\", given with the command');
});

test.each([
  ["a date that does not exist", { date: "1987-02-30" }, '"1987-02-30" is not a date'],
  ["an empty publication", { publication: " " }, "is empty"],
  ["a date for records that have their own", { format: "sgml", date: "1987" }, "have dates of their own"],
] as const)("%s is refused", (_case, options, message) => {
  write({ "a.txt": "Fog\n\nOne." });
  expect(() => importTexts(options)).toThrow(message);
  expect(existsSync(content)).toBe(false);
});

test("a file in no character set that can be told is named with its byte, and the others are imported", () => {
  write({ "a.txt": "Fog\n\nOne.", "b.txt": Buffer.from("Fog\n\ncaf\x81", "latin1"), "c.txt": "" });
  const report = importTexts();
  expect(report).toMatchObject({ records: 3, written: 1 });
  expect(hasProblems(report)).toBe(true);
  expect(formatReport(report)).toContain("broken 1: is not UTF-8\n  b.txt:3: byte 0x81 at offset 8; say what it is with --charset");
  expect(formatReport(report)).toContain("skipped 1: has no text");
});

test("a dry run writes nothing and says where articles would stand", () => {
  write({ "a.txt": "Fog\n\nOne.", "b.txt": "Fog\n\nTwo." });
  expect(Object.keys(importTexts({ dryRun: true }).articles)).toEqual(["undated/fog.md", "undated/fog-2.md"]);
  expect(existsSync(content)).toBe(false);
});

test("hidden files and other files of a folder are left out", () => {
  write({ "a.txt": "Fog\n\nOne.", ".git/b.txt": "Fog\n\nTwo.", "c.md": "Fog" });
  expect(importTexts().sources).toEqual(["a.txt"]);
});

test("the report shows what a guess rests on", () => {
  const report = importTexts({ sources: [path.join(fixtures, "bridge-talks.txt")] });
  expect(formatReport(report)).toContain('guessed 1: byline without "By"\n  undated/harbor-board-lays-a-table-for-bridge-talks-between-amber-and.md: took line 5 as the byline: "Tom Reed" (lines 5 and 6)');
  expect(report.guesses.find(({ kind }) => kind === "subheads")?.articles).toEqual([
    {
      path: "undated/harbor-board-lays-a-table-for-bridge-talks-between-amber-and.md",
      text: 'took lines 17 and 28 as subheads: "Bridge Still Open, Still Shut: Board", "East Bank Wants ‘2nd Bridge,’ Keeper Says"',
      evidence: [{ line: 17, text: "Bridge Still Open, Still Shut: Board" }, { line: 28, text: "East Bank Wants ‘2nd Bridge,’ Keeper Says" }],
    },
  ]);
});

describe("a scraped page, imported and built", () => {
  const built = mkdtempSync(path.join(tmpdir(), "backfile-text-site-"));
  const output = path.join(built, "site");
  let page = "";
  let story = "";
  beforeAll(async () => {
    importArchive({ format: "text", sources: [path.join(fixtures, "bridge-talks.txt")], content: path.join(built, "content"), dryRun: false });
    await buildForTest(path.join(built, "content"), output);
    page = readFileSync(path.join(output, "undated/harbor-board-lays-a-table-for-bridge-talks-between-amber-and/index.html"), "utf8");
    story = /<div class="article-text[^]*?<\/div>(?=\n<footer)/u.exec(page)?.[0] ?? "";
  });
  afterAll(() => {
    forgetBuild(output);
    rmSync(built, { recursive: true });
  });

  test("has one headline, one byline, two subheads, three figures and one note on contributors", () => {
    expect(elements(page, "h1")).toEqual(["Harbor Board Lays a Table for Bridge Talks Between Amber and Lindqvist"]);
    expect(classes(page, "byline")).toEqual(["By Tom Reed"]);
    expect(elements(story, "h2")).toEqual(["Bridge Still Open, Still Shut: Board", "East Bank Wants ‘2nd Bridge,’ Keeper Says"]);
    expect(elements(page, "figure")).toHaveLength(3);
    expect(classes(page, "figure-caption").map((text) => text.slice(0, 14))).toEqual(["Gull Rock Gov.", "Norland's Harb", "Children wave "]);
    expect(classes(page, "figure-credit")).toEqual(["Jo P. Brand/Pictures of the Week/Pool via Reuters", "Ann O'Hara/Pool/AFP via Getty Images", "Vera Lund/AFP/Getty Images"]);
    expect(classes(page, "contributor")).toEqual(["The Sandhaven Post contributed to this report."]);
  });

  test("keeps (C) and (R), and invents no date", () => {
    expect(page).not.toMatch(/[©®™]/u);
    expect(page).toContain("Not (c) ever, (tm) +- nothing --- ...");
    expect(page).toContain("(C) and Gov. Ruth Amber (R)");
    expect(classes(page, "article-date")).toEqual(["undated"]);
    expect(page).not.toMatch(/<time|datePublished|2019|Updated/u);
  });

  test("says what the source says, and nothing else", () => {
    const source = readFileSync(path.join(fixtures, "bridge-talks.txt"), "utf8").split("\n").slice(6, 33).filter((line) => !line.includes("Getty Images"));
    const text = textOfHtml(story.replace(/<figure[^]*?<\/figure>/gu, ""));
    expect(squeeze(text)).toBe(squeeze(source.join(" ")));
  });
});

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(sources, name)), { recursive: true });
    writeFileSync(path.join(sources, name), text);
  }
}

function importTexts(options: Partial<ImportRequest> = {}): Report {
  return importArchive({ format: "text", sources: [sources], content, dryRun: false, ...options });
}

function articles(): Readonly<Record<string, string>> {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md")).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(content, file), "utf8")]));
}

function elements(markup: string, name: string): readonly string[] {
  return [...markup.matchAll(new RegExp(`<${name}\\b[^>]*>([^]*?)</${name}>`, "gu"))].map(([, inside = ""]) => textOfHtml(inside).replaceAll("&#39;", "'"));
}

// Elements of one class that hold no element of their own kind.
function classes(markup: string, name: string): readonly string[] {
  return [...markup.matchAll(new RegExp(`<(\\w+) class="${name}">([^]*?)</\\1>`, "gu"))].map(([, , inside = ""]) => textOfHtml(inside).replaceAll("&#39;", "'"));
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
