import type { Head, Weights } from "./shard.ts";

/** What is needed to compare articles of different shards. */
export interface Statistics {
  readonly articles: number;
  /** For each term, how many articles have it. */
  readonly frequencies: readonly number[];
  /** Mean length of a text in words. */
  readonly length: number;
}

/**
 * How well an article fits, by Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, with b
 * lower, as news are all of a length), with more for words of the title and of subjects' names, and more still where the
 * terms are most of the title. Tuned on `npm run bench:search`.
 */
export function scoreOf(article: number, terms: readonly Weights[], head: Head, { articles, frequencies, length }: Statistics): number {
  const own = 2 ** ((head.lengths[article] ?? 0) / 2);
  const norm = saturation * (1 - lengthShare + (lengthShare * own) / length);
  let [score, inTitle, rarity] = [0, 0, 0];
  terms.forEach((weights, i) => {
    const weight = weights.get(article);
    if (weight === undefined) return;
    const frequency = frequencies[i] ?? 0;
    const rare = Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));
    const times = weight >> 2;
    score += rare * ((times * (saturation + 1)) / (times + norm) + (weight & 1 ? titleBonus : 0) + (weight & 2 ? nameBonus : 0));
    if (weight & 1) inTitle++;
    rarity += rare;
  });
  const titleShare = Math.min(1, inTitle / Math.max(1, head.titles[article] ?? 1));
  return score + rarity * (inTitle / terms.length) * titleShare * wholeTitleBonus;
}

const saturation = 1.2;
const lengthShare = 0.4;
const titleBonus = 1;
const nameBonus = 1;
const wholeTitleBonus = 2;
