import type { AuthorityRecord } from "../model/authority.ts";
import { foldLetters, partAt, type ArticleText, type Part } from "./article-text.ts";
import type { Capital } from "./capitals.ts";
import { spellingsAt, type SpellingIndex } from "./known-names.ts";

/** The places of the authority file, ready to be looked for. */
export interface KnownPlaces {
  readonly byId: ReadonlyMap<string, AuthorityRecord>;
  readonly spellings: SpellingIndex;
}

/** Where an article names a known place, and the records that are called so. */
export interface PlaceMention {
  readonly at: number;
  /** As printed. */
  readonly words: string;
  readonly folded: string;
  readonly part: Part;
  readonly records: readonly AuthorityRecord[];
  /** True where the name stands for a government: "Tbilisi said". */
  readonly speaks: boolean;
}

/** Finds every mention of a known place, by any spelling. */
export function findKnownPlaces({ spellings }: KnownPlaces, articleText: ArticleText, capitals: readonly Capital[]): readonly PlaceMention[] {
  const { text, folded } = articleText;
  const found: PlaceMention[] = [];
  let skipTo = 0;
  for (const { at, folded: word } of capitals) {
    if (at < skipTo) continue;
    const spelled = spellingsAt(spellings, folded, at, word);
    const [first] = spelled;
    if (first === undefined) continue;
    skipTo = at + first.folded.length;
    found.push({ at, words: text.slice(at, skipTo), folded: first.folded, part: partAt(articleText, at), records: spelled.map(({ record }) => record), speaks: isMetonym(articleText, at, skipTo) });
  }
  return found;
}

/** The records a dateline's place spells: whole, by its town, or by what qualifies the town: "ST. LOUIS, Mo.". */
export function recordsOfDateline(place: string, { spellings }: KnownPlaces): readonly AuthorityRecord[] {
  const folded = foldLetters(place);
  const parts = folded.split(/\s*,\s*/u);
  for (const name of new Set([folded, parts[0] ?? "", parts.at(-1) ?? ""])) {
    const first = /^\S+/u.exec(name)?.[0].replace(/[.'’-]+$/u, "") ?? "";
    const exact = spellingsAt(spellings, name, 0, first).filter((spelling) => spelling.folded === name);
    if (exact.length > 0) return exact.map(({ record }) => record);
  }
  return [];
}

/** "Tbilisi said", "according to Moscow", "Moscow's permanent representative": a government, not the town. */
function isMetonym({ folded }: ArticleText, at: number, end: number): boolean {
  return speaks.test(folded.slice(end, end + longestSpeech)) || spokenOf.test(folded.slice(Math.max(0, at - longestSpeech), at));
}

const longestSpeech = 40;
const speaks =
  /^(?: (?:said|says|claimed|claims|denied|denies|contends|insists|insisted|argued|argues|warned|warns|announced|agreed|agrees|rejected|rejects|recognizes|recognized|wants|wanted|called|urged|accused|condemned|and its western allies)\b|['’]s (?:\w+ ){0,2}(?:representative|ambassador|envoy|government|parliament|minister|ministry|spokesman|spokeswoman|leader|leaders|president|army|military|troops)\b)/u;
const spokenOf = /\b(?:according to|talks with|discussions with) $/u;
