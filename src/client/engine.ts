import { createDownloads, download, keepPromises } from "./downloads.ts";
import { excerptOf, type Piece } from "./excerpt.ts";
import { countFacets, type Facets } from "./facets.ts";
import { parseManifest, type ShardEntry } from "./manifest.ts";
import { findInText } from "./matches.ts";
import { likelyQuery } from "./meant.ts";
import { openNames, type Name } from "./names.ts";
import { findPeriod, type QueryPeriod } from "./period.ts";
import type { Question } from "./question.ts";
import { startRun, type SearchRun } from "./search-run.ts";
import { openShard } from "./shard.ts";
import { keepWord, makeStemmer, type Stemmer } from "./stemmer.ts";
import { parseTerms, type Term } from "./terms.ts";
import type { Found } from "./walk.ts";

/** One result, ready to be shown. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly picture: string;
  readonly excerpt: readonly Piece[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** False where shards that have not been asked may hold more: the total is "at least". */
  readonly complete: boolean;
  /** True where no article has all the words, and these have most of them. */
  readonly partial: boolean;
  /** The date that was understood as a period. */
  readonly period: QueryPeriod | undefined;
}

/** What stands above the results. */
export interface Advice {
  /** Names that the query is. */
  readonly known: readonly Name[];
  /** The query as it may have been meant. */
  readonly meant: string | undefined;
}

/** Answers questions over all shards of an index. After an Error the same can be asked again. */
export interface Engine {
  ask(question: Question): Promise<Answer>;
  /** Asks every shard that the question concerns. */
  facets(question: Question): Promise<Facets>;
  advise(question: Question): Promise<Advice>;
  /** Loads what a search by relevance needs whatever its words are. */
  prepare(): Promise<unknown>;
  /** Names that may be about to be typed. */
  complete(text: string): Promise<readonly Name[]>;
}

/** What an engine needs from where it runs. */
export interface Surroundings {
  /** Address of the index, with its slash at the end. */
  readonly base: string;
  /** Base path of the site. */
  readonly site: string;
  /** BCP 47 tag of the page, for names of months. */
  readonly language: string;
  readonly network: typeof fetch;
}

/**
 * Opens an index. Shards are asked only as far as needed: by date one after another, from the end that was asked for,
 * until there are results enough; by relevance all that the range of days touches.
 */
export async function openEngine({ base, site, language, network }: Surroundings): Promise<Engine> {
  const response = await download(`${base}shards.json`, network, { cache: "no-cache" });
  const manifest = parseManifest(await response.json());
  const downloads = createDownloads(base, network);
  const names = openNames(downloads, manifest, site);
  const shards = manifest.shards.map((entry) => openShard(entry, downloads));
  const stemmers = keepPromises(async (program): Promise<Stemmer> => (program === "unknown" ? keepWord : makeStemmer(await downloads.program(`wasm.${program}.pagefind?${manifest.version}`))));
  const runs = new Map<string, SearchRun>();

  const stemmerOf = ({ program }: ShardEntry): Promise<Stemmer> => stemmers(program);
  const termsFor = async (entry: ShardEntry, words: string): Promise<readonly Term[]> =>
    words === "" ? [] : parseTerms(words, entry.language, await stemmerOf(entry));

  function runOf(question: Question, partial = false): SearchRun {
    const key = JSON.stringify([{ ...question, show: 0 }, partial]);
    const known = runs.get(key);
    if (known !== undefined) return known;
    const run = startRun(shards, question, { partial, termsFor: (entry) => termsFor(entry, question.words) });
    if (!partial) runs.clear(); // Only the question on the page is asked for more.
    runs.set(key, run);
    return run;
  }

  // A period in the words counts where the reader has set none.
  function understand(question: Question): { readonly asked: Question; readonly period: QueryPeriod | undefined } {
    const period = question.from === "" && question.to === "" ? findPeriod(question.words, language) : undefined;
    if (period !== undefined) return { asked: { ...question, words: period.rest, from: period.period, to: period.period }, period };
    const mayGoOn = question.typing === true && /[\p{L}\p{N}]{3}$/u.test(question.words);
    return { asked: mayGoOn ? { ...question, words: `${question.words}*` } : question, period };
  }

  // Where no article has all the words, those with most of them.
  async function runFor(asked: Question): Promise<{ readonly run: SearchRun; readonly partial: boolean }> {
    const run = runOf(asked);
    await run.until(asked.show);
    const isLacking = asked.order === "relevance" && run.found.length === 0 && [...run.asked.values()].some(({ terms }) => terms.length > 1);
    if (!isLacking) return { run, partial: false };
    const second = runOf(asked, true);
    await second.until(asked.show);
    return { run: second, partial: second.found.length > 0 };
  }

  async function hitOf({ shard, article }: Found, words: string): Promise<Hit> {
    const { entry } = shard;
    const [{ text, ...shown }, terms, stem] = await Promise.all([shard.shown(article), termsFor(entry, words), words === "" ? keepWord : stemmerOf(entry)]);
    return { ...shown, excerpt: excerptOf({ text, language: entry.language, find: (cut) => findInText(cut, terms, stem) }) };
  }

  return {
    async ask(question) {
      const { asked, period } = understand(question);
      const { run, partial } = await runFor(asked);
      const hits = await Promise.all(run.found.slice(0, question.show).map((found) => hitOf(found, asked.words)));
      return { hits, total: run.found.length, complete: run.left === 0, partial, period };
    },
    async facets(question) {
      const { asked } = understand(question);
      const { run } = await runFor(asked);
      await run.until(Infinity);
      return countFacets([...run.asked.values()]);
    },
    async advise(question) {
      const { asked } = understand(question);
      const [known, { run }] = await Promise.all([names.known(asked.words), runFor(asked)]);
      const meant = known.length > 0 ? undefined : await likelyQuery(asked.words, [...run.asked.values()], names, stemmerOf);
      return { known, meant };
    },
    prepare: () => Promise.all(shards.flatMap((shard) => [shard.head(), stemmerOf(shard.entry)])),
    complete: names.complete,
  };
}
