import { foldName } from "../model/slug.ts";
import { textOf } from "./article-text.ts";
import { capitalsOf } from "./capitals.ts";
import { doubtAbout } from "./countries.ts";
import { fewestTagged, leastOfPerson, leastOfWord, type TaggedArticle } from "./customs.ts";
import { candidatesOf, type Knowledge } from "./knowledge.ts";
import { recordsOfDateline } from "./known-places.ts";
import { findFullNames, type FoundPerson } from "./new-people.ts";
import { findPlaces, type FoundPlace } from "./new-places.ts";
import { townOfDateline } from "./place-cues.ts";
import { runsOf } from "./runs.ts";
import { suggestKnownPeople } from "./suggest-people.ts";
import { questionAmong, suggestKnownPlaces } from "./suggest-places.ts";
import type { Suggestion } from "./suggestion.ts";

/** Suggestions of at least this confidence are tags that `--accept` writes; the shares of right ones are in bench/RESULTS.md. */
const leastConfidence = { people: leastOfPerson, places: leastOfWord } as const;

/** True for what `--accept` writes: sure enough, no open question, and more than a mention or what a photo shows. */
export function isAcceptable({ kind, use, confidence, question }: Suggestion): boolean {
  return question === undefined && (use === "subject" || use === "dateline") && confidence >= leastConfidence[kind];
}

/**
 * Everything an article may be tagged with, its present tags among them: known names first, then new ones, surest first.
 * The article's own tags have no part in it.
 */
export function suggestForArticle(one: TaggedArticle, knowledge: Knowledge): readonly Suggestion[] {
  const { places, customs, countries, observed } = knowledge;
  const seen = observed(one);
  const suggestions = [...suggestKnownPeople(one, seen, customs), ...suggestKnownPlaces(one, seen, places, customs)];
  if (knowledge.trust.people + knowledge.trust.places + knowledge.trust.datelines > 0 || customs.placed < fewestTagged) {
    const articleText = textOf(one.article);
    const runs = runsOf(articleText, capitalsOf(articleText));
    suggestions.push(...newPeople(one, findFullNames(articleText, runs), knowledge), ...placesFound(findPlaces(articleText, runs, countries), knowledge), ...newDateline(one, knowledge));
  }
  return merged(suggestions);
}

function newPeople({ article }: TaggedArticle, found: readonly FoundPerson[], { names, trust }: Knowledge): readonly Suggestion[] {
  if (trust.people === 0) return [];
  const authors = new Set([...article.byline, ...article.contributors].map(({ name }) => foldName(name)));
  return found
    .filter(({ name }) => candidatesOf(names.people, name).length === 0 && !authors.has(foldName(name)))
    .map(({ name, confidence, because, at, words }) => ({ kind: "people", name, record: undefined, use: "subject", confidence: confidence * trust.people, because, findings: [{ at, words }] }));
}

// Where the archive shows no customs, the text alone speaks for its known places; new ones it speaks for everywhere.
function placesFound(found: readonly FoundPlace[], { names, trust, customs }: Knowledge): readonly Suggestion[] {
  return found.flatMap(({ name, use, confidence, because, at, words }): readonly Suggestion[] => {
    const base = { kind: "places", use, because, findings: [{ at, words }] } as const;
    const records = candidatesOf(names.places, name);
    if (records.length > 0) {
      if (customs.placed >= fewestTagged) return [];
      return records.filter(({ redact }) => !redact).map((record) => ({ ...base, name: record.name, record, confidence, ...questionAmong(name, records) }));
    }
    // "Donetsk region" may be a known spelling, though "Donetsk" is none.
    return trust.places === 0 || candidatesOf(names.places, words).length > 0 ? [] : [{ ...base, name, record: undefined, confidence: confidence * trust.places, ...(use === "subject" ? questionAbout(name) : {}) }];
  });
}

function questionAbout(name: string): Pick<Suggestion, "question"> {
  const doubt = doubtAbout(name);
  return doubt === undefined ? {} : { question: `which ${name} is meant: ${doubt}?` };
}

/** A dateline's town is where the story was written, and nearly always a place. */
const sureOfDateline = 0.9;

// A town that its qualifier leads to a known place ("MIDLAND, Mich.") is not worth a record unasked.
function newDateline({ article }: TaggedArticle, { places, names, trust }: Knowledge): readonly Suggestion[] {
  const name = townOfDateline(article);
  if (name === undefined || trust.datelines === 0 || candidatesOf(names.places, name).length > 0) return [];
  if (recordsOfDateline(article.dateline?.place ?? "", places).length > 0) return [];
  return [{ kind: "places", name, record: undefined, use: "dateline", confidence: sureOfDateline * trust.datelines, because: "the dateline names it", findings: [{ at: undefined, words: article.dateline?.raw ?? "" }], ...questionAbout(name) }];
}

// One suggestion for one name: the surest, a dateline before anything else of the same confidence.
function merged(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const key = `${suggestion.kind} ${suggestion.record?.id ?? `new ${foldName(suggestion.name)}`}`;
    const other = best.get(key);
    if (other === undefined || suggestion.confidence > other.confidence) best.set(key, suggestion);
  }
  return [...best.values()].map(withoutIdleQuestion).sort((a, b) => b.confidence - a.confidence);
}

// Which Georgia is meant matters only where it would be a tag.
function withoutIdleQuestion(suggestion: Suggestion): Suggestion {
  const { question, ...rest } = suggestion;
  return question === undefined || isAcceptable(rest) ? suggestion : rest;
}
