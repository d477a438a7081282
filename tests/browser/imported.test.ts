import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type SiteServer } from "../../src/build/server.ts";
import { importArchive } from "../../src/import/import.ts";
import { suggestTags, type SuggestOutcome } from "../../src/suggest/suggest.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";
import { openBrowser } from "./browser.ts";

/* A scraped text all the way: imported, its names suggested, the editor's questions answered, accepted, built and found. */

const folder = mkdtempSync(path.join(tmpdir(), "backfile-imported-"));
const content = path.join(folder, "articles");
const output = path.join(folder, "site");
const source = path.resolve(import.meta.dirname, "../fixtures/import/text/envoy-floats-meeting.txt");
const article = "undated/island-envoy-floats-notion-of-league-meeting-for-amber-and.md";

let suggested: SuggestOutcome;
let server: SiteServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  importArchive({ format: "text", sources: [source], content, dryRun: false });
  suggested = suggestTags({ content, files: [], accept: false });
  answer("_proposed-people.yaml", /\n {2}question: is this Andrey Sorokin.*/u);
  answer("_proposed-places.yaml", /\n {2}question: .*Georgia.*/u);
  suggestTags({ content, files: [], accept: true });
  await buildForTest(content, output, { search: true });
  server = await startServer({ root: output, base: "/", port: 0 });
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  forgetBuild(output);
  rmSync(folder, { recursive: true });
});

describe("what is suggested", () => {
  const named = (kind: "people" | "places", wanted: (one: SuggestOutcome["articles"][number]["suggestions"][number]) => boolean): readonly string[] =>
    suggested.articles.flatMap(({ suggestions }) => suggestions.filter((one) => one.kind === kind && wanted(one)).map(({ name }) => name)).toSorted();

  test("the people, by full name and without their offices; the State Department's spokesperson is nobody", () => {
    expect(named("people", ({ accepts }) => accepts)).toEqual(["Alexander Lund", "Andrey Narysh", "Andrey Sorokin", "Evgeny Pryde", "Ruth Amber", "Serhij Cherev", "Vasil Treben"]);
  });

  test("two spellings of one minister are asked about; others who share a first name are kept apart", () => {
    expect(named("people", ({ question }) => question !== undefined)).toEqual(["Andrei Sorokin"]);
    expect(suggested.articles[0]?.suggestions.find(({ name }) => name === "Andrei Sorokin")).toMatchObject({ variantOf: "andrey-sorokin", accepts: false });
  });

  test("subject, depicted and merely mentioned places are told apart; capitals that speak, peoples and months are none", () => {
    expect(named("places", ({ accepts }) => accepts)).toEqual(["Marrow", "Sandhaven"]);
    expect(named("places", ({ question }) => question !== undefined)).toEqual(["Georgia", "New York"]);
    expect(named("places", ({ use }) => use === "depicted")).toEqual(["Cambodia", "Lucerne", "Port Ellis", "Switzerland"]);
    expect(named("places", ({ use }) => use === "mentioned")).toEqual(["Tarn", "Tellan"]);
  });
});

describe("the article's file", () => {
  test("has the accepted names and nothing else that is new", () => {
    const lines = readFileSync(path.join(content, article), "utf8").split("\n");
    const names = lines.filter((line) => /^(?:people|places): /u.test(line));
    expect(names).toEqual(["people: [Andrey Sorokin, Ruth Amber, Alexander Lund, Vasil Treben, Evgeny Pryde, Serhij Cherev, Andrey Narysh]", "places: [Marrow, Sandhaven, Georgia]"]);
    const again = path.join(folder, "again");
    importArchive({ format: "text", sources: [source], content: again, dryRun: false });
    expect(lines.filter((line) => !names.includes(line)).join("\n")).toBe(readFileSync(path.join(again, article), "utf8"));
  });

  test("what is not answered waits", () => {
    expect(readdirSync(content).toSorted()).toEqual(["_import-text.json", "_proposed-places.yaml", "people.yaml", "places.yaml", "undated"]);
    expect(readFileSync(path.join(content, "_proposed-places.yaml"), "utf8")).toMatch(/^new-york:\n {2}name: New York\n {2}question: /mu);
  });
});

describe("the built page", () => {
  test("has one headline, two subheads, three figures with caption and credit, one byline, one note, no date and no guessed sign", async () => {
    await page.goto(`${server.url}undated/island-envoy-floats-notion-of-league-meeting-for-amber-and/`);
    const count = (selector: string): Promise<number> => page.locator(selector).count();
    expect({ h1: await count("h1"), h2: await count("h2"), figures: await count("figure"), captions: await count("figure .figure-caption"), credits: await count("figure .figure-credit"), bylines: await count(".byline"), notes: await count(".contributor"), times: await count("time") }).toEqual({ h1: 1, h2: 2, figures: 3, captions: 3, credits: 3, bylines: 1, notes: 1, times: 0 });
    const text = await page.locator("body").innerText();
    expect(text).toContain("undated");
    expect(text).not.toMatch(/[©®]|Updated/u);
    expect(text).toContain("“They [the Heron men] have not captured anything.”");
    expect(await page.content()).not.toContain("datePublished");
  });

  test.each(["Andrei Sorokin", "Andrey Sorokin", "European", "amounts"])("search finds it by %s", async (words) => {
    await page.goto(`${server.url}search/?q=${encodeURIComponent(words)}`);
    await page.getByRole("main").getByRole("link", { name: "Island Envoy Floats Notion" }).first().waitFor();
  });

  test("both spellings lead to one page, which lists them", async () => {
    await page.goto(`${server.url}people/andrey-sorokin/`);
    expect(await page.locator("main").innerText()).toContain("Andrei Sorokin");
    expect(readdirSync(path.join(output, "people"))).not.toContain("andrei-sorokin");
  });
});

function answer(file: string, question: RegExp): void {
  const place = path.join(content, file);
  const text = readFileSync(place, "utf8");
  expect(text).toMatch(question);
  writeFileSync(place, text.replace(question, ""));
}
