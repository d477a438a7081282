import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importArchive } from "../../src/import/import.ts";
import type { Report } from "../../src/import/report.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-pages-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const story = `<article><p>${"The ferry to Tellan ran again on Monday, and nobody was late. ".repeat(8)}</p></article>`;
const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("metadata is taken in order: JSON-LD, Open Graph, Dublin Core, Highwire, then what the page shows", () => {
  test.each([
    ["JSON-LD before Open Graph", jsonLd({ "@type": "NewsArticle", headline: "From JSON-LD", datePublished: "2019-03-04" }) + '<meta property="og:title" content="From OG"><meta property="article:published_time" content="2019-03-04">', ["title: From JSON-LD", "date: 2019-03-04"]],
    ["Open Graph before Dublin Core", '<meta property="og:title" content="From OG"><meta name="DC.title" content="From DC"><meta property="og:type" content="article"><meta property="article:published_time" content="2019-03-04T10:00:00Z">', ["title: From OG", "date: 2019-03-04T10:00:00Z"]],
    ["Dublin Core", '<meta name="DC.title" content="From DC"><meta name="DC.creator" content="Lee, Ann"><meta name="dcterms.issued" content="1987-03">', ["title: From DC", "byline: Ann Lee", "date: 1987-03"]],
    ["Highwire", '<meta name="citation_title" content="From Highwire"><meta name="citation_author" content="Ann Lee"><meta name="citation_author" content="Tom Reed"><meta name="citation_publication_date" content="2018/11/05">', ["title: From Highwire", "byline: [Ann Lee, Tom Reed]", "date: 2018-11-05"]],
    ["a graph with references", jsonLd({ "@graph": [{ "@id": "#a", "@type": "Person", name: "Ann Lee" }, { "@type": ["Thing", "OpinionNewsArticle"], headline: "X", author: { "@id": "#a" } }] }), ["byline: Ann Lee", "kind: opinion"]],
    ["the day in the address", '<link rel="canonical" href="https://a.example/2019/03/04/x/"><title>X</title>', ["date: 2019-03-04"]],
    ["an author's address is no name", '<meta property="og:title" content="X"><meta property="article:author" content="https://social.example/ann"><meta name="author" content="Ann Lee">', ["byline: Ann Lee"]],
    ["a description that only begins the text again is no dek", '<title>X</title><meta name="description" content="The ferry to Tellan ran again on Monday, and nobody was late.">', ["title: X"]],
  ])("%s", (_what, head, lines) => {
    importPages({ "a.html": page(head) });
    const [article = ""] = articles();
    for (const line of lines) expect(article).toContain(`\n${line}\n`);
    expect(article).not.toContain("\ndek:");
  });
});

test("the day in a caption is not the article's", () => {
  importPages({ "a.html": page("<title>X</title>", '<figure><img src="a.jpg" alt=""><figcaption>The pier on <time datetime="2015-07-18">July 18</time></figcaption></figure>') });
  expect(articles()[0]).toContain("\ndate: undated\n");
});

describe("a page without an article is left out, and said why", () => {
  test.each([
    ["a list of links", `<html><head><title>News</title></head><body><ul>${'<li><a href="/a/">A story of the harbour and its ferries</a></li>'.repeat(40)}</ul></body></html>`, "has no article that could be found"],
    ["a page that says it is a list", page(jsonLd({ "@type": "CollectionPage" }) + "<title>Sea</title>"), "is a list of articles"],
    ["a short notice", "<html><head><title>404</title></head><body><p>Not found</p></body></html>", "has no article that could be found"],
    ["a redirect", '<html><head><title>Moved</title><meta http-equiv="refresh" content="0;url=/x/"></head></html>', "only leads to another page"],
    ["nesting without end", `<title>x</title>${"<div>".repeat(100_000)}`, "nests its elements without end"],
    ["nothing", "", "has no text"],
  ])("%s", (_what, html, reason) => {
    expect(importPages({ "a.html": html })).toMatchObject({ written: 0, skipped: [{ reason }] });
    expect(articles()).toEqual([]);
  });
});

test.each([
  ["declared", "charset=windows-1251", Buffer.from("cfe0f0eefc20eef2eff0e0e2e8ebf1ff", "hex"), "Паро"],
  ["declared wrongly as UTF-8", "charset=utf-8", Buffer.from("Die F\xe4hre kam nicht, und niemand wu\xdfte warum. ", "latin1"), "Die Fähre"],
])("a character set %s is read right", (_what, charset, words, expected) => {
  const html = Buffer.concat([Buffer.from(`<html><head><meta http-equiv="Content-Type" content="text/html; ${charset}"><title>x</title></head><body><article><p>`), ...Array.from({ length: 20 }, () => Buffer.concat([words, Buffer.from(" ")])), Buffer.from("</p></article></body></html>")]);
  importPages({ "a.html": html });
  expect(articles()[0]).toContain(expected);
});

describe("pages of a mirror", () => {
  test("keep their addresses, and their links lead to each other", () => {
    importPages({
      "www.a.example/2019/03/x/index.html": page("<title>X</title>", '<p><a href="../y.html">y</a> <a href="/2019/03/y.html#part">y</a> <a href="https://a.example/2019/03/y.html">y</a> <a href="../../../tag/index.html">tag</a></p>'),
      "www.a.example/2019/03/y.html": page('<title>Y</title><link rel="canonical" href="https://a.example/2019/03/y.html">'),
    });
    expect(files()).toEqual(["2019/03/x.md", "2019/03/y.md", "_import-html.json"]);
    expect(articles()[0]).toContain("[y](/2019/03/y/) [y](/2019/03/y/)");
    expect(articles()[0]).not.toContain("[tag](");
    expect(articles()[1]).toContain('formerUrls: ["/2019/03/y.html"]');
  });

  test("that are called website are left out where others are called article", () => {
    const [site, article] = ["website", "article"].map((type) => page(`<title>X</title><meta property="og:type" content="${type}">`));
    expect(importPages({ "s/tag.html": site ?? "" })).toMatchObject({ written: 1 });
    expect(importPages({ "s/tag2.html": site ?? "", "s/y.html": article ?? "" })).toMatchObject({ written: 1, skipped: [{ reason: "is no article by its own words (og:type)", broken: false, records: [{}, {}] }] });
  });

  test("that are copies are taken once, and two texts with one address are two articles", () => {
    const head = '<title>X</title><link rel="canonical" href="https://a.example/x/">';
    const report = importPages({ "s/a.html": page(head), "s/b.html": page(head), "s/c.html": page(head, "<p>And one more.</p>") });
    expect(report).toMatchObject({ written: 2, skipped: [{ reason: "is another copy of a page" }] });
    expect(report.warnings.map(({ kind }) => kind)).toContain("pages that have one address");
    expect(files()).toEqual(["_import-html.json", "x-2.md", "x.md"]);
  });

  test("with names that step out of the folder stay inside", () => {
    importPages({ "s/a.html": page('<title>../../x</title><link rel="canonical" href="https://a.example/%2e%2e/%2e%2e/etc/passwd">') });
    expect(files()).toEqual(["_import-html.json", "etc/passwd.md"]);
  });
});

function page(head: string, more = ""): string {
  return `<!DOCTYPE html><html><head>${head}</head><body><nav><a href="/">Home</a></nav><main>${story.replace("</article>", `${more}</article>`)}</main><footer>Imprint</footer></body></html>`;
}

function importPages(pages: Readonly<Record<string, string | Buffer>>): Report {
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(path.dirname(path.join(folder, "source", name)), { recursive: true });
    writeFileSync(path.join(folder, "source", name), html);
  }
  return importArchive({ format: "html", sources: [path.join(folder, "source")], content: path.join(folder, "content"), dryRun: false });
}

function files(): readonly string[] {
  const content = path.join(folder, "content");
  return readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
}

function articles(): readonly string[] {
  return files().filter((file) => file.endsWith(".md")).map((file) => readFileSync(path.join(folder, "content", file), "utf8"));
}
