import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stateFile } from "../../src/build/state.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "./small-archive.ts";
import { readTree, treeDifferences } from "./trees.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* A second build does what the change asks for, and nothing else. */

const articles = 12;

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
  writeContent(folder.content, inventedArchive(articles));
});
afterEach(() => {
  folder.remove();
});

describe("where nothing has changed", () => {
  test("nothing is rendered, and the site's folder is the same", async () => {
    const first = await folder.build();
    const before = statSync(folder.site).ino;
    const second = await folder.build();
    expect(second.pages).toEqual({ all: first.pages.all, rendered: 0, removed: 0 });
    expect([second.articles, second.files, second.bytes]).toEqual([articles, first.files, first.bytes]);
    expect(statSync(folder.site).ino).toBe(before);
  });

  test("nothing is indexed either", async () => {
    const first = await folder.build({ search: true });
    const second = await folder.build({ search: true });
    expect([first.searchShards, second.searchShards]).toEqual([{ all: 1, indexed: 1 }, { all: 1, indexed: 0 }]);
    expect(second.pages.rendered).toBe(0);
  });

  test("a file that was only touched is no change", async () => {
    await folder.build();
    const before = statSync(folder.site).ino;
    utimesSync(path.join(folder.content, fileOfNumber(3)), new Date(), new Date());
    expect((await folder.build()).pages.rendered).toBe(0);
    expect(statSync(folder.site).ino).toBe(before);
  });

  test("an empty line more in the records is none", async () => {
    await folder.build();
    const before = statSync(folder.site).ino;
    appendFileSync(path.join(folder.content, "people.yaml"), "\n# a note\n");
    expect((await folder.build()).pages.rendered).toBe(0);
    expect(statSync(folder.site).ino).toBe(before);
  });
});

describe("only the pages that show a change are rendered", () => {
  test("a text: its article, and the feeds, which show its beginning", async () => {
    await expectRendered({ [fileOfNumber(3)]: inventedArticle(3, { text: "Another text.\n" }) }, [`${addressOfNumber(3)}index.html`, "feed.json", "feed.xml"]);
  });

  test("a text below its own summary: its article alone", async () => {
    const matter = "dek: One line.\n";
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { matter }) });
    await expectRendered({ [fileOfNumber(3)]: inventedArticle(3, { text: "Another text.\n", matter }) }, [`${addressOfNumber(3)}index.html`]);
  });

  test("a headline: its article, its neighbours, and the lists it stands in", async () => {
    const changed = await changedPages({ [fileOfNumber(3)]: inventedArticle(3, { title: "Another Headline" }) });
    expect(changed).toEqual(expect.arrayContaining([3, 2, 4].map((i) => `${addressOfNumber(i)}index.html`)));
    expect(changed).toEqual(expect.arrayContaining(["people/karl-ek/index.html", "places/norrby/index.html", "topics/harbours/index.html", "sections/town/index.html", "authors/maja-lindqvist/index.html"]));
    // And the articles that it is related to: those that name Karl Ek, Norrby or its topic next to it.
    expect(changed.filter((file) => /item-(?![234]\/)/u.test(file))).toEqual([0, 6, 11, 7, 9].map((i) => `${addressOfNumber(i)}index.html`));
    expect(changed).not.toContain("people/otto-ahl/index.html");
    expect(changed).not.toContain("places/westerholm/index.html");
  });

  test("a new article at the end: the one before it, the front page, the feed and its lists", async () => {
    const changed = await changedPages({ "1987/06/new.md": "---\ntitle: New\ndate: 1987-06-01\nbyline: Maja Lindqvist\nsection: Town\n---\nText.\n" });
    expect(changed).toEqual(expect.arrayContaining(["1987/06/new/index.html", `${addressOfNumber(articles - 1)}index.html`, "index.html", "feed.xml", "sitemap.xml", "1987/06/index.html"]));
    expect(changed.filter((file) => file.includes("/item-"))).toEqual([`${addressOfNumber(articles - 1)}index.html`]);
  });

  test("a new article with names: its neighbours of those names too, however many have them", async () => {
    // Of 88 articles, 22 name the person and 29 the place: their numbers are said roughly, and do not change.
    writeContent(folder.content, inventedArchive(88));
    const changed = await changedPages({ "1987/07/new.md": inventedArticle(20, { date: "1987-07-01" }) });
    const items = changed.filter((file) => file.includes("/item-"));
    expect(items.length).toBeGreaterThan(2);
    expect(items.map((file) => Number(/item-(\d+)/u.exec(file)?.[1])).filter((i) => Math.abs(i - 36) > 24)).toEqual([]);
  });

  test("the first article of a year, for those that are old news from then on", async () => {
    writeContent(folder.content, { "1988/01/new.md": "---\ntitle: New\ndate: 1988-06-01\n---\nText.\n" });
    const changed = await changedPages({ "1989/01/newer.md": "---\ntitle: Newer\ndate: 1989-01-01\n---\nText.\n" });
    expect(changed.filter((file) => file.includes("/item-"))).toHaveLength(articles);
    expect(readFileSync(path.join(folder.site, `${addressOfNumber(5)}index.html`), "utf8")).toContain("This article is from 1987.");
    expect(await changedPages({ "1989/02/newest.md": "---\ntitle: Newest\ndate: 1989-12-01\n---\nText.\n" }).then((pages) => pages.filter((file) => file.includes("/item-")))).toEqual([]);
  });

  test("a part of a series: all its parts, which say how many there are", async () => {
    for (const i of [2, 5, 8]) writeContent(folder.content, { [fileOfNumber(i)]: inventedArticle(i, { matter: "series: The Harbour\n" }) });
    const changed = await changedPages({ "1987/06/new.md": "---\ntitle: New\ndate: 1987-06-01\nseries: The Harbour\n---\nText.\n" });
    expect(changed.filter((file) => file.includes("/item-"))).toEqual([2, 5, 11, 8].map((i) => `${addressOfNumber(i)}index.html`).sort());
    const page = readFileSync(path.join(folder.site, `${addressOfNumber(8)}index.html`), "utf8");
    expect(page).toContain("Part 3 of 4: The Harbour");
    expect(page).toMatch(/Previous part<\/span> <a href="\/1987\/01\/item-5\/"/u);
    expect(page).toMatch(/Next part<\/span> <a href="\/1987\/06\/new\/"/u);
  });

  test("a person's other spelling: the articles that name them, and their page", async () => {
    // Only number 5 has that spelling, but whether a text has it is found out by rendering.
    writeContent(folder.content, { [fileOfNumber(5)]: inventedArticle(5, { text: "Mr Ahl spoke.\n" }) });
    await folder.build();
    const people = readFileSync(path.join(folder.content, "people.yaml"), "utf8");
    writeContent(folder.content, { "people.yaml": people.replace("name: Otto Ahl\n  variants: []", "name: Otto Ahl\n  variants: [Mr Ahl]") });
    const ofOtto = Array.from({ length: articles }, (_, i) => i).filter((i) => i % 4 === 1);
    expect((await folder.build()).pages.rendered).toBe(ofOtto.length + 1);
    expect(readFileSync(path.join(folder.site, `${addressOfNumber(5)}index.html`), "utf8")).toMatch(/href="\/people\/otto-ahl\/"[^>]*>Mr Ahl</u);
  });
});

describe("what is gone is removed", () => {
  test("the page of a removed article, and the summary counts it and the lists that it alone stood in", async () => {
    writeContent(folder.content, { "1987/06/new.md": inventedArticle(20, { date: "1987-06-01" }) });
    const first = await folder.build();
    const pages = new Set(readTree(folder.site).keys());
    rmSync(path.join(folder.content, "1987/06/new.md"));
    const second = await folder.build();
    const now = new Set(readTree(folder.site).keys());
    const gone = [...pages].filter((file) => !now.has(file));
    expect(gone).toContain("1987/06/new/index.html");
    expect(second.pages.removed).toBe(gone.filter((file) => file.endsWith(".html")).length);
    expect(second.pages.all).toBe(first.pages.all - gone.length);
  });
});

describe("what was done to the site by hand is undone", () => {
  const page = `${addressOfNumber(5)}index.html`;

  test.each([
    ["a file cut short", (site: string) => truncateSync(path.join(site, page), 100)],
    ["a file edited", (site: string) => appendFileSync(path.join(site, page), "<p>By hand.</p>")],
    ["a file removed", (site: string) => rmSync(path.join(site, page))],
  ])("%s is made again, and no other", async (_, damage) => {
    await folder.build();
    const before = readTree(folder.site);
    damage(folder.site);
    expect((await folder.build()).pages.rendered).toBe(1);
    expect(treeDifferences(before, readTree(folder.site))).toEqual([]);
  });

  test("a file put there is taken away, and nothing is rendered for it", async () => {
    await folder.build();
    const before = readTree(folder.site);
    writeContent(folder.site, { "people/notes.html": "Not ours." });
    expect((await folder.build()).pages.rendered).toBe(0);
    expect(treeDifferences(before, readTree(folder.site))).toEqual([]);
  });
});

describe("what the last build remembers is no more than a shortcut", () => {
  // In thousandths of the file: its head, the marks of two sites, the articles.
  test.each([0, 2, 20, 200, 400, 600, 800, 990])("with garbage at %i thousandths of it, everything is made again", async (place) => {
    await buildTwice();
    const state = readFileSync(stateFile(folder.site));
    const start = Math.floor((state.length * place) / 1000);
    writeFileSync(stateFile(folder.site), state.fill("#", start, start + 10));
    await expectAllMade();
  });

  test.each([0, 1, 2])("cut short by %i lines and a half, everything is made again", async (lines) => {
    await buildTwice();
    const state = readFileSync(stateFile(folder.site), "utf8").trimEnd();
    writeFileSync(stateFile(folder.site), state.split("\n").slice(0, -1 - lines).join("\n"));
    await expectAllMade();
  });

  test("an address that was a file and becomes a folder, and the other way round, is no trouble", async () => {
    for (const former of ["/old.html", "/old.html/item/", "/older.html", "/old.html", "/old.html/item/"]) {
      writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { matter: `formerUrls: [${former}]\n` }) });
      await folder.build();
      expect(treeDifferences(readTree(await folder.buildClean()), readTree(folder.site)), former).toEqual([]);
    }
  });

  async function buildTwice(): Promise<void> {
    await folder.build();
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { title: "Another Headline" }) });
    await folder.build();
  }

  async function expectAllMade(): Promise<void> {
    writeContent(folder.content, { [fileOfNumber(4)]: inventedArticle(4, { text: "Another text.\n" }) });
    const { pages } = await folder.build();
    expect(pages.rendered).toBe(pages.all);
    expect(treeDifferences(readTree(await folder.buildClean()), readTree(folder.site))).toEqual([]);
  }
});

describe("everything is rendered", () => {
  test("with --fresh", async () => {
    await folder.build();
    const { pages } = await folder.build({ fresh: true });
    expect(pages.rendered).toBe(pages.all);
  });

  test("when a setting that all pages show has changed", async () => {
    await folder.build();
    writeContent(folder.content, { "archive.yaml": "title: Another Name\nsiteUrl: https://post.example.org\n" });
    let told = 0;
    const { pages } = await folder.build({ anew: () => void told++ });
    expect([pages.rendered, told]).toEqual([pages.all, 1]);
  });

  test("which is told before the work begins, and not where less is rendered", async () => {
    let told = 0;
    const anew = (): void => void told++;
    await folder.build({ anew });
    expect(told).toBe(1);
    writeContent(folder.content, { "1987/bridge.md": "---\ntitle: Another Bridge\ndate: 1987-03-02\n---\nText.\n" });
    await folder.build({ anew });
    expect(told).toBe(1);
  });
});

// Expects that a change of the content renders these pages and no others.
async function expectRendered(change: Readonly<Record<string, string>>, pages: readonly string[]): Promise<void> {
  expect(await changedPages(change)).toEqual([...pages].sort());
}

// Pages that a change of the content alters: as many must have been rendered, the new ones included.
async function changedPages(change: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await folder.build();
  const before = readTree(folder.site);
  writeContent(folder.content, change);
  const { pages } = await folder.build();
  const after = readTree(folder.site);
  const changed = [...after].filter(([file, bytes]) => before.get(file)?.equals(bytes) !== true).map(([file]) => file).filter(isPage);
  expect(pages.rendered, `rendered no more than what changed: ${changed.join(", ")}`).toBe(changed.length);
  return changed.sort();
}

// The files of the data are no pages, but for the one that explains them.
function isPage(file: string): boolean {
  return !file.startsWith("data/") || file.endsWith(".html");
}

function addressOfNumber(i: number): string {
  return `${fileOfNumber(i).replace(/\.md$/u, "")}/`;
}
