import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ContentError } from "../../src/model/content-error.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/* Former addresses of articles and former ids of records lead to the present ones, on any host, without scripts. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-redirects-"));
});
afterEach(() => {
  forgetBuild(path.join(folder, "site"));
  rmSync(folder, { recursive: true });
});

describe("a former address of an article", () => {
  test.each([
    ["/old/story.html", "old/story.html"],
    ["/old/story.php5", "old/story.php5"],
    ["/old/story/", "old/story/index.html"],
    ["/old/story", "old/story/index.html"],
    ["/2019/03/v1.2", "2019/03/v1.2/index.html"],
    ["/ÄLT/größe.html", "ÄLT/größe.html"],
    ["/caf%C3%A9/", "café/index.html"],
    ["/a%20b/c.html", "a b/c.html"],
    ["/100%/", "100%/index.html"],
    ["/people/somebody/", "people/somebody/index.html"],
  ])("%s is written as %s and leads to the present one", async (former, file) => {
    writeArticle("1987/03/story.md", `formerUrls: [${JSON.stringify(former)}]`);
    await buildForTest(path.join(folder, "articles"), path.join(folder, "site"), { siteUrl: "https://norrby.example", basePath: "/archive/" });
    const page = readFileSync(path.join(folder, "site", file), "utf8");
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/archive/1987/03/story/">');
    expect(page).toContain('<link rel="canonical" href="https://norrby.example/archive/1987/03/story/">');
    expect(page).toContain('<a href="/archive/1987/03/story/">');
    expect(readFileSync(path.join(folder, "site/sitemap.xml"), "utf8")).not.toContain(former);
  });

  test("may be one of many", async () => {
    writeArticle("1987/03/story.md", "formerUrls: [/a.html, /b/, /c]");
    await build();
    for (const file of ["a.html", "b/index.html", "c/index.html"]) expect(readFileSync(path.join(folder, "site", file), "utf8")).toContain("url=/1987/03/story/");
  });
});

test("a former id of a record of any kind leads to its page", async () => {
  writeArticle("1987/03/story.md", "people: [astrid-holm]\nplaces: [norrby]\norganizations: [board]\ntopics: [bells]");
  write("people.yaml", "astrid-holm:\n  name: Astrid Holm\n  formerIds: [a-holm, holm]\n");
  write("places.yaml", "norrby:\n  name: Norrby\n  formerIds: [northby]\n");
  write("organizations.yaml", "board:\n  name: The Board\n  formerIds: [council]\n");
  write("topics.yaml", "bells:\n  name: Bells\n  formerIds: [ringing]\n");
  await build();
  for (const [from, to] of [["people/a-holm", "people/astrid-holm"], ["people/holm", "people/astrid-holm"], ["places/northby", "places/norrby"], ["organizations/council", "organizations/board"], ["topics/ringing", "topics/bells"]] as const) {
    expect(readFileSync(path.join(folder, "site", from, "index.html"), "utf8")).toContain(`content="0; url=/${to}/"`);
  }
});

describe("a former address that something else has is an error that names both:", () => {
  test.each<[what: string, former: string, files: Readonly<Record<string, string>>, words: readonly string[]]>([
    ["another article", "/1987/03/other/", { "1987/03/other.md": article() }, ["1987/03/story.md", "1987/03/other.md", "/1987/03/other/"]],
    ["another article, without the slash", "/1987/03/other", { "1987/03/other.md": article() }, ["1987/03/story.md", "1987/03/other.md"]],
    ["another article, in capitals", "/1987/03/OTHER/", { "1987/03/other.md": article() }, ["1987/03/story.md", "1987/03/other.md"]],
    ["another article, by the file of its page", "/1987/03/other/index.html", { "1987/03/other.md": article() }, ["1987/03/story.md", "1987/03/other.md"]],
    ["the article itself", "/1987/03/story/", {}, ["1987/03/story.md", "/1987/03/story/"]],
    ["another former address", "/old.html", { "1987/03/other.md": article("formerUrls: [/old.html]") }, ["1987/03/story.md", "1987/03/other.md", "/old.html"]],
    ["another former address, in the other Unicode form", `/${"größe".normalize("NFD")}.html`, { "1987/03/other.md": article(`formerUrls: ["/${"größe".normalize("NFC")}.html"]`) }, ["1987/03/story.md", "1987/03/other.md"]],
    ["a page of the archive", "/people/", {}, ["1987/03/story.md", "/people/", "archive's own pages"]],
    ["the home page", "/index.html", {}, ["1987/03/story.md", "archive's own pages"]],
    ["a year", "/1987/", {}, ["1987/03/story.md", "/1987/"]],
    ["a person", "/people/nils-berg/", {}, ["1987/03/story.md", "/people/nils-berg/"]],
    ["a withdrawn article", "/1987/03/gone/", { "1987/03/gone.md": article("status: withdrawn\nwithdrawn: {date: 1990-01-02, reason: Wrong}") }, ["1987/03/story.md", "1987/03/gone.md"]],
    ["the feed", "/feed.xml", {}, ["1987/03/story.md", "/feed.xml"]],
    ["a folder of the archive's own files", "/assets", {}, ["1987/03/story.md", "/assets"]],
    ["a file where a page has its folder", "/1987/03/other/index.html/x.html", { "1987/03/other.md": article() }, ["1987/03/story.md"]],
    ["a file whose name is the folder of other pages", "/old.html/next/", { "1987/03/other.md": article("formerUrls: [/old.html]") }, ["old.html"]],
  ])("%s", async (_what, former, files, words) => {
    writeArticle("1987/03/story.md", `people: [Nils Berg]\nformerUrls: [${JSON.stringify(former)}]`);
    for (const [file, text] of Object.entries(files)) write(file, text);
    const problem = (await problems()).join("\n");
    for (const word of words) expect(problem.normalize("NFC")).toContain(word.normalize("NFC"));
  });

  test("a former id that another record has", async () => {
    writeArticle("1987/03/story.md", "");
    write("people.yaml", "astrid-holm:\n  name: Astrid Holm\n  formerIds: [nils-berg]\nnils-berg:\n  name: Nils Berg\n");
    expect((await problems()).join("\n")).toMatch(/people\.yaml.*\/people\/nils-berg\//u);
  });
});

test("a former address that is none any more goes with the next build", async () => {
  writeArticle("1987/03/story.md", "formerUrls: [/old.html]");
  await build({ fresh: false });
  writeArticle("1987/03/story.md", "");
  await build({ fresh: false });
  expect(() => readFileSync(path.join(folder, "site/old.html"))).toThrow(/ENOENT/u);
});

async function build(options = {}): Promise<void> {
  await buildForTest(path.join(folder, "articles"), path.join(folder, "site"), options);
}

async function problems(): Promise<readonly string[]> {
  try {
    await build();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split("\n");
    throw error;
  }
}

function article(more = ""): string {
  return `---\ntitle: A story\ndate: 1987-03-02\n${more}\n---\n\nText.\n`;
}

function writeArticle(file: string, more: string): void {
  write(file, article(more));
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, "articles", file)), { recursive: true });
  writeFileSync(path.join(folder, "articles", file), text);
}
