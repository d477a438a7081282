import { foldLetters } from "./article-text.ts";

/**
 * The names of countries in a language, folded, each as it is printed: from the tables of Unicode (CLDR) that Node brings.
 * No other list of places is used: a gazetteer sends Washington to Britain and Geneva to the United States.
 */
export function countryNames(language: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([...localesOf(language), "en"], { type: "region", fallback: "none" });
  const countries = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = `${first}${second}`;
      const name = noCountries.has(code) ? undefined : names.of(code);
      if (name !== undefined) countries.set(foldLetters(name), name);
    }
  }
  return countries;
}

// "en-ab-ab" looks like a tag and is none.
function localesOf(language: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(language);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

// Codes that CLDR names and that are no country: the European Union, the eurozone, the United Nations, test codes, and codes
// of countries that are gone, whose names would come twice.
const noCountries: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "XA", "XB", "QO", "ZZ"]);

/** Names that are two places each, and which: only an editor can tell what an article means. */
const doubtful: ReadonlyMap<string, string> = new Map([
  ["georgia", "the country or the US state"],
  ["new york", "the city or the state"],
  ["washington", "the city or the state"],
  ["donetsk", "the city or the region"],
  ["luhansk", "the city or the region"],
  ["zaporizhzhia", "the city or the region"],
  ["zaporizhzhiya", "the city or the region"],
  ["congo", "the Republic of the Congo or the Democratic Republic"],
  ["korea", "North or South Korea"],
  ["macedonia", "the country or the Greek region"],
  ["luxembourg", "the country or the city"],
  ["mexico", "the country or its capital"],
  ["birmingham", "the English or the American city"],
  ["cambridge", "the English or the American city"],
  ["quebec", "the city or the province"],
  ["punjab", "the Indian state or the Pakistani province"],
  ["samoa", "the country or American Samoa"],
  ["ireland", "the country or the island"],
]);

/** What a place's name leaves open: "the country or the US state" for Georgia. */
export function doubtAbout(name: string): string | undefined {
  return doubtful.get(foldLetters(name));
}
