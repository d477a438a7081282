import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { z } from "zod";
import { writeContent } from "./small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

let folder: WorkFolder;
beforeAll(async () => {
  folder = makeWorkFolder();
  writeContent(folder.content, archive());
  await folder.build();
});
afterAll(() => folder.remove());

describe("the archive's JSON Feed", () => {
  test("names itself, its page and its newest forty articles by their permanent addresses", () => {
    const feed = json("feed.json");
    expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: "The Post", home_page_url: "https://post.example.org/", feed_url: "https://post.example.org/feed.json", language: "en" });
    expect(items(feed)).toHaveLength(40);
    expect(items(feed)[0]).toEqual({ id: "https://post.example.org/1987/03/a49/", url: "https://post.example.org/1987/03/a49/", title: "Report 49", content_text: "Text.", date_published: "1987-03-02T10:49:00Z", date_modified: "1988-01-01T00:00:00Z", authors: [{ name: "Ann" }] });
  });

  test("leaves out a date that is not known", async () => {
    const other = makeWorkFolder();
    try {
      writeContent(other.content, { "undated/x.md": "---\ntitle: X\ndate: undated\n---\nText.\n" });
      await other.build();
      expect(Object.keys(items(JSON.parse(readFileSync(path.join(other.site, "feed.json"), "utf8")))[0] ?? {})).toEqual(["id", "url", "title", "content_text"]);
    } finally {
      other.remove();
    }
  });
});

const fed = ["people/berta", "places/porto", "organizations/the-board", "topics/ships", "sections/harbour"];

describe("a name has feeds of its own", () => {
  test.each(fed)("from twenty articles on: %s", (name) => {
    const feed = read(`${name}/feed.xml`);
    expect(feed).toContain(`<id>https://post.example.org/${name}/</id>`);
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="https://post.example.org/${name}/feed.xml"/>`);
    expect(feed.match(/<entry/gu)).toHaveLength(20);
    expect(feed).toContain("<published>1987-03-02T10:30:00Z</published>");
    const page = read(`${name}/index.html`);
    expect(page).toContain(`<link rel="alternate" type="application/atom+xml" href="/${name}/feed.xml"`);
    expect(page).toContain(`<link rel="alternate" type="application/feed+json" href="/${name}/feed.json"`);
    expect(json(`${name}/feed.json`)).toMatchObject({ home_page_url: `https://post.example.org/${name}/`, feed_url: `https://post.example.org/${name}/feed.json` });
    expect(items(json(`${name}/feed.json`))).toHaveLength(20);
  });

  test("and with nineteen it has none, nor a link to one", () => {
    for (const file of ["feed.xml", "feed.json"]) {
      expect(() => read(`places/lisbon/${file}`)).toThrow("ENOENT");
      expect(read("places/lisbon/index.html")).not.toContain(`/places/lisbon/${file}`);
    }
  });

  test("from another number on where archive.yaml says so", async () => {
    const { "archive.yaml": settings = "", ...articles } = archive();
    const other = makeWorkFolder();
    try {
      writeContent(other.content, { ...articles, "archive.yaml": `${settings}feedsFrom: 19\n` });
      await other.build();
      expect(readFileSync(path.join(other.site, "places/lisbon/feed.xml"), "utf8").match(/<entry/gu)).toHaveLength(19);
    } finally {
      other.remove();
    }
  });
});

describe("a whole text is in the feeds", () => {
  let open: WorkFolder;
  beforeAll(async () => {
    open = makeWorkFolder();
    writeContent(open.content, openArchive);
    await open.build();
  });
  afterAll(() => open.remove());

  test("where its licence allows it, with full addresses, its dateline, what was wrong in it, and its rights", () => {
    const [item] = items(JSON.parse(readFileSync(path.join(open.site, "feed.json"), "utf8")));
    expect(item).toEqual({
      id: "https://post.example.org/1987/03/open/", url: "https://post.example.org/1987/03/open/", title: "Open", date_published: "1987-03-03T00:00:00Z", summary: "A & B",
      content_html: `<div class="corrections">
<p><strong>Correction, 4 March 1987:</strong> Not &lt;ten&gt;.</p>
</div>
<p><span class="dateline">PORTO, March 2</span> — See <a href="https://post.example.org/1987/03/closed/">the other</a>, Berta, and <a href="https://example.org/">the web</a>.</p>
<p><strong>Bold</strong> ]]&gt;</p>
`,
    });
    const atom = readFileSync(path.join(open.site, "feed.xml"), "utf8");
    expect(atom).toContain('<rights>© Ann. CC-BY-4.0</rights>\n<summary>A &amp; B</summary>\n<content type="html">&lt;div class=&quot;corrections&quot;&gt;');
    expect(atom).toContain("&lt;strong&gt;Bold&lt;/strong&gt; ]]&amp;gt;");
  });

  test("and where it does not, or nothing is known of its rights, its beginning alone", () => {
    const [, ...others] = items(JSON.parse(readFileSync(path.join(open.site, "feed.json"), "utf8")));
    expect(others).toMatchObject([{ title: "Closed", content_text: expect.stringMatching(/^One\. More words\./u) }, { title: "Unknown", content_text: "Two." }]);
    expect(JSON.stringify(others)).not.toContain("THE END");
    expect(others.flatMap(Object.keys)).not.toContain("content_html");
    expect(readFileSync(path.join(open.site, "feed.xml"), "utf8").match(/<content/gu)).toHaveLength(1);
  });
});

describe("every feed is valid", () => {
  test("Atom by the schema of RFC 4287", async () => {
    const feeds = ["feed.xml", ...fed.map((name) => `${name}/feed.xml`)];
    const schema = readFileSync(path.join(import.meta.dirname, "../fixtures/atom.rng"), "utf8");
    const validated = await validateXML({ xml: feeds.map((file) => ({ fileName: file, contents: read(file) })), schema, extension: "relaxng" });
    expect(validated.errors).toEqual([]);
    const wrong = read("feed.xml").replace(/<updated>.*?<\/updated>/u, "<updated>yesterday</updated>");
    expect((await validateXML({ xml: wrong, schema, extension: "relaxng" })).valid).toBe(false);
  });

  test("JSON Feed by what version 1.1 says of each key", () => {
    for (const file of ["feed.json", ...fed.map((name) => `${name}/feed.json`)]) expect(jsonFeedSchema.parse(json(file))).toEqual(json(file));
  });

  test("with ids that are there once", () => {
    const ids = items(json("feed.json")).map((item) => ("id" in item ? item.id : undefined));
    expect(new Set(ids).size).toBe(40);
  });
});

// https://www.jsonfeed.org/version/1.1/, "Top-level" and "Items": what may be there, what must, and of what type.
const author = z.strictObject({ name: z.string().optional(), url: z.url().optional(), avatar: z.url().optional() }).refine((value) => Object.keys(value).length > 0);
const jsonFeedSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: z.string().optional(),
  language: z.string().optional(),
  authors: z.array(author).min(1).optional(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: z.url().optional(),
        title: z.string().optional(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: z.string().optional(),
        date_published: z.iso.datetime({ offset: true }).optional(),
        date_modified: z.iso.datetime({ offset: true }).optional(),
        authors: z.array(author).min(1).optional(),
        language: z.string().optional(),
      })
      .refine(({ content_html, content_text }) => content_html !== undefined || content_text !== undefined),
  ),
});

const openArchive: Readonly<Record<string, string>> = {
  "archive.yaml": "title: The Post\nsiteUrl: https://post.example.org\n",
  "1987/03/open.md": `---
title: Open
date: 1987-03-03
dek: A & B
dateline: PORTO, March 2
people: [Berta]
rights: {holder: Ann, licence: CC-BY-4.0}
corrections: [{date: 1987-03-04, text: Not <ten>.}]
---
See [the other](closed.md), Berta, and [the web](https://example.org/).

**Bold** ]]>
`,
  "1987/03/closed.md": `---\ntitle: Closed\ndate: 1987-03-02\nrights: {holder: Ann, licence: All rights reserved}\n---\nOne.\n\n${"More words. ".repeat(100)}THE END.\n`,
  "1987/03/unknown.md": "---\ntitle: Unknown\ndate: 1987-03-01\n---\nTwo.\n",
};

function read(file: string): string {
  return readFileSync(path.join(folder.site, file), "utf8");
}

function json(file: string): unknown {
  return JSON.parse(read(file));
}

function items(feed: unknown): readonly object[] {
  return typeof feed === "object" && feed !== null && "items" in feed && Array.isArray(feed.items) ? feed.items : [];
}

// Fifty articles: twenty with names of every kind, nineteen of them also in Lisbon.
function archive(): Record<string, string> {
  const files: Record<string, string> = { "archive.yaml": "title: The Post\nsiteUrl: https://post.example.org\n" };
  for (let i = 0; i < 50; i++) {
    const names = i < 30 ? "" : `people: [Berta]\nplaces: [Porto${i === 30 ? "" : ", Lisbon"}]\norganizations: [The Board]\ntopics: [Ships]\nsection: Harbour\n`;
    files[`1987/03/a${i}.md`] = `---\ntitle: Report ${i}\ndate: 1987-03-02T10:${String(i).padStart(2, "0")}:00Z\nbyline: Ann\n${i === 49 ? "updated: 1988-01-01\n" : ""}${names}---\nText.\n`;
  }
  return files;
}
