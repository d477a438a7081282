import { dayRange, overlaps, type DayRange } from "./calendar.ts";
import { sum } from "./lists.ts";
import type { ShardEntry } from "./manifest.ts";
import { findTerms } from "./matches.ts";
import { filterNames, type Question } from "./question.ts";
import { scoreOf, type Statistics } from "./score.ts";
import type { Head, OpenShard, Weights } from "./shard.ts";
import type { Term } from "./terms.ts";
import { startWalk, type Found, type Walk } from "./walk.ts";

/** One question on its way over the shards. */
export interface SearchRun extends Walk {
  /** For each shard that has been asked, by its path, what it answered. */
  readonly asked: ReadonlyMap<string, Asked>;
}

/** What a shard answered. */
export interface Asked {
  readonly shard: OpenShard;
  readonly head: Head;
  readonly terms: readonly Term[];
  readonly weights: readonly Weights[];
  /** Those that fit the whole question. */
  readonly articles: readonly number[];
}

export interface RunOptions {
  /** Of the words of a question, in the language of a shard. */
  readonly termsFor: (entry: ShardEntry) => Promise<readonly Term[]>;
  /** True where articles may lack some of the words. */
  readonly partial: boolean;
}

/** Starts a run over the shards that a question concerns. */
export function startRun(shards: readonly OpenShard[], question: Question, { termsFor, partial }: RunOptions): SearchRun {
  const range = dayRange(question.from, question.to);
  // One that has answered beside one that failed is asked again.
  const asked = new Map<string, Asked>();
  const walk = startWalk(shards.filter(({ entry }) => overlaps(entry, range)), question.order, async (step) => {
    const answers = await Promise.all(step.map(async (shard) => askShard(shard, await termsFor(shard.entry), question, range, partial)));
    for (const answer of answers) asked.set(answer.shard.entry.path, answer);
    return question.order === "relevance" ? scored(answers) : answers.flatMap((answer) => answer.articles.map((article) => foundOf(answer, article, 0)));
  });
  return Object.assign(walk, { asked });
}

async function askShard(shard: OpenShard, terms: readonly Term[], question: Question, range: DayRange, partial: boolean): Promise<Asked> {
  const [head, weights, allowed] = await Promise.all([shard.head(), findTerms(shard, terms), allowedBy(shard, question)]);
  // Nothing to read in the words ("???") finds nothing; no words at all find what filters and dates leave.
  const candidates = terms.length > 0 ? withTerms(terms, weights, partial) : question.words === "" ? [...head.days.keys()] : [];
  const articles = candidates.filter((article) => {
    const day = head.days[article] ?? "";
    return allowed.every((set) => set.has(article)) && overlaps({ from: day, to: day }, range);
  });
  return { shard, head, terms, weights, articles };
}

// In part: at least half of the terms, phrases always.
function withTerms(terms: readonly Term[], weights: readonly Weights[], partial: boolean): readonly number[] {
  const [rarest = new Map<number, number>()] = weights.toSorted((a, b) => a.size - b.size);
  if (!partial) return [...rarest.keys()].filter((article) => weights.every((list) => list.has(article)));
  const strict = weights.filter((_, i) => (terms[i]?.words.length ?? 0) > 1);
  const all = new Set(weights.flatMap((list) => [...list.keys()]));
  return [...all].filter((article) => strict.every((list) => list.has(article)) && 2 * weights.filter((list) => list.has(article)).length >= weights.length);
}

function allowedBy(shard: OpenShard, { filters }: Question): Promise<readonly ReadonlySet<number>[]> {
  const wanted = filterNames.flatMap((name) => filters[name].map((value) => [name, value] as const));
  return Promise.all(wanted.map(async ([name, value]) => new Set((await shard.values(name)).get(value))));
}

function scored(answers: readonly Asked[]): readonly Found[] {
  // Terms are those of a language: statistics too.
  const languages = Map.groupBy(answers, ({ shard }) => shard.entry.language);
  return [...languages.values()].flatMap((own) => {
    const statistics = statisticsOf(own);
    return own.flatMap((answer) => answer.articles.map((article) => foundOf(answer, article, scoreOf(article, answer.weights, answer.head, statistics))));
  });
}

function statisticsOf(answers: readonly Asked[]): Statistics {
  const lengths = answers.flatMap(({ head }) => head.lengths);
  return {
    articles: lengths.length,
    frequencies: frequenciesOf(answers),
    length: sum(lengths.map((length) => 2 ** (length / 2))) / Math.max(1, lengths.length),
  };
}

/** For each term, how many articles have it. */
export function frequenciesOf(answers: readonly Asked[]): readonly number[] {
  return (answers[0]?.terms ?? []).map((_, i) => sum(answers.map(({ weights }) => weights[i]?.size ?? 0)));
}

function foundOf({ shard, head }: Asked, article: number, score: number): Found {
  return { shard, article, day: head.days[article] ?? "", score };
}
