import { expect, test } from "vitest";
import { readBylineField } from "../../src/import/byline.ts";
import { readDateField } from "../../src/import/date-field.ts";
import { takeDateline } from "../../src/import/plain-body.ts";
import { splitValues } from "../../src/import/split-values.ts";

const role = (name: string, of: string) => ({ name, role: of });

test.each([
  ["Ann Lee", ["Ann Lee"]],
  ["By Ann Lee", ["Ann Lee"]],
  ["By Ann Lee and Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["By ANN LEE AND TOM REED", ["ANN LEE", "TOM REED"]],
  ["By Ann Lee, Tom Reed and Jan van der Berg", ["Ann Lee", "Tom Reed", "Jan van der Berg"]],
  ["Ann Lee, Tom Reed, and Lis Berg", ["Ann Lee", "Tom Reed", "Lis Berg"]],
  ["Ann Lee, Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["Ann Lee; Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["Ann Lee | Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["Ann Lee & Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["Ann Lee, Correspondent in Tellan", [role("Ann Lee", "Correspondent in Tellan")]],
  ["By ANN LEE, Associated Press Writer", [role("ANN LEE", "Associated Press Writer")]],
  ["By Ann Lee, Staff Writer, and Tom Reed in London", [role("Ann Lee", "Staff Writer"), role("Tom Reed", "in London")]],
  ["Ann Lee, Reuters, Tellan Bureau Chief", [role("Ann Lee", "Reuters, Tellan Bureau Chief")]],
  ["Ann Lee in Tellan and Tom Reed in New Tellan", [role("Ann Lee", "in Tellan"), role("Tom Reed", "in New Tellan")]],
  ["Ann Lee (Reuters)", [role("Ann Lee", "Reuters")]],
  ["Martin King, Jr. and Ann Lee", ["Martin King, Jr.", "Ann Lee"]],
  ["Von Anna Müller und Jörg Weiß", ["Anna Müller", "Jörg Weiß"]],
  ["Par Zoé Núñez et Émile Roy", ["Zoé Núñez", "Émile Roy"]],
  ["Paulo Lee and Frances d'Emilio", ["Paulo Lee", "Frances d'Emilio"]],
  ["Sami al-Amin, Sandhaven State University", [role("Sami al-Amin", "Sandhaven State University")]],
  ["Tom Reed, The Harbor Database", [role("Tom Reed", "The Harbor Database")]],
  ["Staff", ["Staff"]],
  ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["By", ["By"]],
  ["", []],
])("the byline %j is %j", (text, expected) => {
  expect(readBylineField(text).value).toEqual(expected);
});

test.each(["Lee, Ann", "the staff of the Post and friends", "Ann Lee, of Tellan, a retired keeper"])("the byline %j is kept as it stands, and an editor is told", (text) => {
  const { value, notes } = readBylineField(text);
  expect(value).toEqual([text]);
  expect(notes).toMatchObject([{ level: "warning", kind: "byline kept as it stands" }]);
});

test("what was split or trimmed is noted; at commas alone it is a guess", () => {
  expect(readBylineField("By Ann Lee and Tom Reed").notes).toMatchObject([{ level: "change", text: 'the byline was "By Ann Lee and Tom Reed"' }]);
  expect(readBylineField("Ann Lee, Tom Reed").notes).toMatchObject([{ level: "guess" }]);
  expect(readBylineField("Ann Lee").notes).toEqual([]);
});

test.each([
  ["1987-03-02", "1987-03-02"],
  ["1987-03~", "1987-03~"],
  ["2019-03-04T10:20:30Z", "2019-03-04T10:20:30Z"],
  ["20190304T102030Z", "2019-03-04T10:20:30Z"],
  ["20190304T102030-0500", "2019-03-04T10:20:30-05:00"],
  ["20190304", "2019-03-04"],
  ["2019-03-04 10:20:30+01", "2019-03-04T10:20:30+01:00"],
  ["2019-03-04 10:20:30 UTC", "2019-03-04T10:20:30Z"],
  ["2019-03-04 10:20", "2019-03-04"],
  ["Mon, 04 Mar 2019 10:20:30 +0100", "2019-03-04T10:20:30+01:00"],
  ["31/12/2019", "2019-12-31"],
  ["4.3.2019", "2019-03-04"],
  ["March 4, 2019", "2019-03-04"],
  ["Monday, 4 March 2019", "2019-03-04"],
  ["March 2019", "2019-03"],
  ["3/4/2019", undefined],
  ["2019-02-30", undefined],
  ["20190230T102030Z", undefined],
  ["yesterday", undefined],
  ["published March 4, 2019 or so", undefined],
])("the date %j is %j", (text, expected) => {
  const { value, notes } = readDateField(text);
  expect(value).toBe(expected);
  if (expected === undefined) expect(notes).toMatchObject([{ level: "warning", kind: "date not readable" }]);
});

test.each([
  ["TELLAN, March 2 - The ferry", "TELLAN, March 2", "The ferry"],
  ["ST. LOUIS, Mo., March 2, 1987 (AP) — The ferry", "ST. LOUIS, Mo., March 2, 1987 (AP)", "The ferry"],
  ["NEW TELLAN (Reuters) -- The ferry", "NEW TELLAN (Reuters)", "The ferry"],
  ["WASHINGTON/TELLAN, 2 March (AFP) – The ferry", "WASHINGTON/TELLAN, 2 March (AFP)", "The ferry"],
])("the paragraph %j begins with a dateline", (text, dateline, rest) => {
  expect(takeDateline([text, "More."])).toMatchObject({ dateline, rest: [rest, "More."], notes: [{ level: "guess" }] });
});

test.each(["BREAKING - The ferry", "FERRY LATE, March a fog month - says board", "Tellan, March 2 - The ferry", "TELLAN, March 2. The ferry"])("the paragraph %j does not", (text) => {
  expect(takeDateline([text])).toEqual({ dateline: undefined, rest: [text], notes: [] });
});

test.each([
  ["topics", "oil, gas", ["oil", "gas"]],
  ["people", "Ann Lee, Tom Reed", ["Ann Lee", "Tom Reed"]],
  ["people", "Lee, Ann", ["Lee, Ann"]],
  ["places", "Paris, France", ["Paris, France"]],
  ["places", "Paris; Bonn|Rome\nOslo", ["Paris", "Bonn", "Rome", "Oslo"]],
  ["topics", "oil, crude; gas", ["oil, crude", "gas"]],
])("a column of %s with %j holds %j", (field, text, expected) => {
  expect(splitValues([text], field).value).toEqual(expected);
});
