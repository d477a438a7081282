import type { Article } from "../model/article.ts";
import { CueTally, type Own, type Share } from "./cue-tally.ts";
import type { PersonMentions } from "./known-people.ts";
import type { Observation } from "./observation.ts";
import { datelineCues } from "./place-cues.ts";

/** An article with the ids its tags lead to. */
export interface TaggedArticle {
  readonly article: Article;
  readonly people: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/**
 * What an archive's own tags show of its editors' customs: which places they give to articles from LONDON, whom they tag when
 * a name stands in the title. Every share is taken over the other articles: none is judged by its own tags.
 */
export interface Customs {
  readonly datelines: CueTally;
  readonly words: CueTally;
  readonly people: CueTally;
  /** Articles tagged with people, and with places: too few, and they show no custom. */
  readonly peopled: number;
  readonly placed: number;
}

/** Fewer tagged articles than this show no custom of their editors. */
export const fewestTagged = 50;

/** Below this share a word in title or lead says nothing of a place; at it, 9 of 10 places were right in Reuters-21578. */
export const leastOfWord = 0.6;

/** People are suggested from this share on: 3 of 4 were right in Reuters-21578, and 4 of 5 of its tags were found. */
export const leastOfPerson = 0.4;

/** Reads the customs from all articles that are tagged with a person or a place; what nobody has tagged yet proves nothing. */
export function learnCustoms(articles: readonly TaggedArticle[], observed: (one: TaggedArticle) => Observation): Customs {
  const tagged = articles.filter(isTagged);
  const datelines = new CueTally(leastOfDateline);
  for (const { article, places } of tagged) datelines.add(datelineCues(article), places);
  const words = new CueTally(leastOfWord);
  const people = new CueTally(0);
  for (const one of tagged) {
    const seen = observed(one);
    words.add(seen.words, one.places, new Set(placesOfDateline(datelines, one).map(({ tag }) => tag)));
    for (const mentions of seen.people) people.add(personCues(mentions), one.people.has(mentions.record.id) ? [yes] : []);
  }
  return { datelines, words, people, peopled: articles.filter((one) => one.people.size > 0).length, placed: articles.filter((one) => one.places.size > 0).length };
}

/** Half of the other articles with a dateline have the tag, or it says nothing. */
const leastOfDateline = 0.5;

/** The places that other articles with this dateline have: of the whole dateline, else of its town, else of what qualifies it. */
export function placesOfDateline(datelines: CueTally, one: TaggedArticle): readonly Share[] {
  const own = ownOf(one, one.places);
  for (const cue of datelineCues(one.article)) {
    if (datelines.articles(cue, own) < fewestWithDateline) continue;
    const shares = datelines.shares(cue, own);
    if (shares.length > 0) return shares;
  }
  return [];
}

const fewestWithDateline = 2;

/** What an article has itself added to the tallies. */
export function ownOf(one: TaggedArticle, tags: ReadonlySet<string>): Own {
  return { counted: isTagged(one), tags };
}

/** What an article has itself added to the tally of people. */
export function ownOfPerson(one: TaggedArticle, { record }: PersonMentions): Own {
  return { counted: isTagged(one), tags: one.people.has(record.id) ? yesOnly : noTags };
}

export const yes = "yes";
const yesOnly: ReadonlySet<string> = new Set([yes]);
const noTags: ReadonlySet<string> = new Set();

function isTagged({ people, places }: TaggedArticle): boolean {
  return people.size > 0 || places.size > 0;
}

/**
 * How somebody is named, as two cues: the manner alone, over all people, and roughly the same of this one person. Title and
 * number of mentions tell most; then whether the first name or an office stands with the name.
 */
export function personCues(mentions: PersonMentions): readonly [manner: string, ofPerson: string] {
  const { record, inTitle, inLead, count, full, role, oneName } = mentions;
  const form = oneName ? (role ? "role" : "bare") : full ? "full" : "surname";
  const manner = `${inTitle ? "title" : "text"} ${String(Math.min(count, 3))} ${inLead ? "lead" : "later"} ${form} ${oneName ? "one" : "two"}`;
  return [manner, `${record.id} ${inTitle ? "title" : "text"} ${count > 1 ? "often" : "once"}`];
}
