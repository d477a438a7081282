import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser/browser.ts";
import type { BuiltSite } from "../browser/built-site.ts";
import { openKitchenSink, pageKinds } from "../browser/kitchen-sink.ts";

/* Pictures of every kind of page for a person to look at, in the folder screenshots/. They are not compared. */

const folder = path.resolve(import.meta.dirname, "../../screenshots");
const widths = [360, 1280] as const;
const schemes = ["light", "dark"] as const;

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  [site, browser] = await Promise.all([openKitchenSink(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(widths.flatMap((width) => schemes.map((scheme) => [width, scheme] as const)))("every kind of page is photographed at %i pixels, %s", async (width, colorScheme) => {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  for (const [kind, address] of pageKinds) {
    await page.goto(site.url + address);
    if (address.includes("?q=")) await page.locator(".search-hit").first().waitFor();
    // Pictures further down too, which a browser otherwise loads when they come into sight.
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = "eager";
      await Promise.all([...document.images].map((image) => image.decode()));
    });
    await page.screenshot({ path: path.join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.close();
  const taken = readdirSync(folder).filter((name) => name.endsWith(`-${width}-${colorScheme}.png`));
  expect(taken).toHaveLength(pageKinds.length);
  // A page of nothing is a kilobyte or two.
  expect(taken.filter((name) => statSync(path.join(folder, name)).size < 5000)).toEqual([]);
});
