import { expect, test } from "vitest";
import { countryNames, doubtAbout } from "../../src/suggest/countries.ts";

test.each([
  ["en", "germany", "Germany"],
  ["de", "deutschland", "Deutschland"],
  ["es", "espana", "España"],
  ["ar", "فرنسا", "فرنسا"],
  ["tlh", "germany", "Germany"],
  ["en-ab-ab", "germany", "Germany"],
])("countries have their names in the archive's language, English where it has none: %s", (language, folded, name) => {
  expect(countryNames(language).get(folded)).toBe(name);
});

test("what is no country is none", () => {
  const names = [...countryNames("en").values()];
  expect(names.filter((name) => /European Union|Eurozone|United Nations|Unknown|Pseudo|Oceania/u.test(name))).toEqual([]);
});

test("names of two places are doubtful in any writing", () => {
  expect(["Georgia", "GEORGIA", "New York"].map(doubtAbout)).toEqual(["the country or the US state", "the country or the US state", "the city or the state"]);
  expect(doubtAbout("Oslo")).toBeUndefined();
});
