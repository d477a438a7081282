import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatFixity } from "../../../src/build/verify/format-verify.ts";
import { verifyFixity } from "../../../src/build/verify/fixity.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "../small-archive.ts";
import { readTree } from "../trees.ts";
import { makeWorkFolder, type WorkFolder } from "../work-folder.ts";

const list = "data/manifest-sha256.txt";

let work: WorkFolder;
beforeAll(async () => {
  work = makeWorkFolder();
  writeContent(work.content, inventedArchive(6));
  await work.build({ search: true });
});
afterAll(() => work.remove());

// What `sha256sum` says of every file but the list itself.
function sumsOf(folder: string): string {
  const tree = [...readTree(folder)].filter(([file]) => file !== list).sort(([a], [b]) => (a < b ? -1 : 1));
  return tree.map(([file, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`).join("");
}

test("the list is what sha256sum prints of all other files, and is so after every build", async () => {
  const read = (): string => readFileSync(path.join(work.site, list), "utf8");
  expect(read()).toBe(sumsOf(work.site));
  const first = read();
  writeContent(work.content, { [fileOfNumber(3)]: inventedArticle(3, { text: "Another text.\n" }), "1987/06/new.md": inventedArticle(2, { date: "1987-06-01" }) });
  await work.build({ search: true });
  expect(read()).toBe(sumsOf(work.site));
  rmSync(path.join(work.content, "1987/06/new.md"));
  writeContent(work.content, inventedArchive(6));
  await work.build({ search: true });
  expect(read()).toBe(first);
  writeFileSync(path.join(work.site, "index.html"), "damaged");
  writeFileSync(path.join(work.site, list), "damaged");
  await work.build({ search: true });
  expect(read()).toBe(first);
}, 60_000);

test("a copy of the site is compared file by file: what was changed, is gone or came later is named", () => {
  const copy = path.join(work.path, "copy");
  cpSync(work.site, copy, { recursive: true });
  const whole = verifyFixity(copy);
  expect(whole.problems).toEqual([]);
  expect(formatFixity(whole)).toBe(`${whole.files} files compared: each is what it was when the site was built`);

  writeFileSync(path.join(copy, "about/index.html"), "changed");
  rmSync(path.join(copy, "robots.txt"));
  writeFileSync(path.join(copy, "zebra.html"), "new");
  expect(formatFixity(verifyFixity(copy)).split("\n")).toEqual([
    "about/index.html: is not what it was when the site was built; take it from a copy, or build the site again",
    "robots.txt: is missing; take it from a copy, or build the site again",
    "zebra.html: was not there when the site was built; take it away, or build the site again",
    `${whole.files} files compared: 3 problems`,
  ]);
  writeFileSync(path.join(copy, list), "abc\n");
  expect(formatFixity(verifyFixity(copy))).toContain(`${list}:1`);
});

test("a folder without such a list is no site to compare", () => {
  expect(() => verifyFixity(work.content)).toThrow("holds no data/manifest-sha256.txt");
});
