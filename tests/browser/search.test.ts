import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { render, searchIndexAddress } from "../../layouts/search.11ty.ts";
import { clientScripts } from "../../src/build/client-scripts.ts";
import { indexShard, writeManifest } from "../../src/build/search-index.ts";
import { planShards } from "../../src/build/search-shards.ts";
import type { PageOf } from "../../src/model/page.ts";
import type { Site } from "../../src/model/site.ts";
import { openBrowser } from "./browser.ts";
import { harbourRecords, searchRecord } from "./search-records.ts";
import { serveFolder, type StaticServer } from "./static-server.ts";

/* The page as published, under a sub-path and a strict policy, with the real Pagefind over five shards. */

// A browser may have to be unpacked first, and tests run beside each other.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const hostile = '<img src=x onerror="document.title=1">';

const site: Site = {
  title: "The Norrby Post",
  tagline: undefined,
  description: undefined,
  language: "en",
  textLanguage: undefined,
  origin: "http://localhost:8080",
  base: "/archive/",
  licence: undefined,
  stylesheet: "/archive/assets/style.css",
  searchScript: "/archive/assets/search.js",
  icon: "/archive/assets/icon.svg",
};
const value: PageOf<"search"> = {
  kind: "search",
  address: "/search/",
  title: "Search",
  description: "Search the archive.",
  trail: [],
  language: undefined,
  picture: undefined,
  ways: [
    { href: "/archive/people/", text: "People" },
    { href: "/archive/dates/", text: "Dates" },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "search-page-"));
let server: StaticServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  mkdirSync(join(folder, "search"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "search", "index.html"), render({ value, site }));
  for (const { path, text } of clientScripts()) writeFileSync(join(folder, "assets", path), text);
  writeFileSync(join(folder, "assets", "style.css"), tokens + readFileSync(new URL("../../src/styles/search.css", import.meta.url), "utf8"));
  const records = [
    ...harbourRecords(),
    searchRecord("1989-12-08", hostile, { text: `A headline of markup: ${hostile} & <mark>more</mark>.`, people: [hostile] }),
  ];
  const index = join(folder, searchIndexAddress);
  const entries = await Promise.all(planShards(records, 6_000).map((shard) => indexShard(shard, index)));
  writeManifest(entries, index);
  server = await serveFolder(folder, { base: "/archive/", policy });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  complaints = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  server.asked.length = 0;
});

afterEach(async () => {
  server.broken.length = 0;
  await page.context().close();
});

// The page's own tokens are not this test's subject; contrast is: these are a newspaper's ink on paper.
const tokens = `:root { --paper: #fffdf8; --ink: #1c1a17; --muted: #5f5a52; --rule: #d8d2c6; --accent: #8a1c1c; --mark: #f6e3a1;
  --serif: serif; --sans: sans-serif; --step--1: 0.875rem; --step-0: 1rem; --step-1: 1.25rem; --step-2: 1.5rem;
  --space-1: 0.25rem; --space-2: 0.5rem; --space-3: 1rem; --space-4: 1.5rem; --space-5: 2rem; --space-6: 3rem; }
  body { margin: 1rem; } `;

async function open(query: string): Promise<void> {
  await page.goto(`${server.url}search/${query}`);
}

async function status(text: string): Promise<void> {
  await page.getByRole("status").filter({ hasText: text }).waitFor();
}

function titles(): Promise<readonly string[]> {
  return page.locator(".search-hit h2").allTextContents();
}

describe("searching", () => {
  test("finds what the address asks for, announces the number, and marks it in the excerpt", async () => {
    await open("?q=herring");
    await status("20 results, 10 shown.");
    expect(await page.getByRole("status").getAttribute("aria-live")).not.toBe("off");
    const first = page.locator(".search-hit").first();
    expect(await first.locator("mark").allTextContents()).toEqual(["herring"]);
    expect(await first.locator(".search-notes").textContent()).toMatch(/^\d{4}-\d\d-07 · (?:Shipping|Trade)$/u);
    expect(await first.locator("a").getAttribute("href")).toMatch(/^\/archive\/198\d\/\d\d\/harbour-report-\d+\/$/u);
    expect(await page.getByRole("searchbox", { name: "Words, names or “exact phrases”" }).inputValue()).toBe("herring");
    expect(complaints).toEqual([]);
  });

  test("finds a phrase, and says what to try where there is none", async () => {
    await open(`?q=${encodeURIComponent('"report number 41"')}`);
    await status("1 result.");
    expect(await titles()).toEqual(["Harbour report 41"]);
    await open(`?q=${encodeURIComponent('"number report 41"')}`);
    await status("No results.");
    await page.getByText("fewer words").waitFor();
    expect(await page.getByRole("navigation", { name: "Ways to browse" }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("shows while typing, without an entry of its own in the history", async () => {
    await open("");
    const field = page.locator("#search-q");
    await field.pressSequentially("timb");
    await field.pressSequentially("er");
    await status("20 results");
    expect(new URL(page.url()).search).toBe("");
  });

  test("gives more results without moving those that stand, and goes on at the first new one", async () => {
    await open("?q=herring");
    await status("10 shown");
    const before = await titles();
    await page.getByRole("button", { name: "More results" }).press("Enter");
    await status("20 results.");
    expect((await titles()).slice(0, 10)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles())[10]);
    expect(new URL(page.url()).search).toBe("?q=herring&show=20");
    expect(await page.getByRole("button", { name: "More results" }).isVisible()).toBe(false);
  });
});

describe("order", () => {
  test("newest first is right across shards, asks the newest alone, and says that there may be more", async () => {
    await open("?q=harbour&sort=newest");
    await status("At least 12 results, newest first, 10 shown.");
    expect((await titles()).slice(0, 3)).toEqual(["Harbour report 60", "Harbour report 59", "Harbour report 58"]);
    expect(server.asked.filter((path) => /pagefind\/en\/198[4-8]/u.test(path))).toEqual([]);
    await page.getByRole("button", { name: "More results" }).click();
    await status("20 shown");
    expect(await titles()).toEqual(Array.from({ length: 20 }, (_, i) => `Harbour report ${60 - i}`));
  });

  test("a choice by keyboard is a new entry of the history, and the back button undoes it", async () => {
    await open("?q=harbour");
    await status("60 results");
    await page.getByRole("combobox", { name: "Order" }).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    await status("oldest first");
    expect((await titles())[0]).toBe("Harbour report 1");
    expect(new URL(page.url()).search).toBe("?q=harbour&sort=oldest");
    await page.goBack();
    await status("60 results, 10 shown.");
    expect(await page.getByRole("combobox", { name: "Order" }).inputValue()).toBe("relevance");
    await page.goForward();
    await status("oldest first");
  });
});

describe("filters", () => {
  test("are loaded when their fold opens, and narrow the results", async () => {
    await open("?q=herring");
    await status("20 results");
    expect(server.asked.filter((path) => path.includes("pf_filter"))).toEqual([]);
    await page.getByText("Person, place and dates").click();
    const options = page.locator("#search-person-list option");
    await options.nth(1).waitFor({ state: "attached" });
    expect(await options.evaluateAll((all) => all.map((option) => option.getAttribute("label")))).toEqual([
      "Nils Berg (54)",
      "Astrid Holm (6)",
      `${hostile} (1)`,
    ]);
    await page.getByLabel("Person").fill("Astrid Holm");
    await page.keyboard.press("Enter");
    await status("2 results.");
    expect(new URL(page.url()).search).toBe("?q=herring&person=Astrid+Holm");
    await page.goBack();
    await status("20 results");
    expect(await page.getByLabel("Person").inputValue()).toBe("");
    expect(complaints).toEqual([]);
  });

  test("come out of the address, dates too", async () => {
    await open("?place=S%C3%B6der%C3%B6&from=1986&to=1987-05&sort=oldest");
    await status("5 results, oldest first.");
    expect(await titles()).toEqual([13, 17, 21, 25, 29].map((number) => `Harbour report ${number}`));
    expect(await page.getByLabel("Place").inputValue()).toBe("Söderö");
    expect(await page.getByLabel("From").isVisible()).toBe(true);
  });
});

describe("what can go wrong", () => {
  test.each([
    ["markup", '<script>alert(1)</script><img src=x onerror="alert(1)">'],
    ["10,000 characters", "harbour ".repeat(1_250)],
    ["only punctuation", "?!… --- “” ''"],
    ["signs of a regular expression", "(.*)+[a-z]{2,}\\b$^|"],
    ["right-to-left text and its marks", "\u202Eمرحبا شלום\u202C"],
    ["many quotation marks", '"""""""""'],
    ["names of JavaScript's own", "__proto__ constructor toString"],
  ])("a query of %s does no harm", async (_, query) => {
    await open("");
    await page.locator("#search-q").fill(query);
    await page.keyboard.press("Enter");
    await status("result");
    await open("?q=herring");
    await status("20 results");
    expect(complaints).toEqual([]);
  });

  test("an article of markup is shown as text", async () => {
    await open("?q=headline+markup");
    await status("1 result.");
    expect(await titles()).toEqual([hostile]);
    expect(await page.locator(".search-excerpt").textContent()).toBe(`A headline of markup: ${hostile} & <mark>more</mark>.`);
    expect(await page.locator(".search-results img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test.each([/shards\.json$/u, /pagefind\.js$/u, /\.pf_meta$/u, /\.pf_index$/u, /\.pf_fragment$/u, /wasm/u, /search-worker\.js$/u])(
    "a download of %s that fails is said, and can be tried again",
    async (path) => {
      server.broken.push(path);
      await open("?q=herring");
      await status("The search could not be carried out.");
      server.broken.length = 0;
      await page.getByRole("button", { name: "Try again" }).press("Enter");
      await status("20 results");
      expect(await page.getByRole("button", { name: "Try again" }).isVisible()).toBe(false);
      expect(await titles()).toHaveLength(10);
    },
  );
});

describe("for everybody", () => {
  test("without scripts the ways to browse are there", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${server.url}search/?q=herring`);
    expect(await plain.locator("noscript").innerText()).toContain("Searching needs JavaScript");
    expect(await plain.getByRole("navigation", { name: "Ways to browse" }).getByRole("link").allTextContents()).toEqual(["People", "Dates"]);
    await plain.locator("#search-q").fill("coal");
    await plain.keyboard.press("Enter");
    await plain.waitForURL(/\/archive\/search\/\?q=coal/u);
    await context.close();
  });

  test.each([320, 1280])("at %d pixels nothing sticks out and axe finds nothing, in any state", async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const [query, text] of [["", ""], ["?q=herring&from=1985", "results"], ["?q=xylophone", "No results."]] as const) {
      await open(query);
      await status(text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), query).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), query).toEqual([]);
    }
  });
});
