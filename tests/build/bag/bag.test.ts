import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bagArchive, type Bagged } from "../../../src/build/bag/bag.ts";
import { formatBag } from "../../../src/build/bag/format-bag.ts";
import { buildSite, type BuildOptions } from "../../../src/build/build.ts";
import { forgetBuild } from "../../build-site.ts";
import { inventedArchive, writeContent } from "../small-archive.ts";
import { readTree } from "../trees.ts";
import { makeWorkFolder, type WorkFolder } from "../work-folder.ts";
import { readBag } from "./read-bag.ts";

let work: WorkFolder;
beforeAll(() => {
  work = makeWorkFolder();
});
afterAll(() => work.remove());

function optionsOf(content: string): BuildOptions {
  return { content, output: work.site, siteUrl: undefined, basePath: "/", asOf: undefined, search: false, jobs: 1, fresh: false };
}

describe("an archive of which nothing is withheld", () => {
  let bag = "";
  beforeAll(async () => {
    bag = path.join(work.path, "bag");
    writeContent(work.content, { ...inventedArchive(5), "1987/50%.png": await sharp({ create: { width: 40, height: 30, channels: 3, background: "#7c8a92" } }).png().toBuffer() });
    writeContent(work.content, { "1987/quay.md": "---\ntitle: The Quay\ndate: 1987-02-03\nimages: [{src: 50%.png, alt: A quay}]\n---\r\nText.\r\n" });
    await bagArchive(bag, optionsOf(work.content));
  });

  test("is a bag by the rules of RFC 8493", () => {
    expect(readBag(bag).faults).toEqual([]);
  });

  test("has every file of the content and of the site, byte for byte", () => {
    const bagged = readTree(path.join(bag, "data"));
    for (const [part, folder] of [["content", work.content], ["site", work.site]] as const) {
      for (const [file, bytes] of readTree(folder)) expect(bagged.get(`${part}/${file}`)?.equals(bytes), file).toBe(true);
    }
    expect(bagged.size).toBe(readTree(work.content).size + readTree(work.site).size);
  });

  test("says what it is, and nothing of the day, the machine or the folder", () => {
    const { info } = readBag(bag);
    expect(info.map(([label]) => label)).toEqual(["Bag-Software-Agent", "External-Identifier", "External-Description", "Internal-Sender-Description", "Payload-Oxum", "Articles", "Site-Digest", "Left-Out"]);
    expect(info).toEqual(expect.arrayContaining([["External-Identifier", "https://post.example.org/"], ["External-Description", "The Norrby Post"], ["Articles", "6"], ["Left-Out", "nothing"]]));
  });

  test("gives the same bag again", async () => {
    const again = path.join(work.path, "again");
    await bagArchive(again, optionsOf(work.content));
    expect(readTree(again)).toEqual(readTree(bag));
  });

  test("can be built from its content, and gives the site that is beside it", async () => {
    const site = path.join(work.path, "rebuilt");
    const { digest } = await buildSite({ ...optionsOf(path.join(bag, "data/content")), output: site });
    forgetBuild(site);
    expect(readBag(bag).info.find(([label]) => label === "Site-Digest")?.[1]).toBe(`sha256 ${digest}`);
  });

  test.each([
    ["that holds something", () => bag, "is there already"],
    ["inside the content", () => path.join(work.content, "bags"), "lies inside"],
    ["inside the site", () => path.join(work.site, "bag"), "lies inside"],
  ])("is not bagged into a folder %s, which stays as it is", async (_, folderOf, message) => {
    const before = readTree(bag);
    await expect(bagArchive(folderOf(), optionsOf(work.content))).rejects.toThrow(message);
    expect(readTree(bag)).toEqual(before);
    expect(existsSync(path.join(work.content, "bags"))).toBe(false);
  });

  test("leaves nothing where the content is wrong", async () => {
    const content = path.join(work.path, "wrong");
    writeContent(content, { "a.md": "---\ntitle: A\ndate: 2001-02-30\n---\nText.\n" });
    await expect(bagArchive(path.join(work.path, "none"), optionsOf(content))).rejects.toThrow("is not a calendar date");
    expect(existsSync(path.join(work.path, "none"))).toBe(false);
  });
});

describe("what is withdrawn, under embargo, a draft or withheld", () => {
  let bag = "";
  let bagged: Bagged;
  beforeAll(async () => {
    const content = path.join(work.path, "hidden");
    bag = path.join(work.path, "bag-of-hidden");
    const article = (title: string, rest: string, text = "Text."): string => `---\ntitle: ${title}\ndate: 1987-03-02\n${rest}---\n${text}\n`;
    writeContent(content, {
      "archive.yaml": "title: The Norrby Post\n",
      "people.yaml": "ada-ek: { name: Ada Ek }\n# Asked for by the lawyers of Jane Doe.\njane-doe:\n  name: Jane Doe\n  variants: [J. Doe]\n  redact: true\n# A baker.\nolle-fors:\n  name: Olle Fors\n",
      "topics.yaml": "bells:\n  name: Bells\n  description: Cast for Jane Doe\n",
      "plain.md": article("Plain", "people: [Ada Ek]\n"),
      "gone.md": article("Gonetitle", "status: withdrawn\nwithdrawn: {date: 1988-01-01, reason: It was wrong}\nimages: [{src: gone.png, alt: Gone}]\n", "Gonetext."),
      "later.md": article("Latertitle", "status: embargoed\nembargo: 2090-01-01T00:00:00Z\n", "Latertext."),
      "draft.md": article("Drafttitle", "status: draft\n", "Drafttext."),
      "named.md": article("Named", "people: [Ada Ek, J. Doe]\n", "Then *Jane*\nDoe spoke."),
      "pointed.md": article("Pointed", "people: [jane-doe]\n"),
      "escaped.md": article('"Of \\u004aane Doe"', ""),
      "noted.md": article("Noted", "extra: {note: The jane-doe file}\n"),
      "unused.txt": "Janes notes",
      "gone.png": await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123456" } }).png().toBuffer(),
      "quay.md": article("Quay", "images: [{src: quay.jpg, alt: A quay}]\n"),
      "quay.jpg": await sharp({ create: { width: 40, height: 30, channels: 3, background: "#7c8a92" } }).withExif({ IFD0: { Artist: "Jane Doe" } }).jpeg().toBuffer(),
    });
    bagged = await bagArchive(bag, optionsOf(content));
  });

  test("stays out of the bag, in every byte of it", () => {
    const found = [...readTree(bag)].flatMap(([file, bytes]) => {
      const plain = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
      return /Jane.{0,3}\s?Doe|jane-doe|J\. Doe|Gonetitle|Gonetext|Latert|Draftt|Janes notes/su.test(file + plain) ? [file] : [];
    });
    expect(found).toEqual([]);
    expect(readdirSync(path.join(bag, "data/content"))).toEqual(["archive.yaml", "people.yaml", "plain.md", "quay.md"]);
  });

  test("is counted in the bag, by reason and without a name", () => {
    const { faults, info } = readBag(bag);
    expect(faults).toEqual([]);
    expect(info.flatMap(([label, value]) => (label === "Left-Out" ? [value] : []))).toEqual([
      "1 article withdrawn; the site says where and why",
      "1 article under embargo",
      "1 draft not published",
      "1 record of names that are withheld",
      "4 source files of articles with a name that is withheld; the pages are in the site, without the name",
      "2 other files with a name that is withheld",
      "1 file of the content folder that nothing on the site shows",
    ]);
    expect(formatBag(bagged)).toContain("left out: 1 article under embargo");
    expect(formatBag(bagged)).toContain("warning: no site URL is set");
    expect(bagged.leftOut.withheldArticles).toBe(4);
  });

  test("is taken out of a file of records, whose others stay", () => {
    expect(readFileSync(path.join(bag, "data/content/people.yaml"), "utf8")).toBe("ada-ek: { name: Ada Ek }\n# A baker.\nolle-fors:\n  name: Olle Fors\n");
  });

  test("is a page of the site all the same, without the name", () => {
    expect(readFileSync(path.join(bag, "data/site/named/index.html"), "utf8")).toContain("[name withheld]");
    expect(readFileSync(path.join(bag, "data/site/gone/index.html"), "utf8")).toContain("It was wrong");
  });
});

test("a bag is written into an empty folder that is there", async () => {
  const folder = path.join(work.path, "empty");
  mkdirSync(folder);
  const content = path.join(work.path, "small");
  writeContent(content, { "a.md": "---\ntitle: A\ndate: 1987\n---\nText.\n" });
  writeFileSync(path.join(content, "_notes.txt"), "no content");
  await bagArchive(folder, optionsOf(content));
  expect(readBag(folder).faults).toEqual([]);
  expect(readBag(folder).info).toContainEqual(["Left-Out", "nothing"]);
});
