import type { Article } from "../model/article.ts";
import type { AuthorityKind, AuthorityRecord } from "../model/authority.ts";
import type { Content } from "../model/build-archive.ts";
import { NameIndex } from "../model/names.ts";
import { textOf } from "./article-text.ts";
import { capitalsOf } from "./capitals.ts";
import { countryNames } from "./countries.ts";
import { fewestTagged, learnCustoms, leastOfPerson, leastOfWord, type Customs, type TaggedArticle } from "./customs.ts";
import { indexSpellings } from "./known-names.ts";
import { indexPeople } from "./known-people.ts";
import type { KnownPlaces } from "./known-places.ts";
import { findFullNames } from "./new-people.ts";
import { findPlaces } from "./new-places.ts";
import { observe, type Observation } from "./observation.ts";
import { townOfDateline } from "./place-cues.ts";
import { runsOf } from "./runs.ts";

/** All that suggestions rest on: the records of an archive, those its tags imply among them, and the customs of its editors. */
export interface Knowledge {
  readonly articles: readonly TaggedArticle[];
  readonly names: Names;
  readonly places: KnownPlaces;
  /** What the text of one of the articles has of known names. */
  readonly observed: (one: TaggedArticle) => Observation;
  readonly customs: Customs;
  /** Names of countries in the archive's language, folded, each as it is printed. */
  readonly countries: ReadonlyMap<string, string>;
  readonly trust: Trust;
}

type Names = Readonly<Record<"people" | "places", NameIndex>>;

/**
 * What a name found in a text is worth, from 0 to 1: 1 in an archive without tags; else the share of such names that its
 * editors tag. Editors who tag countries alone want no town of every dateline.
 */
export interface Trust {
  readonly people: number;
  readonly places: number;
  readonly datelines: number;
}

/** Gathers the knowledge of a content folder. `withCustoms: false` leaves it at the names: nothing is learned from any tag. */
export function knowledgeOf({ articles, records, settings }: Pick<Content, "articles" | "records" | "settings">, { withCustoms = true } = {}): Knowledge {
  const names = { people: nameIndex("people", records.people, articles), places: nameIndex("places", records.places, articles) };
  const people = indexPeople(names.people.records.values());
  const places = { byId: names.places.records, spellings: indexSpellings(names.places.records.values()) };
  const tagged = articles.map((article): TaggedArticle => ({ article, people: idsOf(names.people, article.subjects.people), places: idsOf(names.places, article.subjects.places) }));
  const observations = new Map<TaggedArticle, Observation>();
  const observed = (one: TaggedArticle): Observation => {
    const known = observations.get(one);
    if (known !== undefined) return known;
    const seen = observe(one.article, people, places);
    observations.set(one, seen);
    return seen;
  };
  const customs = learnCustoms(withCustoms ? tagged : [], observed);
  const countries = countryNames(settings.language);
  return { articles: tagged, names, places, observed, customs, countries, trust: trustOf(tagged, names, customs, countries) };
}

/** The records a name leads to: none for a new one, several where it is ambiguous. */
export function candidatesOf(index: NameIndex, name: string): readonly AuthorityRecord[] {
  const resolution = index.resolve(name);
  if (!("trouble" in resolution)) return [resolution];
  if (resolution.trouble === "ambiguous") return resolution.candidates;
  return resolution.trouble === "address-taken" ? [resolution.by] : [];
}

/** So many articles show well enough what editors tag; taken evenly over the whole archive. */
const sampleSize = 400;
/** Fewer names than this show nothing. */
const fewestNames = 20;

function trustOf(articles: readonly TaggedArticle[], names: Names, customs: Customs, countries: ReadonlyMap<string, string>): Trust {
  const counts: Readonly<Record<keyof Trust, Count>> = { people: { found: 0, tagged: 0 }, places: { found: 0, tagged: 0 }, datelines: { found: 0, tagged: 0 } };
  const count = (kind: keyof Trust, index: NameIndex, tags: ReadonlySet<string>, name: string): void => {
    counts[kind].found++;
    if (candidatesOf(index, name).some(({ id }) => tags.has(id))) counts[kind].tagged++;
  };
  const tagged = articles.filter(({ people, places }) => people.size > 0 || places.size > 0);
  for (const one of evenly(tagged, sampleSize)) {
    const articleText = textOf(one.article);
    const runs = runsOf(articleText, capitalsOf(articleText));
    for (const { name } of findFullNames(articleText, runs)) count("people", names.people, one.people, name);
    for (const { name, use } of findPlaces(articleText, runs, countries)) if (use === "subject") count("places", names.places, one.places, name);
    const town = townOfDateline(one.article);
    if (town !== undefined) count("datelines", names.places, one.places, town);
  }
  return {
    people: shareOf(counts.people, customs.peopled, leastOfPerson),
    places: shareOf(counts.places, customs.placed, leastOfWord),
    datelines: shareOf(counts.datelines, customs.placed, leastOfWord),
  };
}

/** No new name is surer than this, see findFullNames and findPlaces. */
const surest = 0.9;

interface Count {
  found: number;
  tagged: number;
}

// What could never be sure enough to be suggested is not looked for.
function shareOf({ found, tagged }: Count, articles: number, least: number): number {
  if (articles < fewestTagged || found < fewestNames) return 1;
  return (surest * tagged) / found < least ? 0 : tagged / found;
}

function evenly<T>(all: readonly T[], size: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / size));
  return all.filter((_, i) => i % step === 0);
}

function nameIndex(kind: AuthorityKind, records: readonly AuthorityRecord[], articles: readonly Article[]): NameIndex {
  const used = new Map<string, number>();
  for (const { subjects } of articles) for (const name of subjects[kind]) used.set(name, (used.get(name) ?? 0) + 1);
  return new NameIndex(kind, records, used);
}

function idsOf(index: NameIndex, names: readonly string[]): ReadonlySet<string> {
  const ids = names.flatMap((name) => {
    const record = index.resolve(name);
    return "trouble" in record ? [] : [record.id];
  });
  return new Set(ids);
}
