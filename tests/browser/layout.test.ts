import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildAndServe, type BuiltSite } from "./built-site.ts";
import { faultsIn } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { siteContent } from "./site-content.ts";
import { watch } from "./watch.ts";

/* What tends to break a page: long words, wide tables, another direction, results that a script puts in. */

let site: BuiltSite;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([siteContent().then(buildAndServe), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
  complaints = await watch(context, site.url);
  page = await context.newPage();
  await page.goto(site.url + path);
}

test.each([
  ["the home page", ""],
  ["its own article", "1987/02/compound/"],
  ["the article that follows it", "1987/06/undated-note/"],
  ["the list of its section", "sections/abroad/"],
  ["its month", "1987/02/"],
  ["its search results", "search/?q=Donaudampfschifffahrtsgesellschaftskapit%C3%A4nswitwenrentenauszahlungsstelle"],
])("a headline of one long word fits a telephone on %s", async (_, path) => {
  await open(path);
  if (path.startsWith("search/")) await page.locator(".search-hit").first().waitFor();
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width}`).toBeLessThanOrEqual(0);
  }
});

test("a table and code that are wider than a telephone are moved into view with the arrow keys", async () => {
  await open("1986/04/ferry/");
  for (const selector of [".table", "pre"]) {
    const box = page.locator(`.article-text ${selector}`);
    expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), selector).toBe(true);
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((wanted) => (document.querySelector(`.article-text ${wanted}`)?.scrollLeft ?? 0) > 0, selector);
  }
});

test("an Arabic article runs from right to left and the page around it from left to right", async () => {
  await open("1987/06/arabic/");
  const direction = (selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).direction);
  expect(await direction("h1")).toBe("rtl");
  expect(await direction(".article-text p")).toBe("rtl");
  expect(await direction(".masthead")).toBe("ltr");
});

test("a word of an Arabic article is found, and leads to it", async () => {
  await open(`search/?q=${encodeURIComponent("الميناء")}`);
  await page.locator(".search-hit a").first().click();
  await page.waitForURL("**/1987/06/arabic/");
});

test("the first mention of a name in a text leads to its page", async () => {
  await open("1986/04/lighthouse/");
  await page.locator(".article-text").getByRole("link", { name: "Maja Lindqvist" }).click();
  await page.waitForURL("**/people/maja-lindqvist/");
});

test.each(["1986/04/ferry/", "1987/06/arabic/", "search/?q=lamp", "search/?q=xylophone"])("axe finds nothing at %s, in light and dark colours", async (path) => {
  await open(path);
  if (path.startsWith("search/")) await page.getByRole("status").filter({ hasText: "result" }).waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsIn(page), colorScheme).toEqual([]);
  }
});
