import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildForTest, forgetBuild } from "./build-site.ts";
import { differences, readSiteFiles, writeSiteFiles, type SiteFiles } from "./site-files.ts";

/**
 * Golden sites: every folder of tests/sites is a small archive, built through the real Eleventy and compared with its
 * `expected` file by file. Where they differ, the new site is left in `changed` for review; UPDATE_GOLDEN=1 accepts it.
 */
const cases = path.resolve(import.meta.dirname, "sites");
const accept = process.env["UPDATE_GOLDEN"] === "1";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-sites-"));
});
afterEach(() => {
  forgetBuild(path.join(folder, "site"));
  rmSync(folder, { recursive: true, force: true });
});

describe("a golden site comes out as expected, file by file", () => {
  test.each(readdirSync(cases).filter((name) => existsSync(path.join(cases, name, "articles"))))("%s", async (name) => {
    await build(path.join(cases, name, "articles"));
    const found = readSiteFiles(path.join(folder, "site"));
    const expected = path.join(cases, name, "expected");
    const changed = path.join(cases, name, "changed");
    rmSync(changed, { recursive: true, force: true });
    if (accept) writeSiteFiles(expected, found);
    const wrong = differences(existsSync(expected) ? readSiteFiles(expected) : new Map(), found);
    if (wrong.length > 0) writeSiteFiles(changed, found);
    expect(wrong, `compare ${changed} with ${expected}; UPDATE_GOLDEN=1 accepts`).toEqual([]);
  });
});

describe("a long list is cut by time, never by count", () => {
  test("a place of 100 articles has one page", async () => {
    writeArticles(100);
    const pages = await builtPages();
    expect(pages.filter((file) => file.startsWith("places/porto/"))).toEqual(["places/porto/index.html"]);
  });

  test("with 101 articles it is cut into years, and a year of few articles into nothing", async () => {
    writeArticles(101);
    const pages = await builtPages();
    expect(pages.filter((file) => file.startsWith("places/porto/"))).toEqual(["places/porto/1987/index.html", "places/porto/1988/index.html", "places/porto/index.html"]);
  });

  test("a crowded year is cut into months, a crowded month into days", async () => {
    writeArticles(101);
    for (let i = 0; i < 101; i++) writeArticle(`1988/05/a${i}.md`, `1988-05-${String(1 + (i % 3)).padStart(2, "0")}`);
    const pages = await builtPages();
    const cuts = pages.filter((file) => file.startsWith("places/porto/1988/"));
    expect(cuts).toEqual(["01", "05/01", "05/02", "05/03", "05"].sort().map((cut) => `places/porto/1988/${cut}/index.html`).concat("places/porto/1988/index.html").sort());
  });

  test("every article has its page and stands on the page of its day", async () => {
    writeArticles(101);
    const files = await builtFiles();
    for (let i = 0; i < 101; i++) {
      const { file, date } = articleNumber(i);
      const address = `/${file.replace(/\.md$/u, "")}/`;
      expect(files.has(`${address.slice(1)}index.html`)).toBe(true);
      const day = files.get(`${date.replaceAll("-", "/")}/index.html`) ?? files.get(`${date.slice(0, 7).replaceAll("-", "/")}/index.html`) ?? files.get(`${date.slice(0, 4)}/index.html`) ?? "";
      expect(day).toContain(`href="${address}"`);
    }
  });
});

describe("the same content makes the same site", () => {
  test("twice over, and whatever the machine's time zone and language", async () => {
    const content = path.join(cases, "dates/articles");
    await build(content);
    const first = readSiteFiles(path.join(folder, "site"));
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Kiritimati";
    try {
      await build(content);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(differences(first, readSiteFiles(path.join(folder, "site")))).toEqual([]);
  });
});

test("a build that fails leaves the site that is there", async () => {
  writeArticle("1987/bridge.md", "1987-03-02");
  const before = await builtFiles();
  writeArticle("1987/ferry.md", "2001-02-30");
  await expect(build(path.join(folder, "articles"))).rejects.toThrow("is not a calendar date");
  expect(differences(before, readSiteFiles(path.join(folder, "site")))).toEqual([]);
});

test("a file that begins with _ or . is no content", async () => {
  writeArticle("1987/bridge.md", "1987-03-02");
  writeArticle("1987/_ferry.md", "no date");
  writeArticle("_drafts/tunnel.md", "no date");
  writeArticle(".trash/tunnel.md", "no date");
  expect([...(await builtFiles()).keys()].filter((file) => /ferry|tunnel/u.test(file))).toEqual([]);
});

test.each([
  ["a draft", "status: draft"],
  ["an article under embargo", "status: embargoed\nembargo: 2001-01-01"],
  ["a withdrawn article", "status: withdrawn\nwithdrawn: { date: 1987-03-05, reason: It was wrong. }"],
])("nothing that only %s says is anywhere on the site", async (_what, status) => {
  writeArticle("1987/bridge.md", "1987-03-02");
  const target = path.join(folder, "articles/1987/ferry.md");
  const words = ["Hidden Title", "Hidden Dek", "Hidden Author", "Hidden Section", "Hidden Person", "Hidden Place", "Hidden Body", "Hidden Caption"];
  writeFileSync(target, `---\ntitle: Hidden Title\ndate: 1987-03-03\n${status}\ndek: Hidden Dek\nbyline: Hidden Author\nsection: Hidden Section\npeople: [Hidden Person]\nplaces: [Hidden Place]\nimages: [{ caption: Hidden Caption }]\n---\nHidden Body\n`);
  const files = await builtFiles();
  const found = [...files].flatMap(([file, text]) => words.filter((word) => text.includes(word) || file.includes(word.toLowerCase().replace(" ", "-"))).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

/** Article `i` of a long list: four in January 1988, the others from March 1987 on. */
function articleNumber(i: number): { readonly file: string; readonly date: string } {
  const date = i < 4 ? `1988-01-0${i + 1}` : `1987-${String(3 + (i % 9)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;
  return { file: `${date.slice(0, 4)}/${date.slice(5, 7)}/article-${i}.md`, date };
}

function writeArticles(count: number): void {
  for (let i = 0; i < count; i++) writeArticle(articleNumber(i).file, articleNumber(i).date);
}

function writeArticle(file: string, date: string): void {
  const target = path.join(folder, "articles", file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `---\ntitle: About ${path.basename(file, ".md")}\ndate: ${date}\nplaces: [Porto]\n---\nText.\n`);
}

async function builtFiles(): Promise<SiteFiles> {
  await build(path.join(folder, "articles"));
  return readSiteFiles(path.join(folder, "site"));
}

async function builtPages(): Promise<readonly string[]> {
  return [...(await builtFiles()).keys()].filter((file) => file.endsWith(".html")).sort();
}

function build(content: string): Promise<void> {
  return buildForTest(content, path.join(folder, "site"));
}
