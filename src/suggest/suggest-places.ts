import type { AuthorityRecord } from "../model/authority.ts";
import { foldLetters, partAt, type ArticleText } from "./article-text.ts";
import type { Capital } from "./capitals.ts";
import { ownOf, placesOfDateline, type Customs, type TaggedArticle } from "./customs.ts";
import { spellingsAt, type SpellingIndex } from "./known-names.ts";
import { wordCues } from "./place-cues.ts";
import type { Suggestion } from "./suggestion.ts";

/** The places of the authority file, ready to be looked for. */
export interface KnownPlaces {
  readonly byId: ReadonlyMap<string, AuthorityRecord>;
  readonly spellings: SpellingIndex;
}

/** A dateline that spells a known place names it; 96 of 100 such tags were right in Reuters-21578. */
const byDateline = 0.95;
/** Known places spelled out in title or lead: 8 of 10 were right there. */
const byName = 0.75;
/** And further down: a place that is merely mentioned. */
const byMention = 0.2;
/** A word says little when few other articles have it. */
const fewestWithWord = 5;

/** The known places an article may be about: by its dateline, by what stands in title and lead, and those merely mentioned. */
export function suggestKnownPlaces(one: TaggedArticle, articleText: ArticleText, capitals: readonly Capital[], known: KnownPlaces, customs: Customs): readonly Suggestion[] {
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
    const records = recordsNamed(dateline.place, known);
    for (const record of records) {
      offer({ kind: "places", name: record.name, record, use: "dateline", confidence: byDateline, because: "the dateline names it", findings: [{ at: undefined, words: dateline.raw }], ...questionAmong(dateline.place, records) });
    }
  }
  const own = ownOf(one, one.places);
  const predicted = new Set(ofDateline.map(({ tag }) => tag));
  for (const [cue, { at, end }] of wordCues(articleText, capitals)) {
    if (customs.words.articles(cue, own) < fewestWithWord) continue;
    for (const { tag, share, tagged, of } of customs.words.shares(cue, own, predicted)) {
      if (of < fewestWithWord) continue;
      const record = known.byId.get(tag);
      if (record !== undefined) offer({ kind: "places", name: record.name, record, use: "subject", confidence: share, because: `${String(tagged)} of ${String(of)} other articles with this word in title or lead are tagged ${tag}`, findings: [{ at, words: articleText.text.slice(at, end) }] });
    }
  }
  for (const { at, end, records } of placesIn(articleText, capitals, known.spellings)) {
    const part = partAt(articleText, at);
    for (const record of records) {
      const spelled = articleText.folded.slice(at, end);
      const first = (part === "title" || part === "lead") && !isMetonym(articleText, at, end);
      // What the archive's own tags say of the word goes before an opinion.
      if (predicted.has(record.id) || (first && customs.words.silent(spelled, record.id, own) >= fewestWithWord)) continue;
      // Where there are no customs, how a text speaks of a place is looked at more closely: see findPlaces.
      const use = first ? "subject" : part === "caption" ? "depicted" : "mentioned";
      offer({ kind: "places", name: record.name, record, use, confidence: first ? byName : byMention, because: first ? `it stands in the ${part}` : part === "caption" ? "a caption names it" : "the text names it", findings: [{ at, words: articleText.text.slice(at, end) }], ...questionAmong(articleText.text.slice(at, end), records) });
    }
  }
  return [...best.values()];
}

/** "Tbilisi said", "according to Moscow", "Moscow's permanent representative": a government, not the town. */
function isMetonym({ folded }: ArticleText, at: number, end: number): boolean {
  return speaks.test(folded.slice(end, end + longestSpeech)) || /\b(?:according to|talks with|discussions with) $/u.test(folded.slice(Math.max(0, at - longestSpeech), at));
}

const longestSpeech = 40;
const speaks =
  /^(?: (?:said|says|claimed|claims|denied|denies|contends|insists|insisted|argued|argues|warned|warns|announced|agreed|agrees|rejected|rejects|recognizes|recognized|wants|wanted|called|urged|accused|condemned|and its western allies)\b|['’]s (?:\w+ ){0,2}(?:representative|ambassador|envoy|government|parliament|minister|ministry|spokesman|spokeswoman|leader|leaders|president|army|military|troops)\b)/u;

interface NamedPlace {
  readonly at: number;
  readonly end: number;
  readonly records: readonly AuthorityRecord[];
}

function placesIn({ folded }: ArticleText, capitals: readonly Capital[], index: SpellingIndex): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  let skipTo = 0;
  for (const { at, folded: word } of capitals) {
    if (at < skipTo) continue;
    const spelled = spellingsAt(index, folded, at, word);
    const [first] = spelled;
    if (first === undefined) continue;
    skipTo = at + first.folded.length;
    found.push({ at, end: skipTo, records: spelled.map(({ record }) => record) });
  }
  return found;
}

/** The records a dateline's place spells, whole or by its town: "ST. LOUIS, Mo.". */
function recordsNamed(place: string, { spellings }: KnownPlaces): readonly AuthorityRecord[] {
  const folded = foldLetters(place);
  for (const name of [folded, folded.split(/\s*,\s*/u)[0] ?? ""]) {
    const first = /^\S+/u.exec(name)?.[0].replace(/[.'’-]+$/u, "") ?? "";
    const exact = spellingsAt(spellings, name, 0, first).filter((spelling) => spelling.folded === name);
    if (exact.length > 0) return exact.map(({ record }) => record);
  }
  return [];
}

/** Two records of one spelling: the editor must say which. */
export function questionAmong(name: string, records: readonly AuthorityRecord[]): Pick<Suggestion, "question"> {
  return records.length < 2 ? {} : { question: `"${name}" can mean ${records.map(({ id }) => id).join(" or ")}; write the id of the one that is meant` };
}
