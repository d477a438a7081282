import fc from "fast-check";
import { expect, test } from "vitest";
import { pageKey } from "../../src/build/page-json.ts";
import { articleKey } from "../../src/build/pages/article-key.ts";
import { pageContext } from "../../src/build/pages/context.ts";
import { planPages, type PlannedPage } from "../../src/build/plan.ts";
import { fingerprintOf } from "../../src/content/fingerprint.ts";
import { readContent } from "../../src/content/read-content.ts";
import { buildArchive } from "../../src/model/build-archive.ts";
import { archiveOf, type Matter } from "../archive-of.ts";
import { site } from "../html/samples.ts";

/*
 * Most pages are known by a key instead of being made. Whatever changes in an archive, two pages of one address have one key
 * where they show the same, and two keys where they do not.
 */

const person = fc.constantFrom("Ann Lee", "Bo Chen", "Cy Diaz", "ann-lee");
const place = fc.constantFrom("London", "Leeds", "Paris", "England");
const day = fc.constantFrom("1950-01-09", "1950-01-10", "1950-02-10", "1951-01-10", "1951", "1950-02", "undated");
const article = fc.record({ day, people: fc.uniqueArray(person, { maxLength: 2 }), places: fc.uniqueArray(place, { maxLength: 2 }), section: fc.constantFrom("", "City"), author: fc.constantFrom("", "Ann Lee", "J. Doe"), series: fc.constantFrom("", "Ships"), title: fc.constantFrom("", "The Quay"), kind: fc.constantFrom("", "letter"), language: fc.constantFrom("", "sv"), dateline: fc.constantFrom("", "OSLO"), note: fc.nat(1) });
const name = fc.constantFrom("a", "b", "c", "d", "e");

const authority = fc.record({ inEngland: fc.boolean(), described: fc.boolean(), at: fc.boolean() }).map(({ inEngland, described, at }): Matter => ({
  "places.yaml": `england:\n  name: England\nleeds:\n  name: Leeds\n${inEngland ? "  country: england\n" : ""}${at ? "  coordinates: [53.8, -1.5]\n" : ""}`,
  "people.yaml": `ann-lee:\n  name: Ann Lee\n${described ? "  description: A mayor\n" : ""}`,
}));

const archive = fc.tuple(fc.dictionary(name, article, { maxKeys: 5 }), authority).map(([articles, records]): Matter => ({
  ...records,
  ...Object.fromEntries(Object.entries(articles).map(([file, matter]) => [`${file}.md`, frontMatter(matter)])),
}));

// A list that is cut into years and months.
const crowd: Matter = Object.fromEntries(Array.from({ length: 110 }, (_, i) => [`crowd-${i}.md`, `date: 1950-0${(i % 2) + 1}-1${i % 3}\nplaces: [London]`]));

function frontMatter({ day: date, people, places, section, author: byline, note, ...others }: typeof article extends fc.Arbitrary<infer T> ? T : never): string {
  const optional = Object.entries({ section, byline, ...others }).filter(([, value]) => value !== "").map(([key, value]) => `${key}: ${value}\n`);
  return `date: ${date}\npeople: [${people.join(", ")}]\nplaces: [${places.join(", ")}]\n${optional.join("")}dek: Note ${note}`;
}

function pagesOf(changing: Matter): ReadonlyMap<string, PlannedPage> {
  const files = { ...crowd, ...changing };
  const fingerprints = new Map(Object.entries(files).map(([file, text]) => [file, fingerprintOf(text)]));
  const context = pageContext(archiveOf(files), site, new Map(), fingerprints);
  return new Map(planPages(context).map((page) => [page.address, page]));
}

test("a page's key says whether it shows something else", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(archive, archive, (before, after) => {
      const [old, now] = [pagesOf(before), pagesOf(after)];
      for (const [address, page] of now) {
        const other = old.get(address);
        const [key, otherKey] = [page.key?.(), other?.key?.()];
        if (other === undefined || key === undefined || otherKey === undefined) continue;
        const same = pageKey(page.make()) === pageKey(other.make());
        seen.add(`${page.kind} ${same}`);
        // Where one place lies is compared for all places: that may be too careful.
        if (!same || !address.startsWith("/places/")) expect([address, key === otherKey]).toEqual([address, same]);
      }
    }),
    { seed: 1, numRuns: 60 },
  );
  expect([...seen].sort()).toEqual(["article false", "article true", "feed false", "feed true", "list false", "list true", "on-this-day false", "on-this-day true"]);
}, 60_000);

test("two archives that share their records have keys of their own", () => {
  const texts = Object.entries({
    "a.md": "---\ntitle: A\ndate: 1987-03-02\npeople: [Ann Lee]\n---\nText.\n",
    "b.md": "---\ntitle: B\ndate: 1987-03-02\npeople: [Ann Lee]\n---\nText.\n",
    "people.yaml": "ann-lee:\n  name: Ann Lee\n",
  }).map(([file, text]) => ({ file, text, fingerprint: file, mark: undefined }));
  const { articles, records, settings } = readContent({ path: "", texts, otherFiles: new Set(), problems: [], fingerprint: "" }, new Map());
  const [both, one] = [articles, articles.slice(0, 1)].map((some) => {
    const { archive } = buildArchive({ articles: some, records, settings });
    const context = pageContext(archive, site, new Map(), new Map([["a.md", "a"]]));
    const first = archive.articles.find(({ file }) => file === "a.md");
    return first && articleKey({ ...context, related: [] }, first, undefined, undefined);
  });
  expect([typeof both, both === one]).toEqual(["string", false]);
});
