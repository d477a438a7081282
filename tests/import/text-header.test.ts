import { describe, expect, test } from "vitest";
import { suggestDate } from "../../src/import/date-suggestion.ts";
import { readBylineLine, readContributorNote } from "../../src/import/person-names.ts";
import { readHeader } from "../../src/import/text-header.ts";
import { recognizeKind } from "../../src/import/text-kind.ts";
import { readTextLines } from "../../src/import/text-lines.ts";
import type { TextLine } from "../../src/import/text-lines.ts";

test.each([
  ["Tom Reed", ["Tom Reed"]],
  ["By Tom Reed", ["Tom Reed"]],
  ["BY TOM REED AND ANN LEE", ["TOM REED", "ANN LEE"]],
  ["Tom Reed, Ann Lee and Jan van der Berg", ["Tom Reed", "Ann Lee", "Jan van der Berg"]],
  ["J. P. O’Hara Jr.", ["J. P. O’Hara Jr."]],
  ["By Tom Reed, Staff Writer of the Post", ["Tom Reed, Staff Writer of the Post"]],
  ["The Sandhaven Post", ["The Sandhaven Post"]],
  ["Fog", undefined],
  ["Top 10 Stories", undefined],
  ["Bridge still shut", undefined],
  ["Fog closed the harbor.", undefined],
])("the line %s as a byline", (line, names) => {
  expect(readBylineLine(line)?.names).toEqual(names);
});

test.each([
  ["Reuters contributed to this report.", ["Reuters"]],
  ["(The Sandhaven Post contributed to this article.)", ["The Sandhaven Post"]],
  ["Ann Lee and Tom Reed contributed to this story.", ["Ann Lee", "Tom Reed"]],
  ["The fog contributed to this report of a wreck.", undefined],
  ["The heavy fog contributed to this report.", undefined],
  ["Ann Lee in Tellan contributed to this report.", undefined],
])("the line %s as a note on contributors", (line, names) => {
  expect(readContributorNote(line)).toEqual(names);
});

describe("the lines above a scraped story", () => {
  test.each([
    ["the headline again, in other quotation marks", "“Fog” again\n\"Fog\" again\nFog came.", { title: "“Fog” again", byline: [], story: ["Fog came."] }],
    ["a byline and dates", "Fog\nBy Ann Lee\nPublished: April 4, 2023 Updated: April 5, 2023, 3:04 p.m.\nFog came.", { byline: ["Ann Lee"], published: "2023-04-04", updated: "2023-04-05", story: ["Fog came."] }],
    ["a date alone", "Fog\nTuesday, April 4, 2023\nFog came.", { published: "2023-04-04", story: ["Fog came."] }],
    ["an update without a value", "Fog\nUpdated:\nFog came.", { updated: undefined, published: undefined, story: ["Fog came."] }],
    ["a date that may be April or May", "Fog\nUpdated: 4/5/2023\nFog came.", { updated: undefined, story: ["Fog came."] }],
    ["a lead caption whose credit is a bare name, above a byline", "Fog\nBoats lie in the fog of Tellan. Ann Lee\nTom Reed\nFog came.", { byline: ["Tom Reed"], story: ["Fog came."] }],
    ["a sentence that begins like a date line", "Fog\nPublished works of the keeper were burned.\nFog came.", { story: ["Published works of the keeper were burned.", "Fog came."] }],
    ["no more than one byline", "Fog\nTom Reed\nAnn Lee\nFog came.", { byline: ["Tom Reed"], story: ["Ann Lee", "Fog came."] }],
  ])("%s", (_case, text, expected) => {
    const { story, ...header } = readHeader(linesOf(text), "scraped");
    expect({ ...header, story: story.map((line) => line.text) }).toMatchObject(expected);
  });

  test("in typed text only a byline that says so and stands alone", () => {
    expect(readHeader(linesOf("Fog\n\nTom Reed\n\nFog came."), "plain").byline).toEqual([]);
    expect(readHeader(linesOf("Fog\nBy Tom Reed\n\nFog came."), "plain").byline).toEqual(["Tom Reed"]);
    expect(readHeader(linesOf("Fog\n\nBy Friday the Board\nhad agreed."), "plain").byline).toEqual([]);
  });
});

describe("the kind of a text", () => {
  const long = "The board met for the third time and said nothing of it";
  test.each([
    ["plain", "every line stands alone", "Fog\n\nFog came.\n\nIt went."],
    ["plain", "lines that go on in the next: 2 of 2", `Fog\n\n${long}\nto anyone. Nobody minded that\nat all.`],
    ["scraped", "lines that end as paragraphs do, with another right below: 2", "Fog\nFog came.\nIt went.\nIt came again."],
    ["scraped", "the headline stands twice", "Fog\n\nFog\n\nFog came."],
    ["scraped", "lines that end with a photo credit: 1", "Fog\n\nFog came.\n\nBoats lie in the fog. Ann Lee/Reuters\n\nIt went."],
    ["plain", "lines that go on in the next: 1 of 1", `Fog\nFog\n\n${long}\nto anyone.`],
  ])("%s: %s", (kind, because, text) => {
    expect(recognizeKind(linesOf(text))).toMatchObject({ kind, because });
  });
});

describe("an approximate date is suggested", () => {
  test.each([
    ["from days without a year and a month with one", ["It came on April 4 and on April 2.", "In May 2022, it had come too."], [], "2023-04~"],
    ["not from days to come", ["It came on March 30.", "It will come on April 2, and it will go on April 3."], ["Fog in Tellan on Jan. 3, 2020."], "2020-03~"],
    ["after its photos", ["It came on March 30."], ["Fog in Tellan on Aug. 3, 2020."], "2021-03~"],
    ["in the year of a photo of the same month", ["It came on March 30."], ["Fog in Tellan on March 29, 2020."], "2020-03~"],
    ["in January rather than December", ["It came on Dec. 30 and on Jan. 2."], ["Fog in Tellan on Dec. 29, 2020."], "2021-01~"],
    ["not without a year", ["It came on April 4."], [], undefined],
    ["not without a day", ["In 1998, it came."], [], undefined],
    ["not from years to come", ["It came on April 4 and will end by 2050, that is in 2051."], [], undefined],
  ])("%s", (_case, story, photos, date) => {
    const lines = [...story.map((text) => ({ text, photo: false })), ...photos.map((text) => ({ text, photo: true }))];
    const suggestion = suggestDate(lines.map((line, i) => ({ line: i + 1, ...line })));
    expect(suggestion?.text).toEqual(date === undefined ? undefined : `the text may be of ${date}; write "date: ${date}" if you agree`);
  });
});

function linesOf(text: string): readonly TextLine[] {
  const read = readTextLines(Buffer.from(text));
  if (read.fault) throw new Error(read.fault.reason);
  return read.lines;
}
