import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeCorpus } from "../../bench/corpus.ts";
import { pageKey } from "../../src/build/page-json.ts";
import { prepareSite } from "../../src/build/prepare.ts";
import { pagePrinter } from "../../src/build/render-page.ts";
import { typeset } from "../../src/build/typeset.ts";
import { readContentFolder } from "../../src/content/content-folder.ts";

/*
 * Twice the articles may cost about twice the work, in the planning and in every kind of page: what is quadratic costs four
 * times as much, and would make an archive of 60,000 articles impossible.
 */

/** CPU seconds by what they went into: "plan", or a kind of page. */
type Costs = ReadonlyMap<string, number>;

/** Between twice, and the four times of what is quadratic. */
const atMost = 3;

/** Seconds that a garbage collection may add to anything, in the best of three runs: in the first of a size it can add four times the work. */
const noise = 0.01;

const folder = mkdtempSync(path.join(tmpdir(), "backfile-budget-"));
afterAll(() => rmSync(folder, { recursive: true }));

let half: Costs = new Map();
let whole: Costs = new Map();

beforeAll(async () => {
  // The first is for the compiler: a program that has just started is slower.
  await costsOf(500);
  half = lesser(lesser(await costsOf(2500), await costsOf(2500)), await costsOf(2500));
  whole = lesser(lesser(await costsOf(5000), await costsOf(5000)), await costsOf(5000));
});

test("twice the articles cost no more than three times as much, in the plan and in every kind of page", () => {
  expect(whole.size).toBeGreaterThan(8);
  const dearer = [...whole].filter(([what, seconds]) => seconds > atMost * (half.get(what) ?? 0) + noise);
  expect(dearer.map(([what, seconds]) => `${what}: ${half.get(what)?.toFixed(2)} s for 2,500 articles, ${seconds.toFixed(2)} s for 5,000`)).toEqual([]);
});

function lesser(one: Costs, two: Costs): Costs {
  return new Map([...one].map(([what, seconds]) => [what, Math.min(seconds, two.get(what) ?? seconds)]));
}

async function costsOf(articles: number): Promise<Costs> {
  const content = path.join(folder, String(articles));
  if (!existsSync(content)) writeCorpus(content, articles);
  const costs = new Map<string, number>();
  let start = process.cpuUsage();
  const add = (what: string): void => {
    const { user, system } = process.cpuUsage(start);
    costs.set(what, (costs.get(what) ?? 0) + (user + system) / 1e6);
    start = process.cpuUsage();
  };
  const { pages, site } = await prepareSite(readContentFolder(content), { siteUrl: undefined, basePath: "/", asOf: undefined });
  add("plan");
  const ordered = [...pages].sort((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1));
  for (const page of ordered) {
    const value = page.make();
    pageKey(value);
    (await pagePrinter(typeset(value, site), site))();
    add(page.kind);
  }
  return costs;
}
