import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeCorpus } from "../../bench/corpus.ts";
import { startServer, type SiteServer } from "../../src/build/server.ts";
import { openBrowser } from "../browser/browser.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/*
 * What the first search of a visit costs in an archive of 19,042 made articles, in a real browser: bytes on the wire, the
 * page, its style and its script included, none of them compressed by this server; and the time on a quiet machine.
 */

const root = mkdtempSync(path.join(tmpdir(), "backfile-scale-"));
const output = path.join(root, "site");
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  mkdirSync(path.join(root, "articles"));
  writeCorpus(path.join(root, "articles"), 19_042);
  await buildForTest(path.join(root, "articles"), output, { search: true, jobs: 2 });
  server = await startServer({ root: output, base: "/", port: 0 });
  browser = await openBrowser();
}, 600_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  forgetBuild(output);
  rmSync(root, { recursive: true, force: true });
});

async function visit(use: (page: Page) => Promise<void>): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  context.on("response", (response) => {
    void response.request().sizes().then((sizes) => (bytes += sizes.responseBodySize), () => undefined);
  });
  await use(page);
  await page.waitForTimeout(500);
  await context.close();
  return bytes;
}

async function results(page: Page, query: string): Promise<void> {
  await page.goto(`${server.url}search/${query}`);
  await page.locator(".search-hit").nth(9).waitFor();
}

test.each([
  ["three words by relevance", "?q=harbour+freight+price", 400],
  ["a phrase with the most frequent word", '?q="the+harbour"', 400],
  ["a phrase with two of the most frequent words", '?q="in+the"', 400],
  ["three words, newest first", "?q=harbour+freight+price&sort=newest", 250],
])("%s: ten results move at most the kilobytes of the contract", async (_, query, most) => {
  const bytes = await visit((page) => results(page, query));
  console.log(`${query}: ${Math.round(bytes / 1000)} kB`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(most * 1000);
});

/** Types as fast as a good typist, and tells how many milliseconds after the last key the results stood; the wait of the page for another key included. */
async function timeAfterLastKey(word: string): Promise<number> {
  let time = 0;
  await visit(async (page) => {
    await page.goto(`${server.url}search/`);
    await page.evaluate(() => {
      const results = document.querySelector("[data-part=results]");
      let last = 0;
      document.querySelector("#search-q")?.addEventListener("input", (event) => (last = event.timeStamp));
      if (results) new MutationObserver(() => requestAnimationFrame((now) => (document.body.dataset["time"] = String(now - last)))).observe(results, { childList: true });
    });
    await page.locator("#search-q").pressSequentially(word, { delay: 90 });
    await page.locator(".search-hit").nth(9).waitFor();
    // Whatever a search for less than the whole word has shown by then.
    await page.waitForTimeout(1_000);
    time = await page.evaluate(() => Number(document.body.dataset["time"]));
  });
  return time;
}

test("results stand 300 ms after the last key, in the middle of nine words", async () => {
  const times: number[] = [];
  for (const word of ["harbour", "freight", "shipping", "grain", "vessel", "minister", "tariff", "cargo", "parliament"]) times.push(await timeAfterLastKey(word));
  console.log(`${times.map(Math.round).join(", ")} ms`);
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(300);
});
