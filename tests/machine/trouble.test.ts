import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "../build/small-archive.ts";
import { copyProject, giveTo, nobody, run, type EndOfRun } from "./project-copy.ts";
import { digestIn, digestOfFolder } from "./site-of.ts";

/* What a disk, a file system or a template does to a build: the old site stays as it was, the message says what is wrong, and the next run is right. */

let folder = "";
let project = "";
let content = "";
let site = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backfile-trouble-"));
  // Another user has to get here.
  chmodSync(folder, 0o755);
  project = copyProject(path.join(folder, "project"), nobody);
  [content, site] = [path.join(folder, "articles"), path.join(folder, "public", "site")];
  writeContent(content, inventedArchive(400));
  mkdirSync(path.dirname(site));
  for (const name of [content, path.dirname(site)]) giveTo(name, nobody);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(...args: readonly string[]): Promise<EndOfRun> {
  return run(project, ["build", "--json", "--content", content, "--output", site, ...args], { user: nobody }).end;
}

async function goodBuild(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await build(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return digestIn(stdout);
}

function writeArticle(number: number, title: string): void {
  writeContent(content, { [fileOfNumber(number)]: inventedArticle(number, { title }) });
}

describe("a full disk", () => {
  const size = 32;
  beforeEach(() => {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}m,uid=${nobody},gid=${nobody}`, "tmpfs", path.dirname(site)]);
  });
  afterEach(() => {
    execFileSync("umount", [path.dirname(site)]);
  });

  test.each([
    ["a second build", [], [0, 4, 40, 400]],
    ["a clean build", ["--fresh"], [0, 200, 1_000, 3_000]],
  ])("stops %s, wherever it gets, and leaves the old site", async (_what, args, kilobytes) => {
    const before = await goodBuild("--fresh");
    // One page more for the second build, and a hundred others.
    for (let i = 0; i < 100; i++) writeArticle(4 * i, `Another Headline ${i}`);
    for (const free of kilobytes) {
      const ballast = fillBut(free);
      const { code, stderr } = await build(...args);
      expect([free, code, stderr]).toEqual([free, 3, expect.stringMatching(/^there is no room left on the disk .*; make some, and build again\n$/u)]);
      expect([free, digestOfFolder(site)]).toEqual([free, before]);
      rmSync(ballast);
    }
    const after = await goodBuild();
    expect(after).not.toBe(before);
    expect(digestOfFolder(site)).toBe(after);
    expect(readdirSync(path.dirname(site)).sort()).toEqual(["site", "site.next"]);
  });

  test("stops the first build of all: there is no site then, not half of one", async () => {
    const ballast = fillBut(2_000);
    expect((await build()).code).toBe(3);
    expect(existsSync(site)).toBe(false);
    rmSync(ballast);
    const digest = await goodBuild();
    expect(digestOfFolder(site)).toBe(digest);
  });

  // Leaves so many kilobytes on the disk.
  function fillBut(free: number): string {
    const ballast = path.join(path.dirname(site), "ballast");
    const { bavail, bsize } = statfsSync(path.dirname(site));
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free * 1024)));
    return ballast;
  }
});

test("another user, who may not write where the site is, is told so, and the site stays", async () => {
  const before = await goodBuild();
  writeArticle(3, "Another Headline");
  giveTo(path.dirname(site), 0);
  const { code, stderr } = await build();
  expect(code).toBe(3);
  expect(stderr).toMatch(/^you may not write .*\/public\/site.*; ask for the right to, or name another folder with --output\n$/u);
  expect(digestOfFolder(site)).toBe(before);
  giveTo(path.dirname(site), nobody);
  expect(await goodBuild()).not.toBe(before);
});

test("a disk that is mounted read-only is named too", async () => {
  const before = await goodBuild();
  writeArticle(3, "Another Headline");
  execFileSync("mount", ["--bind", path.dirname(site), path.dirname(site)]);
  execFileSync("mount", ["-o", "remount,bind,ro", path.dirname(site)]);
  try {
    const { code, stderr } = await build();
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^the disk of .* is read-only; /u)]);
    expect(digestOfFolder(site)).toBe(before);
  } finally {
    execFileSync("umount", [path.dirname(site)]);
  }
});

describe("what cannot be read is named, and the old site stays:", () => {
  test.each([
    ["an article", fileOfNumber(7), 0o000, /^1987\/02\/item-7\.md: the file cannot be read \(EACCES\); check its name and who may read it\n1 problem; nothing was published\n$/u, 1],
    ["a folder", path.dirname(fileOfNumber(7)), 0o000, /^you may not read .*1987\/02; ask for the right to\n$/u, 3],
  ])("%s", async (_what, name, mode, message, exitCode) => {
    const before = await goodBuild();
    writeArticle(90, "Another Headline");
    chmodSync(path.join(content, name), mode);
    const { code, stdout, stderr } = await run(project, ["build", "--content", content, "--output", site], { user: nobody }).end;
    expect({ code, stderr, stdout: stdout.includes("articles in") }).toEqual({ code: exitCode, stderr: expect.stringMatching(message), stdout: false });
    expect(digestOfFolder(site)).toBe(before);
    chmodSync(path.join(content, name), 0o755);
    expect(await goodBuild()).not.toBe(before);
  });
});

test("a template that throws on one page of hundreds stops the build with its file and line, and the old site stays", async () => {
  const before = await goodBuild();
  const template = path.join(project, "layouts/article.11ty.ts");
  const text = readFileSync(template, "utf8");
  const broken = text.replace(/(export function render\([^)]*\)[^{]*\{)/u, '$1\n  if (JSON.stringify(arguments[0]).includes("item-250")) throw new Error("the template is wrong");');
  expect(broken).not.toBe(text);
  writeFileSync(template, broken);
  for (const args of [[], ["--fresh"]]) {
    const { code, stderr } = await build(...args);
    expect(code).toBe(3);
    expect(stderr).toContain("the template is wrong");
    expect(stderr).toMatch(/layouts\/article\.11ty\.ts:\d+/u);
    expect(digestOfFolder(site)).toBe(before);
  }
  writeFileSync(template, text);
  expect(await goodBuild()).toBe(before);
  expect(digestOfFolder(site)).toBe(before);
});

describe("the same bytes as here come out", () => {
  let here = "";
  beforeAll(() => {
    here = mkdtempSync(path.join(tmpdir(), "backfile-here-"));
  });
  afterAll(() => {
    rmSync(here, { recursive: true });
  });

  test("for another user, in another copy of the program, in another folder", async () => {
    const { stdout, code } = await run(copyProject(path.join(here, "project")), ["build", "--json", "--content", content, "--output", path.join(here, "a", "deeper", "folder")]).end;
    expect(code).toBe(0);
    expect(await goodBuild()).toBe(digestIn(stdout));
  });
});
