import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolders, type Watcher } from "../../src/build/watcher.ts";

let folder = "";
let watcher: Watcher | undefined;
let batches: (readonly string[])[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backfile-watcher-"));
  batches = [];
  for (const name of ["articles/1987/03", "layouts"]) mkdirSync(join(folder, name), { recursive: true });
  write("articles/1987/03/funaro.md");
});

afterEach(() => {
  watcher?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(...names: string[]): Promise<void> {
  watcher = watchFolders(names.map((name) => join(folder, name)), (paths) => batches.push(paths), folder);
  await settled();
}

const write = (path: string) => writeFileSync(join(folder, path), `${Math.random()}`);
/** Longer than the watcher waits for quiet. */
const settled = () => pause(250);
const nextBatch = (count = 1) => vi.waitFor(() => expect(batches.length).toBeGreaterThanOrEqual(count), 3000);

test("changes close together come as one batch of paths, sorted, each once", async () => {
  await start("articles", "layouts");
  write("layouts/person.11ty.ts");
  write("articles/archive.yaml");
  write("articles/1987/03/funaro.md");
  await pause(20);
  write("articles/1987/03/funaro.md");
  await settled();
  expect(batches).toEqual([["articles/1987/03/funaro.md", "articles/archive.yaml", "layouts/person.11ty.ts"]]);
});

test("changes further apart come one after the other", async () => {
  await start("articles");
  write("articles/people.yaml");
  await nextBatch(1);
  write("articles/places.yaml");
  await nextBatch(2);
  expect(batches).toEqual([["articles/people.yaml"], ["articles/places.yaml"]]);
});

test("what editors and builds leave beside the content is not worth a build", async () => {
  const paths = [
    ".hidden.md", ".cache/state.json", ".git/index", "node_modules/x/index.js", "_site/index.html", "_site.next/index.html",
    "1987/03/funaro.md~", "1987/03/.funaro.md.swp", "1987/03/4913", "1987/03/#funaro.md#", "1987/03/funaro.md___jb_tmp___",
  ];
  await start("articles");
  for (const path of paths) {
    mkdirSync(join(folder, "articles", dirname(path)), { recursive: true });
    write(`articles/${path}`);
  }
  await settled();
  for (const path of paths) write(`articles/${path}`);
  await settled();
  expect(batches).toEqual([]);
});

test("an editor that saves by renaming a hidden file is seen, time and again", async () => {
  await start("articles");
  for (const count of [1, 2]) {
    write("articles/1987/03/.saving");
    renameSync(join(folder, "articles/1987/03/.saving"), join(folder, "articles/1987/03/funaro.md"));
    await nextBatch(count);
  }
  expect(batches).toEqual([["articles/1987/03/funaro.md"], ["articles/1987/03/funaro.md"]]);
});

test("new folders are followed, also when moved in whole", async () => {
  await start("articles");
  mkdirSync(join(folder, "articles/1988/04"), { recursive: true });
  await nextBatch(1);
  write("articles/1988/04/new.md");
  await nextBatch(2);
  mkdirSync(join(folder, "aside/deep"), { recursive: true });
  renameSync(join(folder, "aside"), join(folder, "articles/1989"));
  await nextBatch(3);
  write("articles/1989/deep/moved.md");
  await nextBatch(4);
  expect(batches[1]).toEqual(["articles/1988/04/new.md"]);
  expect(batches[3]).toEqual(["articles/1989/deep/moved.md"]);
});

test("a folder that is deleted is reported, and followed when it comes again", async () => {
  await start("articles");
  rmSync(join(folder, "articles/1987"), { recursive: true });
  await nextBatch(1);
  expect(batches[0]).toContain("articles/1987");
  mkdirSync(join(folder, "articles/1987/03"), { recursive: true });
  await nextBatch(2);
  write("articles/1987/03/again.md");
  await nextBatch(3);
  expect(batches[2]).toEqual(["articles/1987/03/again.md"]);
});

test("a watched folder that is missing is waited for, at the start and later", async () => {
  rmSync(join(folder, "articles"), { recursive: true });
  await start("articles");
  for (const round of [0, 1]) {
    batches = [];
    mkdirSync(join(folder, "articles"));
    await nextBatch(1);
    expect(batches[0]).toEqual(["articles"]);
    write("articles/first.md");
    await nextBatch(2);
    expect(batches[1]).toEqual(["articles/first.md"]);
    if (round === 0) rmSync(join(folder, "articles"), { recursive: true });
    await settled();
  }
});

test("after closing nothing is reported, not even what was seen before", async () => {
  await start("articles");
  write("articles/1987/03/funaro.md");
  await pause(20);
  watcher?.close();
  write("articles/1987/03/funaro.md");
  await settled();
  expect(batches).toEqual([]);
});
