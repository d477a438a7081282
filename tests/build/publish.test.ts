import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asideOf, beginAside, clearAside, discardAside, finishAside, mendInterruptedPublish, OutputFolderError, publish, requireOwnAside, requireSiteOrNothing } from "../../src/build/publish.ts";

let folder = "";
let output = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-publish-"));
  output = path.join(folder, "site");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Folders beside each other, each by what it holds. */
type Arrangement = Readonly<Record<string, string>>;

function arrange(folders: Arrangement): void {
  for (const [name, text] of Object.entries(folders)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "index.html"), text);
  }
}

function arrangement(): Arrangement {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(path.join(folder, name, "index.html"), "utf8")]));
}

test("publishing exchanges the old site and the new one", () => {
  arrange({ site: "old", "site.next": "new" });
  publish(output);
  expect(arrangement()).toEqual({ site: "new", "site.next": "old" });
});

test("the first site has nothing to be exchanged with", () => {
  arrange({ "site.next": "new" });
  publish(output);
  expect(arrangement()).toEqual({ site: "new" });
});

describe("what a kill left is finished:", () => {
  test.each<[when: string, before: Arrangement, after: Arrangement]>([
    ["nothing", {}, {}],
    ["before the first rename", { site: "old", "site.next": "new" }, { site: "old", "site.next": "new" }],
    ["after the first rename", { "site.swap": "old", "site.next": "new" }, { site: "new", "site.next": "old" }],
    ["after the second rename", { site: "new", "site.swap": "old" }, { site: "new", "site.next": "old" }],
    ["after the third rename", { site: "new", "site.next": "old" }, { site: "new", "site.next": "old" }],
    ["the new site lost meanwhile", { "site.swap": "old" }, { site: "old" }],
    ["another new site made meanwhile", { site: "new", "site.swap": "old", "site.next": "other" }, { site: "new", "site.next": "other" }],
  ])("%s", (_when, before, after) => {
    arrange(before);
    mendInterruptedPublish(output);
    expect(arrangement()).toEqual(after);
    // Done twice it changes nothing.
    mendInterruptedPublish(output);
    expect(arrangement()).toEqual(after);
  });
});

describe("a build may take the place of", () => {
  test.each<[what: string, files: readonly string[] | undefined]>([
    ["nothing", undefined],
    ["an empty folder", []],
    ["a built site", ["index.html", "404.html", "sitemap.xml"]],
    ["a built site with a stranger in it", ["404.html", "sitemap.xml", "notes.txt"]],
  ])("%s", (_what, files) => {
    fill(files);
    expect(() => requireSiteOrNothing(output)).not.toThrow();
  });

  test.each<[what: string, files: readonly string[]]>([
    ["a folder of something else", ["thesis.tex"]],
    ["a folder with one hidden file", [".git"]],
    ["a site of another program", ["index.html", "sitemap.xml"]],
  ])("but not of %s", (_what, files) => {
    fill(files);
    expect(() => requireSiteOrNothing(output)).toThrow(OutputFolderError);
    expect(() => requireSiteOrNothing(output)).toThrow("name an empty or new one with --output");
    expect(readdirSync(output).sort()).toEqual([...files].sort());
  });

  test("but not of a file", () => {
    writeFileSync(output, "a file");
    expect(() => requireSiteOrNothing(output)).toThrow(OutputFolderError);
  });
});

describe("a build works beside the output in", () => {
  test.each<[what: string, files: readonly string[] | undefined]>([
    ["no folder yet", undefined],
    ["an empty one", []],
    ["that of the site before", ["index.html", "404.html", "sitemap.xml"]],
  ])("%s", (_what, files) => {
    if (files !== undefined) fill(files, asideOf(output));
    expect(() => requireOwnAside(output)).not.toThrow();
  });

  test("one that a build began, and did not finish", () => {
    beginAside(output);
    writeFileSync(path.join(asideOf(output), "index.html"), "");
    expect(() => requireOwnAside(output)).not.toThrow();
    finishAside(output);
    expect(() => requireOwnAside(output)).toThrow("is not a site that was built before");
  });

  test("one that was being emptied", () => {
    fill(["index.html", "404.html", "sitemap.xml"], asideOf(output));
    clearAside(output);
    expect(readdirSync(asideOf(output))).toEqual([".unfinished"]);
    expect(() => requireOwnAside(output)).not.toThrow();
    discardAside(output);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("but not in somebody's own", () => {
    fill(["thesis.tex"], asideOf(output));
    expect(() => requireOwnAside(output)).toThrow(OutputFolderError);
  });
});

test("the folder aside is beside the output, not inside it, however its name is written", () => {
  expect(asideOf(`${output}/`)).toBe(`${output}.next`);
  arrange({ site: "old", "site.next": "new" });
  publish(`${output}/`);
  expect(arrangement()).toEqual({ site: "new", "site.next": "old" });
});

function fill(files: readonly string[] | undefined, into = output): void {
  if (files === undefined) return;
  mkdirSync(into);
  for (const file of files) writeFileSync(path.join(into, file), "");
}
