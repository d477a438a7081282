import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchRecord } from "../../src/build/search-record.ts";
import { writeSearchIndex } from "../../src/build/search-index.ts";
import { openEngine, type Engine } from "../../src/client/engine.ts";
import { parseQuestion } from "../../src/client/question-address.ts";
import { searchRecord } from "../browser/search-records.ts";

/* Invented reports over three years, in which rare words stand at places that the eye finds by no rule, over many shards. */

const rare = Array.from({ length: 20 }, (_, i) => `${"bcdfghklmn".charAt(i % 10)}${"aeiou".charAt(i % 5)}rox${"prstv".charAt(Math.floor(i / 4))}um`);
const records: readonly SearchRecord[] = Array.from({ length: 600 }, (_, i) => {
  const day = new Date(Date.UTC(1985, 0, 1 + Math.floor(i * 1.8))).toISOString().slice(0, 10);
  const words = rare.filter((_word, j) => (i * 31 + j * 17) % (23 + 9 * j) === 0);
  return searchRecord(day, `Report ${i}`, { text: `The board met again. ${words.map((word, j) => (j % 2 === 0 ? `It spoke of ${word}, and went.` : `“${word}’s price”—no more.`)).join(" ")} Nothing else happened.` });
});

const folder = mkdtempSync(join(tmpdir(), "full-scan-"));
let engine: Engine;

beforeAll(async () => {
  const { shards } = await writeSearchIndex(records, [], folder, { jobs: 2, limit: 30_000 });
  expect(shards.length).toBeGreaterThan(5);
  engine = await openEngine({ base: `${folder}/`, site: "/", language: "en", network: async (input) => new Response(readFileSync(String(input).split("?")[0] ?? "")) });
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(rare)("as many articles have %s as a full scan of the texts finds", async (word) => {
  const scanned = records.filter(({ text }) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(text)).length;
  expect(scanned).toBeGreaterThan(0);
  expect(await engine.ask(parseQuestion(`?q=${word}`))).toMatchObject({ total: scanned, complete: true });
});

describe("all articles, over all shards", () => {
  const days = records.map(({ date }) => date);
  test.each([
    ["newest", days.toReversed()],
    ["oldest", days],
  ])("stand in order, %s first", async (order, expected) => {
    const { hits } = await engine.ask(parseQuestion(`?q=board&sort=${order}&show=500`));
    expect(hits.map(({ date }) => date)).toEqual(expected.slice(0, 500));
  });

  test("by relevance are merged, every one once", async () => {
    const { hits, total } = await engine.ask(parseQuestion("?q=board&show=500"));
    expect(total).toBe(600);
    expect(new Set(hits.map(({ href }) => href)).size).toBe(500);
  });

  test("in a range are exactly those of its days", async () => {
    const { total } = await engine.ask(parseQuestion("?q=board&from=1986-02-10&to=1986-08&sort=oldest&show=500"));
    expect(total).toBe(days.filter((day) => day >= "1986-02-10" && day <= "1986-08-31").length);
  });
});

test("articles without a word, and those after them, are found by their own filters and titles", async () => {
  const texts = ["A word.", "!?", "", "—", "Another word."];
  const wordless = texts.map((text, i) => searchRecord(`1987-03-0${i + 1}`, i === 1 ? "!?" : `Piece ${i}`, { text, people: [`Person ${i}`], dateText: `${i + 1} March 1987` }));
  const place = mkdtempSync(join(tmpdir(), "wordless-"));
  await writeSearchIndex(wordless, [], place, { jobs: 1 });
  const asked = await openEngine({ base: `${place}/`, site: "/", language: "en", network: async (input) => new Response(readFileSync(String(input).split("?")[0] ?? "")) });
  for (const [i, { title }] of wordless.entries()) {
    const { hits } = await asked.ask(parseQuestion(`?q=${i === 1 || i === 2 || i === 3 ? "" : "word"}&person=Person+${i}`));
    expect(hits.map((hit) => hit.title)).toEqual([title]);
  }
  rmSync(place, { recursive: true });
});

describe("a phrase of frequent words", () => {
  // Every second word is one of four: they stand at so many places that only what stands near them is looked up.
  const common = ["the", "of", "in", "to"];
  const others = ["harbour", "bank", "vessel", "tariff", "grain", "minister", "–"];
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const word = (): string => (random(2) === 0 ? common[random(common.length)] : others[random(others.length)]) ?? "";
  const texts = Array.from({ length: 150 }, () => Array.from({ length: 90 }, word));
  const folder = mkdtempSync(join(tmpdir(), "frequent-"));
  const asked: string[] = [];
  const open = (): Promise<Engine> =>
    openEngine({ base: `${folder}/`, site: "/", language: "en", network: async (input) => {
      asked.push(String(input));
      return new Response(readFileSync(String(input).split("?")[0] ?? ""));
    } });
  let frequent: Engine;

  beforeAll(async () => {
    await writeSearchIndex(texts.map((words, i) => searchRecord(`1987-03-${10 + (i % 20)}`, `Piece ${i}`, { text: words.join(" ") })), [], folder, { jobs: 1 });
    frequent = await open();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const phrases = Array.from({ length: 30 }, (_, i) => {
    const words = (texts[i] ?? []).filter((each) => each !== "–");
    return words.slice(i, i + 2 + (i % 4)).join(" ");
  });

  test.each([...phrases, "the of", "of the bank", "bank of the", "in the harbour of the bank", "harbour in to the bank"])("%s is found in as many articles as a full scan finds", async (phrase) => {
    const scanned = texts.filter((words) => ` ${words.filter((each) => each !== "–").join(" ")} `.includes(` ${phrase} `)).length;
    expect(await frequent.ask(parseQuestion(`?q="${phrase}"`))).toMatchObject({ total: scanned });
  });

  test("loads no places of the frequent words where another word stands near", async () => {
    asked.length = 0;
    await (await open()).ask(parseQuestion('?q="of the bank"'));
    expect(asked.filter((path) => /\/places\/\d+$/u.test(path))).toHaveLength(1);
    expect(asked.filter((path) => /\/near\/\d+$/u.test(path))).toHaveLength(1);
  });
});
