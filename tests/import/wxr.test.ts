import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importArchive } from "../../src/import/import.ts";
import { hasProblems } from "../../src/import/report.ts";
import type { Report } from "../../src/import/report.ts";
import { replaceShortcodes } from "../../src/import/shortcodes.ts";
import { writeLargeWxr, wxrHead, wxrItem, wxrTail } from "./wxr-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-wxr-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a damaged item is reported with its line, and the others are imported", () => {
  test.each([
    ["a tag that is not closed", "<item><title>x<wp:post_id>7</wp:post_id></item>\n", 'is not well-formed XML'],
    ["a bare ampersand", "<item><title>R&D</title><wp:post_id>7</wp:post_id></item>\n", "is not well-formed XML"],
    ["CDATA without an end", "<item><title>x</title><content:encoded><![CDATA[x</content:encoded><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type></item>\n", "is not well-formed XML"],
    ["no number", "<item><title>x</title><wp:post_type>post</wp:post_type></item>\n", "has no number or type (wp:post_id, wp:post_type)"],
    ["no end tag", "<item><title>x</title>\n", "is cut off"],
  ])("%s", (_what, damaged, reason) => {
    const report = importText(wxrHead + wxrItem(1, "One.") + damaged + wxrItem(2, "Two.") + wxrTail);
    expect(report).toMatchObject({ written: 2, skipped: [{ reason, broken: true, records: [{ file: "export.xml", line: 7 }] }] });
    expect(hasProblems(report)).toBe(true);
  });

  test("a file that ends in the middle", () => {
    const report = importText(`${wxrHead}${wxrItem(1, "One.")}${wxrItem(2, "Two.").slice(0, 300)}`);
    expect(report).toMatchObject({ written: 1, skipped: [{ reason: "is cut off", records: [{ line: 7 }] }] });
  });

  test("an item that shows the source of a feed as text is whole", () => {
    const report = importText(wxrHead + wxrItem(1, "<pre>&lt;item&gt;</pre> and <code></item></code> <item>") + wxrItem(2, "Two.") + wxrTail);
    expect(report).toMatchObject({ written: 2, skipped: [] });
  });
});

describe("a file that is no export is refused as a whole", () => {
  const lol = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lollollol">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${String(i)} "${`&a${i === 0 ? "" : String(i - 1)};`.repeat(10)}">`).join("")}]>`;
  test.each([
    ["a bomb of entities", lol + wxrHead.replace(/^.*\n/u, "") + wxrItem(1, "&a11;").replace("Story", "&a11;") + wxrTail, "declares entities"],
    ["an entity that is another file", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wxrHead.replace(/^.*\n/u, "")}${wxrItem(1, "x").replace("Story", "&x;")}${wxrTail}`, "declares entities"],
    ["a plain feed", "<rss><channel><item><title>x</title></item></channel></rss>", "is not a WordPress export"],
    ["a page", "<!doctype html><html><body>Log in</body></html>", "is not a WordPress export"],
    ["a zip", "PK\u0003\u0004binary", "is a ZIP archive or an office file"],
  ])("%s", (_what, text, reason) => {
    const report = importText(text);
    expect(report).toMatchObject({ written: 0, skipped: [{ reason, broken: true }] });
    expect(readdirSync(path.join(folder, "content"))).toEqual(["_import-wxr.json"]);
  });
});

test("a name that steps out of the content folder stays inside", () => {
  const item = wxrItem(1, "x").replace(/<link>.*?<\/link>/u, "<link>https://sandhaven.example/%2e%2e/%2e%2e/..%2f..%2fetc/passwd</link>");
  expect(importText(wxrHead + item + wxrTail)).toMatchObject({ written: 1 });
  expect(files()).toEqual(["_import-wxr.json", "etc/passwd.md"]);
});

test("a gallery without numbers shows what was uploaded with the post", () => {
  const photo = (id: number, parent: number): string => `<item><title>p</title><excerpt:encoded>Boat ${String(id)}</excerpt:encoded><wp:post_id>${String(id)}</wp:post_id><wp:post_parent>${String(parent)}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://sandhaven.example/${String(id)}.png</wp:attachment_url></item>`;
  importText(wxrHead + wxrItem(1, "Boats: [gallery]") + photo(8, 1) + photo(9, 1) + photo(10, 2) + wxrTail);
  const article = readFileSync(path.join(folder, "content/1991/02/story-1.md"), "utf8");
  expect(article.match(/caption: Boat \d+/gu)).toEqual(["caption: Boat 8", "caption: Boat 9"]);
  expect(article).toContain("Boats:\n\n![](photo-1)\n\n![](photo-2)\n");
});

test("a text that nests its elements without end is reported, and costs no time", () => {
  const report = importText(wxrHead + wxrItem(1, "<div>".repeat(300_000)) + wxrItem(2, "Two.") + wxrTail);
  expect(report).toMatchObject({ written: 1, skipped: [{ reason: "nests its elements without end", broken: true, records: [{ id: "1" }] }] });
});

test("a stock's code in angle brackets stays text, escaped or not", () => {
  importText(wxrHead + wxrItem(1, "Shares of Gull <GUL.X> and IBM &lt;IBM.N&gt; rose.") + wxrTail);
  expect(readFileSync(path.join(folder, "content/1991/02/story-1.md"), "utf8")).toContain("Shares of Gull \\<GUL.X> and IBM \\<IBM.N> rose.");
});

test("two posts at one address are not put over each other", () => {
  const report = importText(wxrHead + wxrItem(1, "One.") + wxrItem(2, "Two.").replace(/1992\/03\/story-2/u, "1991/02/story-1") + wxrTail);
  expect(report).toMatchObject({ written: 1, conflicts: [{ path: "1991/02/story-1.md", record: "2" }] });
});

test("two posts with one text are two articles, and said to be", () => {
  const report = importText(wxrHead + wxrItem(1, "The same text.") + wxrItem(2, "The same text.") + wxrTail);
  expect(report).toMatchObject({ written: 2, warnings: [{ kind: "same text as another article", articles: [{ path: "1992/03/story-2.md", text: "its text is that of 1991/02/story-1.md" }] }] });
});

test("the export's files of one site know each other's pictures and links", () => {
  write("a.xml", wxrHead + wxrItem(1, '<a href="https://www.sandhaven.example/?p=2">there</a><img class="wp-image-9" src="x-300x200.png">') + wxrTail);
  write("b.xml", wxrHead + wxrItem(2, "Two.") + "<item><title>p</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://sandhaven.example/x.png</wp:attachment_url></item>" + wxrTail);
  importArchive({ format: "wxr", sources: [path.join(folder, "a.xml"), path.join(folder, "b.xml")], content: path.join(folder, "content"), dryRun: false });
  const article = readFileSync(path.join(folder, "content/1991/02/story-1.md"), "utf8");
  expect(article).toContain("[there](/1992/03/story-2/)");
  expect(article).toContain("https://sandhaven.example/x.png");
});

describe("shortcodes and words in brackets are told apart", () => {
  const seen = (text: string): readonly string[] => {
    const found: string[] = [];
    replaceShortcodes(text, new Set(["gallery"]), ({ name, attributes, values, content }) => {
      found.push([name, ...[...attributes].map((pair) => pair.join("=")), ...values, content].filter((part) => part !== undefined).join(" "));
      return undefined;
    });
    return found;
  };
  test.each([
    ["[Russian forces] [sic] [1] [a](b)", []],
    ["[gallery]", ["gallery"]],
    ['[gallery ids="1, 2" size=large]', ["gallery ids=1, 2 size=large"]],
    ["[youtube https://video.example/1 w=2]", ["youtube w=2 https://video.example/1"]],
    ["[quote]said[/quote]", ["quote said"]],
    ["[poll /]", ["poll"]],
    ["[map title=“The pier”]", ["map title=The pier"]],
    ["[[gallery]]", []],
    ["[gallery", []],
  ])("%s", (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  test("thousands without an end take no longer than they are long", () => {
    const started = performance.now();
    replaceShortcodes("[a x=1]".repeat(50_000), new Set(), () => undefined);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

// A process of its own, with so little memory that it could not hold what it reads, let alone what it makes of it.
test("an export is read an item at a time", () => {
  const source = path.join(folder, "large.xml");
  const posts = writeLargeWxr(source, 20);
  const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=100", path.join(import.meta.dirname, "measure-import.ts"), "wxr", source, path.join(folder, "content")], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ written: posts, broken: 0 });
});

function importText(text: string): Report {
  write("export.xml", text);
  return importArchive({ format: "wxr", sources: [path.join(folder, "export.xml")], content: path.join(folder, "content"), dryRun: false });
}

function write(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function files(): readonly string[] {
  return readdirSync(path.join(folder, "content"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(path.join(folder, "content"), path.join(entry.parentPath, entry.name))).sort();
}
