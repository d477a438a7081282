import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import { bibtex } from "../../../src/html/cite/bibtex.ts";
import { citationOf, type Citation } from "../../../src/html/cite/citation.ts";
import { ris } from "../../../src/html/cite/ris.ts";
import { bareArticle, dated, site } from "../samples.ts";

/* Another program reads our BibTeX and RIS, and finds in them what they were made of. */

const print = { page: "A1", edition: undefined, volume: "12", issue: "4" };

// What BibTeX says of the authors and the date; of a newspaper's RIS it makes reporters, as they are filed, and a year.
const cases: readonly (readonly [what: string, citation: Citation, authors: readonly object[] | undefined, reporters: string | readonly string[] | undefined, issued: readonly number[] | undefined])[] = [
  ["one author", cited(["Karin Ek"], "1987-03-02"), [{ given: "Karin", family: "Ek" }], "Ek, Karin", [1987, 3, 2]],
  ["several authors, with a suffix and a particle", cited(["Martin Luther King Jr.", "Ana de la Cruz"], "1987-03-02"), [{ given: "Martin Luther", family: "King", suffix: "Jr." }, { given: "Ana", "non-dropping-particle": "de la", family: "Cruz" }], ["King, Martin Luther, Jr.", "de la Cruz, Ana"], [1987, 3, 2]],
  ["an agency", cited(["Associated Press"], "1987-03-02"), [{ family: "Associated Press" }], "Associated Press", [1987, 3, 2]],
  ["no author", cited([], "1987-03"), undefined, undefined, [1987, 3]],
  ["another script", cited(["Иван Петров"], "1987", "Баржа «Заря» затонула"), [{ given: "Иван", family: "Петров" }], "Петров, Иван", [1987]],
  ["signs that BibTeX has a use for", cited(["Karin Ek"], "1987-03-02", 'R&D at 5% {of} #1_$: "Why?" ~ ^ \\'), [{ given: "Karin", family: "Ek" }], "Ek, Karin", [1987, 3, 2]],
  ["no date", cited(["Karin Ek"], "undated"), [{ given: "Karin", family: "Ek" }], "Ek, Karin", undefined],
];

describe.each(cases)("%s", (_, citation, authors, reporters, issued) => {
  const same = { title: citation.title, "container-title": citation.publication, URL: citation.url, page: "A1", volume: "12" };

  test("is read back from BibTeX", () => {
    const [entry, ...others] = new Cite(bibtex(citation)).data;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ ...same, issue: "4", type: "article-journal" });
    expect(entry?.["author"]).toEqual(authors);
    expect(dateParts(entry?.["issued"])).toEqual(issued);
  });

  test("is read back from RIS", () => {
    const [entry, ...others] = new Cite(ris(citation)).data;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ ...same, type: "article-newspaper" });
    expect(entry?.["reporter"]).toEqual(reporters);
    expect(dateParts(entry?.["issued"])).toEqual(issued?.slice(0, 1));
  });
});

function cited(byline: readonly string[], date: string, title = "Harbour Dues Rise"): Citation {
  return citationOf(site, { ...bareArticle, title, print, date: dated(date), byline: byline.map((name) => ({ name, role: undefined, id: undefined, href: undefined })) });
}

function dateParts(issued: unknown): unknown {
  return typeof issued === "object" && issued !== null && "date-parts" in issued && Array.isArray(issued["date-parts"]) ? issued["date-parts"][0] : undefined;
}
