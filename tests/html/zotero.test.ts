import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { saveToZotero, type ZoteroItem } from "./zotero.ts";

const golden = path.resolve(import.meta.dirname, "../sites/kitchen-sink/expected");

function saved(page: string): ZoteroItem {
  return saveToZotero(readFileSync(path.join(golden, page, "index.html"), "utf8"));
}

test("Zotero saves an article with all that is cited of it", () => {
  expect(saved("1987/03/everything")).toEqual({
    itemType: "newspaperArticle",
    title: expect.stringMatching(/^The Harbour Wall Holds, .* It Might Now Go Home$/u),
    creators: ["Karin Ek", "Olle Fors", "Ida Lund"],
    publicationTitle: "The Norrby Post",
    date: "1987-03-02T10:44:46Z",
    section: "Shipping",
    pages: "A1",
    language: "en",
    rights: "© The Norrby Post. CC-BY-4.0. Used with permission.",
    url: "https://sink.example.org/1987/03/everything/",
    abstractNote: "A winter of storms ends with the quay still standing, and with a bill that nobody in the town hall wants to open",
  });
});

test("and one in another language, with its own day", () => {
  expect(saved("1990/01/harbour")).toMatchObject({ itemType: "newspaperArticle", title: "ميناء جديد في المدينة", language: "ar", date: "1990-01-15" });
});

test("an article without a date gets none from elsewhere on its page, and one without an author no author", () => {
  expect(saved("undated/letter")).toMatchObject({ itemType: "newspaperArticle", date: "n.d.", creators: [] });
});

test("a list of articles is a web page", () => {
  expect(saved("people/astrid-holm")).toMatchObject({ itemType: "webpage", title: "Astrid Holm" });
});

test.each([
  ["citation_journal_title", "journalArticle"],
  ["citation_title", "newspaperArticle"],
])("with %s it would be: %s", (name, itemType) => {
  const page = readFileSync(path.join(golden, "1987/03/everything/index.html"), "utf8").replace("</head>", `<meta name="${name}" content="X"></head>`);
  expect(saveToZotero(page).itemType).toBe(itemType);
});
