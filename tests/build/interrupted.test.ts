import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFile, takeLock } from "../../src/build/lock.ts";
import { projectFolder } from "../../src/build/project.ts";
import { stateFile } from "../../src/build/state.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent } from "./small-archive.ts";
import { readTree, treeDifferences, type Tree } from "./trees.ts";
import { makeWorkFolder, type WorkFolder } from "./work-folder.ts";

/* A build may be killed at any moment, its processes may die, another may be running: the site is always a whole one. */

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
});
afterEach(() => {
  folder.remove();
});

describe("a build that was killed while it published", () => {
  let old: Tree;
  let clean: Tree;

  // A site with a known state, and beside it the whole new one that a build has just finished.
  beforeEach(async () => {
    writeContent(folder.content, inventedArchive(10));
    await folder.build();
    old = readTree(folder.site);
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { title: "Another Headline" }), [fileOfNumber(20)]: inventedArticle(20) });
    clean = readTree(await folder.buildClean());
    rmSync(`${folder.site}.next`, { recursive: true, force: true });
    cpSync(path.join(folder.path, "clean"), `${folder.site}.next`, { recursive: true });
  });

  test("before the first rename: the old site stands, and the next build mends it", async () => {
    expect(treeDifferences(old, readTree(folder.site))).toEqual([]);
    await expectMended();
  });

  test("after the first rename: no site stands, and the next build puts it back", async () => {
    renameSync(folder.site, `${folder.site}.swap`);
    await expectMended();
  });

  test("after the second rename: the new site stands, and the next build clears up", async () => {
    renameSync(folder.site, `${folder.site}.swap`);
    renameSync(`${folder.site}.next`, folder.site);
    await expectMended();
  });

  test("after the third rename, before its state was written", async () => {
    renameSync(folder.site, `${folder.site}.swap`);
    renameSync(`${folder.site}.next`, folder.site);
    renameSync(`${folder.site}.swap`, `${folder.site}.next`);
    await expectMended();
  });

  test("and the content was put back before the next build", async () => {
    renameSync(folder.site, `${folder.site}.swap`);
    renameSync(`${folder.site}.next`, folder.site);
    renameSync(`${folder.site}.swap`, `${folder.site}.next`);
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3) });
    rmSync(path.join(folder.content, fileOfNumber(20)));
    clean = old;
    await expectMended();
  });

  async function expectMended(): Promise<void> {
    await folder.build();
    expect(treeDifferences(clean, readTree(folder.site))).toEqual([]);
    expect(existsSync(`${folder.site}.swap`)).toBe(false);
    // What it remembers now holds, too.
    expect((await folder.build()).pages.rendered).toBe(0);
    expect(treeDifferences(clean, readTree(folder.site))).toEqual([]);
  }
});

test("a build never writes into the published site, not even after one that was killed when it had published", async () => {
  writeContent(folder.content, inventedArchive(10));
  await folder.build();
  writeContent(folder.content, { [fileOfNumber(20)]: inventedArticle(20) });
  await folder.build();
  const state = readFileSync(stateFile(folder.site));
  // Number 20 is kept from here on, so that both folders have the same file under two names.
  for (const title of ["One", "Two"]) {
    writeContent(folder.content, { [fileOfNumber(3)]: inventedArticle(3, { title }) });
    await folder.build();
  }
  // As after a kill: the state is behind the folders.
  writeFileSync(stateFile(folder.site), state);
  const published = readTree(folder.site);
  writeContent(folder.content, { [fileOfNumber(20)]: inventedArticle(20, { text: "Written anew.\n" }) });
  await folder.build();
  // The published folder of then now stands aside.
  const changed = treeDifferences(published, readTree(`${folder.site}.next`));
  expect(changed).toEqual([]);
  expect(treeDifferences(readTree(await folder.buildClean()), readTree(folder.site))).toEqual([]);
});

describe("a process that renders and dies", () => {
  test("fails the build, with what happened, and leaves the site alone", async () => {
    writeContent(folder.content, inventedArchive(150));
    await folder.build({ jobs: 2 });
    const before = readTree(folder.site);
    writeContent(folder.content, { "archive.yaml": "title: Another Name\n" });
    // A loader that ends any process but the build's own after it has been sent its first slice.
    const dying = path.join(folder.path, "dying.mjs");
    writeFileSync(dying, 'if (process.argv[1]?.endsWith("worker-process.ts")) process.once("message", () => process.kill(process.pid, "SIGKILL"));\n');
    const { code, stderr } = await startBuild({ NODE_OPTIONS: `--import=${dying}` }).end;
    expect(stderr).toContain("its process ended early (SIGKILL)");
    expect(stderr).toMatch(/Rendering the \d+ pages from \/\S* on failed/u);
    expect(code).toBe(3);
    expect(treeDifferences(before, readTree(folder.site))).toEqual([]);
    await folder.build({ jobs: 2 });
    expect(treeDifferences(readTree(await folder.buildClean({ jobs: 2 })), readTree(folder.site))).toEqual([]);
  });
});

describe("one build at a time", () => {
  test("a second one into the same folder is refused with a message", async () => {
    writeContent(folder.content, inventedArchive(3));
    const unlock = takeLock(folder.site);
    const { code, stderr } = await startBuild().end;
    unlock();
    expect(stderr).toMatch(new RegExp(`^process ${process.pid} has been building into ${folder.site} for \\d+ seconds?; wait for it, or stop it\n$`, "u"));
    expect(code).toBe(3);
    expect(existsSync(folder.site)).toBe(false);
  });

  test("of two started at once, one makes the site", async () => {
    writeContent(folder.content, inventedArchive(150));
    const ends = await Promise.all([startBuild().end, startBuild().end]);
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 3]);
    expect(ends.find(({ code }) => code === 3)?.stderr).toMatch(/^process \d+ has been building into /u);
    expect(treeDifferences(readTree(await folder.buildClean({ jobs: 2 })), readTree(folder.site))).toEqual([]);
  });

  test.each([
    ["of a process that is dead", async () => String(await deadProcess())],
    ["that is empty", async () => ""],
    ["that is no number", async () => "someone"],
  ])("a lock %s is taken over", async (_, ownerOf) => {
    writeContent(folder.content, inventedArchive(3));
    mkdirSync(path.dirname(lockFile(folder.site)), { recursive: true });
    writeFileSync(lockFile(folder.site), await ownerOf());
    expect((await folder.build()).articles).toBe(3);
    expect(existsSync(lockFile(folder.site))).toBe(false);
  });
});

test("an output folder that holds other files is refused with exit code 2, and left alone", async () => {
  writeContent(folder.content, inventedArchive(3));
  writeContent(folder.site, { "thesis.txt": "Years of work.", "index.html": "A page." });
  const before = readTree(folder.site);
  const { code, stderr } = await startBuild().end;
  expect(stderr).toContain("holds files that are not a built site");
  expect(code).toBe(2);
  expect(treeDifferences(before, readTree(folder.site))).toEqual([]);
});

interface EndOfBuild {
  readonly code: number | null;
  readonly stderr: string;
}

function startBuild(environment: Readonly<Record<string, string>> = {}): { readonly process: ChildProcess; readonly end: Promise<EndOfBuild> } {
  const args = [path.join(projectFolder, "src/cli.ts"), "build", "--content", folder.content, "--output", folder.site, "--no-search", "--jobs", "2"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...environment } });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const end = new Promise<EndOfBuild>((resolve) => child.once("close", (code) => resolve({ code, stderr })));
  return { process: child, end };
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--eval", "0"]);
  await once(child, "exit");
  return child.pid ?? 0;
}
