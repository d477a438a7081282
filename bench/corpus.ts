import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { randomFrom, type Random } from "./random.ts";
import { familyNames, givenNames, joints, places, topics, words } from "./words.ts";

/** A text file of a corpus: where it stands in the content folder, and what is in it. */
export interface CorpusFile {
  /** "1987/03/000231.md" */
  readonly file: string;
  readonly text: string;
}

const defaultSeed = 1987;
const firstYear = 1950;
const yearsCovered = 40;
const peopleCount = 400;

/**
 * Makes articles, oldest first, one at a time: over 40 years whatever their number, 130 to 250 words each, with a dateline,
 * up to three people, one or two places and topics. The same count and seed give the same bytes on every machine.
 */
export function* makeArticles(count: number, seed = defaultSeed): Generator<CorpusFile, void, undefined> {
  const random = randomFrom(seed);
  const people = Array.from({ length: peopleCount }, (_, i) => `${random.pick(givenNames)} ${String.fromCharCode(65 + (i % 26))}. ${random.pick(familyNames)}`);
  const start = Date.UTC(firstYear, 0, 1);
  const step = (Date.UTC(firstYear + yearsCovered, 0, 1) - start) / count;
  for (let number = 0; number < count; number++) {
    const date = new Date(start + Math.floor(number * step));
    const month = date.toISOString().slice(0, 7).replace("-", "/");
    // Six digits: a name of one or two is a day of the month.
    yield { file: `${month}/${String(number + 1).padStart(6, "0")}.md`, text: makeArticle(random, date, people) };
  }
}

/** Writes a corpus of `count` articles into a folder, which must not hold one yet. */
export function writeCorpus(folder: string, count: number): void {
  const made = new Set<string>();
  for (const { file, text } of makeArticles(count)) {
    const parent = path.join(folder, path.dirname(file));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(path.join(folder, file), text);
  }
}

function makeArticle(random: Random, date: Date, people: readonly string[]): string {
  const named = pickSome(random, people, random.below(4));
  const place = random.pickUnevenly(places);
  const filed = new Intl.DateTimeFormat("en-US", { month: "long", day: "numeric", timeZone: "UTC" }).format(date);
  const lines = [
    "---",
    `title: ${JSON.stringify(headline(random))}`,
    `date: ${date.toISOString().slice(0, 19)}Z`,
    ...(random.below(3) === 0 ? [`byline: ${JSON.stringify(random.pick(people))}`] : []),
    `dateline: ${JSON.stringify(`${place.toUpperCase()}, ${filed}`)}`,
    ...(named.length > 0 ? [`people: ${JSON.stringify(named)}`] : []),
    `places: ${JSON.stringify([...new Set([place, ...pickSome(random, places, random.below(2))])])}`,
    `topics: ${JSON.stringify(pickSome(random, topics, 1 + random.below(2)))}`,
    "---",
  ];
  return `${lines.join("\n")}\n\n${paragraphs(random, named).join("\n\n")}\n`;
}

function headline(random: Random): string {
  return capitalized(Array.from({ length: 5 + random.below(4) }, () => random.pickUnevenly(words)).join(" "));
}

// The last sentence may go past the aim by its own 18 words.
function paragraphs(random: Random, people: readonly string[]): readonly string[] {
  const aim = 130 + random.below(100);
  const made: string[] = [];
  const unnamed = [...people];
  for (let count = 0; count < aim; ) {
    const sentences = Array.from({ length: 1 + random.below(2) }, () => sentence(random, unnamed.pop()));
    made.push(sentences.join(" "));
    count += sentences.join(" ").split(" ").length;
  }
  return made;
}

function sentence(random: Random, person: string | undefined): string {
  const length = 9 + random.below(7);
  const text = Array.from({ length }, () => (random.below(3) === 0 ? random.pick(joints) : random.pickUnevenly(words))).join(" ");
  return person === undefined ? `${capitalized(text)}.` : `${person} said ${text}.`;
}

function pickSome(random: Random, list: readonly string[], count: number): readonly string[] {
  return [...new Set(Array.from({ length: count }, () => random.pickUnevenly(list)))];
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
