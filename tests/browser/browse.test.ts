import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { faultsIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { buildAndServe, type BuiltSite } from "./built-site.ts";
import { watch } from "./watch.ts";

/* The ways through an archive: maps, calendars, indexes of many names, and what stands on the page of a name. No scripts. */

let site: BuiltSite;
let browser: Browser;
let page: Page;
let scripted: Page;
let complaints: string[] = [];

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const crowd = Array.from({ length: 520 }, (_, i) => `${letters[i % 26] ?? ""}${letters[Math.floor(i / 26) % 26]?.toLowerCase() ?? ""}strom ${i}`);

const content: Readonly<Record<string, string>> = {
  "archive.yaml": "title: The Norrby Post\n",
  "people.yaml": "astrid-holm: {name: Astrid Holm, sortName: 'Holm, Astrid', variants: [A. Holm], born: 1931, died: 2001-05-04, wikidata: Q42}\n",
  "places.yaml": `sweden: {name: Sweden, kind: country, coordinates: [62, 15]}
norrby: {name: Norrby, coordinates: [60.1, 18.2], country: sweden}
westerholm: {name: Westerholm, coordinates: [59.9, 17.9], country: sweden}
lima: {name: Lima, coordinates: [-12, -77]}
`,
  "1962/07/a.md": article("The barge is lost", "1962-07-20", "people: [A. Holm, Nils Berg]\nplaces: [Norrby]"),
  "1969/07/b.md": article("Herring come late", "1969-07-20", "people: [Astrid Holm, Nils Berg]\nplaces: [Westerholm]"),
  "1987/03/c.md": article("The harbour wall holds", "1987-03-02", "people: [Astrid Holm]\nplaces: [Norrby, Lima]\ntopics: [Harbours]"),
  "1990/07/d.md": article("The whole town signs", "1990-07-20", `people: ${JSON.stringify(crowd)}\nplaces: [Sweden]`),
};

/** The pages of this file's concern. */
const pages = ["", "people/", "people/a-z/s/", "people/astrid-holm/", "places/", "places/sweden/", "places/map/", "dates/", "1962/", "1962/07/", "1962/07/20/", "on-this-day/", "on-this-day/07-20/"] as const;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildAndServe(content), openBrowser()]);
  // One page for all: a new one for each costs a browser's process.
  const context = await browser.newContext({ javaScriptEnabled: false });
  complaints = await watch(context, site.url);
  page = await context.newPage();
  // axe is a script.
  scripted = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function open(path: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto("about:blank");
  await page.goto(site.url + path);
}

describe.each(pages)("/%s", (path) => {
  test("fits a telephone", async () => {
    await open(path, 360);
    expect(await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  });

  test("has no fault that axe finds, wide and light or narrow and dark", async () => {
    await scripted.goto(site.url + path);
    const found: string[] = [];
    for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]] as const) {
      await scripted.setViewportSize({ width, height: 800 });
      await scripted.emulateMedia({ colorScheme });
      found.push(...(await faultsIn(scripted)).map((fault) => `${width} ${colorScheme} ${fault}`));
    }
    expect(found).toEqual([]);
  });
});

test("the front page says what the archive holds, and leads to every way in", async () => {
  await open("");
  expect(await page.locator(".folio").innerText()).toMatch(/1962–1990\s+4 articles\s+522 people, 4 places/u);
  for (const [region, address] of [["Dates", "dates/"], ["On this day", "on-this-day/"], ["People", "people/"], ["Places", "places/"], ["Topics", "topics/"]] as const) {
    const way = page.getByRole("region", { name: region }).getByRole("heading").getByRole("link", { name: region });
    expect(await way.getAttribute("href")).toBe(`/${address}`);
  }
  expect(await page.getByRole("search").count()).toBe(1);
});

test("a year is twelve small calendars, whose months and days are links", async () => {
  await open("1962/");
  expect(await page.getByRole("main").getByRole("table").count()).toBe(12);
  await page.getByRole("link", { name: "July 1962", exact: true }).click();
  await page.waitForURL("**/1962/07/");
  await page.getByRole("link", { name: "20 July 1962, 1 article" }).click();
  await page.waitForURL("**/1962/07/20/");
  await page.getByRole("navigation", { name: "Neighbouring periods" }).getByRole("link", { name: "20 July 1969" }).click();
  await page.waitForURL("**/1969/07/20/");
});

describe("the map of places", () => {
  test("has every place as a link, and the list beside it says the same", async () => {
    await open("places/map/");
    const dots = page.getByRole("group", { name: "Map of places" }).getByRole("link");
    const names = await dots.evaluateAll((links) => links.map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")].join(" ")));
    const list = await page.getByRole("region", { name: "Places on the map" }).getByRole("listitem").evaluateAll((items) =>
      items.map((item) => [item.querySelector("a")?.textContent, item.querySelector(".count")?.textContent, item.querySelector("a")?.getAttribute("href")]),
    );
    expect(names).toEqual(list.map(([name, count, href]) => `${name}, ${count} ${count === "1" ? "article" : "articles"} ${href}`));
    expect(names).toHaveLength(4);
  });

  test("a dot is clicked, and its place opens", async () => {
    await open("places/map/");
    await page.getByRole("group", { name: "Map of places" }).getByRole("link", { name: "Lima, 1 article" }).click();
    await page.waitForURL("**/places/lima/");
  });

  test("a dot is reached with the keyboard, is seen to be, and opens its place", async () => {
    await open("places/map/");
    for (let i = 0; i < 30 && !(await page.locator(".world a:focus").count()); i++) await page.keyboard.press("Tab");
    const dot = page.locator(".world a:focus");
    expect(await dot.getAttribute("aria-label")).toBe("Sweden, 4 articles");
    expect(await dot.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe("none");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/places/sweden/");
  });

  test("a dot with room around it can be hit within 24 pixels", async () => {
    await open("places/map/");
    const lima = page.getByRole("group", { name: "Map of places" }).getByRole("link", { name: "Lima, 1 article" });
    const box = await lima.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  });

  test("stays in sight while the list beside it is read", async () => {
    await open("places/map/");
    const [map, list] = [await page.locator(".world").boundingBox(), await page.getByRole("region", { name: "Places on the map" }).boundingBox()];
    expect(list?.x).toBeGreaterThan((map?.x ?? 0) + (map?.width ?? 0));
  });
});

describe("a person's page", () => {
  test("says spellings, dates, identifiers, and from when to when", async () => {
    await open("people/astrid-holm/");
    const text = await page.getByRole("main").innerText();
    for (const words of ["A. Holm", "1931", "4 May 2001", "3 articles · 20 July 1962 to 2 March 1987"]) expect(text).toContain(words);
    expect(await page.getByRole("link", { name: "Wikidata" }).getAttribute("href")).toBe("https://www.wikidata.org/wiki/Q42");
  });

  test("draws articles over time, and says the same as a table", async () => {
    await open("people/astrid-holm/");
    await page.getByRole("img", { name: "Articles by year, 1962 to 1987; the most in 1962: 1" }).waitFor();
    expect(await page.getByRole("table", { name: "Articles by year" }).getByRole("row").allInnerTexts()).toHaveLength(3);
  });

  test("leads to whom it appears with", async () => {
    await open("people/astrid-holm/");
    const company = page.getByRole("region", { name: "Appears with" });
    expect((await company.getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/gu, " "))).toEqual(["Nils Berg 2", "Norrby 2", "Lima 1", "Westerholm 1", "Harbours 1"]);
    await company.getByRole("link", { name: "Nils Berg" }).click();
    await page.waitForURL("**/people/nils-berg/");
  });
});

test("a place's page shows where it is, and leads to the places inside it", async () => {
  await open("places/sweden/");
  const map = page.getByRole("img", { name: "Map: where Sweden is" });
  expect((await map.boundingBox())?.width).toBeGreaterThan(150);
  expect(await page.getByRole("main").innerText()).toContain("1 names the place itself");
  await page.getByRole("region", { name: "Places inside" }).getByRole("link", { name: "Norrby" }).click();
  await page.waitForURL("**/places/norrby/");
});

test("a reader comes from the home page to a day of all years, and on to that very day and back", async () => {
  await open("", 360);
  await page.getByRole("region", { name: "On this day" }).getByRole("link", { name: "July" }).click();
  await page.waitForURL("**/on-this-day/#month-07");
  await page.getByRole("link", { name: "20 July, 3 articles" }).click();
  await page.waitForURL("**/on-this-day/07-20/");
  expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["1990", "1969", "1962"]);
  await page.getByRole("link", { name: "1969", exact: true }).click();
  await page.waitForURL("**/1969/07/20/");
  await page.getByRole("link", { name: "20 July in all years" }).click();
  await page.waitForURL("**/on-this-day/07-20/");
});

test("a reader finds one of many names by its letter", async () => {
  await open("people/");
  await page.getByRole("navigation", { name: "Jump to" }).getByRole("link", { name: "S", exact: true }).click();
  await page.waitForURL("**/people/a-z/s/");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("People: S");
  await page.getByRole("link", { name: "Sbstrom 44" }).click();
  await page.waitForURL("**/people/sbstrom-44/");
});

function article(title: string, date: string, more: string): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}\n---\n\nText.\n`;
}
