import { foldName } from "../model/slug.ts";

/**
 * What the spellings of one name in Latin letters have in common: "Sergei" and "Sergey", "Yevgeny" and "Evgeniy", "Zelensky"
 * and "Zelenskyy" sound alike; "Putin" and "Potanin", "Sergey" and "Serhiy" do not. Equal sound is a reason to ask, never
 * to merge. The rules are those by which transliterations differ (after the classes of Daitch and Mokotoff, vowels kept).
 */
export function soundOf(word: string): string {
  return rules.reduce((sound, [pattern, by]) => sound.replace(pattern, by), foldName(word).replace(/[^\p{L}]/gu, ""));
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/ts?ch/gu, "ch"], // Gorbatschow, Gorbachev
  [/sch/gu, "sh"],
  [/ck|q(?=u?[aeiouv])u?/gu, "k"],
  [/ph/gu, "f"],
  [/kh/gu, "h"],
  [/dt/gu, "t"],
  [/z/gu, "s"], // Selenskyj, Zelensky
  [/(?:ov|ow|off|ev|ew|eff)$/gu, "v"], // Gorbachev, Gorbachov, Gorbatschow
  [/w/gu, "v"],
  [/[yj]/gu, "i"],
  [/^i(?=[eu])/gu, ""], // Yevgeny, Evgeny
  [/ei/gu, "i"],
  [/i{2,}/gu, "i"],
  [/ie/gu, "e"],
  [/(?<letter>\p{L})\k<letter>/gu, "$<letter>"],
];

/**
 * True where two full names may be one person's: surnames of equal sound, and first names that sound alike, that begin alike
 * ("Serge", "Sergei"), or of which one is an initial or a short form of the other ("A. Blinken", "Tony Blinken"). Equal texts
 * are no question.
 */
export function mayBeOnePerson(one: string, two: string): boolean {
  const [a, b] = [one, two].map((name) => name.split(/[\s.]+/u).filter((word) => word !== ""));
  if (a === undefined || b === undefined || a.length < 2 || b.length < 2 || foldName(one) === foldName(two)) return false;
  if (soundOf(a.at(-1) ?? "") !== soundOf(b.at(-1) ?? "")) return false;
  const [first = "", other = ""] = [a[0], b[0]].map((word) => soundOf(word ?? ""));
  const [short, long] = first.length <= other.length ? [first, other] : [other, first];
  if (short === long || (short.length === 1 && long.startsWith(short))) return true;
  if (short.length >= shortestShortForm && (long.startsWith(short) || long.endsWith(short))) return true;
  return short.length >= sharedBeginning && long.startsWith(short.slice(0, sharedBeginning));
}

/** "Tom", "Toni". */
const shortestShortForm = 3;
/** "Serg", of Serge and Sergei. */
const sharedBeginning = 4;
