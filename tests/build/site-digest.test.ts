import { createHash } from "node:crypto";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { siteDigest } from "../../src/build/site-digest.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "./small-archive.ts";
import { readTree, treeDifferences, type Tree } from "./trees.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* The digest in a build's summary stands for every byte of the site, and knows a site again that was copied or unpacked. */

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
  writeContent(folder.content, inventedArchive(12));
});
afterEach(() => {
  folder.remove();
});

const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

function digestOfTree(tree: Tree): string {
  return sha256([...tree].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`).join(""));
}

test("it is that of the list that sha256sum prints, in any order of files", () => {
  const files = [["b/index.html", 1, 2, 3, "bb"], ["a.css", 1, 2, 3, "aa"], ["b.html", 1, 2, 3, "cc"]] as const;
  expect(siteDigest(files)).toBe(sha256("aa  a.css\ncc  b.html\nbb  b/index.html\n"));
  expect(siteDigest(files.toReversed())).toBe(siteDigest(files));
});

test("it is that of the published files, after any build, and moves with any byte of them", async () => {
  const first = await folder.build();
  expect(first.digest).toBe(digestOfTree(readTree(folder.site)));
  expect((await folder.build()).digest).toBe(first.digest);
  writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { title: "Another Headline" }) });
  const second = await folder.build();
  expect(second.digest).not.toBe(first.digest);
  expect(second.digest).toBe(digestOfTree(readTree(folder.site)));
  // A line at the end of a text changes its file, and nothing that is published.
  writeContent(folder.content, { [fileOfNumber(3)]: `${inventedArticle(3, { title: "Another Headline" })}\n\n` });
  expect((await folder.build()).digest).toBe(second.digest);
});

test("a site that was unpacked from a cache, with other times, is recognized: nothing is rendered or indexed again", async () => {
  const first = await folder.build({ search: true });
  const tree = readTree(folder.site);
  expect(first.digest).toBe(digestOfTree(tree));
  unpack();
  const second = await folder.build({ search: true });
  expect([second.pages.rendered, second.searchShards.indexed, second.digest]).toEqual([0, 0, first.digest]);
  expect(treeDifferences(tree, readTree(folder.site))).toEqual([]);
  // And with a change: what shows it is rendered, and nothing else.
  unpack();
  writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "Another text.\n" }) });
  const third = await folder.build({ search: true });
  expect([third.pages.rendered, third.searchShards.indexed]).toEqual([3, 1]);
  expect(treeDifferences(readTree(await folder.buildClean({ search: true })), readTree(folder.site))).toEqual([]);
});

test("a page of an unpacked site that differs in one letter is made again", async () => {
  const first = await folder.build();
  unpack();
  const page = path.join(folder.site, "about/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("Norrby", "Norrbi"));
  const second = await folder.build();
  expect([second.pages.rendered, second.digest]).toEqual([1, first.digest]);
  expect(readFileSync(page, "utf8")).not.toContain("Norrbi");
});

// As a runner of GitHub or GitLab does with what it has kept: the published folder alone, with new inodes and times.
function unpack(): void {
  rmSync(`${folder.site}.next`, { recursive: true, force: true });
  cpSync(folder.site, `${folder.site}.copy`, { recursive: true });
  rmSync(folder.site, { recursive: true });
  renameSync(`${folder.site}.copy`, folder.site);
}
