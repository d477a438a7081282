import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Strings } from "./strings.ts";

/** The languages the interface speaks, by primary subtag. A new language is one file and one name here. */
const languages: ReadonlyMap<string, Strings> = new Map([en, es, ar].map((strings) => [strings.language, strings]));

/** True where the interface speaks the language of a BCP 47 tag: "es-MX" by the strings of "es". */
export function speaks(language: string): boolean {
  return languages.has(primaryOf(language));
}

/** The languages the interface speaks: ["ar", "en", "es"]. */
export function spokenLanguages(): readonly string[] {
  return [...languages.keys()].sort();
}

/**
 * The interface's words in the language of a site; English where there are none. A tag with a region decides how dates and
 * numbers look: "en-US" says "March 2, 1987".
 */
export function stringsOf({ language }: { readonly language: string }): Strings {
  const known = byTag.get(language);
  if (known !== undefined) return known;
  const strings = languages.get(primaryOf(language)) ?? en;
  const made = hasRegion(language) && strings.language === primaryOf(language) ? { ...strings, locale: language } : strings;
  byTag.set(language, made);
  return made;
}

// A site has one language, and every page asks for it many times.
const byTag = new Map<string, Strings>();

function primaryOf(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}

// "es-MX", "es-419"; Intl refuses what only looks like a tag ("en-12").
function hasRegion(language: string): boolean {
  return /^[a-z]{2,3}-(?:[a-z]{2}|\d{3})$/iu.test(language);
}
