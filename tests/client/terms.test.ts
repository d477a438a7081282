import { expect, test } from "vitest";
import { parseTerms } from "../../src/client/terms.ts";

test.each([
  ["words", "oil prices", [], "oil prices"],
  ["a phrase", '"interest rates"', ["interest rates"], ""],
  ["a phrase among words", 'fed "interest rates" volcker', ["interest rates"], "fed volcker"],
  ["two phrases", '"a b" c "d e"', ["a b", "d e"], "c"],
  ["curly marks", "“interest rates” fed", ["interest rates"], "fed"],
  ["a mark without a partner", 'fed "interest rates', [], "fed interest rates"],
  ["a third mark", '"a b" c"d', ["a b"], "c d"],
  ["an unspaced dash", "Georgia–European", [], "Georgia European"],
  ["a hyphen stays, the index knows the word with it", "F-16", [], "F-16"],
  ["signs the index has dropped", "$5.00 C++ 50%", [], "5.00 C 50%"],
  ["a slash", "and/or", [], "and or"],
  ["nothing but punctuation", "?!… --", [], ""],
  ["an empty phrase", '"" oil', [], "oil"],
  ["signs of a regular expression", "(oil|gas).*[a-z]+$", [], "(oil gas).*[a-z]"],
  ["control characters and marks of direction", "oil\u0000\u202Egas", [], "oil gas"],
])("%s", (_, query, phrases, words) => expect(parseTerms(query, "en")).toEqual({ phrases, words }));

test("a language without spaces is cut into words", () => {
  expect(parseTerms("北京首都", "zh").words.split(" ").length).toBeGreaterThan(1);
});
