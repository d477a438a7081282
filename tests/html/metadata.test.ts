import { describe, expect, test } from "vitest";
import { articleMetadata } from "../../src/html/metadata.ts";
import { bareArticle, dated, site } from "./samples.ts";

const writer = (name: string) => ({ name, role: undefined, id: undefined, href: undefined });
const article = {
  ...bareArticle,
  byline: [writer("Karin Ek"), writer("Olle Fors")],
  date: dated("1987-03-02"),
  language: "sv",
  source: { name: "The Post", url: undefined, id: undefined },
  print: { page: "A1", edition: "late", volume: "12", issue: "4" },
};

/** Names and contents of the meta elements, in their order. */
function tags(page: typeof bareArticle): readonly (readonly [string, string])[] {
  return [...articleMetadata(site, page).toString().matchAll(/<meta (?:name|property)="(?<name>[^"]*)" content="(?<content>[^"]*)">/gu)].map(({ groups }) => [groups?.["name"] ?? "", groups?.["content"] ?? ""] as const);
}

/*
 * What Zotero's translator "Embedded Metadata" does with meta elements, in its order: dc.type decides the kind of item;
 * citation_title and citation_journal_title would each decide for a journal article; the pages, volume and issue are
 * Highwire's, the rest Dublin Core's.
 */
describe("to a reference manager an article", () => {
  test("is a newspaper article with everything that is cited", () => {
    expect(Object.groupBy(tags(article), ([name]) => name)).toMatchObject({
      "dc.type": [["dc.type", "newspaperArticle"]],
      "dc.title": [["dc.title", "Harbour Dues Rise"]],
      "dc.creator": [["dc.creator", "Karin Ek"], ["dc.creator", "Olle Fors"]],
      "dc.source": [["dc.source", "The Post"]],
      "dc.identifier": [["dc.identifier", "https://archive.example.org/1987/03/dues/"]],
      "dc.language": [["dc.language", "sv"]],
      "dc.date": [["dc.date", "1987-03-02"]],
      citation_firstpage: [["citation_firstpage", "A1"]],
      citation_volume: [["citation_volume", "12"]],
      citation_issue: [["citation_issue", "4"]],
    });
  });

  test("has no tag that would make a journal article, a report or a web page of it", () => {
    expect(tags(article).map(([name]) => name).filter((name) => /title$|institution|conference|isbn|series|generator/u.test(name) && name !== "dc.title")).toEqual([]);
  });

  test.each([["1987-03", ["1987-03"]], ["1987-03~", ["1987-03~"]], ["undated", ["n.d."]]])("dated %s says as much of its date as is known", (date, said) => {
    expect(tags({ ...article, date: dated(date) }).filter(([name]) => name === "dc.date").map(([, content]) => content)).toEqual(said);
    expect(tags({ ...article, date: dated(date) }).some(([name]) => name === "article:published_time")).toBe(false);
  });
});
