import type { AuthorityRecord } from "../model/authority.ts";
import { partAt, type ArticleText } from "./article-text.ts";
import type { Capital } from "./capitals.ts";
import { indexSpellings, spellingsAt, spellingsOf, type SpellingIndex } from "./known-names.ts";
import { isRoleWord, roleStandsBefore } from "./roles.ts";

/** The people of the authority file, ready to be looked for. */
export interface KnownPeople {
  readonly spellings: SpellingIndex;
  /** By the last word of a name. */
  readonly surnames: ReadonlyMap<string, readonly Bearer[]>;
}

interface Bearer {
  readonly record: AuthorityRecord;
  /** First and middle names, as far as any spelling has them. */
  readonly given: ReadonlySet<string>;
}

/** How an article names one person. */
export interface PersonMentions {
  readonly record: AuthorityRecord;
  readonly inTitle: boolean;
  readonly inLead: boolean;
  /** Mentions below the title. */
  readonly count: number;
  /** True where first name and surname stand together. */
  readonly full: boolean;
  /** True where an office stands before the name. */
  readonly role: boolean;
  /** True for someone known by one name only, whose first name can prove nothing. */
  readonly oneName: boolean;
  /** The mention that says most: the full name, else the first. */
  readonly at: number;
  readonly end: number;
}

export function indexPeople(records: Iterable<AuthorityRecord>): KnownPeople {
  const all = [...records].filter(({ redact }) => !redact);
  const surnames = new Map<string, Bearer[]>();
  for (const record of all) {
    const given = new Map<string, Set<string>>();
    for (const spelling of spellingsOf(record)) {
      const words = spelling.split(" ");
      // "Sabah" is looked for where a text has "al-Sabah".
      const surname = (words.at(-1) ?? "").replace(/^(?:al|el)-/u, "");
      given.set(surname, new Set([...(given.get(surname) ?? []), ...words.slice(0, -1)]));
    }
    for (const [surname, names] of given) surnames.set(surname, [...(surnames.get(surname) ?? []), { record, given: names }]);
  }
  return { spellings: indexSpellings(all), surnames };
}

/**
 * Finds the known people an article names, by full name or surname. A surname counts only where it can mean one person: not
 * behind another's first name ("Kenneth Baker"), and of two known bearers only for the one whose full name stands there too.
 */
export function findKnownPeople(known: KnownPeople, articleText: ArticleText, capitals: readonly Capital[]): readonly PersonMentions[] {
  const found = new Map<AuthorityRecord, Mutable>();
  const bare: { readonly capital: Capital; readonly bearers: readonly Bearer[]; readonly role: boolean }[] = [];
  const { folded } = articleText;
  let skipTo = 0;
  capitals.forEach((capital, i) => {
    if (capital.at < skipTo) return;
    const spelled = spellingsAt(known.spellings, folded, capital.at, capital.folded);
    const [only, other] = spelled;
    if (only !== undefined && only.folded.includes(" ")) {
      skipTo = capital.at + only.folded.length;
      if (other === undefined) note(found, only.record, articleText, { at: capital.at, end: skipTo, full: true, role: roleStandsBefore(folded, capital.at) });
      return;
    }
    const bearers = known.surnames.get(capital.folded) ?? spelled.map(({ record }) => ({ record, given: none }));
    if (bearers.length === 0) return;
    const before = capital.joined ? capitals[i - 1] : undefined;
    const shouted = partAt(articleText, capital.at) === "title";
    if (before !== undefined && !shouted && !isRoleWord(before.folded)) {
      // "Jim Baker": one of his first names stands before it; "Kenneth Baker" is somebody else.
      const named = bearers.filter(({ given }) => given.has(before.folded));
      const [one, second] = named;
      if (one !== undefined && second === undefined) note(found, one.record, articleText, { at: before.at, end: capital.end, full: true, role: roleStandsBefore(folded, before.at) });
      else if (bearers.some(({ given }) => given.size === 0)) bare.push({ capital, bearers: bearers.filter(({ given }) => given.size === 0), role: true });
      return;
    }
    // In "Franklin Roosevelt" no Franklin is meant; but "Reagan Administration" names the one Reagan.
    const goesOn = !shouted && capitals[i + 1]?.joined === true;
    const meant = goesOn ? bearers.filter(({ given }) => given.size === 0) : bearers;
    if (meant.length > 0) bare.push({ capital, bearers: meant, role: !shouted && roleStandsBefore(folded, capital.at) });
  });
  for (const { capital, bearers, role } of bare) {
    const named = bearers.filter(({ record }) => found.get(record)?.full === true);
    const meant = named.length > 0 ? named : bearers;
    const [one, second] = meant;
    if (one !== undefined && second === undefined) note(found, one.record, articleText, { at: capital.at, end: capital.end, full: false, role });
  }
  return [...found.values()].map((mentions) => ({ ...mentions, oneName: isKnownByOneName(mentions.record) }));
}

const none: ReadonlySet<string> = new Set();

type Mutable = { -readonly [K in keyof Omit<PersonMentions, "oneName">]: PersonMentions[K] };

interface Mention {
  readonly at: number;
  readonly end: number;
  readonly full: boolean;
  readonly role: boolean;
}

function note(found: Map<AuthorityRecord, Mutable>, record: AuthorityRecord, text: ArticleText, { at, end, full, role }: Mention): void {
  const part = partAt(text, at);
  const known = found.get(record);
  const mentions = known ?? { record, inTitle: false, inLead: false, count: 0, full: false, role: false, at, end };
  if (known === undefined) found.set(record, mentions);
  // "Foreign Minister Sergey Lavrov" says more than "LAVROV" in the title.
  if ((full && !mentions.full) || (part !== "title" && mentions.count === 0 && !mentions.full)) {
    mentions.at = at;
    mentions.end = end;
  }
  if (part === "title") mentions.inTitle = true;
  else mentions.count++;
  if (part === "lead") mentions.inLead = true;
  mentions.full ||= full;
  mentions.role ||= role;
}

function isKnownByOneName(record: AuthorityRecord): boolean {
  return [...spellingsOf(record)].every((spelling) => !spelling.includes(" "));
}
