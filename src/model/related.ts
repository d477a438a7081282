import type { CataloguedArticle } from "./archive.ts";
import { authorityKinds, type AuthorityRecord } from "./authority.ts";
import { compareText } from "./build-archive.ts";

/** How many related articles one has at most. */
export const mostRelated = 5;

/** By how many of its names, the rarest, an article looks for others. */
const namesAsked = 4;

/** How many articles before it and after it, of those with the same name, an article looks at. */
const reach = 6;

/** An article that is related less than half as closely as the best one is noise beside it. */
const weakest = 0.5;

/** A name that more articles share says too little of any of them (in Reuters-21578 "usa", "earn", "uk"). */
const mostShared = 1024;

/**
 * The related articles of each article of an archive, best first. They share people, places, organizations or topics; a
 * rare name weighs more than a common one, and of two that share as much the one nearer in time is closer. Takes the
 * articles newest first.
 *
 * An article looks only at its nearest neighbours in time among those that share one of its rarest names. So the work
 * grows with the number of articles alone, and one more article changes the lists of at most 2 × `reach` articles for
 * each of its names: a second build renders few pages again. For the same reason a name's weight depends on the power
 * of two below its number of articles, which one more article hardly ever changes.
 */
export function relatedArticles(articles: readonly CataloguedArticle[]): ReadonlyMap<CataloguedArticle, readonly CataloguedArticle[]> {
  const names = sharedNames(articles);
  const days = Float64Array.from(articles, ({ date }) => dayNumber(date.earliest ?? date.latest));
  const scores = new Float64Array(articles.length);
  const related = new Map<CataloguedArticle, readonly CataloguedArticle[]>();
  articles.forEach((article, i) => {
    const found = candidates(i, rarest(names[i] ?? []), scores);
    const isOfSeries = (other: CataloguedArticle | undefined): boolean => article.series !== undefined && other?.series === article.series;
    // The parts of its series are shown beside it already.
    const best = found.filter((j) => !isOfSeries(articles[j])).map((j): Candidate => ({ at: j, ...rank(scores[j] ?? 0, Math.abs((days[i] ?? 0) - (days[j] ?? 0))) }));
    for (const j of found) scores[j] = 0;
    if (best.length === 0) return;
    best.sort((a, b) => b.score - a.score || a.distance - b.distance || compareText(articles[a.at]?.address ?? "", articles[b.at]?.address ?? ""));
    const least = (best[0]?.score ?? 0) * weakest;
    related.set(article, best.slice(0, mostRelated).filter(({ score }) => score >= least).flatMap(({ at }) => articles[at] ?? []));
  });
  return related;
}

/** A name that an article shares with others: all that have it, newest first, and where the article stands among them. */
interface SharedName {
  readonly articles: readonly number[];
  readonly position: number;
}

interface Candidate {
  readonly at: number;
  readonly score: number;
  readonly distance: number;
}

function sharedNames(articles: readonly CataloguedArticle[]): readonly (readonly SharedName[])[] {
  const byRecord = new Map<AuthorityRecord, number[]>();
  const names = articles.map(({ about }, i) =>
    authorityKinds.flatMap((kind) =>
      about[kind].map((record): SharedName => {
        let list = byRecord.get(record);
        if (list === undefined) byRecord.set(record, (list = []));
        return { articles: list, position: list.push(i) - 1 };
      }),
    ),
  );
  return names.map((list) => list.filter((name) => name.articles.length > 1 && name.articles.length <= mostShared));
}

function rarest(names: readonly SharedName[]): readonly SharedName[] {
  return names.length <= namesAsked ? names : names.toSorted((a, b) => weight(b) - weight(a)).slice(0, namesAsked);
}

// The articles that stand near article `i` under these names; `scores` then holds the weight of the names they share.
function candidates(i: number, names: readonly SharedName[], scores: Float64Array): readonly number[] {
  const found: number[] = [];
  for (const name of names) {
    const { articles, position } = name;
    const last = Math.min(articles.length - 1, position + reach);
    for (let at = Math.max(0, position - reach); at <= last; at++) {
      const j = articles[at];
      if (j === undefined || j === i) continue;
      if (scores[j] === 0) found.push(j);
      scores[j] = (scores[j] ?? 0) + weight(name);
    }
  }
  return found;
}

// 121 for a name that two articles share, 64 for one that twenty do, 4 for one that a thousand do.
function weight({ articles }: SharedName): number {
  return (12 - Math.floor(Math.log2(articles.length))) ** 2;
}

// Two thirds of the weight after nine months, 40 % after eight decades: time matters, but a rare name outlives it. What is
// not dated counts as eight years away.
function rank(score: number, days: number): Pick<Candidate, "score" | "distance"> {
  const distance = Number.isNaN(days) ? Infinity : days;
  return { score: distance === Infinity ? score / 2 : score / (1 + Math.log10(1 + distance / 30) / 2), distance };
}

function dayNumber(day: string | undefined): number {
  return day === undefined || day.startsWith("-") ? Number.NaN : Date.parse(day) / 86_400_000;
}
