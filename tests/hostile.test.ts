import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContentFolder } from "../src/content/content-folder.ts";
import { loadArchive } from "../src/content/load-archive.ts";
import { buildForTest, forgetBuild } from "./build-site.ts";
import { readSiteFiles, type SiteFiles } from "./site-files.ts";

/** Articles are data from strangers: whatever they hold comes out as text, and none of it makes another article fail. */
let folder = "";
let files: SiteFiles = new Map();

const attack = `<script>alert(1)</script> <img src=x onerror=alert(2)> "'> {{ 7 * 7 }} {% raw %} <%= x %> \${x} javascript:alert(3) </title></script><!--`;
const quoted = JSON.stringify(attack);

const articles: Readonly<Record<string, string>> = {
  "1987/03/everywhere.md": `---
title: ${quoted}
date: 1987-03-02
dek: ${quoted}
byline: [{ name: ${quoted}, role: ${quoted} }]
contributors: [${quoted}]
dateline: ${quoted}
section: ${quoted}
series: ${quoted}
people: [${quoted}]
places: [${quoted}]
organizations: [${quoted}]
topics: [${quoted}]
source: { name: ${quoted}, url: https://example.org/?a=1&b=2 }
rights: { holder: ${quoted}, licence: ${quoted}, statement: ${quoted} }
images: [{ caption: ${quoted}, credit: ${quoted}, place: ${quoted}, people: [${quoted}] }]
corrections: [{ date: 1987-03-03, text: ${quoted} }]
print: { page: ${quoted} }
---
${attack}

<div onclick="alert(4)">raw</div>

[a link](javascript:alert(5)) and [another](data:text/html;base64,PHNjcmlwdD4=) and <javascript:alert(6)> and [a third](vbscript:x)

[ref]

[ref]: https://example.org/" onmouseover="alert(7) "title"

\`<script>alert(8)</script>\`

    <script>alert(9)</script>
`,
  "1987/03/sigils & names.md": plain("A name with an ampersand and blanks"),
  "1987/03/{{ 7 + 70 }}.md": plain("A name that looks like a template"),
  "1987/03/😀.md": plain("A name that is an emoji"),
  "1987/03/--.md": plain("A name of hyphens"),
  "1987/03/a'b;c,d=e+f$.md": plain("A name of signs"),
  [`1987/03/${"x".repeat(240)}.md`]: plain("A name of 240 letters"),
  "1987/03/long.md": plain("W".repeat(5000)),
  "1987/03/names.md": `---\ntitle: Long names\ndate: 1987-03-02\npeople: [${"京".repeat(255)}, "${"y".repeat(255)}"]\n---\nText.\n`,
  "1987/03/deep.md": plain("Deep Markdown", `${">".repeat(10_000)} deep\n\n${"- ".repeat(2000)}list\n\n${"*".repeat(5000)}x${"*".repeat(5000)}\n\n${"[".repeat(5000)}x${"](y)".repeat(50)}\n`),
  "1987/03/arabic.md": "---\ntitle: القاهرة\ndate: 1987-03-02\nlanguage: ar\n---\nنص.\n",
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-hostile-"));
  for (const [file, text] of Object.entries(articles)) {
    const target = path.join(folder, "articles", file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  await buildForTest(path.join(folder, "articles"), path.join(folder, "site"));
  files = readSiteFiles(path.join(folder, "site"));
}, 60_000);

afterAll(() => {
  forgetBuild(path.join(folder, "site"));
  rmSync(folder, { recursive: true, force: true });
});

test("every article has its page", () => {
  expect(Object.keys(articles).map((file) => file.replace(/\.md$/u, "/index.html")).filter((file) => !files.has(file))).toEqual([]);
});

// What lies in data/ is to be read by programs, as text: a browser saves it, and shows none of it as a page.
describe("in no file of the site that a browser shows", () => {
  test.each([
    ["a script of an article", /<script(?!>?\s*(?:type="(?:module|application\/ld\+json)"|src="\/assets))[^>]*>/u],
    ["an end of a script inside structured data", /<script type="application\/ld\+json">[^<]*<(?!\/script>)/u],
    ["a handler", /<[a-z][^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+\s*=/u],
    ["a picture that is none", /<img src=x/u],
    // A citation to download is a file in the page; it is saved, and never opened.
    ["a link that runs", /(?<!<a download="[^"<>]*\.(?:bib|ris)" )(?:href|src|action)="\s*(?:javascript|data|vbscript):/iu],
    ["a comment of an article", /<!--/u],
    ["a template that was run", />(?:49|77)</u],
  ])("stands %s", (_what, pattern) => {
    expect([...files].filter(([file]) => file.endsWith(".html") || !file.startsWith("data/")).flatMap(([file, text]) => (pattern.exec(text) ?? []).map((found) => `${file}: ${found}`))).toEqual([]);
  });
});

test("every feed and sitemap is well-formed as far as signs go", () => {
  const broken = [...files].filter(([file]) => file.endsWith(".xml")).flatMap(([file, text]) => (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/iu.exec(text) ?? []).map((found) => `${file}: ${found}`));
  expect(broken).toEqual([]);
});

test("what an article says is on its page, as text", () => {
  const page = files.get("1987/03/everywhere/index.html") ?? "";
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).toContain("{{ 7 * 7 }}");
});

test("a text in a script that runs from right to left says so", () => {
  expect(files.get("1987/03/arabic/index.html")).toMatch(/lang="ar"[^>]*dir="rtl"|dir="rtl"[^>]*lang="ar"/u);
});

test("deep Markdown loses no text", () => {
  expect(files.get("1987/03/deep/index.html")).toContain("deep");
});

test("an article of 50 MB is read", { timeout: 60_000 }, () => {
  const content = path.join(folder, "large");
  mkdirSync(content);
  writeFileSync(path.join(content, "large.md"), plain("Large", "A line of some length that says nothing in particular.\n\n".repeat(900_000)));
  expect(loadArchive(readContentFolder(content), undefined).articleFiles).toBe(1);
});

test("structured data says what the page says", () => {
  const json = /<script type="application\/ld\+json">(?<json>.*?)<\/script>/su.exec(files.get("1987/03/everywhere/index.html") ?? "")?.groups?.["json"] ?? "";
  expect(JSON.parse(json)).toMatchObject({ headline: attack });
});

function plain(title: string, body = "Text.\n"): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: 1987-03-02\n---\n${body}`;
}
