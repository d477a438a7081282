import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importArchive } from "../../src/import/import.ts";
import type { Report } from "../../src/import/report.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-ghost-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("what is no export of Ghost is refused with a reason", () => {
  test.each([
    ["a file that ends in the middle", '{"db":[{"data":{"posts":[{"id":"1","tit', "is not JSON"],
    ["another JSON file", '{"articles":[]}', "is not a Ghost export"],
    ["JSON nested without end", "[".repeat(100_000), "is not JSON"],
    ["a page", "<html>", "is not JSON"],
  ])("%s", (_what, text, reason) => {
    expect(importText(text)).toMatchObject({ written: 0, skipped: [{ reason, broken: true }] });
    expect(readdirSync(path.join(folder, "content"))).toEqual(["_import-ghost.json"]);
  });
});

test("an export without the wrapping list is one too, and a damaged post costs no other", () => {
  const report = importPosts([{ id: "1", slug: "one", title: "One", html: "<p>1</p>" }, 7, { id: "1", slug: "two", title: "Two", html: "<p>2</p>" }, { id: "3", slug: "three", title: "Three", lexical: "{" }, { id: "4", slug: "four", title: "Four", html: "<p>4</p>" }]);
  expect(report.written).toBe(2);
  expect(report.skipped.map(({ reason, records }) => [reason, records[0]?.detail])).toEqual([
    ["is no post, or has no id", "data.posts[1]"],
    ["has the id of another post", "data.posts[2]"],
    ["has a text that cannot be read", "data.posts[3]"],
  ]);
});

describe("the text comes from what is there", () => {
  const lexical = JSON.stringify({ root: { type: "root", children: [{ type: "paragraph", children: [{ type: "text", text: "lexical", format: 0 }] }] } });
  const mobiledoc = JSON.stringify({ version: "0.3.1", markups: [], atoms: [], cards: [], sections: [[1, "p", [[0, [], 0, "mobiledoc"]]]] });
  test.each([
    ["the HTML that was published", { html: "<p>html</p>", lexical, mobiledoc }, "html"],
    ["Lexical", { html: null, lexical, mobiledoc }, "lexical"],
    ["Mobiledoc", { html: "", mobiledoc }, "mobiledoc"],
    ["Mobiledoc, where Lexical is damaged", { lexical: "{", mobiledoc }, "mobiledoc"],
    ["the Markdown of the first versions", { markdown: "*markdown*" }, "*markdown*"],
  ])("%s", (_what, body, expected) => {
    importPosts([{ id: "1", slug: "one", title: "One", ...body }]);
    expect(readFileSync(path.join(folder, "content/undated/one.md"), "utf8")).toContain(`\n---\n\n${expected}\n`);
  });
});

test.each([
  ["/:slug/", "one.md"],
  ["/:year/:month/:day/:slug/", "2020/01/02/one.md"],
  ["/blog/{slug}/", "blog/one.md"],
])("the addresses %s are kept as %s", (permalinks, file) => {
  importPosts([{ id: "1", slug: "one", title: "One", html: "<p>1</p>", status: "published", published_at: "2020-01-02 10:00:00" }], [{ key: "permalinks", value: permalinks }]);
  expect(readdirSync(path.join(folder, "content"), { recursive: true })).toContain(file);
});

function importPosts(posts: readonly unknown[], settings: readonly unknown[] = []): Report {
  return importText(JSON.stringify({ meta: { version: "5.0.0" }, data: { posts, settings } }));
}

function importText(text: string): Report {
  writeFileSync(path.join(folder, "export.json"), text);
  return importArchive({ format: "ghost", sources: [path.join(folder, "export.json")], content: path.join(folder, "content"), dryRun: false });
}
