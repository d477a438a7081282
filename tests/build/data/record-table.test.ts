import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { recordTable } from "../../../src/build/data/record-table.ts";
import { archiveOf } from "../../archive-of.ts";
import { site } from "../../html/samples.ts";

function rows(files: Readonly<Record<string, string>>, kind: "people" | "places"): readonly Readonly<Record<string, string>>[] {
  return parse(recordTable(archiveOf(files), site, kind), { columns: true });
}

test("a record has its identifiers, its coordinates, and the number and the span of its articles", () => {
  const files = {
    "places.yaml": "norrby: { name: Norrby, variants: [Norby, Norrbü], coordinates: [-63.5, 18], parents: [norland, coast], country: norland, kind: town, wikidata: Q42 }\nnorland: { name: Norland }\ncoast: { name: Coast }\n",
    "a.md": "date: 1987-03~\nplaces: [Norrby]",
    "b.md": "date: 1985\nplaces: [Norby]",
    "c.md": "places: [Norland]",
  };
  const table = rows(files, "places");
  expect(table.map(({ id, articles, first_date, last_date }) => [id, articles, first_date, last_date])).toEqual([["coast", "2", "1985", "1987-03~"], ["norland", "3", "1985", "1987-03~"], ["norrby", "2", "1985", "1987-03~"]]);
  expect(table[2]).toMatchObject({ url: "https://archive.example.org/places/norrby/", variants: "Norby|Norrbü", latitude: "-63.5", longitude: "18", country: "norland", parents: "norland|coast", place_kind: "town", wikidata: "Q42" });
});

test("a name without a record has a line too", () => {
  expect(rows({ "a.md": "date: 1987\npeople: [Ada Lovelace]" }, "people")).toMatchObject([{ id: "ada-lovelace", name: "Ada Lovelace", articles: "1" }]);
});
