import { expect, test } from "vitest";
import { identifiersOf } from "../../src/import/identifiers.ts";

test.each([
  ["http://www.wikidata.org/entity/Q42", { wikidata: "Q42" }],
  ["https://www.wikidata.org/wiki/Q42", { wikidata: "Q42" }],
  ["wikidata:Q42", { wikidata: "Q42" }],
  ["wd:Q42", { wikidata: "Q42" }],
  ["https://viaf.org/viaf/113230702", { viaf: "113230702" }],
  ["https://sws.geonames.org/2643743/", { geonames: "2643743" }],
  ["gn:2643743", { geonames: "2643743" }],
  ["medtop:20000148", {}],
  ["sp:Q42", {}],
  ["wd:P31", {}],
])("%s is %j", (id, expected) => {
  expect(identifiersOf(["x:1", id])).toEqual(expected);
});
