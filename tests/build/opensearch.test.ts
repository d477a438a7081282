import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { pagePrinter } from "../../src/build/render-page.ts";
import { documentOf } from "../../src/html/document.ts";
import { html } from "../../src/html/html.ts";
import { bareArticle, site } from "../html/samples.ts";

/*
 * The rules of OpenSearch 1.1 (Draft 6, "OpenSearch description elements"): which elements there must and may be, how often,
 * how long their text may be and what it looks like.
 */

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

async function elementsOf(title: string): Promise<readonly Element[]> {
  const print = await pagePrinter({ kind: "opensearch", address: "/opensearch.xml" }, { ...site, title, base: "/archive/" });
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    expect(uri).toBe("http://a9.com/-/spec/opensearch/1.1/");
    const element: Element = { name: local, attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (part) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(print()).close();
  return elements;
}

const rules: Readonly<Record<string, { readonly least: number; readonly most: number; readonly longest: number; readonly form?: RegExp }>> = {
  OpenSearchDescription: { least: 1, most: 1, longest: Infinity },
  ShortName: { least: 1, most: 1, longest: 16, form: /^[^<>&]+$/u },
  Description: { least: 1, most: 1, longest: 1024, form: /^[^<>&]+$/u },
  Url: { least: 1, most: Infinity, longest: 0 },
  Contact: { least: 0, most: 1, longest: Infinity, form: /^[^@\s]+@[^@\s]+$/u },
  Tags: { least: 0, most: 1, longest: 256 },
  LongName: { least: 0, most: 1, longest: 48, form: /^[^<>&]+$/u },
  Image: { least: 0, most: Infinity, longest: Infinity, form: /^https?:\/\/\S+$/u },
  Query: { least: 0, most: Infinity, longest: 0 },
  Developer: { least: 0, most: 1, longest: 64 },
  Attribution: { least: 0, most: 1, longest: 256 },
  SyndicationRight: { least: 0, most: 1, longest: Infinity, form: /^(?:open|limited|private|closed)$/u },
  AdultContent: { least: 0, most: 1, longest: Infinity },
  Language: { least: 0, most: Infinity, longest: Infinity, form: /^(?:\*|[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)$/u },
  InputEncoding: { least: 0, most: Infinity, longest: Infinity },
  OutputEncoding: { least: 0, most: Infinity, longest: Infinity },
};

describe.each([["The Harbour Record"], ["An Archive with a Name That Is Much Longer Than Any Menu of a Browser Has Room For"], ["Å"]])("the search engine of “%s”", (title) => {
  test("is described by the elements that there must and may be, in the lengths that are allowed", async () => {
    const elements = await elementsOf(title);
    expect(elements.map(({ name }) => name).filter((name) => !(name in rules))).toEqual([]);
    for (const [name, { least, most, longest, form = /^/u }] of Object.entries(rules)) {
      const found = elements.filter((element) => element.name === name);
      expect(found.length, name).toBeGreaterThanOrEqual(least);
      expect(found.length, name).toBeLessThanOrEqual(most);
      for (const { text } of found) {
        expect([...text].length, name).toBeLessThanOrEqual(longest);
        expect(text, name).toMatch(form);
      }
    }
  });

  test("is asked at the search page, with the words where it looks for them", async () => {
    const urls = (await elementsOf(title)).filter(({ name }) => name === "Url").map(({ attributes }) => attributes);
    expect(urls).toEqual([
      { type: "text/html", template: "https://archive.example.org/archive/search/?q={searchTerms}" },
      { type: "application/opensearchdescription+xml", rel: "self", template: "https://archive.example.org/archive/opensearch.xml" },
    ]);
  });
});

test("signs of markup in a title are escaped", async () => {
  expect((await elementsOf("Salt & <Pepper>")).find(({ name }) => name === "LongName")?.text).toBe("Salt & <Pepper>");
});

test("every page names it, so that browsers offer the archive", () => {
  const page = documentOf({ ...site, base: "/archive/" }, bareArticle, html``);
  expect(page).toContain('<link rel="search" type="application/opensearchdescription+xml" href="/archive/opensearch.xml" title="The Harbour Record">');
});
