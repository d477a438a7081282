import { describe, expect, test } from "vitest";
import { foldText, foldWord, shortForm } from "../../src/client/fold.ts";
import { parseTerms } from "../../src/client/terms.ts";

// Terms as they look: a phrase in brackets, "|" between stems that count as one, "_" for a place without a word.
function show(query: string, language = "en"): string {
  return parseTerms(query, language, (word) => word.replace(/s$/u, ""))
    .map(({ words }) => {
      const row: string[] = [];
      for (const { stems, offset, beginning } of words) row[offset] = stems.join("|") + (beginning === "" ? "" : "*");
      const text = Array.from(row, (word) => word ?? "_").join(" ");
      return row.length > 1 ? `[${text}]` : text;
    })
    .join(" ");
}

test.each([
  ["words", "oil prices", "oil price"],
  ["a word twice", "oil Oil", "oil"],
  ["a phrase", '"interest rates"', "[interest rate]"],
  ["a phrase among words", 'fed "interest rates" volcker', "fed [interest rate] volcker"],
  ["curly marks", "“interest rates” fed", "[interest rate] fed"],
  ["a mark without a partner", 'fed "interest rates', "fed interest rate"],
  ["a third mark", '"a b" c"d', "[a b] c d"],
  ["an unspaced dash", "Georgia–European", "georgia european"],
  ["two hyphens for a dash", "said -- but", "said but"],
  ["a compound", "oil-producing and/or", "oil producing andor"],
  ["a compound in a phrase", '"oil-producing firms"', "[oilproducing firm]"],
  ["a letter and a number", "F-16", "f16"],
  ["amounts", "$5.00 1,204.5 50%", "500 12045 50"],
  ["a sign that stands alone", '"AT & T"', "[at _ t]"],
  ["a beginning", "volck*", "volck*"],
  ["a written umlaut", "Mueller", "mueller|muller"],
  ["nothing but punctuation", "?!… --", ""],
  ["an empty phrase", '"" oil', "oil"],
  ["signs of a regular expression", "(oil|gas).*[a-z]+$", "oilgasaz*".replace("*", "")],
  ["control characters and marks of direction", "oil\u0000\u202Egas", "oil ga"],
])("%s", (_, query, expected) => expect(show(query)).toBe(expected));

test("a language without spaces is cut into words", () => {
  expect(show("北京首都", "zh").split(" ").length).toBeGreaterThan(1);
});

test("no more words are asked for than a query can sensibly have", () => {
  expect(show(Array.from({ length: 400 }, (_, i) => `w${i}`).join(" ")).split(" ")).toHaveLength(32);
});

describe("folding", () => {
  test.each([
    ["Łódź", "lodz"],
    ["Øresund", "oresund"],
    ["Straße", "strasse"],
    ["Müller", "muller"],
    ["Œuvre", "oeuvre"],
    ["U.S.", "us"],
    ["O’Neill's", "oneills"],
    ["ИВАНОВ", "иванов"],
    ["北京", "北京"],
    ["???", ""],
  ])("%s is %s", (word, folded) => expect(foldWord(word)).toBe(folded));

  test("of a name goes word by word", () => expect(foldText("Müller-Lüdenscheidt,  Łódź")).toBe("muller ludenscheidt lodz"));

  test.each([
    ["mueller", "muller"],
    ["aarhus", "arhus"],
    ["soeren", "soren"],
    ["goethe", "gothe"],
    ["guest", undefined],
    ["request", undefined],
    ["poet", undefined],
    ["continuous", undefined],
    ["volcker", undefined],
  ])("of %s the form without a written umlaut is %s", (word, short) => expect(shortForm(word)).toBe(short));
});
