import type { Article } from "../model/article.ts";
import { slugOf } from "../model/slug.ts";
import { lineAt, lineOfValue, textOf } from "./article-text.ts";
import type { Knowledge } from "./knowledge.ts";
import { findLikelyPairs, findTwinRecords, type LikelyPair } from "./same-person.ts";
import { isAcceptable, suggestForArticle } from "./suggest-article.ts";
import type { Finding, Suggestion, Use } from "./suggestion.ts";

/** Words of an article and the line of its file they stand on. */
export interface Evidence {
  readonly line: number;
  readonly words: string;
}

/** A suggestion as an editor sees it. */
export interface ShownSuggestion {
  readonly kind: "people" | "places";
  readonly name: string;
  /** Id of the record, or the one a new record would have. */
  readonly id: string;
  /** True where no record of that name exists yet. */
  readonly isNew: boolean;
  readonly use: Use;
  /** From 0 to 1, two decimals. */
  readonly confidence: number;
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** True where `--accept` writes it. */
  readonly accepts: boolean;
  readonly question?: string;
  /** Id of the record it may be another spelling of. */
  readonly variantOf?: string;
}

export interface ArticleSuggestions {
  readonly file: string;
  readonly suggestions: readonly ShownSuggestion[];
}

export interface ArchiveSuggestions {
  readonly articles: readonly ArticleSuggestions[];
  /** Records that may be one person's. */
  readonly twins: readonly LikelyPair[];
}

/**
 * Suggests tags for the given articles: what they name and are not tagged with yet. `sources` has the text of each file, in
 * which lines are counted.
 */
export function suggestForArchive(knowledge: Knowledge, files: ReadonlySet<string>, sources: ReadonlyMap<string, string>): ArchiveSuggestions {
  const found = knowledge.articles
    .filter(({ article }) => files.has(article.file))
    .map((one) => {
      const suggestions = suggestForArticle(one, knowledge).filter(({ kind, record }) => record === undefined || !one[kind].has(record.id));
      return { article: one.article, suggestions };
    });
  const newPeople = new Map<string, number>();
  for (const { article, suggestions } of found) {
    const body = article.body.markdown;
    for (const { kind, record, name } of suggestions) if (kind === "people" && record === undefined) newPeople.set(name, (newPeople.get(name) ?? 0) + body.split(name).length);
  }
  const records = knowledge.names.people.records;
  const pairs = findLikelyPairs(records.values(), newPeople);
  return {
    articles: found.map(({ article, suggestions }) => ({ file: article.file, suggestions: suggestions.map((suggestion) => show(withPair(suggestion, pairs), article, sources.get(article.file) ?? "")) })),
    twins: findTwinRecords(records.values()),
  };
}

function withPair(suggestion: Suggestion, pairs: ReadonlyMap<string, LikelyPair>): Suggestion {
  const pair = suggestion.kind === "people" && suggestion.record === undefined ? pairs.get(suggestion.name) : undefined;
  if (pair === undefined) return suggestion;
  return { ...suggestion, variantOf: pair.id ?? slugOf(pair.main), question: `is this ${pair.main}? The surnames sound alike` };
}

function show(suggestion: Suggestion, article: Article, source: string): ShownSuggestion {
  const { kind, name, record, use, confidence, because, findings, question, variantOf } = suggestion;
  return {
    kind,
    name,
    id: record?.id ?? slugOf(name),
    isNew: record === undefined,
    use,
    confidence: Math.round(confidence * 100) / 100,
    because,
    evidence: findings.map((finding) => evidenceOf(finding, article, source)),
    accepts: isAcceptable(suggestion),
    ...(question === undefined ? {} : { question }),
    ...(variantOf === undefined ? {} : { variantOf }),
  };
}

function evidenceOf({ at, words }: Finding, article: Article, source: string): Evidence {
  return { line: at === undefined ? lineOfValue(source, words) : lineAt(article, textOf(article), at, source), words };
}
