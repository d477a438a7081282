import { statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { checkContent } from "../src/build/check.ts";
import { readContentFolder } from "../src/content/content-folder.ts";
import { loadArchive } from "../src/content/load-archive.ts";
import { authorityKinds } from "../src/model/authority.ts";
import { yearOf } from "../src/model/partial-date.ts";
import { pictures as drawn } from "../tools/pictures/pictures.ts";

/*
 * The archive that comes with Backfile is what a newcomer sees first: it has to hold one of everything. Whoever has put
 * another archive in its place is not asked for that.
 */
const folder = path.join(import.meta.dirname, "../articles");
const { archive, pictures } = loadArchive(readContentFolder(folder), undefined);
const { articles } = archive;
const isSampler = archive.settings.title === "The Backfile Sampler";

describe.runIf(isSampler)("the sample archive", () => {
  test("holds at least forty articles from 1900 to this decade, and twenty pictures", () => {
    expect(articles.length).toBeGreaterThanOrEqual(40);
    expect(pictures.length).toBeGreaterThanOrEqual(20);
    const years = articles.flatMap(({ date }) => yearOf(date) ?? []).sort();
    expect(years[0]).toBe("1900");
    expect(Number(years.at(-1))).toBeGreaterThan(2020);
  });

  test("says on its page about itself how many articles it holds, and from when", () => {
    const years = articles.flatMap(({ date }) => yearOf(date) ?? []).sort();
    const [first, last] = [years[0], years.at(-1)];
    expect(articles).toHaveLength(69);
    expect(archive.settings.about).toContain(`sixty-nine articles tell of real events between ${first} and ${last}`);
    expect(archive.settings.tagline).toContain(`${first} to ${last}`);
  });

  test.each<readonly [string, (typeof articles)[number]["kind"]]>([["an obituary", "obituary"], ["a review", "review"], ["an analysis", "analysis"], ["a notice", "notice"]])("holds %s", (_, kind) => {
    expect(articles.map((article) => article.kind)).toContain(kind);
  });

  test("holds a feature of three thousand words with subheads, footnotes and pictures, and a page of many pictures", () => {
    const long = articles.filter(({ body, images }) => body.markdown.split(/\s+/u).length >= 3000 && /^## /mu.test(body.markdown) && /^\[\^1\]: /mu.test(body.markdown) && images.length >= 3);
    expect(long).not.toEqual([]);
    expect(articles.some(({ images }) => images.filter(({ src }) => src !== undefined).length >= 6)).toBe(true);
  });

  test("has several sections, and series of three parts and more", () => {
    expect([...countOf(articles.map(({ section }) => section)).values()].filter((count) => count >= 2).length).toBeGreaterThanOrEqual(5);
    expect([...countOf(articles.map(({ series }) => series)).values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(2);
  });

  test("holds a correction, an article taken back, a former address and places in a printed paper", () => {
    expect(articles.some(({ corrections }) => corrections.length > 0)).toBe(true);
    expect(archive.withdrawn.length).toBeGreaterThan(0);
    expect(archive.redirects.length).toBeGreaterThan(0);
    expect(articles.filter(({ print }) => print !== undefined).length).toBeGreaterThan(3);
  });

  test("speaks a language written from right to left, and one in Cyrillic letters", () => {
    expect(articles.map(({ language }) => language)).toEqual(expect.arrayContaining(["ar", "ru"]));
  });

  test("has dates of which only the month or the year is known, and none", () => {
    expect(articles.filter(({ date }) => yearOf(date) === undefined).length).toBeGreaterThan(0);
    expect(articles.filter(({ periods }) => periods.day === undefined).map(({ periods }) => periods.month === undefined)).toEqual(expect.arrayContaining([true, false]));
  });

  test("has days of several years, for the pages of this day", () => {
    const days = countOf(articles.map(({ periods }) => periods.day?.slice(5)));
    expect([...days.values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(2);
  });

  test("has people and places that come back over decades", () => {
    for (const kind of ["people", "places"] as const) {
      const returning = [...archive.subjects[kind].values()].filter((subject) => {
        const years = subject.articles.map(({ date }) => Number(yearOf(date)));
        return Math.max(...years) - Math.min(...years) >= 20;
      });
      expect(returning.length, kind).toBeGreaterThan(10);
    }
  });

  test("has a record for every name, and gives an editor nothing to look at", async () => {
    expect(authorityKinds.flatMap((kind) => [...archive.subjects[kind].values()].filter(({ record }) => record.implicit).map(({ record }) => record.name))).toEqual([]);
    expect((await checkContent(folder, undefined)).warnings).toEqual([]);
  });

  test("draws every picture it shows, each with words for those who cannot see it, a caption and a credit", async () => {
    expect([...pictures].sort()).toEqual(Object.keys(drawn).sort());
    for (const file of pictures) expect(statSync(path.join(folder, file)).size, file).toBeLessThan(200_000);
    for (const { file, images } of articles) {
      for (const { src, alt, caption, credit } of images) if (src !== undefined) expect([alt, caption, credit].every(Boolean), `${file}: ${src}`).toBe(true);
    }
    const widths = await Promise.all(pictures.map(async (file) => (await sharp(path.join(folder, file)).metadata()).width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(900);
  });
});

function countOf(names: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
