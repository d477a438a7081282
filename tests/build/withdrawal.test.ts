import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asideOf } from "../../src/build/publish.ts";
import { buildForTest, forgetBuild } from "../build-site.ts";

/* A withdrawn article leaves its address, a day and a reason; nothing else of it is in any byte of the output. */

// Words that nothing else says, each in its own place.
const article = `---
title: Quillfeather Exposed
date: 1987-03-02
dek: A brindlemoor affair
byline: [Orla Tamsinwright]
contributors: [The Dunmarrow Wire]
dateline: VELLACHURCH, March 2
section: Thornbury
series: Kestrelgate
print: {page: Zephyrine}
people: [Ambrose Quillfeather]
places: [Vellachurch]
organizations: [Brindlemoor Society]
topics: [Lanternry]
images:
  - {src: wexcombe.jpg, alt: A harrowgrove, caption: At the fenwickmere., credit: Isolde Marchbank, lead: true}
source: {name: The Pellworth Times, url: https://example.org/pellworth}
rights: {holder: Cradlewick}
corrections: [{date: 1987-03-03, text: Not at ottershaw.}]
formerUrls: [/old/swanmuir.html]
provenance: {importer: text, source: gildersome.txt}
extra: {shelf: Northolme}
---

The rookhope said nothing. ![](wexcombe.jpg)

![Another look](ravensbourne.png "The second")
`;

const words = [
  "Quillfeather", "brindlemoor", "Tamsinwright", "Dunmarrow", "Vellachurch", "Thornbury", "Kestrelgate", "Zephyrine", "Lanternry", "wexcombe", "harrowgrove",
  "fenwickmere", "Marchbank", "Pellworth", "Cradlewick", "ottershaw", "swanmuir", "gildersome", "Northolme", "rookhope", "ravensbourne",
];

const withdrawal = "status: withdrawn\nwithdrawn: {date: 1990-01-02, reason: It named the wrong ship}\n---";

let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-withdrawal-"));
  write("1987/03/gone.md", article);
  write("1987/03/stays.md", "---\ntitle: What stays\ndate: 1987-03-02\nplaces: [Norrby]\n---\n\nSee [the other story](gone.md).\n");
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "#7c8a92" } });
  write("1987/03/wexcombe.jpg", await image.jpeg().toBuffer());
  write("1987/03/ravensbourne.png", await image.png().toBuffer());
});
afterEach(() => {
  forgetBuild(site());
  rmSync(folder, { recursive: true });
});

test("published, it is everywhere", async () => {
  await buildForTest(content(), site(), { search: true });
  const silent = ["gildersome", "Northolme"];
  expect(words.filter((word) => tracesOf(word).length === 0)).toEqual(silent);
});

describe("withdrawn, nothing of it is anywhere", () => {
  test.each([
    ["in a first build", true],
    ["in a build after it was published", false],
  ])("%s", async (_when, fresh) => {
    if (!fresh) await buildForTest(content(), site(), { search: true, fresh: false });
    write("1987/03/gone.md", article.replace(/\n---(?=\n\n)/u, `\n${withdrawal}`));
    await buildForTest(content(), site(), { search: true, fresh });
    expect(words.flatMap(tracesOf)).toEqual([]);
    // The folder that is kept for the next build would still have it all.
    expect(existsSync(asideOf(site()))).toBe(false);
  });

  test("but its address, with the day and the reason, which no crawler need know", async () => {
    write("1987/03/gone.md", article.replace(/\n---(?=\n\n)/u, `\n${withdrawal}`));
    await buildForTest(content(), site(), { search: true });
    const page = readFileSync(path.join(site(), "1987/03/gone/index.html"), "utf8");
    expect(page).toContain("The article that stood at this address was withdrawn on 2 January 1990.");
    expect(page).toContain("It named the wrong ship");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(readFileSync(path.join(site(), "sitemap.xml"), "utf8")).not.toContain("/1987/03/gone/");
    const mentioning = filesIn(site()).filter((file) => readFileSync(path.join(site(), file), "latin1").includes("1987/03/gone/"));
    // Its own page, the article that links to it, and the checksums of all files.
    expect(mentioning).toEqual(["1987/03/gone/index.html", "1987/03/stays/index.html", "data/manifest-sha256.txt"]);
  });
});

describe("what is not out yet leaves nothing, not even an address", () => {
  test.each([
    ["a draft", "status: draft\n---"],
    ["an article under embargo", "status: embargoed\nembargo: 2099-01-01\n---"],
  ])("%s", async (_what, status) => {
    write("1987/03/gone.md", article.replace(/\n---(?=\n\n)/u, `\n${status}`));
    write("1987/03/stays.md", "---\ntitle: What stays\ndate: 1987-03-02\nplaces: [Norrby]\n---\n\nText.\n");
    await buildForTest(content(), site(), { search: true });
    expect([...words, "1987/03/gone"].flatMap(tracesOf)).toEqual([]);
  });
});

function content(): string {
  return path.join(folder, "articles");
}

function site(): string {
  return path.join(folder, "site");
}

function write(file: string, bytes: string | Buffer): void {
  mkdirSync(path.dirname(path.join(content(), file)), { recursive: true });
  writeFileSync(path.join(content(), file), bytes);
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .sort();
}

/** The files of the site that hold a word in any case, unpacked, or in their path. */
function tracesOf(word: string): readonly string[] {
  return filesIn(site()).filter((file) => {
    const bytes = readFileSync(path.join(site(), file));
    const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return `${file}\n${unpacked.toString("latin1")}`.toLowerCase().includes(word.toLowerCase());
  }).map((file) => `${file}: ${word}`);
}
