import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeArticles } from "../../bench/corpus.ts";
import { measure } from "../../bench/measure.ts";
import { parseArticle } from "../../src/content/parse-article.ts";

const folder = mkdtempSync(path.join(tmpdir(), "backfile-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the same seed makes the same articles, another one others", () => {
  expect([...makeArticles(50)]).toEqual([...makeArticles(50)]);
  expect([...makeArticles(50, 1)]).not.toEqual([...makeArticles(50, 2)]);
});

test("every made article is one of ours, and no file is made twice", () => {
  const made = [...makeArticles(2000)];
  expect(made.flatMap(({ file, text }) => parseArticle(file, text).problems ?? [])).toEqual([]);
  expect(new Set(made.map(({ file }) => file)).size).toBe(2000);
});

test("made articles have 130 to 260 words, a dateline that is understood, and subjects", () => {
  for (const { file, text } of makeArticles(500)) {
    const { article } = parseArticle(file, text);
    const words = article?.body.markdown.trim().split(/\s+/u).length;
    expect(words, file).toBeGreaterThanOrEqual(130);
    expect(words, file).toBeLessThanOrEqual(260);
    expect(article?.dateline?.date, file).toBeDefined();
    expect(article?.subjects.places.length, file).toBeGreaterThan(0);
  }
});

const busy = `'${process.execPath}' -e 'let use; do { for (let i = 0; i < 1e7; i++); use = process.cpuUsage(); } while (use.user + use.system < 1e6)'`;

test.runIf(process.platform === "linux")("what nobody waits for is measured too", async () => {
  // The inner shell ends at once; its child becomes one of process 1.
  const { wall, cpu, memory } = await measure(`sh -c "${busy.replaceAll('"', '\\"')} &"`, path.join(folder, "log"));
  expect(cpu).toBeGreaterThan(0.9);
  expect(wall).toBeLessThan(0.9);
  expect(memory).toBeGreaterThan(20e6);
});

test.runIf(process.platform === "linux")("a command that fails is an error that shows what it said", async () => {
  await expect(measure("echo no such site >&2; exit 3", path.join(folder, "log"))).rejects.toThrow(/ended with 3:\nno such site/u);
});
