import { foldName, slugOf } from "./slug.ts";

/** Where names that begin with a digit, or with nothing that is a letter, are filed. */
export const noLetter = "#";

// Scripts that are written with too many signs to head a list with: their names are filed by how they sound in Latin letters.
const ideographs = /[\p{Script=Han}\p{Script=Yi}\p{Script=Tangut}]/u;

/**
 * What an index orders a name by: folded, without the signs before its first letter or digit ("'t Hooft" by "t hooft"),
 * and for scripts of thousands of signs in Latin letters ("北京" by "beijing").
 */
export function filingKey(name: string): string {
  const [first = ""] = /[\p{L}\p{N}]/u.exec(name) ?? [];
  const key = ideographs.test(first) ? slugOf(name).replaceAll("-", " ") : foldName(name);
  return key.replace(/^[^\p{L}\p{N}]+/u, "");
}

/**
 * The first letters of a filing key, as an index heads a group with them: "lavrov" -> "L", of two letters "La". A script
 * keeps its own letters ("Лавров" is under Л, "Ödön" under O): accents never make two groups.
 */
export function headingOf(key: string, letters: number): string {
  const [first = "", ...others] = [...key].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).slice(0, letters);
  return /\p{L}/u.test(first) ? first.toUpperCase() + others.join("") : noLetter;
}
