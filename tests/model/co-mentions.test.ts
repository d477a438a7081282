import { describe, expect, test } from "vitest";
import { coMentions } from "../../src/model/co-mentions.ts";
import { archiveOf } from "../archive-of.ts";

const archive = archiveOf({
  "a.md": "people: [Ana, Bo, Cy]\nplaces: [Oslo]",
  "b.md": "people: [Ana, Bo]\nplaces: [Oslo, Bergen]",
  "c.md": "people: [Ana, Cy, Dag]",
  "d.md": "people: [Eva, Bo]",
});
const ana = archive.subjects.people.get("ana");
const articles = ana?.articles ?? [];
const shown = (kind: "people" | "places" | "topics") => coMentions(articles, kind, (record) => record !== ana?.record).map(({ record, count }) => `${record.id} ${count}`);

describe("whom and what a person appears with", () => {
  test("comes with counts, most frequent first, equals by id; who only others appear with is not there", () => {
    expect(shown("people")).toEqual(["bo 2", "cy 2", "dag 1"]);
  });

  test("is places too", () => {
    expect(shown("places")).toEqual(["oslo 2", "bergen 1"]);
  });

  test("is nothing where the articles name nothing of the kind", () => {
    expect(shown("topics")).toEqual([]);
  });
});
