import { describe, expect, test } from "vitest";
import { mayBeCaption, readCaption, readCaptionAtLead, readTwins } from "../../src/import/caption.ts";
import { looksLikeCredit } from "../../src/import/credit-line.ts";
import { readPhotoFacts } from "../../src/import/photo-facts.ts";
import { splitSentences } from "../../src/import/sentences.ts";

const boats = "Boats lie in the harbor of Tellan, Norland, on Aug. 3, 2017.";

describe("a line whose end is a photo credit is a caption", () => {
  test.each([
    [`${boats} (Ann Lee/Reuters)`, boats, "Ann Lee/Reuters"],
    [`${boats} Ann Lee/Reuters`, boats, "Ann Lee/Reuters"],
    [`${boats} Ann Lee/Pictures of the Week/Pool via Reuters`, boats, "Ann Lee/Pictures of the Week/Pool via Reuters"],
    [`${boats} (Ann O'Hara/Pool/AFP via Getty Images)`, boats, "Ann O'Hara/Pool/AFP via Getty Images"],
    [`${boats} Tellan Harbor Board via Reuters`, boats, "Tellan Harbor Board via Reuters"],
    [`${boats} Courtesy of the harbor museum`, boats, "Courtesy of the harbor museum"],
    [`${boats} (Photo by Ann Lee/AFP via Getty Images)`, boats, "Photo by Ann Lee/AFP via Getty Images"],
    ["Boats lie in the harbor. (Courtesy of the museum)", "Boats lie in the harbor.", "Courtesy of the museum"],
    [`${boats} (AP Photo/Lee, Jin-man)`, boats, "AP Photo/Lee, Jin-man"],
    [`${boats} (Sputnik, Kremlin Pool Photo via AP)`, boats, "Sputnik, Kremlin Pool Photo via AP"],
    [`${boats} Ann Lee/The Sandhaven Post`, boats, "Ann Lee/The Sandhaven Post"],
    [`${boats} Reuters`, boats, "Reuters"],
    [`${boats} (AFP)`, boats, "AFP"],
    [`${boats} Ann Lee | Reuters`, boats, "Ann Lee | Reuters"],
    ["The harbor at dawn, seen from above (Ann Lee/Reuters)", "The harbor at dawn, seen from above", "Ann Lee/Reuters"],
    // An initial begins the credit, an abbreviation ends the caption.
    ["Boats lie in the harbor of Rome. J. P. Brand/AFP", "Boats lie in the harbor of Rome.", "J. P. Brand/AFP"],
    ["A boat lies off Washington, D.C. Ann Lee/AFP", "A boat lies off Washington, D.C.", "Ann Lee/AFP"],
    ["A ship of the U.S. Navy off St. Anne, Calif. Ann Lee/AFP", "A ship of the U.S. Navy off St. Anne, Calif.", "Ann Lee/AFP"],
    ["“It is ours,” says the keeper on Jan. 2, 2019, “and it stays.” Ann Lee/AFP", "“It is ours,” says the keeper on Jan. 2, 2019, “and it stays.”", "Ann Lee/AFP"],
    ["Ann Lee (C) and Tom Reed (R) in Tellan on Jan. 2, 2019. Ann Lee/AFP", "Ann Lee (C) and Tom Reed (R) in Tellan on Jan. 2, 2019.", "Ann Lee/AFP"],
  ])("%s", (line, text, credit) => {
    expect(readCaption(line)).toEqual({ text, credit });
  });
});

describe("ordinary prose is no caption", () => {
  test.each([
    ["It is 4/5 of a mile long, and/or a disgrace."],
    ["The vote was yes/no."],
    ["He flew to Tellan. She went by the Sandhaven/Tellan ferry."],
    ["The board had two names (Alpha/Beta)"],
    ["The board—which met on Jan. 3—said no. It met again – in Rome – on Friday."],
    ["He said so to Reuters."],
    ["Fog closed the harbor for the tenth day, the board said. (Reuters)"],
    ["The board said so on Friday. (Reporting by Ann Lee in Tellan; Editing by Tom Reed)"],
    ["A ship of the U.S. Navy/Coast Guard fleet came."],
    ["The U.S. Secretary of State spoke to Gov. Ann Lee in St. Anne"],
    ["Sources (AP)"],
    ["Asked about it, he said: “They [the Friends] have done nothing.”"],
    [`${"The fog went on. ".repeat(100)}Ann Lee/Reuters`],
  ])("%s", (line) => {
    expect(readCaption(line)).toBeUndefined();
  });
});

describe("a bare name is a credit only where the place of the line says so", () => {
  test.each([
    [`${boats} Ann Lee`, { text: boats, credit: "Ann Lee" }],
    [`${boats} (Jan van der Berg)`, { text: boats, credit: "Jan van der Berg" }],
    ["Fog closed the harbor, the board said.", undefined],
  ])("%s", (line, expected) => {
    expect(readCaption(line)).toBeUndefined();
    expect(readCaptionAtLead(line)).toEqual(expected);
  });

  test.each([
    [`${boats} Ann Lee`, true],
    [`${boats} (Ann Lee)`, true],
    ["Fog over the harbor of Tellan Ann Lee/Reuters", true],
    ["Fog closed the harbor, the board said.", false],
    ["The U.S. Secretary of State", false],
  ])("%s: an editor is asked: %s", (line, expected) => {
    expect(mayBeCaption(line)).toBe(expected);
  });
});

describe("two lines that say the same are one caption", () => {
  test.each([
    ["parentheses, then bare", `${boats} (Ann Lee/AFP)`, `${boats} Ann Lee/AFP`, "Ann Lee/AFP"],
    ["bare, then parentheses", `${boats} Ann Lee/AFP`, `${boats} (Ann Lee/AFP)`, "Ann Lee/AFP"],
    ["then without the credit", `${boats} (Ann Lee/AFP)`, boats, "Ann Lee/AFP"],
    ["a credit of any form", `${boats} (the keeper’s album)`, `${boats} the keeper’s album`, "the keeper’s album"],
    ["other blanks", `${boats}\u00a0(Ann Lee/AFP)`, `${boats}  Ann Lee/AFP`, "Ann Lee/AFP"],
    ["twice alike", `${boats} Ann Lee/AFP`, `${boats} Ann Lee/AFP`, "Ann Lee/AFP"],
  ])("%s", (_case, first, second, credit) => {
    expect(readTwins(first, second)).toEqual({ text: boats, credit });
  });

  test.each([
    ["two captions", `${boats} (Ann Lee/AFP)`, "Another boat lies there. (Ann Lee/AFP)"],
    ["a paragraph twice", "Fog closed the harbor.", "Fog closed the harbor."],
    ["two credits", `${boats} (Ann Lee/AFP)`, `${boats} Tom Reed/AFP`],
  ])("%s are not", (_case, first, second) => {
    expect(readTwins(first, second)).toBeUndefined();
  });
});

test.each([
  ["in Sandhaven, Norland, on Jan. 21, 2022.", "2022-01-21", "Sandhaven"],
  ["Boats against Tellan in New Tellan, Gull Islands, on August 5, 2022", "2022-08-05", "New Tellan"],
  ["in St. Anne, Calif., Friday, Sept. 2, 2016.", "2016-09-02", "St. Anne"],
  ["near Rio de Sol on 3 May 1999", "1999-05-03", "Rio de Sol"],
  ["The fair of 1990, in Tellan in June 2001.", "2001-06", "Tellan"],
  ["On the day of the rising of May 1, 1944, boats lie in Tellan on May 1, 2004.", "2004-05-01", "Tellan"],
  ["The harbor on Jan. 2, 2020.", "2020-01-02", undefined],
  ["in Rome and Tellan on Jan. 2, 2020", "2020-01-02", undefined],
  ["in Tellan on Feb. 30, 2020", undefined, undefined],
  ["between Jan. 2, 2020, and Jan. 9, 2020", undefined, undefined],
  ["The bridge, built in 1932, in Tellan on May 4", undefined, undefined],
])("a photo's own date and place: %s", (caption, date, place) => {
  const facts = readPhotoFacts(caption);
  expect([facts?.date, facts?.place]).toEqual([date, place]);
});

test.each([
  ["Ann Lee/AFP", true],
  ["Ann Lee for The Sandhaven Post", false],
  ["NASA", true],
  ["Public/Private", false],
  ["yes/no", false],
  ["Ann Lee/AFP.", false],
  ["Handout via Reuters", true],
  ["went home via Reuters", false],
])("%s has the form of a credit: %s", (text, expected) => {
  expect(looksLikeCredit(text)).toBe(expected);
});

test.each([
  ["U.S. Secretary Ann Lee met Gov. Reed on Jan. 3. They spoke.", ["U.S. Secretary Ann Lee met Gov. Reed on Jan. 3.", "They spoke."]],
  ["“Go.” He went. [It] rained… Then J. P. came!", ["“Go.”", "He went.", "[It] rained…", "Then J. P. came!"]],
  ["It was 3.5 at 5 p.m. Tuesday. No", ["It was 3.5 at 5 p.m. Tuesday.", "No"]],
  ["one", ["one"]],
])("%s is cut into sentences", (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});
