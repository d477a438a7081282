import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import type { BuiltSite } from "./built-site.ts";
import { openKitchenSink } from "./kitchen-sink.ts";

/* How to cite an article, as a reader meets it: folded out, without scripts. */

vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 });

let site: BuiltSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openKitchenSink(), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 320, height: 800 }, acceptDownloads: true })).newPage();
  await page.goto(`${site.url}1987/03/everything/`);
  await page.locator(".cite summary").click();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each([["BibTeX", "everything.bib"], ["RIS", "everything.ris"]])("%s is saved as a file that says what is shown", async (format, name) => {
  const term = page.locator(".cite dt", { hasText: format });
  const [download] = await Promise.all([page.waitForEvent("download"), term.locator("a").click()]);
  expect(download.suggestedFilename()).toBe(name);
  const shown = await page.locator(".cite dt", { hasText: format }).locator("+ dd pre").textContent();
  expect(readFileSync(await download.path(), "utf8").replaceAll("\r\n", "\n")).toBe(`${shown ?? ""}\n`);
});

test("folded out, it has no fault that axe finds, and fits a narrow screen", async () => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(".cite").options({ rules: { "target-size": { enabled: true } } }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "pixels wide").toBeLessThanOrEqual(320);
});
