import { clean } from "@citation-js/core/lib/plugins/input/csl.js";
import { describe, expect, test } from "vitest";
import { citationOf } from "../../../src/html/cite/citation.ts";
import { csl, cslDate } from "../../../src/html/cite/csl.ts";
import { bareArticle, dated, site } from "../samples.ts";

test.each([
  ["1987-03-02", { "date-parts": [[1987, 3, 2]] }],
  ["1987-03-02T10:44:46Z", { "date-parts": [[1987, 3, 2]] }],
  ["1987-03", { "date-parts": [[1987, 3]] }],
  ["1987", { "date-parts": [[1987]] }],
  ["1987-03~", { "date-parts": [[1987, 3]], circa: true }],
  ["1987?", { "date-parts": [[1987]], circa: true }],
  ["1987-22", { "date-parts": [[1987]], season: 2 }],
  ["1985-03/1987-04-02", { "date-parts": [[1985, 3, 1], [1987, 4, 2]] }],
  ["198X", { literal: "198X" }],
  ["undated", undefined],
])("the date %s is %j", (text, expected) => {
  expect(cslDate(dated(text))).toEqual(expected);
});

describe("an item holds what is cited", () => {
  const print = { page: "B7", edition: "late ed.", volume: "12", issue: "4" };
  const byline = ["Martin Luther King Jr.", "Reuters", "Ana de la Cruz"].map((name) => ({ name, role: undefined, id: undefined, href: undefined }));
  const citation = citationOf(site, { ...bareArticle, print, byline, date: dated("1987-03-02"), source: { name: "The Post", url: undefined, id: undefined } });
  const item: unknown = JSON.parse(csl("/1987/03/dues/", citation, "Shipping"));

  test("of people, agencies, paper and archive", () => {
    expect(item).toEqual({
      id: "/1987/03/dues/",
      type: "article-newspaper",
      title: "Harbour Dues Rise",
      author: [{ family: "King", given: "Martin Luther", suffix: "Jr." }, { literal: "Reuters" }, { family: "de la Cruz", given: "Ana" }],
      issued: { "date-parts": [[1987, 3, 2]] },
      "container-title": "The Post",
      archive: "The Harbour Record",
      section: "Shipping",
      ...print,
      language: "en",
      URL: "https://archive.example.org/1987/03/dues/",
    });
  });

  test("and is CSL-JSON without a mistake, as Citation.js checks it", () => {
    expect(clean([item], false)).toEqual([item]);
  });
});
