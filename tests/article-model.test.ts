import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../src/build/build.ts";

/*
 * Every line of the article's and the records' tables, on the pages where a reader expects it and in the metadata.
 */

const folder = mkdtempSync(path.join(tmpdir(), "backfile-model-"));
const content = path.join(folder, "articles");
const output = path.join(folder, "site");

const everything = `---
title: Everything at once
date: 1987-03-02T10:44:46-05:00
updated: 1987-03-04
dek: All that an article can say.
byline: [Ann Writer, {name: Ben Second, role: diplomatic editor, id: b-second}]
contributors: [The Wire, {name: Cy Third, role: in Paris}]
dateline: LONDON, March 2
kind: analysis
section: World
series: The Series
print: {page: A1, edition: late edition, volume: "12", issue: "4"}
people: [Ada Example]
places: [Inner Town]
organizations: [The Bank]
topics: [Harbours]
images:
  - {src: lead.png, alt: A grey square, caption: The square., credit: "Andrew Harnik/Pool/AFP via Getty Images", rights: {holder: The Owner, licence: CC-BY-4.0}, date: 1985-01-21, place: Geneva, people: [Ada Example], lead: true}
  - {id: gone, caption: Nobody kept it., credit: Courtesy of Nobody}
source: {name: The Other Paper, url: "https://example.org/first", id: TOP-7}
rights: {holder: The Paper, licence: CC-BY-4.0, statement: By kind permission.}
corrections: [{date: 1987-03-04, text: The name of the bank was wrong.}]
formerUrls: [/old/everything.html]
provenance: {importer: text, source: everything.txt, changes: [nothing]}
extra: {shelf: 12}
---

The text says Ada Example.

![](gone)
`;

function article(matter: string, text = "Text."): string {
  return `---\n${matter}\n---\n\n${text}\n`;
}

beforeAll(async () => {
  const files: Readonly<Record<string, string>> = {
    "1987/03/everything.md": everything,
    "1987/03/arabic.md": article("title: مرحبا\ndate: 1987-03-03\nlanguage: ar", "نص."),
    "1987/03/draft.md": article("title: Unfinished draft\ndate: 1987-03-03\nstatus: draft\npeople: [Drafted Person]"),
    "1987/03/later.md": article("title: Embargoed until later\ndate: 1987-03-03\nstatus: embargoed\nembargo: 2030-01-01T06:00:00Z"),
    "1987/03/over.md": article("title: Embargo is over\ndate: 1987-03-03\nstatus: embargoed\nembargo: 1987-03-03"),
    "1987/03/gone.md": article("title: Withdrawn headline\ndate: 1987-03-03\nstatus: withdrawn\nwithdrawn: {date: 1990-01-02, reason: At the request of its subject}"),
    "people.yaml": "ada-example:\n  name: Ada Example\n  variants: [A. Example]\n  sortName: Example, Ada\n  description: A mathematician\n  profile: She *wrote*.\n  portrait: 1987/03/lead.png\n  born: 1815-12-10\n  died: 1852-11\n  wikidata: Q7259\n  viaf: 12345\n  geonames: 67890\n  url: https://example.org/ada\n  formerIds: [a-example]\n",
    "places.yaml": "inner-town:\n  name: Inner Town\n  coordinates: [48.595, 38.0]\n  parents: [outer-land]\n  kind: city\nouter-land:\n  name: Outer Land\n  country: whole-country\nwhole-country:\n  name: Whole Country\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), text);
  }
  await sharp({ create: { width: 600, height: 400, channels: 3, background: "#888" } }).png().toFile(path.join(content, "1987/03/lead.png"));
  await buildSite({ content, output, siteUrl: "https://archive.example.org", basePath: "/", asOf: undefined, search: false, jobs: 1, fresh: false });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function page(address: string): string {
  return readFileSync(path.join(output, address.endsWith("/") ? `${address}index.html` : address), "utf8");
}

function structuredData(address: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(page(address))?.[1] ?? "null");
}

describe("on the page of an article stands", () => {
  test.each([
    ["title, as the only h1", /<h1>Everything at once<\/h1>/u],
    ["date, the day it was written in", /<time datetime="1987-03-02T10:44:46-05:00">2 March 1987<\/time>/u],
    ["updated", /Updated <time datetime="1987-03-04">4 March 1987<\/time>/u],
    ["dek", /All that an article can say\./u],
    ["byline with a role and a link to each author", /By <a[^>]*href="\/authors\/ann-writer\/"[^>]*>Ann Writer<\/a> and <a[^>]*href="\/authors\/b-second\/"[^>]*>Ben Second<\/a>.*diplomatic editor/su],
    ["contributors, as an end note", /The Wire contributed to this report\..*Cy Third, in Paris, contributed to this report\./su],
    ["dateline as printed", /<span class="dateline">LONDON, March 2<\/span>/u],
    ["kind, where it is not news", /Analysis/u],
    ["section, with its page", /<a href="\/sections\/world\/">World<\/a>/u],
    ["series", /The Series/u],
    ["print", /Vol\. 12, no\. 4, late edition, page A1/u],
    ["people", /<a href="\/people\/ada-example\/">Ada Example<\/a>/u],
    ["places", /<a href="\/places\/inner-town\/">Inner Town<\/a>/u],
    ["organizations", /<a href="\/organizations\/the-bank\/">The Bank<\/a>/u],
    ["topics", /<a href="\/topics\/harbours\/">Harbours<\/a>/u],
    ["images: picture, alt, size", /<img[^>]*width="600" height="400" alt="A grey square"/u],
    ["images: caption and raw credit", /The square\..*Andrew Harnik\/Pool\/AFP via Getty Images/su],
    ["images: rights", /© The Owner\. CC-BY-4\.0/u],
    ["images: a photo's own day and place", /Geneva, 21 January 1985/u],
    ["images: depicted people, linked", /Shown: <a href="\/people\/ada-example\/">Ada Example<\/a>/u],
    ["images: the year of a file photo", /File photo, 1985\./u],
    ["images without a file, as a caption", /Image not held.*Nobody kept it\..*Courtesy of Nobody/su],
    ["source", /First published by <a href="https:\/\/example\.org\/first">The Other Paper<\/a> \(TOP-7\)/u],
    ["rights", /© The Paper\. CC-BY-4\.0\. By kind permission\./u],
    ["corrections, on top", /Correction, 4 March 1987:<\/strong> The name of the bank was wrong\..*article-text/su],
  ])("%s", (_, pattern) => expect(page("1987/03/everything/")).toMatch(pattern));

  test("nothing of provenance and extra", () => expect(page("1987/03/everything/")).not.toMatch(/everything\.txt|shelf/u));
  test("a language of its own, with its direction", () => expect(page("1987/03/arabic/")).toMatch(/lang="ar" dir="rtl"/u));
});

test("metadata says what the page says", () => {
  expect(structuredData("1987/03/everything/")).toMatchObject({
    "@type": "AnalysisNewsArticle",
    headline: "Everything at once",
    datePublished: "1987-03-02T10:44:46-05:00",
    dateModified: "1987-03-04",
    author: [{ name: "Ann Writer" }, { name: "Ben Second" }],
    contributor: [{ "@type": "Organization", name: "The Wire" }, { "@type": "Person", name: "Cy Third" }],
    articleSection: "World",
    isPartOf: { name: "The Series" },
    printPage: "A1",
    printEdition: "late edition",
    dateline: "LONDON, March 2",
    copyrightHolder: { name: "The Paper" },
    license: "https://creativecommons.org/licenses/by/4.0/",
    isBasedOn: "https://example.org/first",
    image: { creditText: "Andrew Harnik/Pool/AFP via Getty Images", creator: { name: "Andrew Harnik" }, caption: "The square." },
    correction: [{ "@type": "CorrectionComment", text: "The name of the bank was wrong.", datePublished: "1987-03-04" }],
    about: [{ name: "Ada Example" }, { name: "Inner Town" }, { name: "The Bank" }],
    keywords: ["Harbours"],
  });
  const head = page("1987/03/everything/");
  for (const line of [
    '<meta name="dc.type" content="newspaperArticle">',
    '<meta name="dc.creator" content="Ann Writer">',
    '<meta name="dc.creator" content="Ben Second">',
    '<meta name="dc.source" content="The Other Paper">',
    '<meta property="article:published_time" content="1987-03-02T10:44:46-05:00">',
    '<meta property="og:type" content="article">',
  ]) expect(head).toContain(line);
});

describe("status", () => {
  test.each(["draft", "later"])("an article that is not out has no page and no trace: %s", (name) => {
    expect(() => page(`1987/03/${name}/`)).toThrow(/ENOENT/u);
    for (const list of ["index.html", "1987/03/", "feed.xml", "sitemap.xml", "people/"]) expect(page(list)).not.toMatch(/Unfinished|later|Drafted/u);
  });
  test("an embargo that is over is none", () => expect(page("1987/03/over/")).toContain("Embargo is over"));
  test("a withdrawn article leaves its address, a date and a reason", () => {
    expect(page("1987/03/gone/")).toMatch(/withdrawn on 2 January 1990.*At the request of its subject/su);
    expect(page("1987/03/gone/")).toContain('<meta name="robots" content="noindex">');
    for (const list of ["1987/03/gone/", "index.html", "1987/03/", "feed.xml", "sitemap.xml"]) expect(page(list)).not.toContain("Withdrawn headline");
  });
});

test("a former address leads to the present one", () => expect(page("old/everything.html")).toContain('content="0; url=/1987/03/everything/"'));
test("the page of corrections lists them", () => expect(page("corrections/")).toMatch(/4 March 1987.*Everything at once.*The name of the bank was wrong\./su));

describe("on the page of a record stands", () => {
  test.each([
    ["name", "people/ada-example/", /<h1>Ada Example<\/h1>/u],
    ["variants", "people/ada-example/", /Also spelt.*A\. Example/su],
    ["description", "people/ada-example/", /A mathematician/u],
    ["profile, as Markdown", "people/ada-example/", /She <em>wrote<\/em>\./u],
    ["portrait", "people/ada-example/", /<img[^>]*alt="Ada Example"/u],
    ["born and died, as far as they are known", "people/ada-example/", /10 December 1815.*November 1852/su],
    ["Wikidata", "people/ada-example/", /https:\/\/www\.wikidata\.org\/wiki\/Q7259/u],
    ["VIAF", "people/ada-example/", /https:\/\/viaf\.org\/viaf\/12345/u],
    ["GeoNames", "people/ada-example/", /https:\/\/www\.geonames\.org\/67890/u],
    ["website", "people/ada-example/", /https:\/\/example\.org\/ada/u],
    ["coordinates", "places/inner-town/", /48\.595° N, 38° E/u],
    ["parents", "places/inner-town/", /Part of.*<a href="\/places\/outer-land\/">Outer Land<\/a>/su],
    ["country, where there is no parent", "places/outer-land/", /Part of.*<a href="\/places\/whole-country\/">Whole Country<\/a>/su],
    ["the articles of places inside", "places/whole-country/", /Everything at once/u],
  ])("%s", (_, address, pattern) => expect(page(address)).toMatch(pattern));

  test("sortName files it in the index", () => expect(page("people/")).toContain("Example, Ada"));
  test("a former id leads to it", () => expect(page("people/a-example/")).toContain("url=/people/ada-example/"));
  test("authors and photographers are not among the people", () => expect(page("people/")).not.toMatch(/Ann Writer|Harnik/u));
  test("structured data has its identifiers", () => {
    expect(structuredData("people/ada-example/")).toMatchObject({ "@type": "Person", name: "Ada Example", birthDate: "1815-12-10", sameAs: expect.arrayContaining(["http://www.wikidata.org/entity/Q7259"]) });
    expect(structuredData("places/inner-town/")).toMatchObject({ "@type": "Place", geo: { latitude: 48.595, longitude: 38 } });
  });
});
