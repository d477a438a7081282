import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { render, searchIndexAddress } from "../../layouts/search.11ty.ts";
import { clientScript } from "../../src/build/client-script.ts";
import { writeSearchIndex } from "../../src/build/search-index.ts";
import type { PageOf } from "../../src/model/page.ts";
import type { Site } from "../../src/model/site.ts";
import { openBrowser } from "./browser.ts";
import { harbourNames, harbourRecords, searchRecord } from "./search-records.ts";
import { serveFolder, type StaticServer } from "./static-server.ts";

/* The page as published, under a sub-path and a strict policy, with the real Pagefind over five shards. */

// A browser may have to be unpacked first, and tests run beside each other.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

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
  licence: undefined, reportMistakes: undefined,
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
  writeFileSync(join(folder, "assets", "search.js"), clientScript());
  writeFileSync(join(folder, "assets", "style.css"), styles.map((name) => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), "utf8")).join("\n"));
  writeFileSync(join(folder, "assets", "icon.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
  writeFileSync(join(folder, "assets", "harbour.png"), await sharp({ create: { width: 8, height: 6, channels: 3, background: "#284b63" } }).png().toBuffer());
  const records = [
    ...harbourRecords(),
    searchRecord("1989-12-08", hostile, { text: `A headline of markup: ${hostile} & <mark>more</mark>.`, people: [hostile], picture: "/archive/assets/harbour.png" }),
  ];
  await writeSearchIndex(records, harbourNames(), join(folder, searchIndexAddress), { jobs: 2, limit: 6_000 });
  server = await serveFolder(folder, { base: "/archive/", policy });
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

// One page for all cases: opening one costs as much as a case.
beforeEach(async () => {
  await page.goto("about:blank");
  complaints = [];
  server.asked.length = 0;
});

afterEach(() => {
  server.broken.length = 0;
});

const styles = ["layers", "reset", "tokens", "base", "search"] as const;

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
    await status("20 results · 10 shown");
    expect(await page.getByRole("status").getAttribute("aria-live")).not.toBe("off");
    const first = page.locator(".search-hit").first();
    expect(await first.locator("mark").allTextContents()).toEqual(["herring"]);
    expect(await first.locator(".search-notes").textContent()).toMatch(/^\d{4}-\d\d-07 · (?:Shipping|Trade)$/u);
    expect(await first.locator("a").getAttribute("href")).toMatch(/^\/archive\/198\d\/\d\d\/harbour-report-\d+\/$/u);
    expect(await page.getByRole("combobox", { name: "Words, names or “exact phrases”" }).inputValue()).toBe("herring");
    expect(complaints).toEqual([]);
  });

  test("finds a phrase, and says what to try where there is none", async () => {
    await open(`?q=${encodeURIComponent('"report number 41"')}`);
    await status("1 result");
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
    await status("20 results");
    await page.locator(".search-hit").nth(19).waitFor();
    expect((await titles()).slice(0, 10)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles())[10]);
    expect(new URL(page.url()).search).toBe("?q=herring&show=20");
    expect(await page.getByRole("button", { name: "More results" }).isVisible()).toBe(false);
  });
});

describe("order", () => {
  test("newest first is right across shards, asks the newest alone, and says that there may be more", async () => {
    await open("?q=harbour&sort=newest");
    await status("At least 12 results · 10 shown");
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
    await page.getByRole("heading", { name: "Harbour report 1", exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe("?q=harbour&sort=oldest");
    await page.goBack();
    await status("60 results · 10 shown");
    expect(await page.getByRole("combobox", { name: "Order" }).inputValue()).toBe("relevance");
    await page.goForward();
    await page.getByRole("heading", { name: "Harbour report 1", exact: true }).waitFor();
  });
});

describe("names", () => {
  test("are offered while typing, taken by keyboard, and give their page first", async () => {
    await open("");
    const field = page.getByRole("combobox", { name: "Words, names or “exact phrases”" });
    await field.pressSequentially("astr");
    await page.getByRole("option", { name: "Astrid Holm Person · 6 articles" }).waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#search-names [aria-selected=true]").getAttribute("id")).toBe(await field.getAttribute("aria-activedescendant"));
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Astrid Holm" }).waitFor();
    expect(await page.locator(".search-known").textContent()).toBe("Person Astrid Holm 6 articles");
    expect(await page.getByRole("link", { name: "Astrid Holm" }).getAttribute("href")).toBe("/archive/people/astrid-holm/");
    expect(new URL(page.url()).search).toBe("?q=Astrid+Holm");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("that are offered go with Escape, and what was typed stays", async () => {
    await open("");
    const field = page.locator("#search-q");
    await field.pressSequentially("nils");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("listbox").isVisible()).toBe(false);
    expect(await field.inputValue()).toBe("nils");
  });

  test("that are misspelt are put right with one click", async () => {
    await open("?q=Astrid+Hollm");
    await page.getByText("Did you mean").waitFor();
    expect(await page.locator(".search-meant").textContent()).toBe("Did you mean Astrid Holm?");
    await page.getByRole("link", { name: "Astrid Holm" }).click();
    await page.locator(".search-known").waitFor();
    expect(new URL(page.url()).search).toBe("?q=Astrid+Holm");
    await page.goBack();
    await page.getByText("Did you mean").waitFor();
  });
});

describe("dates", () => {
  test("in the query are understood, said, and can be taken back", async () => {
    await open("?q=harbour+March+1986");
    await status("Only articles of March 1986. 1 result");
    expect(await titles()).toEqual(["Harbour report 15"]);
    await page.getByRole("link", { name: "Search for the words “March 1986” instead" }).click();
    await status("No results.");
    expect(new URL(page.url()).searchParams.get("q")).toBe('harbour "March 1986"');
  });
});

describe("filters", () => {
  test("are loaded when their fold opens, counted for the query, and narrow the results", async () => {
    await open("?q=herring");
    await status("20 results");
    expect(server.asked.filter((path) => path.includes("/filters/"))).toEqual([]);
    await page.locator("summary").click();
    const people = page.getByRole("region", { name: "People" });
    await people.getByRole("button").first().waitFor();
    expect(await people.getByRole("button").allTextContents()).toEqual(["Nils Berg 18", "Astrid Holm 2"]);
    await people.getByRole("button", { name: "Astrid Holm" }).press("Enter");
    await status("2 results");
    expect(new URL(page.url()).search).toBe("?q=herring&person=Astrid+Holm");
    await page.getByRole("region", { name: "Sections" }).getByRole("button", { name: "Shipping" }).click();
    await page.getByRole("button", { name: "Remove: Shipping" }).waitFor();
    await page.getByRole("button", { name: "Remove: Astrid Holm" }).click();
    await status("10 results");
    expect(new URL(page.url()).search).toBe("?q=herring&section=Shipping");
    await page.goBack();
    await page.goBack();
    await status("2 results");
    expect(complaints).toEqual([]);
  });

  test("make the number of results exact, as every shard then answers", async () => {
    await open("?q=harbour&sort=newest");
    await status("At least");
    await page.locator("summary").click();
    await status("60 results · 10 shown");
  });

  test("by date can be typed, and chosen from the results by year and month", async () => {
    await open("?q=herring");
    await page.locator("summary").click();
    await page.getByRole("button", { name: "1986: 4 results" }).press("Enter");
    await status("4 results");
    await page.getByRole("button", { name: "Remove: 1986" }).waitFor();
    expect(new URL(page.url()).search).toBe("?q=herring&from=1986&to=1986");
    await page.getByRole("button", { name: "April 1986: 1 result" }).waitFor();
    await page.getByLabel("From").fill("1986-02");
    await page.keyboard.press("Enter");
    await status("3 results");
    await page.getByRole("button", { name: "Remove: From February 1986" }).waitFor();
    await page.getByLabel("To (").fill("October");
    await page.keyboard.press("Enter");
    expect(await page.getByLabel("To (").evaluate((field) => field.matches(":invalid"))).toBe(true);
    expect(await page.getByLabel("To (").inputValue()).toBe("October");
    expect(new URL(page.url()).search).toBe("?q=herring&from=1986-02&to=1986");
  });

  test("come out of the address", async () => {
    await open("?place=S%C3%B6der%C3%B6&from=1986&to=1987-05&sort=oldest");
    await status("5 results");
    expect(await titles()).toEqual([13, 17, 21, 25, 29].map((number) => `Harbour report ${number}`));
    expect(await page.getByRole("list", { name: "Filters in use" }).getByRole("button").allTextContents()).toEqual(["Söderö×", "From 1986×", "To May 1987×"]);
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
    await status("1 result");
    expect(await titles()).toEqual([hostile]);
    expect(await page.locator(".search-excerpt").textContent()).toBe(`A headline of markup: ${hostile} & <mark>more</mark>.`);
    expect(await page.locator(".search-results img").evaluateAll((all) => all.map((image) => image.outerHTML))).toEqual([
      '<img class="search-picture" alt="" loading="lazy" src="/archive/assets/harbour.png">',
    ]);
    expect(complaints).toEqual([]);
  });

  test.each([/shards\.json$/u, /\/head$/u, /\/words\//u, /\/texts\//u, /wasm/u])(
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

  test.each([
    [320, "light"],
    [1280, "dark"],
  ] as const)("at %d pixels, %s, nothing sticks out and axe finds nothing, in any state", async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const filters = async (): Promise<void> => {
      await open("?q=herring");
      await page.locator("summary").click();
      await page.getByRole("button", { name: "Nils Berg" }).waitFor();
    };
    const typing = async (): Promise<void> => {
      await open("");
      await page.locator("#search-q").pressSequentially("nil");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
    };
    const failure = async (): Promise<void> => {
      server.broken.push(/shards\.json$/u);
      await open("?q=herring");
      await status("could not");
    };
    const shown = (query: string, part: string) => async (): Promise<void> => {
      await open(query);
      await page.locator(part).filter({ visible: true }).first().waitFor();
    };
    const states: readonly (readonly [name: string, reach: () => Promise<void>])[] = [
      ["idle", shown("", ".search-ways")],
      ["results", shown("?q=headline+markup&from=1985", ".search-hit")],
      ["a known name", shown("?q=Nils+Berg", ".search-known")],
      ["a misspelt name", shown("?q=Astrid+Hollm", ".search-meant")],
      ["no results", shown("?q=xylophone", ".search-advice")],
      ["filters open", filters],
      ["typing", typing],
      ["a failure", failure],
    ];
    for (const [name, reach] of states) {
      await reach();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include("main").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), name).toEqual([]);
    }
  }, 180_000);
});
