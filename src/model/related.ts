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
 * The related articles of each article of an archive, best first, in the order of the articles. They share people, places, organizations or topics; a
 * rare name weighs more than a common one, and of two that share as much the one nearer in time is closer. Takes the
 * articles newest first.
 *
 * An article looks only at its nearest neighbours in time among those that share one of its rarest names. So the work
 * grows with the number of articles alone, and one more article changes the lists of at most 2 × `reach` articles for
 * each of its names: a second build renders few pages again. For the same reason a name's weight depends on the power
 * of two below its number of articles, which one more article hardly ever changes.
 */
export function relatedArticles(articles: readonly CataloguedArticle[]): readonly (readonly CataloguedArticle[])[] {
  const names = namesOfArticles(articles);
  const days = daysOf(articles);
  const scores = new Float64Array(articles.length);
  const distances = new Float64Array(articles.length);
  const isCloser = (a: number, b: number): boolean => {
    const score = scores[a] ?? 0;
    const other = scores[b] ?? 0;
    if (score !== other) return score > other;
    const distance = distances[a] ?? 0;
    const otherDistance = distances[b] ?? 0;
    if (distance !== otherDistance) return distance < otherDistance;
    return compareText(articles[a]?.address ?? "", articles[b]?.address ?? "") < 0;
  };
  return articles.map(({ series }, i) => {
    const found = candidates(i, names[i] ?? [], scores);
    const best: number[] = [];
    for (const j of found) {
      // The parts of its series are shown beside it already.
      if (series !== undefined && articles[j]?.series === series) continue;
      const distance = Math.abs((days[i] ?? 0) - (days[j] ?? 0));
      distances[j] = Number.isNaN(distance) ? Infinity : distance;
      scores[j] = faded(scores[j] ?? 0, distance);
      insert(best, j, isCloser);
    }
    const least = (scores[best[0] ?? 0] ?? 0) * weakest;
    const related = best.filter((j) => (scores[j] ?? 0) >= least).flatMap((j) => articles[j] ?? []);
    for (const j of found) scores[j] = 0;
    // A list that has grown keeps room for sixteen more.
    return related.length === 0 ? none : related.slice();
  });
}

const none: readonly never[] = [];

/** A name that articles share. */
interface SharedName {
  /** Positions of all that have it, newest first. */
  readonly articles: number[];
  /** How many of them have been looked at. */
  seen: number;
  /** 121 where two articles share it, 64 where twenty do, 4 where a thousand do; 0 where it says nothing. */
  weight: number;
}

function namesOfArticles(articles: readonly CataloguedArticle[]): readonly (readonly SharedName[])[] {
  const byRecord = new Map<AuthorityRecord, SharedName>();
  const names = articles.map(({ about }, i) => {
    const own: SharedName[] = [];
    for (const kind of authorityKinds) {
      for (const record of about[kind]) {
        let name = byRecord.get(record);
        if (name === undefined) byRecord.set(record, (name = { articles: [], seen: 0, weight: 0 }));
        name.articles.push(i);
        own.push(name);
      }
    }
    return own;
  });
  for (const name of byRecord.values()) {
    const { length } = name.articles;
    if (length > 1 && length <= mostShared) name.weight = (12 - Math.floor(Math.log2(length))) ** 2;
  }
  return names;
}

// The articles that stand near article `i` under its rarest names; `scores` then holds the weight of the names they share.
// Articles are looked at one after the other, so that each name knows where in its list the next one stands.
function candidates(i: number, names: readonly SharedName[], scores: Float64Array): readonly number[] {
  const found: number[] = [];
  for (const { articles, seen, weight } of rarest(names)) {
    const last = Math.min(articles.length - 1, seen + reach);
    for (let at = Math.max(0, seen - reach); at <= last; at++) {
      const j = articles[at];
      if (j === undefined || j === i) continue;
      if (scores[j] === 0) found.push(j);
      scores[j] = (scores[j] ?? 0) + weight;
    }
  }
  for (const name of names) name.seen++;
  return found;
}

function rarest(names: readonly SharedName[]): readonly SharedName[] {
  const shared = names.filter(({ weight }) => weight > 0);
  return shared.length <= namesAsked ? shared : shared.sort((a, b) => b.weight - a.weight).slice(0, namesAsked);
}

// Into the few best so far, the best first.
function insert(best: number[], j: number, isCloser: (a: number, b: number) => boolean): void {
  let at = best.length;
  while (at > 0 && isCloser(j, best[at - 1] ?? j)) at--;
  if (at === mostRelated) return;
  best.splice(at, 0, j);
  if (best.length > mostRelated) best.pop();
}

// Two thirds of the weight after nine months, 40 % after eight decades: time matters, but a rare name outlives it. What is
// not dated (NaN) counts as eight years away.
function faded(score: number, days: number): number {
  if (Number.isNaN(days)) return score / 2;
  return score / (divisors[days] ?? divisorAfter(days));
}

function divisorAfter(days: number): number {
  return 1 + Math.log10(1 + days / 30) / 2;
}

// Of ten years: a logarithm for each pair of articles would be a tenth of the work.
const divisors = Float64Array.from({ length: 3653 }, (_, days) => divisorAfter(days));

function daysOf(articles: readonly CataloguedArticle[]): Float64Array {
  let last: string | undefined;
  let number = Number.NaN;
  return Float64Array.from(articles, ({ date }) => {
    const day = date.earliest ?? date.latest;
    if (day !== last) number = dayNumber(day);
    last = day;
    return number;
  });
}

function dayNumber(day: string | undefined): number {
  return day === undefined || day.startsWith("-") ? Number.NaN : Date.parse(day) / 86_400_000;
}
