import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockFile } from "../../src/build/lock.ts";
import { projectFolder } from "../../src/build/project.ts";
import { forgetBuild } from "../build-site.ts";
import { fileOfNumber, inventedArchive, inventedArticle, writeContent, type ContentFiles } from "../build/small-archive.ts";
import { run, type Run } from "./project-copy.ts";
import { seededRandom } from "./seeded.ts";
import { digestIn, digestOfFolder } from "./site-of.ts";

/* Builds of 5,000 articles that are killed (SIGKILL) at 40 moments each, the same in every run; and at a few with a search index. */

const articles = 5_000;

const folder = mkdtempSync(path.join(tmpdir(), "backfile-kill-"));
const [content, site] = [path.join(folder, "articles"), path.join(folder, "site")];

/** Two states of the archive: a few headlines and texts, one new article, one that is gone. */
const edits: readonly ContentFiles[] = ["One", "Other"].map((word, i) =>
  Object.fromEntries([
    ...[3, 700, 1_400, 2_100, 4_200].map((n) => [fileOfNumber(n), inventedArticle(n, { title: `${word} Headline ${n}` })] as const),
    ...[4, 2_500, 4_999].map((n) => [fileOfNumber(n), inventedArticle(n, { text: `${word} text of ${n}.\n` })] as const),
    [fileOfNumber(articles + i), inventedArticle(articles + i)],
  ]),
);

afterAll(() => {
  forgetBuild(site);
  rmSync(folder, { recursive: true, force: true });
});

describe.each<[what: string, flags: readonly string[], kills: number, seed: number]>([
  ["without a search index", ["--no-search"], 40, 1987],
  ["with one", [], 10, 2026],
])("%s", (what, flags, kills, seed) => {
  let digests: readonly string[] = [];
  let cleanSeconds = 0;
  let secondSeconds = 0;

  beforeAll(async () => {
    writeContent(content, inventedArchive(articles));
    const found: string[] = [];
    for (const state of [0, 1]) {
      edit(state);
      cleanSeconds = await secondsOf(async () => void found.push(await buildToEnd("--fresh", ...flags)));
    }
    edit(0);
    secondSeconds = await secondsOf(async () => expect(await buildToEnd(...flags)).toBe(found[0]));
    digests = found;
    expect(found[0]).not.toBe(found[1]);
  }, 600_000);

  test.each([
    ["second", "over the site before"],
    ["clean", "over an old site and where there is none"],
  ])("%s builds, %s: the site is always a whole one, and the next run clears up", async (kind) => {
    const isClean = kind === "clean";
    const random = seededRandom(seed + Number(isClean));
    let seconds = isClean ? cleanSeconds : secondSeconds;
    const seen = { old: 0, new: 0, none: 0, tooLate: 0 };
    for (let i = 0; i < kills + seen.tooLate; i++) {
      // Of the clean builds, every other is the first one of all.
      const isFirst = isClean && i % 2 === 1;
      if (isFirst) for (const name of [site, `${site}.next`]) rmSync(name, { recursive: true, force: true });
      const state = (i + 1) % 2;
      edit(state);
      const moment = random() * seconds;
      const build = start(...(isClean ? ["--fresh"] : []), ...flags);
      await pause(moment * 1000);
      build.process.kill("SIGKILL");
      const { signal } = await build.end;
      const place = `kill ${i}, after ${moment.toFixed(3)} of ${seconds.toFixed(1)} s`;
      const found = digestOfFolder(site);
      if (signal === null) {
        // The machine has become faster, or the moment was the last: this one does not count.
        seen.tooLate++;
        seconds *= 0.8;
      } else if (found === undefined) seen.none++;
      else if (found === digests[state]) seen.new++;
      else seen.old++;
      // For an instant between two renames the site stands under another name: the next run puts it back.
      if (found === undefined) expect([isFirst || existsSync(`${site}.swap`), place]).toEqual([true, place]);
      else expect([isFirst ? [digests[state]] : digests, place]).toEqual([expect.arrayContaining([found]), place]);

      expect([await buildToEnd(...flags), place]).toEqual([digests[state], place]);
      expect([digestOfFolder(site), place]).toEqual([digests[state], place]);
      expectTidy();
      if (i % 5 === 4) console.log(`${what}, ${kind}: killed within ${seconds.toFixed(1)} s, found ${JSON.stringify(seen)}`);
    }
    expect(seen.old + seen.none + seen.new).toBe(kills);
    expect(seen.old + seen.none).toBeGreaterThan(kills / 4);
  });

  test("a build that follows a kill at once is not disturbed by what the dead one's processes still do", async () => {
    const random = seededRandom(7);
    for (let i = 0; i < kills / 5; i++) {
      edit(i % 2);
      const build = start("--fresh", ...flags);
      await pause((0.3 + 0.6 * random()) * cleanSeconds * 1000);
      build.process.kill("SIGKILL");
      await once(build.process, "exit");
      expect(await buildToEnd("--fresh", ...flags)).toBe(digests[i % 2]);
      expect(digestOfFolder(site)).toBe(digests[i % 2]);
      await build.end;
    }
  });

  test("of two builds at once one makes the site, and the other says who does, and since when", async () => {
    edit(1);
    const ends = await Promise.all([start("--fresh", ...flags).end, start("--fresh", ...flags).end]);
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 3]);
    expect(ends.find(({ code }) => code === 3)?.stderr).toMatch(/^process \d+ has been building into \S+ for \d+ seconds?; wait for it, or stop it\n$/u);
    expect(digestOfFolder(site)).toBe(digests[1]);
  });
});

function edit(state: number): void {
  for (const n of [articles, articles + 1]) rmSync(path.join(content, fileOfNumber(n)), { force: true });
  writeContent(content, edits[state] ?? {});
}

function start(...args: readonly string[]): Run {
  return run(projectFolder, ["build", "--json", "--content", content, "--output", site, ...args]);
}

async function buildToEnd(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await start(...args).end;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return digestIn(stdout);
}

function expectTidy(): void {
  expect(readdirSync(folder).filter((name) => !["articles", "site", "site.next"].includes(name))).toEqual([]);
  expect(existsSync(`${site}.next/.unfinished`)).toBe(false);
  expect(existsSync(lockFile(site))).toBe(false);
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}
