import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startServer, type SiteServer } from "../../src/build/server.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";
import { openBrowser } from "./browser.ts";

/* A whole site of invented articles, published by our own server under its strict policy, in the hands of a real browser. */

const folder = mkdtempSync(path.join(tmpdir(), "backfile-browser-"));
const content = path.join(folder, "articles");
const output = path.join(folder, "site");

const articles: Readonly<Record<string, string>> = {
  "1987/03/harbour-wall.md": `---
title: The harbour wall holds
dek: A winter of storms ends with the quay still standing
date: 1987-03-02
updated: 1987-03-04
byline: [Karin Ek, {name: Olle Fors, role: harbour correspondent}]
contributors: [The Norrby Wire]
dateline: NORRBY, March 2
section: Shipping
series: The winter of 1987
print: {page: A1, edition: late edition}
people: [Astrid Holm, Nils Berg]
places: [Norrby, Söderö]
organizations: [Norrby Harbour Board]
topics: [Harbours]
images:
  - {src: quay.png, alt: A grey quay below a pale sky, caption: The quay on Monday., credit: Karin Ek/The Norrby Post, lead: true, people: [Astrid Holm]}
  - {id: wreck, caption: The wreck of the barge., credit: Courtesy of Nils Berg, date: 1962-11}
rights: {holder: The Norrby Post}
corrections: [{date: 1987-03-04, text: The wall is 300 metres long.}]
formerUrls: [/old/wall.html]
---

Astrid Holm, the harbour master of Norrby, walked the length of the wall on Monday and found it whole.

![](wreck)

## What the sea took

> The sea took the lamps and left the stones.

| Storm | Metres |
| :---- | -----: |
| January | 4 |
| February | 6 |

A note.[^1] Nils Berg brought the ferry in. See [the account of the storm](storm.md).

[^1]: Measured at the old gauge.
`,
  "1987/03/storm.md": article("The storm of February", "1987-03-02", "people: [Nils Berg]\nplaces: [Söderö]\nsection: Weather", "The ferry stayed in. Nothing of it was lost, said Nils Berg of Söderö."),
  "1987/04/herring.md": article("Herring come late", "1987-04-11", "places: [Norrby]\nsection: Trade\nbyline: Karin Ek\nkind: analysis", "The herring came three weeks late, and the buyers from Söderö were waiting for them on the quay."),
  "1962/11/barge.md": article("A barge is lost off Söderö", "1962-11", "places: [Söderö]\nsection: Shipping", "The barge went down in an hour. All hands were brought ashore."),
  "1962/12/chapel.md": article("The chapel has a bell again", "1962-12-24", "places: [Norrby]\ntopics: [Bells]\nlanguage: sv", "Klockan ringde igen."),
  "undated/letter.md": article("A letter found in a wall", "undated", "people: [Astrid Holm]\nkind: letter", "Nobody knows who wrote it, or when."),
  "1990/01/taken-back.md": article("A story that was wrong", "1990-01-02", "status: withdrawn\nwithdrawn: {date: 1990-01-05, reason: The ship was another one}", "Gone."),
  "people.yaml": "astrid-holm:\n  name: Astrid Holm\n  variants: [A. Holm]\n  sortName: Holm, Astrid\n  description: Harbour master\n  profile: She kept the *harbour* for thirty years.\n  portrait: 1987/03/quay.png\n  born: 1931\n  wikidata: Q42\n",
  "places.yaml": "norrby:\n  name: Norrby\n  coordinates: [60.1, 18.2]\n  parents: [the-coast]\n  kind: town\nthe-coast:\n  name: The Coast\n",
  "archive.yaml": "title: The Norrby Post\ntagline: News of the coast\nlicence: CC0-1.0\nabout: |\n  What the *Post* printed, and when.\n",
};

/** One page of every kind. */
const kinds: readonly (readonly [kind: string, address: string])[] = [
  ["home", "/"],
  ["an article", "/1987/03/harbour-wall/"],
  ["an article in another language", "/1962/12/chapel/"],
  ["an undated article", "/undated/letter/"],
  ["a withdrawn article", "/1990/01/taken-back/"],
  ["a person", "/people/astrid-holm/"],
  ["a place", "/places/norrby/"],
  ["an organization", "/organizations/norrby-harbour-board/"],
  ["a topic", "/topics/harbours/"],
  ["an author", "/authors/karin-ek/"],
  ["a section", "/sections/shipping/"],
  ["the people", "/people/"],
  ["the places", "/places/"],
  ["the sections", "/sections/"],
  ["the dates", "/dates/"],
  ["the map of places", "/places/map/"],
  ["the days of the calendar", "/on-this-day/"],
  ["a day of all years", "/on-this-day/03-02/"],
  ["a year", "/1987/"],
  ["a month", "/1987/03/"],
  ["a day", "/1987/03/02/"],
  ["search", "/search/"],
  ["about", "/about/"],
  ["corrections", "/corrections/"],
  ["the page for lost readers", "/404.html"],
];

let server: SiteServer;
let browser: Browser;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  for (const [file, text] of Object.entries(articles)) {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  }
  await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#7c8a92" } }).png().toFile(path.join(content, "1987/03/quay.png"));
  await buildForTest(content, output, { search: true });
  server = await startServer({ root: output, base: "/", port: 0 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  forgetBuild(output);
  rmSync(folder, { recursive: true });
});

describe.each(kinds)("the page of %s", (_kind, address) => {
  let shown: Page;
  let heard: readonly string[] = [];

  beforeAll(async () => {
    shown = await openPage({ viewport: { width: 1280, height: 800 } });
    heard = complaints;
    await shown.goto(at(address));
  });

  afterAll(() => shown.context().close());

  test("opens without a complaint of the browser, a broken file, or a question to another host", async () => {
    const broken = await shown.evaluate(brokenPictures);
    expect(heard).toEqual([]);
    expect(broken).toEqual([]);
  });

  test("fits a telephone: nothing is cut off or makes the page wider", async () => {
    for (const width of [320, 360]) {
      await shown.setViewportSize({ width, height: 640 });
      expect(await shown.evaluate(tooWide), `at ${width} pixels`).toEqual([]);
    }
  });
});

describe("a reader", () => {
  beforeEach(async () => {
    page = await openPage({});
  });

  afterEach(() => page.context().close());

  test("follows a person from the home page to an article, and its picture is there", async () => {
    await page.goto(at("/"));
    await page.getByRole("region", { name: "People" }).getByRole("link", { name: "Astrid Holm" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Astrid Holm");
    await page.getByRole("main").getByRole("link", { name: "The harbour wall holds" }).click();
    await page.getByRole("heading", { level: 1, name: "The harbour wall holds" }).waitFor();
    const picture = page.getByRole("img", { name: "A grey quay below a pale sky" });
    await picture.waitFor();
    expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test("the search box of an article asks the search page, which finds, and the result opens the article", async () => {
    await page.goto(at("/1962/11/barge/"));
    await page.getByRole("searchbox", { name: "Search the archive" }).fill("herring");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("status").filter({ hasText: "1 result" }).waitFor();
    expect(page.url()).toBe(at("/search/?q=herring"));
    await page.getByRole("main").getByRole("link", { name: "Herring come late" }).click();
    expect(new URL(page.url()).pathname).toBe("/1987/04/herring/");
    expect(complaints).toEqual([]);
  });

  test("search finds a person by a spelling that no article prints", async () => {
    await page.goto(at(`/search/?q=${encodeURIComponent('"A. Holm"')}`));
    await page.getByRole("link", { name: "The harbour wall holds" }).waitFor();
  });

  test("everything can be done with the keyboard alone, and the reader sees where the keyboard is", async () => {
    await page.goto(at("/"));
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#main$/u);
    await page.goto(at("/"));
    await tabTo("People");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/people/"));
    await tabTo("Holm, Astrid");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/people/astrid-holm/"));
    await tabTo("The harbour wall holds");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/1987/03/harbour-wall/"));
    await tabTo("Search the archive");
    await page.keyboard.type("bell");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/search/?q=bell"));
    await page.getByRole("link", { name: "The chapel has a bell again" }).waitFor();
    await tabTo("The chapel has a bell again");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/1962/12/chapel/"));
    expect(complaints).toEqual([]);
  });

  test("a former address leads on without scripts, and a wrong one to the page for lost readers", async () => {
    await page.goto(at("/old/wall.html"));
    await page.waitForURL(at("/1987/03/harbour-wall/"));
    expect(complaints).toEqual([]);
    const lost = await page.goto(at("/1987/03/nothing-here/"));
    expect(lost?.status()).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Page not found");
  });
});

describe("with scripts switched off", () => {
  beforeAll(async () => {
    page = await openPage({ javaScriptEnabled: false });
  });

  afterAll(() => page.context().close());

  test.each(kinds)("%s can be read", async (_kind, address) => {
    await page.goto(at(address));
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByRole("main").innerText()).toMatch(/\p{L}{3,}/u);
    expect(await page.getByRole("navigation", { name: "Ways in" }).getByRole("link").count()).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  });

  test("the text of an article stands there, with its figures, table and notes", async () => {
    await page.goto(at("/1987/03/harbour-wall/"));
    const text = await page.getByRole("main").innerText();
    for (const words of ["walked the length of the wall", "The quay on Monday.", "The wreck of the barge.", "Image not held", "The sea took the lamps", "February", "Measured at the old gauge.", "300 metres long", "The Norrby Wire contributed to this report."]) {
      expect(text.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test("searching leads to ways to browse, each of which leads somewhere", async () => {
    await page.goto(at("/1962/11/barge/"));
    await page.getByRole("searchbox").fill("herring");
    await page.keyboard.press("Enter");
    await page.waitForURL(at("/search/?q=herring"));
    expect(await page.getByRole("main").innerText()).toContain("Searching needs JavaScript");
    const ways = await page.getByRole("navigation", { name: "Ways to browse" }).getByRole("link").all();
    expect(ways.length).toBeGreaterThan(3);
    for (const way of ways) {
      const href = await way.getAttribute("href");
      expect((await page.request.get(at(href ?? "?"))).status()).toBe(200);
    }
  });
});

function article(title: string, date: string, more: string, text: string): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}\n---\n\n${text}\n`;
}

function at(address: string): string {
  return new URL(address, server.url).href;
}

/** A new page that notes everything a reader's browser would complain of, or ask another host for. */
async function openPage(options: BrowserContextOptions): Promise<Page> {
  const opened = await (await browser.newContext(options)).newPage();
  const found: string[] = [];
  opened.on("console", (message) => {
    found.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  opened.on("pageerror", (error) => found.push(error.message));
  opened.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(server.url).origin) found.push(`asked for ${request.url()}`);
  });
  // Leaving a page aborts what it still loads.
  opened.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") found.push(`failed: ${request.url()}`);
  });
  complaints = found;
  return opened;
}

/** Presses Tab until the element of this name has the keyboard; each on the way must show that it has it. */
async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(isFocusSeen), `focus on "${await focused()}" is seen`).toBe(true);
    if ((await focused()) === name) return;
  }
  throw new Error(`the keyboard does not come to "${name}"`);
}

function focused(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim());
}

// Runs in the page.
function isFocusSeen(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement);
  return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
}

// Runs in the page: pictures that do not load, those further down too.
async function brokenPictures(): Promise<readonly string[]> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  const loaded = await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return pictures.filter(({ naturalWidth }, i) => naturalWidth === 0 || loaded[i]?.status === "rejected").map(({ currentSrc }) => currentSrc);
}

// Runs in the page: what makes it wider than the window. What scrolls inside itself does not.
function tooWide(): readonly string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
  return wide.length === 0 ? ["the page"] : wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
}
