import type { AuthorityRecord } from "../model/authority.ts";
import { foldLetters } from "./article-text.ts";

/** One way to write a record's name, as it is looked for in folded text. */
export interface Spelling {
  readonly record: AuthorityRecord;
  readonly folded: string;
}

/** The spellings of many records, by the first word of each; the longest first, so that "New York City" is not "New York". */
export type SpellingIndex = ReadonlyMap<string, readonly Spelling[]>;

/** Indexes every spelling of the records; a redacted name is looked for nowhere. */
export function indexSpellings(records: Iterable<AuthorityRecord>): SpellingIndex {
  const index = new Map<string, Spelling[]>();
  for (const record of records) {
    if (record.redact) continue;
    for (const folded of spellingsOf(record)) {
      const first = /^[^\s]+/u.exec(folded)?.[0].replace(/[.'’-]+$/u, "") ?? "";
      const spellings = index.get(first) ?? [];
      spellings.push({ record, folded });
      index.set(first, spellings);
    }
  }
  for (const spellings of index.values()) spellings.sort((a, b) => b.folded.length - a.folded.length || (a.record.id < b.record.id ? -1 : 1));
  return index;
}

/** The record spellings that stand at a place of a folded text as whole words; of several as long all, else the longest. */
export function spellingsAt(index: SpellingIndex, folded: string, at: number, firstWord: string): readonly Spelling[] {
  const candidates = index.get(firstWord);
  if (candidates === undefined) return [];
  const longest = candidates.find((spelling) => standsAt(spelling.folded, folded, at));
  return longest === undefined ? [] : candidates.filter((spelling) => spelling.folded === longest.folded);
}

/** "james-baker" and "west-germany", as archives tagged with codes have them, are looked for as words. */
export function spellingsOf({ name, variants }: AuthorityRecord): ReadonlySet<string> {
  const spellings = [name, ...variants].map((spelling) => foldLetters(spelling).replaceAll("’", "'").trim());
  return new Set(spellings.flatMap((spelling) => (isCode(spelling) ? [spelling, spelling.replaceAll("-", " ")] : [spelling])));
}

/** "james-baker": letters and hyphens, nothing else. */
function isCode(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(name);
}

function standsAt(spelling: string, folded: string, at: number): boolean {
  if (!folded.startsWith(spelling, at)) return false;
  const next = folded.charCodeAt(at + spelling.length);
  return Number.isNaN(next) || !isLetter(next);
}

// Letters and digits of ASCII, and everything beyond it but general punctuation ("Georgia–European").
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code > 0x7f && !(code >= 0x2000 && code <= 0x206f) && code !== 0xa0);
}
