import { countOf } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import { filingKey, headingOf, noLetter } from "../../model/alphabet.ts";
import { compareText } from "../../model/build-archive.ts";
import type { AuthorityKind } from "../../model/authority.ts";
import type { CountedLink, Link } from "../../model/page.ts";
import type { IndexGroup, IndexPage, LetterLink } from "../../model/way-page.ts";
import { hrefOf } from "../../model/site.ts";
import type { Heading, PageContext } from "./context.ts";
import { hasMap, mapAddress } from "./places-map.ts";

/** An index of more names than this is cut by their first letter. */
export const longestIndex = 500;

/** A letter of more names than this is cut by their first two letters. */
const longestLetter = 1500;

/** Names on the first page of an index that is cut: those with the most articles. */
const mostShown = 60;

interface Entry extends CountedLink {
  /** What it is filed by. */
  readonly key: string;
}

/** An index's page that will be made when its turn comes. */
export interface PlannedIndex {
  readonly address: string;
  readonly make: () => IndexPage;
}

type IndexKind = Exclude<IndexPage["listKind"], "period">;

/** The index of people, places, organizations or topics, in the order of the alphabet. */
export function subjectIndex(context: PageContext, kind: AuthorityKind): readonly PlannedIndex[] {
  return indexPages(context, kind, [...context.archive.subjects[kind].values()].map(({ record, articles }) => ({
    href: hrefOf(context.site, `/${kind}/${record.id}/`),
    text: kind === "people" ? record.sortName : record.name,
    count: articles.length,
    key: filingKey(record.sortName),
  })));
}

/** The index of authors or of sections. */
export function headingIndex(context: PageContext, kind: "authors" | "sections"): readonly PlannedIndex[] {
  return indexPages(context, kind, [...context[kind].values()].map(({ id, name, articles }: Heading) => ({
    href: hrefOf(context.site, `/${kind}/${id}/`),
    text: name,
    count: articles.length,
    key: filingKey(name),
  })));
}

function indexPages(context: PageContext, kind: IndexKind, unsorted: readonly Entry[]): readonly PlannedIndex[] {
  const entries = [...unsorted].sort((a, b) => compareText(a.key, b.key) || compareText(a.href, b.href));
  const address = `/${kind}/`;
  const letters = groupsOf(entries, 1);
  const strings = stringsOf(context.site);
  const first = {
    ...frame(address, strings.names[kind], countOf(entries.length, strings.counts[kind], strings)),
    ways: kind === "places" && hasMap(context) ? [{ href: hrefOf(context.site, mapAddress), text: strings.browse.map }] : [],
  };
  if (entries.length <= longestIndex) {
    return [{ address, make: () => ({ ...first, listKind: kind, letters: anchors(letters), most: [], groups: named(letters) }) }];
  }
  const links = pageLinks(context, `${address}a-z/`, letters);
  const hub: PlannedIndex = { address, make: () => ({ ...first, listKind: kind, letters: links, most: mostOf(entries), groups: [] }) };
  const trail = [{ href: hrefOf(context.site, address), text: strings.names[kind] }];
  return [hub, ...[...letters].flatMap(([letter, inside]) => letterPages(context, kind, letter, inside, links, trail))];
}

// The page of a letter, with a group for each second letter; where it would be too long, a page for each of them.
function letterPages(context: PageContext, kind: IndexKind, letter: string, entries: readonly Entry[], letters: readonly LetterLink[], trail: readonly Link[]): readonly PlannedIndex[] {
  // No name has the id "a-z" and then a letter: below a name stand years.
  const address = `/${kind}/a-z/${partOf(letter)}/`;
  const groups = groupsOf(entries, 2);
  const strings = stringsOf(context.site);
  const page = (at: string, name: string, number: number, rest: Pick<IndexPage, "groups" | "most" | "trail" | "letters">): IndexPage => ({
    ...frame(at, strings.browse.letter(strings.names[kind], name), countOf(number, strings.counts[kind], strings)),
    ...rest,
    listKind: kind,
  });
  const here = marked(letters, letter);
  if (entries.length <= longestLetter) {
    return [{ address, make: () => page(address, letter, entries.length, { trail, letters: here, most: [], groups: named(groups) }) }];
  }
  const pairs = pageLinks(context, address, groups);
  const below = [...trail, { href: hrefOf(context.site, address), text: letter }];
  return [
    { address, make: () => page(address, letter, entries.length, { trail, letters: pairs, most: mostOf(entries), groups: [] }) },
    ...[...groups].map(([pair, inside]) => {
      const at = `${address}${partOf(pair)}/`;
      return { address: at, make: () => page(at, pair, inside.length, { trail: below, letters: marked(pairs, pair), most: [], groups: named(new Map([[pair, inside]])) }) };
    }),
  ];
}

// In the order of the entries; what begins with no letter comes last.
function groupsOf(entries: readonly Entry[], letters: number): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const heading = headingOf(entry.key, letters);
    const group = groups.get(heading);
    if (group) group.push(entry);
    else groups.set(heading, [entry]);
  }
  const others = groups.get(noLetter);
  if (others === undefined) return groups;
  groups.delete(noLetter);
  return groups.set(noLetter, others);
}

function named(groups: ReadonlyMap<string, readonly Entry[]>): readonly IndexGroup[] {
  return [...groups].map(([name, entries]) => ({ name, id: anchorOf(name), entries: entries.map(({ href, text, count }) => ({ href, text, count })) }));
}

function anchors(groups: ReadonlyMap<string, readonly Entry[]>): readonly LetterLink[] {
  return groups.size < 2 ? [] : [...groups.keys()].map((name) => ({ href: `#${anchorOf(name)}`, text: name, isHere: false }));
}

function pageLinks({ site }: PageContext, above: string, groups: ReadonlyMap<string, readonly Entry[]>): readonly LetterLink[] {
  return [...groups.keys()].map((name) => ({ href: hrefOf(site, `${above}${partOf(name)}/`), text: name, isHere: false }));
}

function marked(links: readonly LetterLink[], letter: string): readonly LetterLink[] {
  return links.map((link) => ({ ...link, isHere: link.text === letter }));
}

function mostOf(entries: readonly Entry[]): readonly CountedLink[] {
  return [...entries]
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key))
    .slice(0, mostShown)
    .map(({ href, text, count }) => ({ href, text, count }));
}

function anchorOf(letter: string): string {
  return `letter-${partOf(letter)}`;
}

function partOf(letter: string): string {
  return letter === noLetter ? "other" : letter.toLowerCase();
}

function frame(address: string, title: string, description: string): Omit<IndexPage, "listKind" | "letters" | "most" | "groups"> {
  return { kind: "index", address, title, description, trail: [], language: undefined, picture: undefined, ways: [] };
}
