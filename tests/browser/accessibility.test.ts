import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { faultsIn, rulesOfColours } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import type { BuiltSite } from "./built-site.ts";
import { openKitchenSink, pageKinds } from "./kitchen-sink.ts";
import { tooWide } from "./too-wide.ts";

/*
 * WCAG 2.2 AA on every kind of page, as far as a program can tell. The accessibility trees in accessibility-trees/ are what
 * a screen reader meets; UPDATE_GOLDEN=1 accepts a change of them, as of the golden sites.
 */

const trees = path.join(import.meta.dirname, "accessibility-trees");

let site: BuiltSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([openKitchenSink(), openBrowser()]);
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

// In one page after the other: a new one for each costs a browser's process.
async function open(address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" });
  await page.goto("about:blank");
  await page.goto(site.url + address);
  if (address.includes("?q=")) await page.locator("[data-part=results] a").first().waitFor();
}

describe.each(pageKinds)("the page of kind %s", (kind, address) => {
  beforeAll(() => open(address));

  test("has no fault that axe finds, in light and in dark colours, targets being large enough", async () => {
    const found = await faultsIn(page, { rules: { "target-size": { enabled: true } } });
    await page.emulateMedia({ colorScheme: "dark" });
    const inTheDark = await faultsIn(page, rulesOfColours);
    await page.emulateMedia({ colorScheme: "light" });
    expect([...found, ...inTheDark]).toEqual([]);
  });

  test("is told to a screen reader as it was", async () => {
    const told = await page.locator(kind === "article" || kind === "home" ? "body" : "main").ariaSnapshot();
    // The name of a picture's file holds a hash of how it was made.
    const tree = `${told}\n`.replaceAll(new URL(site.url).host, "HOST").replace(/(?<=\/images\/\S+-)[\w-]{10}(?=-\d+\.\w+)/gu, "HASH");
    const file = path.join(trees, `${kind}.yaml`);
    if (process.env["UPDATE_GOLDEN"] === "1") {
      mkdirSync(trees, { recursive: true });
      writeFileSync(file, tree);
    }
    expect(existsSync(file) ? readFileSync(file, "utf8") : "", `UPDATE_GOLDEN=1 accepts a new ${file}`).toBe(tree);
  });

  test("has one main landmark, one banner, one footer, and navigations that differ in name", async () => {
    expect(await page.getByRole("main").count()).toBe(1);
    expect(await page.getByRole("banner").count()).toBe(1);
    expect(await page.getByRole("contentinfo").count()).toBe(1);
    const names = await page.getByRole("navigation").evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent ?? ""));
    expect(names.filter((name, i) => name === "" || names.indexOf(name) !== i)).toEqual([]);
  });

  test("has one first heading, and below it no level that is left out", async () => {
    const levels = await page.getByRole("heading").evaluateAll((elements) => elements.map(({ localName }) => Number(localName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.slice(levels.indexOf(1)).filter((level, i, all) => i > 0 && level > (all[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test("is read without scrolling sideways from 320 pixels (400 % zoom) on", async () => {
    for (const width of [320, 360, 640, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(tooWide), `at ${width} pixels`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("loses nothing when a reader spreads letters, words and lines", async () => {
    // The values of WCAG 2.2, success criterion 1.4.12.
    const spread = await page.evaluateHandle(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
      return sheet;
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(tooWide), `at ${width} pixels`).toEqual([]);
      expect(await page.evaluate(cutOff), `at ${width} pixels`).toEqual([]);
    }
    await page.evaluate(() => void (document.adoptedStyleSheets = []));
    await spread.dispose();
  });

  test("shows where the keyboard is at every stop, in forced colours too", async () => {
    for (const forcedColors of ["none", "active"] as const) {
      await page.emulateMedia({ forcedColors });
      // After a key, whatever gets the focus is shown as if the keyboard had brought it.
      await page.keyboard.press("Tab");
      expect(await page.evaluate(unseenStops), forcedColors).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("draws in the reader's own colours where they are forced", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await page.evaluate(ownColours)).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("moves nothing by itself", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await page.evaluate(moving)).toEqual([]);
  });

  test("leads past the head of the page with its first stop", async () => {
    await page.goto(site.url + address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#main$/u);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("header.masthead, header.nameplate, nav.breadcrumb") === null)).toBe(true);
  });
});

describe("a headline in another language", () => {
  beforeEach(() => open(""));

  test.each([
    ["the front page", ""],
    ["a person's page", "people/astrid-holm/"],
    ["a section's page", "sections/shipping/"],
    ["the page of corrections", "corrections/"],
    ["the list of related articles and the series", "1987/03/everything/"],
  ])("says its language and direction on %s", async (_, address) => {
    await page.goto(site.url + address);
    const arabic = page.getByRole("main").getByText("ميناء جديد في المدينة", { exact: true });
    const languages = await arabic.evaluateAll((links) => links.map((link) => [link.closest("[lang]")?.getAttribute("lang"), getComputedStyle(link).direction]));
    expect(languages.length).toBeGreaterThan(0);
    expect(languages.filter(([language, direction]) => language !== "ar" || direction !== "rtl")).toEqual([]);
  });

  test("says them on its own page, whose furniture stays English", async () => {
    await page.goto(`${site.url}1990/01/harbour/`);
    const languageOf = (text: string) => page.getByText(text, { exact: false }).first().evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
    expect(await languageOf("افتتح الميناء الجديد")).toBe("ar");
    expect(await languageOf("Correction, 17 January 1990")).toBe("en");
    expect(await languageOf("File photo, 1987")).toBe("en");
    expect(await languageOf("contributed to this report")).toBe("en");
    expect(await languageOf("Related articles")).toBe("en");
  });
});

describe("with the keyboard alone a reader", () => {
  beforeEach(() => open(""));

  test("goes from the front page by the dates to a day, and reads an article of it", async () => {
    await follow("Dates", "dates/");
    await follow(/^1987/u, "1987/");
    await follow("March 1987", "1987/03/");
    await follow("2 March 1987, 1 article", "1987/03/02/");
    await follow(/^The Harbour Wall Holds/u, "1987/03/everything/");
  });

  test("goes from an article to the next part of its series, to a related article, and to a place", async () => {
    await page.goto(`${site.url}1987/03/everything/`);
    await follow("Part 2 of 3: The winter of 1987", "1987/03/everything/#series");
    await follow("ميناء جديد في المدينة", "1990/01/harbour/");
    await follow("Баржа затонула у острова", "1962/11/barge/");
    await follow("Söderö", "places/sodero/");
  });

  test("enlarges a picture, and comes back to where it stood", async () => {
    await page.goto(`${site.url}1987/03/everything/`);
    await press(/^Enlarge: The lamp again/u);
    await page.waitForURL(/lamp[^/]*\.png$/u);
    await page.goBack();
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  test("searches, and opens what was found", async () => {
    await press("Search the archive");
    await page.keyboard.type("flakes");
    await page.keyboard.press("Enter");
    await page.locator("[data-part=results] a").first().waitFor();
    await follow("Snow", "1987/03/short/");
  });

  async function follow(name: string | RegExp, address: string): Promise<void> {
    await press(name);
    await page.waitForURL(site.url + address);
  }

  // Tab by Tab to the element of this name, then Enter; a text field only gets the keyboard.
  async function press(name: string | RegExp): Promise<void> {
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      const found = (await page.evaluate(focusSeen))?.name ?? "";
      if (typeof name === "string" ? found !== name : !name.test(found)) continue;
      if ((await page.evaluate(() => document.activeElement?.localName)) !== "input") await page.keyboard.press("Enter");
      return;
    }
    throw new Error(`the keyboard does not come to ${String(name)}`);
  }
});

// Runs in the page: what has the keyboard, and whether that is seen; undefined where the page has no more stops.
function focusSeen(): { readonly name: string; readonly seen: boolean } | undefined {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return undefined;
  const picture = activeElement.querySelector("img")?.getAttribute("alt") ?? "";
  const name = activeElement.getAttribute("aria-label") ?? `${activeElement.textContent?.trim() ?? ""} ${picture}`.trim();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement);
  const box = activeElement.getBoundingClientRect();
  const marked = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  return { name: name.replace(/\s+/gu, " "), seen: marked && box.width > 1 && box.bottom > 0 && box.top < innerHeight };
}

// Runs in the page: everything that the keyboard stops at and that does not show it.
function unseenStops(): readonly string[] {
  const stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex='0']")].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }));
  return stops.filter((stop) => {
    stop.focus();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
    return !((outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none") || stop.getBoundingClientRect().width < 2;
  }).map((stop) => stop.outerHTML);
}

// Runs in the page: shapes filled or drawn in a colour that is none of the reader's.
function ownColours(): readonly string[] {
  const probe = document.body.appendChild(document.createElement("span"));
  const system = new Set(["Canvas", "CanvasText", "LinkText", "VisitedText", "GrayText", "Highlight", "HighlightText", "Mark", "ButtonText", "ButtonFace"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  }));
  probe.remove();
  const solid = (colour: string): boolean => colour !== "none" && !/rgba\(.*, 0\)/u.test(colour);
  return [...document.querySelectorAll("svg path, svg circle, svg rect, svg text")].flatMap((shape) => {
    const { fill, stroke } = getComputedStyle(shape);
    return [fill, stroke].filter((colour) => solid(colour) && !system.has(colour)).map((colour) => `${shape.localName}.${shape.getAttribute("class") ?? ""}: ${colour}`);
  });
}

// Runs in the page: elements whose own text does not fit into them and is cut off.
function cutOff(): readonly string[] {
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const hides = [overflowX, overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
    return hides && clipPath === "none" && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
}

// Runs in the page: animations under way, and elements that would slide or fade on a change.
function moving(): readonly string[] {
  const animated = document.getAnimations().map(() => "an animation");
  const sliding = [...document.querySelectorAll("*")].filter((element) => {
    const { transitionDuration, scrollBehavior } = getComputedStyle(element);
    return scrollBehavior === "smooth" || transitionDuration.split(", ").some((duration) => duration !== "0s");
  });
  return [...animated, ...sliding.map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`)];
}
