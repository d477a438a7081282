import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("a name has a feed of its own", () => {
  test.each(["people/berta", "places/porto", "organizations/the-board", "topics/ships", "sections/harbour"])("from twenty articles on: %s", (name) => {
    const feed = read(`${name}/feed.xml`);
    expect(feed).toContain(`<id>https://post.example.org/${name}/</id>`);
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="https://post.example.org/${name}/feed.xml"/>`);
    expect(feed.match(/<entry/gu)).toHaveLength(20);
    expect(feed).toContain("<published>1987-03-02T10:30:00Z</published>");
    expect(read(`${name}/index.html`)).toContain(`<link rel="alternate" type="application/atom+xml" href="/${name}/feed.xml"`);
  });

  test("and with nineteen it has none, nor a link to one", () => {
    expect(() => read("places/lisbon/feed.xml")).toThrow("ENOENT");
    expect(read("places/lisbon/index.html")).not.toContain("/places/lisbon/feed.xml");
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
