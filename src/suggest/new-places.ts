import { foldLetters, partAt, type ArticleText } from "./article-text.ts";
import { bodyWords, calendarWords, demonyms, monthAbbreviations, sentenceWords } from "./plain-words.ts";
import { isRoleWord } from "./roles.ts";
import type { Run } from "./runs.ts";
import type { Use } from "./suggestion.ts";

/** A name that stands in an article where places stand. */
export interface FoundPlace {
  readonly name: string;
  readonly use: Exclude<Use, "dateline">;
  readonly confidence: number;
  readonly because: string;
  readonly at: number;
  readonly words: string;
}

/**
 * Finds the places an article names: countries, and what stands behind "in", "near", "city of" or before "region". A capital
 * that speaks ("Tbilisi said", "according to Moscow") stands for a government and counts for nothing.
 *
 * The subject is what title or lead place the story in, or what stands there twice further on (a country three times, since
 * "Russia" need not stand behind "in"); what only captions name is depicted; the rest is merely mentioned.
 */
export function findPlaces(articleText: ArticleText, runs: readonly Run[], countries: ReadonlyMap<string, string>): readonly FoundPlace[] {
  const found = new Map<string, Tally>();
  let before: Located | undefined;
  for (const run of runs) {
    const located = locate(articleText, run, before, countries);
    before = located;
    if (located === undefined) continue;
    const { name, at, words, isCountry, sure } = located;
    const part = partAt(articleText, at);
    const tally = found.get(name) ?? { name, isCountry, leading: 0, body: 0, captions: 0, at, words };
    found.set(name, tally);
    if (part === "caption") tally.captions++;
    else if (part === "body") tally.body++;
    else tally.leading++;
    // "in the city of Bakhmut" says more than "Bakhmut".
    if (sure && tally.words === tally.name) Object.assign(tally, { at, words });
  }
  const { folded, titleEnd } = articleText;
  return [...found.values()].map((tally) => ({ ...judge(tally, folded.slice(0, titleEnd)), name: tally.name, at: tally.at, words: tally.words }));
}

interface Tally {
  readonly name: string;
  readonly isCountry: boolean;
  /** In the lead. */
  leading: number;
  body: number;
  captions: number;
  at: number;
  words: string;
}

/** A country needs more mentions than a town of which something is said to be in it. */
const mentionsOfSubject = { country: 3, town: 2 } as const;

function judge({ name, isCountry, leading, body, captions }: Tally, title: string): Pick<FoundPlace, "use" | "confidence" | "because"> {
  const needed = isCountry ? mentionsOfSubject.country : mentionsOfSubject.town;
  const times = leading + body;
  if (times === 0 && captions > 0) return { use: "depicted", confidence: 0.2, because: "only a caption names it" };
  const inTitle = standsIn(foldLetters(name), title);
  if (inTitle && times > 0) return { use: "subject", confidence: 0.85, because: "the title names it" };
  if (times >= needed) return { use: "subject", confidence: 0.75, because: isCountry ? `a country, named ${String(times)} times` : `the text places something there ${String(times)} times` };
  if (leading > 0 && (isCountry || body > 0)) return { use: "subject", confidence: 0.65, because: "the lead names it" };
  return { use: "mentioned", confidence: 0.2, because: "merely mentioned" };
}

// As a whole word: "Russian" does not name Russia.
function standsIn(name: string, title: string): boolean {
  for (let at = title.indexOf(name); at !== -1; at = title.indexOf(name, at + 1)) {
    if (!/\p{L}/u.test(title.charAt(at - 1)) && !/\p{L}/u.test(title.charAt(at + name.length))) return true;
  }
  return false;
}

interface Located {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  readonly words: string;
  readonly isCountry: boolean;
  /** True where the words around it say that it is a place. */
  readonly sure: boolean;
}

function locate({ text, folded }: ArticleText, run: Run, before: Located | undefined, countries: ReadonlyMap<string, string>): Located | undefined {
  const words = trimmed(run);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length > mostWords) return undefined;
  const [at, end] = [first.at, last.end];
  const name = text.slice(at, end).replace(/\s+/gu, " ");
  const country = countries.get(folded.slice(at, end));
  const lead = folded.slice(Math.max(0, at - longestLead), at);
  const behind = folded.slice(end, end + longestBehind);
  const within = locatives.exec(lead)?.groups?.["words"];
  const unit = units.exec(behind)?.groups?.["unit"];
  // "in Avdiivka and Maryinka", "in Geneva, Switzerland,"
  const goesOn = before?.sure === true && /^(?:,? and |, )$/u.test(folded.slice(before.end, at)) && /^(?:[,.;]|$| (?:and|on|in|or)\b)/u.test(behind);
  const sure = within !== undefined || unit !== undefined || goesOn;
  if (country === undefined && (!sure || !mayBePlace(name, words.map((word) => word.folded), folded.slice(end, end + 2)))) return undefined;
  const around = within === undefined ? (unit === undefined ? name : text.slice(at, end + unit.length)) : text.slice(at - within.length, end);
  return { name: country ?? name, at, end, words: around.replace(/\s+/gu, " ").trim(), isCountry: country !== undefined, sure };
}

const mostWords = 4;
const longestLead = 40;
const longestBehind = 12;
const longestAcronym = 6;

// "from" and "to" stand before people too; "of" only behind what a place has.
const locatives =
  /(?<![\p{L}\p{N}])(?<words>(?:in|near|outside|inside|across|around|throughout)(?: either| both| central| downtown| northern| southern| eastern| western| nearby)? |(?:city|town|village|capital|region|province|district|state|port|island|streets|outskirts|suburb|north|south|east|west|northeast|northwest|southeast|southwest|people|residents|mayor|center|centre) of |(?:visit|trip|travel|travels|traveled|travelled|flight|flew|returned|moved) to )$/u;
const units = /^(?<unit> (?:region|regions|province|oblast|district|county|prefecture|peninsula|valley|island|islands|area)\b)/u;

/** "Last Tuesday in March", "in Parliament", "in Lavrov's", "at CERN" are no places. */
function mayBePlace(name: string, words: readonly string[], behind: string): boolean {
  if (/^['’]s/u.test(behind) || (name.length <= longestAcronym && name === name.toUpperCase())) return false;
  return words.every((word) => !bodyWords.has(word) && !calendarWords.has(word) && !monthAbbreviations.has(word) && !sentenceWords.has(word) && !demonyms.has(word) && !isRoleWord(word) && !/\d/u.test(word));
}

// "In Lisbon" + "On Monday": words of the sentence before a name.
function trimmed({ words }: Run): Run["words"] {
  const start = words.findIndex(({ folded }) => !sentenceWords.has(folded));
  return start === -1 ? [] : words.slice(start);
}
