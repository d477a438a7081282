import { statSync, realpathSync } from "node:fs";
import path from "node:path";
import { readContentFolder } from "../content/content-folder.ts";
import { addProposed, readProposed, type Proposal } from "../content/proposed-records.ts";
import { readContent } from "../content/read-content.ts";
import { ContentError } from "../model/content-error.ts";
import { acceptSuggestions, type Accepted } from "./accept.ts";
import { knowledgeOf } from "./knowledge.ts";
import type { LikelyPair } from "./same-person.ts";
import { suggestForArchive, type ArticleSuggestions } from "./suggest-archive.ts";
import { SuggestError } from "./suggest-error.ts";
import { withAnswers, type Waiting } from "./waiting.ts";

export interface SuggestRequest {
  /** The content folder. */
  readonly content: string;
  /** Articles, by their paths or by their paths inside the content folder; none means all. */
  readonly files: readonly string[];
  /** Writes what is sure enough into the articles and the authority files. */
  readonly accept: boolean;
}

/** What was suggested, and what came of it. */
export interface SuggestOutcome {
  /** Articles looked through. */
  readonly looked: number;
  /** Those of which something is suggested. */
  readonly articles: readonly ArticleSuggestions[];
  readonly twins: readonly LikelyPair[];
  /** New names added to the files of proposals, which wait for an editor. */
  readonly proposed: Readonly<Record<Kind, number>>;
  readonly accepted: Accepted | undefined;
}

type Kind = "people" | "places";

/**
 * Suggests people and places for articles. New names are added to `_proposed-people.yaml` and `_proposed-places.yaml`;
 * nothing else is written unless `accept` is set. Throws ContentError where the content is wrong, SuggestError where a file
 * is no article of the folder.
 */
export function suggestTags({ content, files, accept }: SuggestRequest): SuggestOutcome {
  const folder = readContentFolder(content);
  const read = readContent(folder, new Map());
  if (read.problems.length > 0) throw new ContentError(read.problems);
  const waiting: Waiting = { people: readProposed(content, "people"), places: readProposed(content, "places") };
  const all = new Set(read.articles.map(({ file }) => file));
  const chosen = files.length === 0 ? all : new Set(files.map((file) => articleOf(file, content, all)));
  const knowledge = knowledgeOf(read);
  const sources = new Map(folder.texts.flatMap(({ file, text }) => (typeof text === "string" ? [[file, text]] : [])));
  const suggested = suggestForArchive(knowledge, chosen, sources);
  const articles = suggested.articles.map(({ file, suggestions }) => ({ file, suggestions: withAnswers(suggestions, waiting) }));
  const accepted = accept ? acceptSuggestions({ content, articles, waiting, names: knowledge.names, tagged: new Map(knowledge.articles.map((one) => [one.article.file, one])), sources, takeAllWaiting: files.length === 0 }) : undefined;
  const proposed = { people: propose("people", content, articles, accept), places: propose("places", content, articles, accept) };
  return { looked: chosen.size, articles: articles.filter(({ suggestions }) => suggestions.length > 0), twins: suggested.twins, proposed, accepted };
}

// Under --accept only what waits for an answer.
function propose(kind: Kind, content: string, articles: readonly ArticleSuggestions[], accept: boolean): number {
  const proposals = new Map<string, Proposal & { readonly found: string[] }>();
  for (const { file, suggestions } of articles) {
    for (const suggestion of suggestions) {
      if (suggestion.kind !== kind || !suggestion.isNew || !(suggestion.question !== undefined || (suggestion.accepts && !accept))) continue;
      const { name, question, variantOf, evidence } = suggestion;
      const proposal = proposals.get(name) ?? { name, ...(variantOf === undefined ? {} : { variantOf }), ...(question === undefined ? {} : { question }), found: [] };
      proposals.set(name, proposal);
      if (proposal.found.length < mostFound) proposal.found.push(...evidence.map(({ line, words }) => `${file}:${String(line)} ${words}`));
    }
  }
  return addProposed(content, kind, [...proposals.values()]);
}

/** So many places show who is meant. */
const mostFound = 5;

function articleOf(file: string, content: string, all: ReadonlySet<string>): string {
  const root = realpathSync(content);
  const place = statSync(file, { throwIfNoEntry: false })?.isFile() === true ? path.relative(root, realpathSync(file)).replaceAll(path.sep, "/") : file;
  const found = [place, file.replaceAll(path.sep, "/")].find((one) => all.has(one));
  if (found === undefined) throw new SuggestError(`there is no article ${file} in ${content}; name it as 1987/03/funaro.md`);
  return found;
}
