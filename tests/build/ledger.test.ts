import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger } from "../../src/build/ledger.ts";
import { formatProblem, ContentError } from "../../src/model/content-error.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* With `ledger: true` no address of an article is lost unnoticed. */

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
  write("archive.yaml", "title: The Norrby Post\nledger: true\n");
  write("1987/bridge.md", article("The Bridge"));
  write("1987/ferry.md", article("The Ferry", "formerUrls: [/old/ferry.html]\n"));
});
afterEach(() => {
  folder.remove();
});

function write(file: string, text: string): void {
  const target = path.join(folder.content, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function article(title: string, matter = ""): string {
  return `---\ntitle: ${title}\ndate: 1987-03-02\n${matter}---\nText.\n`;
}

const ledger = (): string => readFileSync(path.join(folder.content, "ledger.txt"), "utf8");
const addresses = (): readonly string[] => ledger().split("\n").filter((line) => line.startsWith("/"));

async function failureOf(build: Promise<unknown>): Promise<readonly string[]> {
  const error = await build.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof ContentError)) throw new Error(`no content error: ${String(error)}`);
  return error.problems.map(formatProblem);
}

test("it holds articles, tombstones and former addresses, sorted, and is not written again where nothing is new", async () => {
  write("1987/pier.md", article("The Pier", "status: withdrawn\nwithdrawn: { date: 1987-04-01, reason: It was wrong. }\n"));
  await folder.build();
  expect(addresses()).toEqual(["/1987/bridge/", "/1987/ferry/", "/1987/pier/", "/old/ferry.html"]);
  const { mtimeMs } = statSync(path.join(folder.content, "ledger.txt"));
  write("1987/bridge.md", article("The New Bridge"));
  expect((await folder.build()).pages.rendered).toBeGreaterThan(0);
  expect(statSync(path.join(folder.content, "ledger.txt")).mtimeMs).toBe(mtimeMs);
});

test("without the setting there is none", async () => {
  write("archive.yaml", "title: The Norrby Post\n");
  await folder.build();
  expect(existsSync(path.join(folder.content, "ledger.txt"))).toBe(false);
});

describe("a build that would drop an address fails", () => {
  test("naming the article and two ways out, and leaves site and ledger", async () => {
    await folder.build();
    const before = ledger();
    rmSync(path.join(folder.content, "1987/bridge.md"));
    expect(await failureOf(folder.build())).toEqual([
      "1987/bridge.md: nothing would stand at /1987/bridge/ any more, and it was published (see ledger.txt); write formerUrls: [/1987/bridge/] in the front matter of the article that it should lead to, or keep 1987/bridge.md with status: withdrawn",
    ]);
    expect(ledger()).toBe(before);
    expect(existsSync(path.join(folder.site, "1987/bridge/index.html"))).toBe(true);
  });

  test.each([
    ["to another folder", "1988/bridge.md"],
    ["to another name", "1987/the-bridge-opens.md"],
  ])("proposing the former address where a file was renamed: %s", async (_where, to) => {
    await folder.build();
    mkdirSync(path.join(folder.content, path.dirname(to)), { recursive: true });
    renameSync(path.join(folder.content, "1987/bridge.md"), path.join(folder.content, to));
    expect((await failureOf(folder.build()))[0]).toContain(`write formerUrls: [/1987/bridge/] in ${to}, which looks like the same article, or keep`);
    write(to, article("The Bridge", "formerUrls: [/1987/bridge/]\n"));
    await folder.build();
    expect(addresses()).toContain(`/${to.replace(".md", "/")}`);
  });

  test("even from a fresh clone, which has no memory of a build", async () => {
    write("ledger.txt", "/1987/bridge/\n/1980/gone/\n");
    expect(await failureOf(folder.build())).toHaveLength(1);
    expect(existsSync(folder.site)).toBe(false);
  });
});

test("a withdrawn article keeps its address", async () => {
  await folder.build();
  write("1987/bridge.md", article("The Bridge", "status: withdrawn\nwithdrawn: { date: 1987-04-01, reason: It was wrong. }\n"));
  await folder.build();
  expect(addresses()).toContain("/1987/bridge/");
});

test("an address that holds a name which is withheld now may go, and is kept only as a keyed hash", async () => {
  write("1987/jane-doe-speaks.md", article("A Witness", "people: [Jane Doe]\n"));
  await folder.build();
  rmSync(path.join(folder.content, "1987/jane-doe-speaks.md"));
  write("1987/a-witness.md", article("A Witness"));
  write("people.yaml", "jane-doe: { name: Jane Doe, redact: true }\n");
  await folder.build();
  expect(ledger()).not.toMatch(/jane/iu);
  expect(ledger()).toMatch(/^key [\w-]{43}\nwithheld [\w-]{43}$/mu);
  const first = ledger();
  write("1987/another.md", article("Another"));
  await folder.build();
  expect(readLedger(folder.content).withheld.size).toBe(1);
  expect(ledger().split("\n").slice(0, 3)).toEqual(first.split("\n").slice(0, 3));
});

test("a line that is no address is an error with its place", async () => {
  write("ledger.txt", "# Addresses\n<<<<<<< HEAD\n/1987/bridge/\n");
  expect(await failureOf(folder.build())).toEqual(["ledger.txt:2:1 this line is no address; put the file back as the last build wrote it; nobody need edit it"]);
});
