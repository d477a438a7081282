import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "../../../src/build/check.ts";
import { stateFile } from "../../../src/build/state.ts";
import { verifyFolder } from "../../../src/build/verify/verify-folder.ts";
import { readSettings } from "../../../src/content/read-settings.ts";
import { ContentError } from "../../../src/model/content-error.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "../small-archive.ts";
import { readTree, treeDifferences } from "../trees.ts";
import { makeWorkFolder, type WorkFolder } from "../work-folder.ts";

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
  writeContent(folder.content, inventedArchive(10));
});
afterEach(() => {
  folder.remove();
});

async function problemsOfBuild(): Promise<readonly string[]> {
  try {
    await folder.build();
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(({ file, message }) => `${file}: ${message}`);
    throw error;
  }
  return [];
}

describe("a build verifies the site before it takes the place of the old one", () => {
  test("a dead link fails it, naming the article; the old site stays, and the next build is as if it had not been", async () => {
    await folder.build();
    const before = readTree(folder.site);
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "See [the pier](/1987/pier/) and [Otto](/people/otto-ahl/#life).\n" }) });
    expect(await problemsOfBuild()).toEqual([
      "1987/01/item-3.md: the page /1987/01/item-3/ leads to /1987/pier/, which is not there",
      "1987/01/item-3.md: the page /1987/01/item-3/ leads to /people/otto-ahl/#life, and that page has no such place",
    ]);
    expect(treeDifferences(before, readTree(folder.site))).toEqual([]);
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "Otto\n" }) });
    await folder.build();
    expect(treeDifferences(readTree(await folder.buildClean()), readTree(folder.site))).toEqual([]);
  });

  test("a dead link is named with its line and column, by `check` too; below `elsewhere` it is none, and neither is it for `verify`", async () => {
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "One line.\n\nSee [the\nplan](/wp-content/a%20plan.pdf?x=1#p2) and [it](/1987/02/item-9/).\n" }) });
    const failure = { file: "1987/01/item-3.md", line: 13, column: 7, message: "the page /1987/01/item-3/ leads to /wp-content/a" };
    for (const attempt of [() => folder.build(), () => checkContent(folder.content, undefined)]) {
      const error = await attempt().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ problems: [{ ...failure, message: expect.stringMatching(/^the page \/1987\/01\/item-3\/ leads to \/wp-content\/a(?:%20| )plan\.pdf#p2, which is not there$/u) }] });
    }
    appendFileSync(path.join(folder.content, "archive.yaml"), "elsewhere: [/wp-content/]\n");
    await checkContent(folder.content, undefined);
    await folder.build();
    expect(readFileSync(path.join(folder.site, "1987/01/item-3/index.html"), "utf8")).toContain("/wp-content/a%20plan.pdf?x=1#p2");
    expect(verifyFolder(folder.site).problems).toHaveLength(1);
    expect(verifyFolder(folder.site, readSettings(folder.content).elsewhere).problems).toEqual([]);
  });

  test("the first build that fails leaves no site", async () => {
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "[x](/nowhere/)\n" }) });
    expect(await problemsOfBuild()).toHaveLength(1);
    expect(existsSync(folder.site)).toBe(false);
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3) });
    expect(await problemsOfBuild()).toEqual([]);
  });

  test.each([
    ["from what the last build collected", () => {}],
    ["by making all pages again, where the last build's memory is damaged", () => writeFileSync(stateFile(folder.site), readFileSync(stateFile(folder.site)).subarray(0, -3))],
  ])("pages that were not made again are verified too: %s", async (_how, prepare) => {
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "See [the last](/1987/02/item-9/).\n" }) });
    await folder.build();
    rmSync(path.join(folder.content, fileOfNumber(9)));
    writeContent(folder.content, { "1990/other.md": inventedArticle(9, { date: "1990-02-02" }) });
    prepare();
    expect(await problemsOfBuild()).toEqual(["1987/01/item-3.md: the page /1987/01/item-3/ leads to /1987/02/item-9/, which is not there"]);
  });
});

describe("a folder is verified from its files", () => {
  test("a site below a path, with pictures and all kinds of pages, is sound; a copy elsewhere too", async () => {
    await folder.build({ basePath: "/archive/", siteUrl: "https://post.example.org" });
    const copy = path.join(folder.path, "copy");
    cpSync(folder.site, copy, { recursive: true });
    const { problems, pages, files } = verifyFolder(copy);
    expect(problems).toEqual([]);
    expect(files).toBe(readTree(copy).size);
    expect(pages).toBeGreaterThan(30);
  });

  test("what was damaged is named by its page", async () => {
    await folder.build();
    rmSync(path.join(folder.site, "people/otto-ahl/index.html"));
    const { problems } = verifyFolder(folder.site);
    expect(problems.map(({ file }) => file)).toContain("1987/01/item-1/index.html");
    expect(new Set(problems.map(({ message }) => message.replace(/^the page \S+ /u, "")))).toEqual(new Set(["leads to /people/otto-ahl/, which is not there"]));
  });

  test("a folder without a site is refused", () => {
    expect(() => verifyFolder(folder.content)).toThrow("holds no site");
    expect(() => verifyFolder(path.join(folder.path, "none"))).toThrow("holds no site");
  });
});

test("a style sheet that asks for what is not there is named", async () => {
  await folder.build();
  const sheet = `assets/${readdirSync(path.join(folder.site, "assets")).find((name) => name.endsWith(".css"))}`;
  writeFileSync(path.join(folder.site, sheet), "p { background: url(gone.png) }");
  expect(verifyFolder(folder.site).problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([`${sheet}: the style sheet /${sheet} asks for gone.png, which is not there`]);
});
