import type { SearchRecord } from "../src/build/search-record.ts";

/** A query with its right answers, both made by rule from an archive. */
export interface JudgedQuery {
  readonly group: Group;
  readonly query: string;
  /** Hrefs of the articles that answer it. */
  readonly right: ReadonlySet<string>;
}

export const groups = ["person", "variant", "misspelt", "date", "known item", "phrase"] as const;
export type Group = (typeof groups)[number];

/** A person with a spelling that no article prints, as an authority record would have it. */
export interface VariantName {
  readonly name: string;
  readonly variant: string;
}

/** An article's text as the index has it, for cutting phrases. */
export type TextOf = (record: SearchRecord) => string;

/**
 * Makes queries from an archive, always the same ones:
 * - person: names of the people with most articles; right is what is tagged with them;
 * - variant: the same by another spelling of their record; misspelt: the same with a letter dropped or two swapped;
 * - date: a day in words or figures; right is what stands at that day;
 * - known item: up to five words of a headline; right is what has this headline;
 * - phrase: six words in a row of a text; right is every text that has them.
 */
export function makeQueries(records: readonly SearchRecord[], textOf: TextOf): readonly JudgedQuery[] {
  const people = frequentPeople(records, 20);
  const tagged = (name: string): ReadonlySet<string> => hrefs(records.filter((record) => record.people.includes(name)));
  return [
    ...people.map((name): JudgedQuery => ({ group: "person", query: spoken(name), right: tagged(name) })),
    ...people.map((name): JudgedQuery => ({ group: "variant", query: variantOf(name), right: tagged(name) })),
    ...people.filter((name) => name.length >= 5).map((name, i): JudgedQuery => ({ group: "misspelt", query: misspelt(spoken(name), i), right: tagged(name) })),
    ...dateQueries(records),
    ...knownItems(records),
    ...phrases(records, textOf),
  ];
}

/** Variants for the people that queries ask for. They are given to both engines' records by no one but an authority file. */
export function variantNames(records: readonly SearchRecord[]): readonly VariantName[] {
  return frequentPeople(records, 20).map((name) => ({ name, variant: variantOf(name) }));
}

function frequentPeople(records: readonly SearchRecord[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of records.flatMap(({ people }) => people)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most).map(([name]) => name);
}

// Reuters tags by codes: "james-baker" -> "James Baker".
function spoken(name: string): string {
  return name.replace(/-/gu, " ").replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

// As a newspaper of another language might have written it: "Volcker" -> "Wolkker". Some letter always changes.
function variantOf(name: string): string {
  const written = spoken(name).replace(/[Vv]/gu, "w").replace(/c/gu, "k").replace(/i/gu, "ij").replace(/ou/gu, "u");
  const last = written === spoken(name) ? `${written}ow` : written;
  return last.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

// Drops a letter in the middle of the last word, or swaps two.
function misspelt(name: string, i: number): string {
  const start = name.lastIndexOf(" ") + 1;
  const word = name.slice(start);
  const at = Math.floor(word.length / 2);
  const wrong = i % 2 === 0 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return name.slice(0, start) + wrong;
}

const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function dateQueries(records: readonly SearchRecord[]): readonly JudgedQuery[] {
  const days = [...new Set(records.map(({ date }) => date.slice(0, 10)).filter((day) => day !== ""))].sort();
  return spread(days, 12).map((day, i) => {
    const [year = "", month = "", date = ""] = day.split("-");
    const words = `${Number(date)} ${monthNames[Number(month) - 1]} ${year}`;
    return { group: "date", query: i % 3 === 0 ? day : words, right: hrefs(records.filter((record) => record.date.startsWith(day))) };
  });
}

function knownItems(records: readonly SearchRecord[]): readonly JudgedQuery[] {
  const withWords = records.map((record) => ({ record, words: record.title.split(/\s+/u).filter((word) => /^\p{L}{4,}$/u.test(word)).slice(0, 5) }));
  return spread(withWords.filter(({ words }) => words.length >= 3), 24).map(({ record, words }) => ({
    group: "known item",
    query: words.join(" ").toLowerCase(),
    right: hrefs(records.filter(({ title }) => title === record.title)),
  }));
}

function phrases(records: readonly SearchRecord[], textOf: TextOf): readonly JudgedQuery[] {
  const texts = records.map((record) => ({ record, words: textOf(record).split(/\s+/u) }));
  const cut = spread(texts.filter(({ words }) => words.length > 60), 20).map(({ words }) => words.slice(30, 36).join(" ").replace(/"/gu, ""));
  const plain = texts.map(({ record, words }) => ({ record, text: ` ${words.map(bare).filter((word) => word !== "").join(" ")} ` }));
  return cut.map((phrase) => {
    const wanted = ` ${phrase.split(" ").map(bare).filter((word) => word !== "").join(" ")} `;
    return { group: "phrase", query: `"${phrase}"`, right: hrefs(plain.filter(({ text }) => text.includes(wanted)).map(({ record }) => record)) };
  });
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function hrefs(records: readonly SearchRecord[]): ReadonlySet<string> {
  return new Set(records.map(({ href }) => href));
}

function spread<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)]).filter((item) => item !== undefined);
}
