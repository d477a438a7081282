import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import type { BuiltSite } from "./built-site.ts";
import { openKitchenSink } from "./kitchen-sink.ts";
import { watch } from "./watch.ts";

/* Reading an article: its pictures, its parts, its print, on a telephone and at a desk. */

const article = "1987/03/everything/";

let site: BuiltSite;
let browser: Browser;
let page: Page;
let complaints: readonly string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([openKitchenSink(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  complaints = await watch(context, site.url);
  page = await context.newPage();
  await page.goto(site.url + address);
}

describe("pictures", () => {
  test.each([
    [360, 1],
    [360, 2],
    [360, 3],
    [1280, 1],
    [1280, 2],
    [1920, 1],
  ])("are sharp at %i pixels on a screen of density %i, and no larger than one step more than that", async (width, deviceScaleFactor) => {
    await open(article, { viewport: { width, height: 800 }, deviceScaleFactor });
    const pictures = await page.locator("figure img").evaluateAll(async (images) => {
      const all = images.filter((image) => image instanceof HTMLImageElement);
      for (const image of all) image.loading = "eager";
      await Promise.all(all.map((image) => image.decode()));
      return all.map((image) => {
        const widths = image.srcset.split(", ").map((candidate) => Number(/ (\d+)w$/u.exec(candidate)?.[1]));
        // naturalWidth is told in CSS pixels of the chosen density: the file's own width stands in its candidate.
        const chosen = [...(image.parentElement?.querySelectorAll<HTMLSourceElement | HTMLImageElement>("source, img") ?? [])].flatMap(({ srcset }) => srcset.split(", ")).find((candidate) => image.currentSrc.endsWith(candidate.split(" ")[0] ?? "?"));
        return { shown: image.getBoundingClientRect().width * devicePixelRatio, widths, file: Number(/ (\d+)w$/u.exec(chosen ?? "")?.[1]) };
      });
    });
    expect(pictures.length).toBeGreaterThan(3);
    for (const { shown, widths, file } of pictures) {
      const enough = widths.find((candidate) => candidate >= shown - 1) ?? Math.max(...widths);
      const oneMore = widths.find((candidate) => candidate > enough) ?? enough;
      expect([enough, oneMore], `a picture of ${shown} pixels`).toContain(file);
    }
  });

  test.each([360, 1280])("move nothing while they load, at %i pixels", async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    complaints = await watch(context, site.url);
    page = await context.newPage();
    // Every picture comes late, after the text has been laid out.
    await context.route(/\.(?:webp|png|jpeg)$/u, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue();
    });
    await context.addInitScript(() => {
      Object.assign(globalThis, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ("value" in entry && typeof entry.value === "number") Reflect.get(globalThis, "shifts").push(entry.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(site.url + article);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 600) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await page.waitForTimeout(60);
    }
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => Reflect.get(globalThis, "shifts"))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  });

  test("lead to their largest file by a link that says so", async () => {
    await open(article, { javaScriptEnabled: false });
    const link = page.getByRole("link", { name: "Enlarge: A red sun over a grey quay" });
    const largest = (await page.locator(".figure-lead img").getAttribute("srcset"))?.split(", ").at(-1)?.split(" ")[0];
    expect(await link.getAttribute("href")).toBe(largest);
    await link.click();
    await page.waitForURL(new URL(largest ?? "?", site.url).href);
  });

  test.each([360, 1280])("have their captions and credits in sight at %i pixels, and so has one that is not held", async (width) => {
    await open(article, { viewport: { width, height: 800 } });
    for (const words of ["The quay on Monday.", "Karin Ek/The Norrby Post/Pool via Norrby Wire", "© Karin Ek. CC-BY-4.0", "File photo, 1962.", "The old gauge.", "Courtesy of Nils Berg", "The wreck of the barge", "The same lamp, from the other side.", "A third lamp."]) {
      expect(await page.locator("figcaption").getByText(words).first().isVisible(), words).toBe(true);
    }
    expect(await page.getByText("Image not held").count()).toBe(2);
  });

  test("that follow one another stand side by side at a desk, one below the other on a telephone", async () => {
    const tops = () => page.locator(".gallery").last().locator("figure").evaluateAll((figures) => figures.slice(0, 2).map((figure) => Math.round(figure.getBoundingClientRect().top)));
    await open(article);
    const [first, second] = await tops();
    expect(first).toBe(second);
    await page.setViewportSize({ width: 360, height: 800 });
    const [above = 0, below = 0] = await tops();
    expect(below).toBeGreaterThan(above);
  });
});

describe("a text", () => {
  test.each([
    [360, 30, 60],
    [1280, 60, 75],
    [1920, 60, 75],
  ])("at %i pixels has between %i and %i characters in a line", async (width, fewest, most) => {
    await open("1987/03/short/", { viewport: { width, height: 800 } });
    const perLine = await page.locator(".article-text p").first().evaluate((paragraph) => {
      paragraph.textContent = "The harbour master walked the length of the wall on Monday and found it whole, all of it, and she was alone. ".repeat(20);
      const { fontSize, lineHeight } = getComputedStyle(paragraph);
      return { perLine: paragraph.textContent.length / Math.round(paragraph.getBoundingClientRect().height / Number.parseFloat(lineHeight)), size: Number.parseFloat(fontSize), height: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) };
    });
    expect(perLine.perLine).toBeGreaterThanOrEqual(fewest);
    expect(perLine.perLine).toBeLessThanOrEqual(most);
    expect(perLine.size).toBeGreaterThanOrEqual(18);
    expect(perLine.size).toBeLessThanOrEqual(20);
    expect(perLine.height).toBeGreaterThanOrEqual(1.5);
    expect(perLine.height).toBeLessThanOrEqual(1.6);
  });

  test("of another script has its own line height and no letters set apart", async () => {
    await open("1990/01/harbour/");
    const style = (selector: string) => page.locator(selector).first().evaluate((element) => {
      const { direction, letterSpacing, lineHeight, fontSize, textAlign } = getComputedStyle(element);
      return { direction, letterSpacing, ratio: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize), textAlign };
    });
    expect((await style(".article-text p")).ratio).toBeGreaterThanOrEqual(1.7);
    expect(await style(".dateline")).toMatchObject({ direction: "rtl", letterSpacing: expect.stringMatching(/^(?:normal|0px)$/u) });
  });

  test("at 200 % zoom stands in one column below its headline", async () => {
    await open(article, { viewport: { width: 640, height: 400 } });
    const [meta, text] = await Promise.all([".article-meta", ".article-text"].map((selector) => page.locator(selector).boundingBox()));
    expect(text?.y).toBeGreaterThan((meta?.y ?? 0) + (meta?.height ?? 0));
    expect(text?.width).toBeGreaterThan(500);
  });
});

describe("around an article", () => {
  test("stand the age of its news, its corrections before the text, and its permanent address", async () => {
    await open(article);
    expect(await page.getByText("This article is from 1987.").isVisible()).toBe(true);
    const [correction, text] = await Promise.all([".corrections", ".article-text"].map((selector) => page.locator(selector).boundingBox()));
    expect((correction?.y ?? 0) + (correction?.height ?? 0)).toBeLessThanOrEqual(text?.y ?? 0);
    expect(await page.locator(".permalink").textContent()).toBe("Permanent address: https://sink.example.org/1987/03/everything/");
  });

  test("of this year's or last year's news there is no word of age", async () => {
    await open("1990/01/harbour/");
    expect(await page.getByText("This article is from").count()).toBe(0);
  });

  test("stand its series, its names with the number of their articles, and related articles", async () => {
    await open(article);
    const series = page.getByRole("navigation", { name: "Part 2 of 3: The winter of 1987" });
    expect(await series.getByRole("link").allTextContents()).toEqual(["Snow", "ميناء جديد في المدينة"]);
    const story = page.getByRole("region", { name: "In this story" });
    expect((await story.getByText("Astrid Holm").locator("..").textContent())?.trim()).toBe("Astrid Holm 5");
    expect(await page.getByRole("region", { name: "Related articles" }).getByRole("link").allTextContents()).toEqual(["A letter found in a wall", "Баржа затонула у острова"]);
  });
});

test("in print it is a clipping: nameplate, date, address, text, captions, and nothing to press", async () => {
  await open(article);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const shown of [".masthead-title", "h1", ".byline", ".article-date", ".article-text", ".figure-lead figcaption", ".rights", ".permalink", ".corrections"]) {
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  }
  for (const gone of [".skip", ".ways", ".searchbox", ".breadcrumb", ".series", ".article-series", ".article-age", ".in-the-story", ".related", ".neighbours", ".footer"]) {
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  }
  // On white paper in black, whatever the screen is set to.
  expect(await page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).color])).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});
