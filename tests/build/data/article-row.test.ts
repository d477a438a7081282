import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { articleHeader, articleRow } from "../../../src/build/data/article-row.ts";
import { contextOf } from "../../archive-of.ts";

test("every cell stands in the column of its name", () => {
  const context = contextOf({
    "1987/03/dues.md": `date: 1987-03
updated: 1987-04-01
dek: By a tenth.
byline: [Karin Ek, Olle Fors]
dateline: OSLO, March 2
section: Shipping
series: Walls
print: { page: A1, edition: late, volume: "12", issue: "4" }
people: [Maja Lindqvist]
places: [Norrby]
organizations: [Harbour Board]
topics: [Harbours, Dues]
language: sv
source: { name: The Post, url: "https://post.example/" }
rights: { holder: The Post Ltd, licence: CC0-1.0, statement: Free. }`,
  });
  const [article] = context.archive.articles;
  if (article === undefined) throw new Error("no article was read");
  expect(parse(articleHeader + articleRow(context, article), { columns: true })).toEqual([
    {
      address: "/1987/03/dues/", url: "https://archive.example.org/1987/03/dues/", title: "dues", date: "1987-03", date_from: "1987-03-01", date_to: "1987-03-31", updated: "1987-04-01", kind: "news",
      byline: "Karin Ek|Olle Fors", dek: "By a tenth.", dateline: "OSLO, March 2", section: "Shipping", series: "Walls", page: "A1", edition: "late", volume: "12", issue: "4",
      people: "maja-lindqvist", places: "norrby", organizations: "harbour-board", topics: "harbours|dues",
      language: "sv", source: "The Post", source_url: "https://post.example/", rights_holder: "The Post Ltd", licence: "CC0-1.0", rights_statement: "Free.", full_text: "true",
    },
  ]);
});
