import type { AuthorityRecord } from "../model/authority.ts";
import { ownOf, placesOfDateline, type Customs, type TaggedArticle } from "./customs.ts";
import { recordsOfDateline, type KnownPlaces } from "./known-places.ts";
import { findWord, type Observation } from "./observation.ts";
import type { Suggestion } from "./suggestion.ts";

/** A dateline that spells a known place names it; 96 of 100 such tags were right in Reuters-21578. */
const byDateline = 0.95;
/** Known places spelled out in title or lead: 8 of 10 were right there. */
const byName = 0.75;
/** And further down: a place that is merely mentioned. */
const byMention = 0.2;
/** A word says little when few other articles have it. */
const fewestWithWord = 5;

/** The known places an article may be about: by its dateline, by what stands in title and lead, and those merely mentioned. */
export function suggestKnownPlaces(one: TaggedArticle, seen: Observation, known: KnownPlaces, customs: Customs): readonly Suggestion[] {
  const best = new Map<string, Suggestion>();
  const offer = (suggestion: Suggestion): void => {
    const id = suggestion.record?.id ?? "";
    if (suggestion.confidence > (best.get(id)?.confidence ?? 0)) best.set(id, suggestion);
  };
  const { dateline } = one.article;
  const ofDateline = placesOfDateline(customs.datelines, one);
  for (const { tag, share, tagged, of } of ofDateline) {
    const record = known.byId.get(tag);
    if (record === undefined) continue;
    offer({ kind: "places", name: record.name, record, use: "dateline", confidence: share, because: `${String(tagged)} of ${String(of)} other articles with this dateline are tagged ${tag}`, findings: [{ at: undefined, words: dateline?.raw ?? "" }] });
  }
  if (dateline?.place !== undefined && ofDateline.length === 0) {
    const records = recordsOfDateline(dateline.place, known);
    for (const record of records) {
      offer({ kind: "places", name: record.name, record, use: "dateline", confidence: byDateline, because: "the dateline names it", findings: [{ at: undefined, words: dateline.raw }], ...questionAmong(dateline.place, records) });
    }
  }
  const own = ownOf(one, one.places);
  const predicted = new Set(ofDateline.map(({ tag }) => tag));
  for (const word of seen.words) {
    if (customs.words.articles(word, own) < fewestWithWord) continue;
    for (const { tag, share, tagged, of } of customs.words.shares(word, own, predicted)) {
      const record = of < fewestWithWord ? undefined : known.byId.get(tag);
      if (record !== undefined) offer({ kind: "places", name: record.name, record, use: "subject", confidence: share, because: `${String(tagged)} of ${String(of)} other articles with this word in title or lead are tagged ${tag}`, findings: [findWord(one.article, word)] });
    }
  }
  for (const { at, words, folded, part, records, speaks } of seen.places) {
    const first = (part === "title" || part === "lead") && !speaks;
    for (const record of records) {
      // What the archive's own tags say of the word goes before an opinion.
      if (predicted.has(record.id) || (first && customs.words.silent(folded, record.id, own) >= fewestWithWord)) continue;
      const use = first ? "subject" : part === "caption" ? "depicted" : "mentioned";
      const because = first ? `it stands in the ${part}` : part === "caption" ? "a caption names it" : "the text names it";
      offer({ kind: "places", name: record.name, record, use, confidence: first ? byName : byMention, because, findings: [{ at, words }], ...questionAmong(words, records) });
    }
  }
  return [...best.values()];
}

/** Two records of one spelling: the editor must say which. */
export function questionAmong(name: string, records: readonly AuthorityRecord[]): Pick<Suggestion, "question"> {
  return records.length < 2 ? {} : { question: `"${name}" can mean ${records.map(({ id }) => id).join(" or ")}; write the id of the one that is meant` };
}
