import { describe, expect, test } from "vitest";
import { readWireBody } from "../../src/import/wire-body.ts";
import { readByline, readDateline, readWireDate } from "../../src/import/wire.ts";

const takenAsEastern = "time of day taken as US Eastern time (the source names no zone)";

describe("the date of a record", () => {
  test.each([
    ["26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01-05:00", [takenAsEastern]],
    [" 3-MAR-1987  09:15:05.40", "1987-03-03T09:15:05-05:00", [takenAsEastern]],
    ["27-MAR-1987 00:02:59.13 RM", "1987-03-27T00:02:59-05:00", [takenAsEastern, "desk codes after the date dropped"]],
    ["31-MAR-1987 605:12:19.12", "1987-03-31", ["time not readable"]],
    ["9-APR-1987 00:00:00.00 # date added as guesswork", "1987-04-09~", ["date marked as a guess"]],
    ["31-FEB-1987 10:00:00.00", "undated", ["date not readable"]],
    ["", "undated", ["date not readable"]],
  ])("%s", (raw, value, kinds) => {
    const field = readWireDate(raw);
    expect(field.value).toBe(value);
    expect(field.notes.map((note) => note.kind)).toEqual(kinds);
  });

  test.each([
    ["5-APR-1987 01:59:59", "1987-04-05T01:59:59-05:00"],
    ["5-APR-1987 02:00:00", "1987-04-05T02:00:00-04:00"],
    ["25-OCT-1987 01:00:00", "1987-10-25T01:00:00-04:00"],
    ["26-OCT-1987 01:00:00", "1987-10-26T01:00:00-05:00"],
  ])("%s on the clock of the US east coast keeps its day", (raw, value) => {
    expect(readWireDate(raw).value).toBe(value);
  });
});

test.each([
  ["    By Ruth Amber, Reuters", ["Ruth Amber"]],
  ["    BY TED D'AMBROSE, REUTERS", ["TED D'AMBROSE"]],
  ["    By Brad Shaw Reuters", ["Brad Shaw"]],
  ["    By Colin Brown, Reuters.", ["Colin Brown"]],
  ["    By Jo Lind and Tony Will", ["Jo Lind", "Tony Will"]],
  ["    By Brand and Sons", ["Brand and Sons"]],
  ["    By 2 reporters", ["By 2 reporters"]],
  ["   ", []],
])("the byline %s", (raw, names) => {
  expect(readByline(raw).value).toEqual(names);
});

test.each([
  ["    LONDON, March 2 - ", "LONDON, March 2", ""],
  ["    MONTREAL, Feb 26-\n    ", "MONTREAL, Feb 26", ""],
  ["    TULSA, Okla., April 1,  - ", "TULSA, Okla., April 1", ""],
  ["    AMSTERDAM, 2 March - ", "AMSTERDAM, 2 March", ""],
  ["    WINSTON-SALEM, N.C. - ", "WINSTON-SALEM, N.C.", ""],
  ["    TAFT, Calif., Apri l7 - ", "TAFT, Calif., Apri l7", ""],
  ["    ****ROME, March 5 - ", "ROME, March 5", ""],
  ["    HAMBURG, March 4 - Vereins- ", "HAMBURG, March 4", " Vereins- "],
  [" FOB RIVER - ", undefined, " FOB RIVER - "],
  [" Mar       ---    ---\n ", undefined, " Mar       ---    ---\n "],
  ["", undefined, ""],
])("the dateline field %j", (raw, dateline, storyText) => {
  expect(readDateline(raw, false).value).toEqual({ dateline, storyText });
});

describe("a wire story is cut into paragraphs and tables", () => {
  test.each([
    ["a paragraph begins away from the margin", "One\ntwo.\n    Three", ["One two.", "Three"]],
    ["two spaces after a sentence are no columns", "It fell.  It said\nso.  It rose.  Then", ["It fell. It said so. It rose. Then"]],
    ["columns keep their lines", "Prices -\n          NOW   THEN\n Quay    12.40  12.10\n    The end.", ["Prices -", ["         NOW   THEN", "Quay    12.40  12.10"], "The end."]],
    ["a heading between columns belongs to them", " A   1\n B   2\n    Net Mart\n C   3", [["A   1", "B   2", "   Net Mart", "C   3"]]],
    ["a list of three short lines keeps its lines", " BEEF\n HAM\n LAMB", [["BEEF", "HAM", "LAMB"]]],
    ["a single row is running text", "It was 5    today.", ["It was 5 today."]],
    ["a wrapped item is running text", " - Cargo of number two wheat for delivery in the month of\nMay.", ["- Cargo of number two wheat for delivery in the month of May."]],
    ["a stray space in the middle of a sentence begins nothing", "Tenders will be received next week for 2.50 billion dlrs of\n 91-day bills.", ["Tenders will be received next week for 2.50 billion dlrs of 91-day bills."]],
    ["dot leaders are columns", "    SANTA......21\n    LUCIA......23", [["SANTA......21", "LUCIA......23"]]],
  ])("%s", (_rule, text, expected) => {
    expect(readWireBody(text).map((block) => (block.kind === "table" ? block.lines : block.text))).toEqual(expected);
  });
});
