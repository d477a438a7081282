import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMarkdown } from "../../src/content/markdown.ts";
import type { ArticleDraft } from "../../src/import/draft.ts";
import { decodeSgml } from "../../src/import/sgml-text.ts";
import { readSgml } from "../../src/import/sgml.ts";
import { textOfHtml } from "./text-of-html.ts";

const source = readFileSync(new URL("../fixtures/import/harbour.sgm", import.meta.url), "latin1");
const records = [...readSgml(source, "harbour.sgm")];
const markdown = createMarkdown();

test("a record becomes a draft with its fields and codes", () => {
  expect(draft("LIGHTHOUSE")).toMatchObject({
    sourceRecord: { file: "harbour.sgm", id: "7" },
    title: "LIGHTHOUSE <LHS> KEEPER RETIRES AFTER 40 YEARS",
    date: "1987-02-26T15:01:01-05:00",
    byline: ["Ruth Amber"],
    dateline: "GULL ROCK, Feb 26",
    people: ["ada-finch"],
    places: ["uk"],
    organizations: ["imo", "lse"],
    topics: ["ship"],
    path: "1987/02/007.md",
  });
});

test("the rendered text of every article is the text of its record, white space apart", () => {
  expect(renderedText("LIGHTHOUSE")).toBe(
    'The last keeper of the Gull Rock light went ashore today, the Harbour & Docks Board said. "It was never lonely," Ada Finch told reporters. She said R&D on automatic lamps began in 1971. The board <HDB.X> pays *no* pension_before_65 [see note](here), and &copy; is five characters.',
  );
  expect(renderedText("HERRING")).toBe(
    "Prices were as follows, in crowns a barrel -- TODAY YESTERDAY North Quay 12.40 12.10 Gull Rock 11.95 11.95 Net Mart Sandhaven 13.00 12.80 The market opens again on Monday. - Tellan sold 400 barrels of number two herring for delivery at North Quay in May.",
  );
  expect(renderedText("FERRY")).toBe("Berg- und Sohn said its ferry was 1 hour late. # No reason was given. 1987. A year of fog, it said. === - - - -");
  expect(renderedText("SALT")).toBe("MTH BID ASK SALES Apr --- --- -- May 21.00 21.10 4 Jun 21.25 21.30 12 TOTAL SALES 16");
  expect(renderedText("TIDE")).toBe("The tide table was lost &foo; the harbour A office said. More");
});

test("every change is noted", () => {
  const notes = records.filter((record) => record.kind === "draft").flatMap((record) => record.notes.filter((note) => note.level !== "count").map((note) => note.text));
  expect(notes).toEqual([
    'the byline was "By Ruth Amber, Reuters"',
    'dropped the sign-off "Reuter"',
    'dropped "****" before the dateline',
    "dropped 1 control character in the text",
    'dropped the sign-off "REUTER..."',
    'no time of day could be read from "31-MAR-1987 605:12:19.12"',
    'the byline was "BY TOM REED AND LIS BERG, REUTERS"',
    '"Berg-" stood in the dateline field',
    'dropped the sign-off "REUTER"',
    'the source marks its date as a guess: "9-APR-1987 00:00:00.00 # date added as guesswork"',
    '"MTH BID ASK SALES" stood outside the body',
    'the dateline field held story text: "Apr --- --- --"',
    "the text does not end with a sign-off and may be cut short",
    'no date could be read from "31-FEB-1987 10:00:00.00"',
    "dropped 2 control characters in the text",
    'kept the unknown reference "&foo;" in the text',
    'the text ends with "More": the story goes on in another record',
    'dropped the sign-off "Reuter"',
  ]);
});

test("a record without a title or body, and a damaged one, is skipped with its line and reason", () => {
  expect(records.filter((record) => record.kind === "skipped")).toEqual([
    { kind: "skipped", file: "harbour.sgm", id: "123", line: lineOf('NEWID="123"'), reason: "has a title only (TYPE=BRIEF)", broken: false },
    { kind: "skipped", file: "harbour.sgm", id: "124", line: lineOf('NEWID="124"'), reason: "is not divided into title and body (TYPE=UNPROC)", broken: false },
    { kind: "skipped", file: "harbour.sgm", id: "125", line: lineOf('NEWID="125"'), reason: "has no end tag", broken: true },
    { kind: "skipped", file: "harbour.sgm", id: "../126", line: lineOf('NEWID="../126"'), reason: "has no usable NEWID", broken: true },
  ]);
});

test("references are decoded once, control characters dropped and counted", () => {
  expect(decodeSgml("&#2;\r\n&amp;lt; &lt;A>&#127; B^M\n&#27;[BC &eacute; &#55296;\u0085&#3;")).toEqual({
    text: "\n&lt; <A> B\nC &eacute; &#55296;",
    controls: 4,
    unknown: ["&eacute;", "&#55296;"],
  });
});

function draft(title: string): ArticleDraft {
  const found = records.find((record) => record.kind === "draft" && record.title.startsWith(title));
  if (found?.kind !== "draft") throw new Error(`no draft is titled ${title}`);
  return found;
}

function renderedText(title: string): string {
  return textOfHtml(markdown.render(draft(title).body)).replace(/\s+/gu, " ").trim();
}

function lineOf(text: string): number {
  return source.slice(0, source.indexOf(text)).split("\n").length;
}
