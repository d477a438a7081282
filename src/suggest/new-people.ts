import type { ArticleText } from "./article-text.ts";
import type { Capital } from "./capitals.ts";
import { bodyWords, calendarWords, demonyms, sentenceWords } from "./plain-words.ts";
import { isRoleWord } from "./roles.ts";
import { runFrom, type Run } from "./runs.ts";
import { soundOf } from "./sound.ts";

/** A full name that stands in an article. */
export interface FoundPerson {
  /** As printed most often or first: "Sergey Lavrov". */
  readonly name: string;
  /** Full name and surname alone, together. */
  readonly count: number;
  /** From 0 to 1: how likely it is that this is a person's name. */
  readonly confidence: number;
  readonly because: string;
  readonly at: number;
  /** The name with the office before it, as printed. */
  readonly words: string;
}

/** How sure an office before a name, what is said behind it, and a later mention by surname make a name; opinions, not measured. */
const sureness = { role: 0.9, said: 0.85, again: 0.75 } as const;

/**
 * Finds the people an article names in full, in the order of their first mention, by what stands around a name: an office
 * before it, "said" or "who" behind it, or the surname alone further on. The office is no part of the name.
 */
export function findFullNames({ text, folded }: ArticleText, runs: readonly Run[]): readonly FoundPerson[] {
  const candidates = new Map<string, Candidate>();
  const alone = new Map<string, number>();
  for (const run of runs) {
    const { name, role, at } = withoutOffice(run, folded);
    if (name === undefined) continue;
    const [first] = name.words;
    if (name.words.length === 1 && first !== undefined) alone.set(first.folded, (alone.get(first.folded) ?? 0) + 1);
    if (!mayBeFullName(name)) continue;
    const printed = text.slice(name.at, name.end).replace(/\s+/gu, " ");
    const candidate = candidates.get(printed) ?? { name: printed, surname: name.words.at(-1)?.folded ?? "", count: 0, role: false, said: false, at: name.at, words: printed };
    if (role && !candidate.role) Object.assign(candidate, { at, words: text.slice(at, name.end).replace(/\s+/gu, " ") });
    candidate.count++;
    candidate.role ||= role;
    candidate.said ||= behind.test(folded.slice(name.end, name.end + longestBehind));
    candidates.set(printed, candidate);
  }
  const all = [...candidates.values()];
  return all.flatMap(({ name, surname, count, role, said, at, words }): readonly FoundPerson[] => {
    // A bare surname counts only where it can mean nobody else of the article.
    const unique = all.every((other) => other.surname !== surname || soundOf(firstOf(other.name)) === soundOf(firstOf(name)));
    const bare = unique ? (alone.get(surname) ?? 0) : 0;
    if (!role && !said && bare === 0) return [];
    const because = role ? "full name behind an office" : said ? "full name with what the person says or is" : "full name, and the surname again";
    return [{ name, count: count + bare, confidence: role ? sureness.role : said ? sureness.said : sureness.again, because, at, words }];
  });
}

interface Candidate {
  readonly name: string;
  readonly surname: string;
  count: number;
  role: boolean;
  said: boolean;
  at: number;
  words: string;
}

const firstOf = (name: string): string => name.split(" ")[0] ?? "";

// "said", ", who", ", a spokesman", ", 41,", "(C)"
const behind = /^(?:,? (?:said|says|told|added|argued|announced|claimed|claims|denied|warned|wrote|asked|replied|insisted|suggested|conceded|noted|explained|stressed|admitted|recalled)\b|, (?:who|whose|an?|the|\d\d)\b| \([a-z]\))/u;
const longestBehind = 16;

/** Takes the office and what else is no name from the beginning of a run: "On", "Russian Foreign Minister". `at` is where the office begins. */
function withoutOffice({ words, at: start }: Run, folded: string): { readonly name: Run | undefined; readonly role: boolean; readonly at: number } {
  const office = words.findLastIndex(({ folded: word }, i) => isRoleWord(word) && i < words.length - 1);
  if (office !== -1) return { name: runFrom(words.slice(office + 1)), role: true, at: start };
  const before = folded.slice(Math.max(0, start - longestOffice), start);
  // "secretary of" + "State Antony Blinken"
  const of = officeOf.exec(before)?.[0];
  if (of !== undefined && offices.has(words[0]?.folded ?? "")) return { name: runFrom(words.slice(1)), role: true, at: start - of.length };
  const small = smallOffice.exec(before)?.[0];
  if (small !== undefined) return { name: runFrom(words), role: true, at: start - small.length };
  // "On Monday Tom Reed" begins with a day, "April Reed" does not.
  const opening = words.findIndex((word) => !isNoName(word));
  const first = opening > 0 && calendarWords.has(words[opening]?.folded ?? "") ? opening + 1 : opening;
  return { name: runFrom(first === -1 ? [] : words.slice(first)), role: false, at: start };
}

const longestOffice = 24;
const officeOf = /\b(?:secretary|minister|department) of $/u;
const offices: ReadonlySet<string> = new Set(["state", "defense", "commerce", "agriculture", "energy", "labor", "education", "transportation", "justice", "war"]);
// "spokesman Ann Lee", "finance minister Ann Lee"
const smallOffice = /\b(?:president|minister|secretary|spokesman|spokeswoman|spokesperson|chairman|chairwoman|director|governor|mayor|analyst|economist|leader|chief|ambassador|senator|economist|lawyer|author|professor|executive|coach) $/u;

function isNoName({ folded }: Capital): boolean {
  return sentenceWords.has(folded) || demonyms.has(folded);
}

/** Two to four words, none of them of a body, a day or a people; "U.S. Navy" and "Monday Night" are nobody. */
function mayBeFullName({ words }: Run): boolean {
  const last = words.at(-1);
  if (words.length < 2 || words.length > 4 || last === undefined || last.folded.length < 2) return false;
  return words.every(({ folded }) => !noNames.some((list) => list.has(folded)) && !isRoleWord(folded) && !/[\d.]/u.test(folded));
}

const placeWords: ReadonlySet<string> = new Set(["new", "north", "south", "east", "west", "san", "santa", "saint", "los", "las", "fort", "mount", "port", "lake", "el"]);
const noNames: readonly ReadonlySet<string>[] = [bodyWords, calendarWords, demonyms, sentenceWords, placeWords];
