import { describe, expect, test } from "vitest";
import { listPages } from "../../../src/build/pages/list-pages.ts";
import { subjectList } from "../../../src/build/pages/subject-list.ts";
import type { PlannedList } from "../../../src/model/page.ts";
import type { AuthorityKind } from "../../../src/model/authority.ts";
import { contextOf, type Matter } from "../../archive-of.ts";

/** The first page of a person, place, organization or topic. */
function pageOf(files: Matter, kind: AuthorityKind, id: string): PlannedList {
  const context = contextOf(files);
  const subject = context.archive.subjects[kind].get(id);
  const [first] = subject === undefined ? [] : listPages(context, subjectList(context, subject));
  if (first === undefined) throw new Error(`there is no ${id}`);
  return first.make();
}

const world: Matter = {
  "places.yaml": `ukraine: {name: Ukraine, kind: country, coordinates: [49, 32]}
donetsk-oblast: {name: Donetsk Oblast, coordinates: [48, 37.8], country: ukraine, parents: [ukraine]}
bakhmut: {name: Bakhmut, variants: [Artemivsk], coordinates: [48.6, 38], country: ukraine, parents: [donetsk-oblast]}
russia: {name: Russia, kind: country}
`,
  "a.md": "date: 2023-04-01\nplaces: [Bakhmut, Ukraine]\npeople: [Ana, Bo]",
  "b.md": "date: 2022-05-01\nplaces: [Artemivsk, Russia]\npeople: [Ana]",
  "c.md": "date: 2014-03-01\nplaces: [Ukraine, Russia]\ntopics: [War]",
};
const company = ({ record }: PlannedList) => record?.company.map(({ kind, entries, others }) => `${kind}: ${entries.map(({ text, count }) => `${text} ${count}`).join(", ")}${others > 0 ? ` +${others}` : ""}`);

describe("a person's page", () => {
  const page = pageOf(world, "people", "ana");

  test("says whom and where the articles also name, the most frequent first", () => {
    expect(company(page)).toEqual(["people: Bo 1", "places: Bakhmut 2, Russia 1, Ukraine 1"]);
  });

  test("says from when to when", () => {
    expect(page.span?.map(({ text }) => text)).toEqual(["2022-05-01", "2023-04-01"]);
  });

  test("lists only so many names, and counts the others", () => {
    const crowd = pageOf({ "a.md": `people: [Ana, ${Array.from({ length: 70 }, (_, i) => `P${i}`).join(", ")}]` }, "people", "ana");
    expect(crowd.record?.company.map(({ entries, others }) => [entries.length, others])).toEqual([[60, 10]]);
  });
});

describe("a place's page", () => {
  const ukraine = pageOf(world, "places", "ukraine");
  const bakhmut = pageOf(world, "places", "bakhmut");

  test("has the articles of the places inside it, and says how many are its own", () => {
    expect([ukraine.count, ukraine.record?.ownCount, bakhmut.record?.ownCount]).toEqual([3, 2, undefined]);
  });

  test("has the places inside it, with all that lies inside those", () => {
    expect(ukraine.record?.inside).toEqual([{ href: "/places/donetsk-oblast/", text: "Donetsk Oblast", count: 2 }]);
  });

  test("names all places above it, nearest first", () => {
    expect(bakhmut.record?.parents.map(({ text }) => text)).toEqual(["Donetsk Oblast", "Ukraine"]);
  });

  test("keeps company with other places, not with those it lies in or that lie in it", () => {
    expect(company(bakhmut)).toEqual(["people: Ana 2, Bo 1", "places: Russia 1"]);
    expect(company(ukraine)).toEqual(["people: Ana 2, Bo 1", "places: Russia 2", "topics: War 1"]);
  });

  test("has a map as far as its kind and the places inside it need; without coordinates it has none", () => {
    expect(bakhmut.record?.locator).toEqual({ at: [48.6, 38], reach: 12, nearby: [[49, 32]] });
    expect(ukraine.record?.locator?.reach).toBe(18);
    expect(pageOf(world, "places", "russia").record?.locator).toBeUndefined();
  });
});

describe("a crowded list", () => {
  const files: Record<string, string> = { "undated.md": "people: [Ana]" };
  for (let i = 0; i < 120; i++) files[`a${i}.md`] = `date: ${1900 + i}-05-01\npeople: [Ana]`;
  const page = pageOf(files, "people", "ana");

  test("has its oldest articles too, oldest first; the undated are not the oldest", () => {
    expect(page.oldest.map(({ text }) => text)).toEqual(["a0", "a1", "a2", "a3", "a4"]);
  });

  test("is drawn over all its years, not only those listed", () => {
    expect(page.volume?.bars.length).toBe(120);
  });
});
