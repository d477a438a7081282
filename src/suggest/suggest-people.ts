import { textOf } from "./article-text.ts";
import { fewestTagged, ownOfPerson, personCues, yes, type Customs, type TaggedArticle } from "./customs.ts";
import type { PersonMentions } from "./known-people.ts";
import type { Observation } from "./observation.ts";
import type { Suggestion } from "./suggestion.ts";

/** The known people an article names, each with how likely an editor would tag them. */
export function suggestKnownPeople(one: TaggedArticle, { people }: Observation, customs: Customs): readonly Suggestion[] {
  return people.map((mentions) => ({
    kind: "people",
    name: mentions.record.name,
    record: mentions.record,
    use: "subject",
    ...judge(mentions, one, customs),
    findings: [{ at: mentions.at, words: textOf(one.article).text.slice(mentions.at, mentions.end) }],
  }));
}

/** As many articles as a first opinion weighs against those that are counted. */
const opinionWeight = 5;

function judge(mentions: PersonMentions, one: TaggedArticle, { people, peopled }: Customs): Pick<Suggestion, "confidence" | "because"> {
  const opinion = opinionOf(mentions);
  const manner = describeManner(mentions);
  if (peopled < fewestTagged) return { confidence: opinion, because: manner };
  const own = ownOfPerson(one, mentions);
  const [mannerCue, personCue] = personCues(mentions);
  const weigh = (cue: string, first: number): number => ((people.shares(cue, own).find(({ tag }) => tag === yes)?.tagged ?? 0) + opinionWeight * first) / (people.articles(cue, own) + opinionWeight);
  const ofManner = weigh(mannerCue, opinion);
  const share = people.shares(personCue, own).find(({ tag }) => tag === yes);
  const of = people.articles(personCue, own);
  return {
    confidence: weigh(personCue, ofManner),
    because: of > 0 ? `${manner}; ${String(share?.tagged ?? 0)} of ${String(of)} other articles that name ${mentions.record.name} so are tagged` : manner,
  };
}

/**
 * The share of people so named whom Reuters' editors of 1987 tagged, rounded. It serves where an archive has no tags of its
 * own to learn from; there a full name counts for more, since that corpus tags 114 people alone.
 */
function opinionOf({ inTitle, inLead, count, full, oneName }: PersonMentions): number {
  if (count === 0) return inTitle && full ? 0.6 : 0.1;
  if (inTitle) return count >= 2 ? 0.9 : 0.7;
  if (count >= 3) return 0.7;
  if (full && !oneName) return 0.5;
  return inLead && count === 2 ? 0.4 : 0.2;
}

function describeManner({ inTitle, inLead, count, full, role, oneName }: PersonMentions): string {
  const where = inTitle ? "in the title" : inLead ? "in the lead" : "in the text";
  const times = count > 1 ? `, ${String(count)} times in the text` : "";
  const form = full && !oneName ? "full name" : role ? "name behind an office" : "surname";
  return `${form} ${where}${times}`;
}
