import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { HtmlValidate, type ConfigData } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTest, forgetBuild } from "./build-site.ts";

/**
 * Builds whatever stands in articles/, and the golden sites, and looks over every page of them. Nothing here knows what the
 * articles say: it must pass for the sample, for someone's own archive, and for no article at all.
 */
const contents = ["../articles", "sites/empty/articles", "sites/plain/articles", "sites/names/articles", "sites/dates/articles", "sites/images/articles", "sites/kitchen-sink/articles"];

const rules: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // A headline is as long as its newspaper made it, and the archive's name follows it.
    "long-title": "off",
  },
};

let site = "";
let pages: readonly Page[] = [];
let files: ReadonlySet<string> = new Set();

interface Page {
  /** Path below the site, "1987/03/index.html". */
  readonly file: string;
  readonly address: string;
  readonly markup: string;
  readonly ids: readonly string[];
}

describe.each(contents)("the site of %s", (name) => {
  beforeAll(async () => {
    site = mkdtempSync(path.join(tmpdir(), "backfile-sample-"));
    const output = path.join(site, "site");
    await buildForTest(path.join(import.meta.dirname, name), output, { siteUrl: "https://archive.example.org", search: true });
    files = new Set(readdirSync(output, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/")));
    pages = [...files].filter((file) => file.endsWith(".html")).sort().map((file) => {
      const markup = readFileSync(path.join(output, file), "utf8");
      return { file, address: `/${file.replace(/(?:^|(?<=\/))index\.html$/u, "")}`, markup, ids: valuesOf(markup, "id") };
    });
  }, 120_000);

  afterAll(() => {
    forgetBuild(path.join(site, "site"));
    rmSync(site, { recursive: true, force: true });
  });

  test("the site has a home page, and a page for the address that is not there", () => {
    expect(pages.map(({ file }) => file)).toEqual(expect.arrayContaining(["index.html", "404.html"]));
  });

  test("every page is valid HTML", { timeout: 180_000 }, async () => {
    const validator = new HtmlValidate(rules);
    const complaints: string[] = [];
    for (const { file, markup } of pages) {
      const report = await validator.validateString(markup, file);
      for (const { messages } of report.results) complaints.push(...messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`));
    }
    expect(complaints.slice(0, 40)).toEqual([]);
  });

  describe("on every page", () => {
    test("an id stands once", () => {
      expect(complaintsOf(({ ids }) => ids.filter((id, i) => ids.indexOf(id) !== i))).toEqual([]);
    });

    test("a link leads to a page, and its anchor to a place on it", () => {
      const idsOf = new Map(pages.map(({ address, ids }) => [address, new Set(ids)]));
      expect(complaintsOf(({ address, markup }) => valuesOf(markup, "href").filter((href) => {
        const url = new URL(href, `https://archive.example.org${address}`);
        if (url.host !== "archive.example.org") return !/^(?:(?:https?|mailto):|data:application\/(?:x-bibtex|x-research-info-systems),)/u.test(url.href);
        const place = decodeURIComponent(url.pathname);
        const ids = idsOf.get(place);
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (ids === undefined) return !files.has(place.slice(1)) || anchor !== "";
        return anchor !== "" && anchor !== "top" && !ids.has(anchor);
      }))).toEqual([]);
    });

    test("every picture, script and style sheet is there", () => {
      const sources = (markup: string): readonly string[] => [
        ...valuesOf(markup, "src"),
        ...valuesOf(markup, "srcset").flatMap((set) => set.split(",").map((candidate) => candidate.trim().split(/\s+/u)[0] ?? "")),
      ];
      expect(complaintsOf(({ markup }) => sources(markup).filter((src) => !src.startsWith("/") || !files.has(decodeURIComponent(src.slice(1)))))).toEqual([]);
    });

    test("a picture has its size and its alternative text", () => {
      const wanting = (tag: string): boolean => !["width", "height", "alt"].every((name) => new RegExp(`\\s${name}="`, "u").test(tag));
      expect(complaintsOf(({ markup }) => [...markup.matchAll(/<img\b[^>]*>/gu)].map(([tag]) => tag).filter(wanting))).toEqual([]);
    });

    test("there is one h1, one title, one description, one canonical address and a language", () => {
      const counted = [/<h1[\s>]/gu, /<title>[^<](?=[^]*<body>)/gu, /<meta name="description" content="[^"]/gu, /<html lang="[^"]/gu];
      expect(complaintsOf(({ markup }) => (isRedirect(markup) ? [] : counted).filter((pattern) => [...markup.matchAll(pattern)].length !== 1).map(String))).toEqual([]);
      expect(complaintsOf(({ file, address, markup }) => {
        const canonical = /<link rel="canonical" href="(?<href>[^"]*)">/u.exec(markup)?.groups?.["href"];
        return file === "404.html" || isRedirect(markup) || canonical === `https://archive.example.org${encodeURI(address)}` ? [] : [`canonical is ${canonical ?? "missing"}`];
      })).toEqual([]);
    });

    test("no script stands in the page, and no handler or style in a tag", () => {
      const forbidden = [/<script(?![^>]*(?:\ssrc="|type="application\/ld\+json"))[^>]*>/giu, /<[a-z][^>]*\s(?:on[a-z]+|style)="[^>]*>/giu, /javascript:/giu];
      expect(complaintsOf(({ markup }) => forbidden.flatMap((pattern) => [...markup.matchAll(pattern)].map(([found]) => found)))).toEqual([]);
    });

    test("what is for machines can be read by them", () => {
      expect(complaintsOf(({ markup }) => [...markup.matchAll(/<script type="application\/ld\+json">(?<json>.*?)<\/script>/gsu)].flatMap(({ groups }) => (isJson(groups?.["json"] ?? "") ? [] : [groups?.["json"] ?? ""])))).toEqual([]);
    });
  });

  test("every page but the one for lost readers can be reached from the home page", () => {
    const byAddress = new Map(pages.map((page) => [page.address, page]));
    const reached = new Set(["/"]);
    for (const address of reached) {
      for (const href of valuesOf(byAddress.get(address)?.markup ?? "", "href")) {
        const url = new URL(href, `https://archive.example.org${address}`);
        const place = decodeURIComponent(url.pathname);
        if (url.host === "archive.example.org" && byAddress.has(place)) reached.add(place);
      }
    }
    // Redirects and withdrawn articles stand at addresses that nothing on the site uses any more.
    const lost = pages.filter(({ address, markup }) => !reached.has(address) && address !== "/404.html" && !/<meta name="robots" content="noindex">/u.test(markup));
    expect(lost.map(({ address }) => address)).toEqual([]);
  });

  test("the sitemap lists pages that are there, each once, by their full address", () => {
    const listed = [...files].filter((file) => /^sitemap[^/]*\.xml$/u.test(file)).flatMap((file) => [...readFileSync(path.join(site, "site", file), "utf8").matchAll(/<loc>(?<address>[^<]*)<\/loc>/gu)].map(({ groups }) => groups?.["address"] ?? ""));
    const wrong = listed.filter((address, i) => {
      const { origin, pathname } = new URL(address);
      const file = decodeURIComponent(pathname).slice(1);
      return origin !== "https://archive.example.org" || !files.has(file.endsWith("/") || file === "" ? `${file}index.html` : file) || listed.indexOf(address) !== i;
    });
    expect(wrong).toEqual([]);
  });
});

function isRedirect(markup: string): boolean {
  return /http-equiv="refresh"/u.test(markup);
}

function complaintsOf(find: (page: Page) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => find(page).map((found) => `${page.file}: ${found}`)).slice(0, 40);
}

// Our templates quote every attribute, and text cannot hold a quote: that is enough to read them by.
function valuesOf(markup: string, attribute: string): readonly string[] {
  const tags = markup.replace(/<script\b.*?<\/script>|<!--.*?-->/gsu, (script) => (script.includes(" src=") ? script : ""));
  return [...tags.matchAll(new RegExp(`<[a-z][^>]*?\\s${attribute}="(?<value>[^"]*)"`, "gu"))].map(({ groups }) => unescaped(groups?.["value"] ?? ""));
}

function unescaped(text: string): string {
  return text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
