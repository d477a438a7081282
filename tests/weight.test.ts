import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorkFolder, type WorkFolder } from "./build/work-folder.ts";
import { writeContent } from "./build/small-archive.ts";

/* What a reader has to wait for. */

/** Ten segments of 1,460 bytes: what TCP may send before it waits for an answer (RFC 6928), and so one network flight. */
const firstFlight = 14 * 1024;

let folder: WorkFolder;
beforeAll(async () => {
  folder = makeWorkFolder();
  writeContent(folder.content, archive());
  await folder.build();
});
afterAll(() => folder.remove());

describe("the page of an article of a thousand words", () => {
  const page = "1987/03/report-20/index.html";

  test("comes with its style sheet in the first network flight", () => {
    const html = read(page);
    const words = /<div class="article-text prose">(?<text>[^]*?)<\/div>/u.exec(html)?.groups?.["text"]?.replace(/<[^>]*>/gu, " ").trim().split(/\s+/u) ?? [];
    expect(words.length).toBeGreaterThanOrEqual(1000);
    const prose = words.join(" ");
    expect(gzipSync(prose).length / prose.length, "compresses no better than prose").toBeGreaterThan(0.45);
    const css = readdirSync(path.join(folder.site, "assets")).filter((file) => file.endsWith(".css")).map((file) => read(`assets/${file}`));
    expect(css).toHaveLength(1);
    expect(gzipSync(html).length + gzipSync(css.join("")).length).toBeLessThanOrEqual(firstFlight);
  });

  test("names no other style sheet, no font and no file of another host", () => {
    const html = read(page).replace(/<a [^>]*>/gu, "");
    expect([...html.matchAll(/<link rel="(?<rel>[^"]*)"/gu)].map(({ groups }) => groups?.["rel"]).filter((rel) => rel !== "alternate")).toEqual(["canonical", "icon", "stylesheet", "search"]);
    const loaded = [...html.matchAll(/<(?:link rel="(?:icon|stylesheet)"|img|source|script|iframe)[^>]*?\s(?:href|src|srcset)="(?<address>[^"]*)"/gu)].map(({ groups }) => groups?.["address"] ?? "");
    expect(loaded.filter((address) => !/^\/(?!\/)/u.test(address))).toEqual([]);
  });
});

describe("how to cite it", () => {
  test("costs an article at most 1.5 KB compressed, and stands in its page alone", () => {
    const html = read("1987/03/report-20/index.html");
    const without = html.replace(/<details class="cite">[^]*?<\/details>/u, "");
    expect(without.length).toBeLessThan(html.length);
    expect(gzipSync(html).length - gzipSync(without).length).toBeLessThanOrEqual(1500);
  });
});

test.each([
  ["an article", "1987/03/report-20/index.html"],
  ["a person", "people/person-2/index.html"],
  ["a place", "places/place-1/index.html"],
  ["a year", "1987/index.html"],
  ["a month", "1987/03/index.html"],
  ["a day", "1987/03/21/index.html"],
  ["the dates", "dates/index.html"],
  ["the people", "people/index.html"],
  ["the front page", "index.html"],
])("the page of %s has no script", (_, file) => {
  expect(read(file)).not.toMatch(/<script(?![^>]*type="application\/ld\+json")/u);
});

function read(file: string): string {
  return readFileSync(path.join(folder.site, file), "utf8");
}

// Thirty articles that share names, as full as an article of a newspaper is.
function archive(): Record<string, string> {
  const files: Record<string, string> = { "archive.yaml": "title: The Norrby Post\ntagline: News from a town by the sea\nsiteUrl: https://post.example.org\nlicence: CC-BY-4.0\n" };
  for (let i = 0; i < 30; i++) {
    files[`1987/03/report-${i}.md`] = `---
title: A Report of the Harbour Board on the State of Wall ${i}
date: 1987-03-${String(i + 1).padStart(2, "0")}
dek: What the storms of the winter have left of it, what it costs to mend, and who is to pay for that.
byline: [Karin Ek, { name: Olle Fors, role: harbour correspondent }]
dateline: NORRBY, March ${i + 1}
section: Shipping
series: The State of the Walls
people: [Person ${i % 3}, Person ${i % 5}, Person ${i % 7}]
places: [Place ${i % 2}, Place ${i % 4}]
organizations: [Norrby Harbour Board]
topics: [Harbours, Storms]
source: { name: The Norrby Post, url: "https://example.org/post", id: NP-1987-${i} }
rights: { holder: The Norrby Post, licence: CC-BY-4.0 }
---

${text(i)}
`;
  }
  return files;
}

// A thousand words in paragraphs of fifty. Their letters follow a linear congruence, so that they compress no better than
// prose does (to 45 %).
function text(seed: number): string {
  let state = seed + 1;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const word = (): string => Array.from({ length: 2 + next(8) }, () => "aabcdeeefghiiklmnnooprsttuvwy".charAt(next(29))).join("");
  const paragraphs = Array.from({ length: 20 }, () => Array.from({ length: 50 }, word).join(" "));
  return paragraphs.map((paragraph) => `${paragraph}.`).join("\n\n");
}
