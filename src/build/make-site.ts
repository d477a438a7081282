import { searchIndexAddress } from "../../layouts/search.11ty.ts";
import type { ArticleMemory } from "../content/article-memory.ts";
import type { ContentFolder } from "../content/content-folder.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import { ContentError } from "../model/content-error.ts";
import { dataFolder } from "../model/data-tables.ts";
import type { BuildOptions, BuildSummary } from "./build.ts";
import { DataUnits } from "./data/data-units.ts";
import { FileUnits } from "./file-units.ts";
import { FixityUnit } from "./fixity-unit.ts";
import type { FileMark, Generation } from "./generation.ts";
import { hostLimits, sizeOf } from "./host-limits.ts";
import { keptAssets } from "./kept-assets.ts";
import { ledgerEntries, ledgerProblems, nextLedger, readLedger, writeLedger, type Ledger } from "./ledger.ts";
import { ledgerKey } from "./ledger-key.ts";
import { peakMemory, secondsBetween } from "./measure.ts";
import { NextGeneration } from "./next-generation.ts";
import { PageUnits } from "./page-units.ts";
import { prepareSite, type PreparedSite } from "./prepare.ts";
import type { Progress } from "./progress.ts";
import { asideOf, beginAside, clearAside, discardAside, finishAside, publish } from "./publish.ts";
import type { Renderer } from "./render.ts";
import { searchNames } from "./search-names.ts";
import { searchRecords } from "./search-records.ts";
import { SearchUnits } from "./search-units.ts";
import { siteDigest } from "./site-digest.ts";
import { languageWarning, localOrigin } from "./site.ts";
import type { BuildState } from "./state.ts";
import { verifyBuild } from "./verify/verify-build.ts";
import type { Workers } from "./workers.ts";

/** A site that was made and published, and what the next build should know of it. */
export interface MadeSite extends Pick<BuildState, "key" | "withheld" | "live" | "aside" | "articles" | "pictures" | "facts" | "data"> {
  readonly summary: BuildSummary;
}

/** What a build has at hand when it has read the content folder. */
export interface Beginning {
  readonly folder: ContentFolder;
  /** See `programFingerprint`. */
  readonly program: string;
  /** Articles that need not be parsed again. */
  readonly articles: ArticleMemory;
  /** What the last build remembers, where there is one by this program. */
  readonly last: BuildState | undefined;
  readonly renderer: Renderer;
  readonly workers: Workers;
  readonly progress: Progress;
  /** When the build began: see `performance.now`. */
  readonly start: number;
}

/** Makes whatever differs from the last build, beside the published folder, and exchanges the two. Throws ContentError. */
export async function makeSite(options: BuildOptions, { folder, program, articles, last, renderer, workers, progress, start }: Beginning): Promise<MadeSite> {
  const { output } = options;
  const aside = asideOf(output);
  const prepared = await prepareSite(folder, options, { articles, pictures: last?.pictures, assets: keptAssets(program) });
  const ledger = prepared.archive.settings.ledger ? ledgerAfter(folder, prepared, last) : undefined;
  const key = stateKey(prepared, options);
  const state = last?.key === key ? last : undefined;
  if (state === undefined && last !== undefined) options.anew?.();
  if (state !== undefined) renderer.withoutEleventy();
  if (state?.aside === undefined) clearAside(output);
  const next = new NextGeneration(output, aside, state);
  beginAside(output);
  progress.end();
  const contentDone = performance.now();

  progress.begin("pages", prepared.pages.length);
  const pages = new PageUnits(prepared.pages, prepared.site, renderer, !options.search);
  const files = new FileUnits(prepared.assets, prepared.pictures, aside);
  const data = new DataUnits(prepared.context, aside, state && { folder: output, generation: state.live, memory: state.data });
  // The data is made while the processes render, so that no core waits for it.
  await allDone([pages.build(next, progress), data.build(next)]);
  files.build(next);
  progress.end();
  const pagesDone = performance.now();

  const search = options.search ? new SearchUnits(searchRecords(prepared.context), searchNames(prepared.archive), { folder: searchIndexAddress.slice(1, -1), live: output, aside, workers }) : undefined;
  if (search !== undefined) {
    progress.begin("search shards", search.shardCount);
    await search.build(next, progress);
    progress.end();
  }
  const searchDone = performance.now();

  const fixity = new FixityUnit(aside);
  fixity.plan(next);
  const damaged = next.settle();
  await pages.remake(damaged, next);
  files.remake(damaged, next);
  await data.remake(damaged, next);
  await search?.remake(damaged, next);
  fixity.make(damaged, next);
  finishAside(output);
  const generation = next.finish();
  let facts = state?.facts ?? [];
  if (next.isChanged) {
    const finished = { folder: aside, generation, site: prepared.site, sources: () => pages.sources(), archive: prepared.archive };
    const verified = verifyBuild(finished, pages.facts, state && { generation: state.live, facts });
    if (verified.problems.length > 0) throw new ContentError(verified.problems);
    facts = verified.facts;
    exchange(output, state?.live !== undefined);
  } else if (state?.aside === undefined) discardAside(output);
  if (ledger !== undefined && options.preview !== true) writeLedger(folder.path, ledger);
  const end = performance.now();

  const size = sizeOf(filesOf(generation));
  const summary: BuildSummary = {
    articles: prepared.archive.articles.length,
    pages: { all: pages.count, rendered: pages.renderedCount, removed: removedPages(state, generation) },
    pictures: prepared.pictures.files.length,
    extras: { feeds: prepared.pages.filter(({ kind }) => kind === "feed").length, data: dataCount(generation) },
    searchShards: { all: search?.shardCount ?? 0, indexed: search?.indexedCount ?? 0 },
    files: size.files,
    bytes: size.bytes,
    largest: size.largest,
    digest: siteDigest(filesOf(generation)),
    seconds: {
      content: secondsBetween(start, contentDone),
      pages: secondsBetween(contentDone, pagesDone),
      search: secondsBetween(pagesDone, searchDone),
      publish: secondsBetween(searchDone, end),
      all: secondsBetween(start, end),
    },
    peakMemory: peakMemory(),
    warnings: [...warningsOf(prepared), ...hostLimits(size, prepared.archive.settings.host)],
  };
  const withheld = withheldMark(folder, prepared.archive);
  let before = next.isChanged ? state?.live : state?.aside;
  if (before !== undefined && (state?.withheld !== withheld || summary.pages.removed > 0)) {
    // What was taken back is not kept for the next build's convenience.
    discardAside(output);
    before = undefined;
  }
  return { summary, key, withheld, live: generation, aside: before, articles: prepared.memory, pictures: prepared.pictures.memory, facts, data: data.memory() };
}

// Waits for all even where one fails: what is still at work would write into a folder that is no longer ours.
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  for (const done of await Promise.allSettled(work)) if (done.status === "rejected") throw done.reason;
}

// Throws ContentError where an address that was published would be dropped.
function ledgerAfter({ path: content, texts }: ContentFolder, { pages, archive }: PreparedSite, last: BuildState | undefined): Ledger {
  const fingerprints = new Map(texts.map(({ file, fingerprint }) => [file, fingerprint]));
  const isRenamed = (from: string, to: string): boolean => fingerprints.get(to) === last?.articles.get(from)?.fingerprint;
  const [ledger, entries] = [readLedger(content), ledgerEntries(pages)];
  const problems = ledgerProblems(ledger, entries, archive, isRenamed);
  if (problems.length > 0) throw new ContentError(problems);
  return nextLedger(ledger, entries, archive, ledgerKey);
}

function warningsOf({ site, archive }: PreparedSite): readonly string[] {
  const language = languageWarning(archive.settings);
  return [
    ...(site.origin === localOrigin ? [`no site URL is set: canonical addresses, feed and sitemap say ${localOrigin}; set siteUrl in archive.yaml or give --site-url`] : []),
    ...(language === undefined ? [] : [language]),
  ];
}

// A name is redacted in one of the YAML files.
function withheldMark({ texts }: ContentFolder, { isRedacted, withdrawn }: PreparedSite["archive"]): string {
  const records = texts.filter(({ file }) => isRedacted && file.endsWith(".yaml")).map(({ fingerprint }) => fingerprint);
  return fingerprintOf(JSON.stringify([records, withdrawn.map(({ address }) => address)]));
}

// Everything that all pages share; what a page alone shows is in its own fingerprint.
function stateKey({ site, archive }: PreparedSite, { search }: BuildOptions): string {
  return fingerprintOf(JSON.stringify([site, { ...archive.settings, formerUrls: undefined, host: undefined, ledger: undefined }, search]));
}

function exchange(output: string, isKnown: boolean): void {
  publish(output);
  if (!isKnown) discardAside(output);
}

function removedPages(state: BuildState | undefined, generation: Generation): number {
  if (state === undefined) return 0;
  return [...state.live.units.keys()].filter((name) => name.endsWith(".html") && !generation.units.has(name)).length;
}

function dataCount({ units }: Generation): number {
  return [...units.keys()].filter((name) => name.startsWith(`${dataFolder}/`) && !name.endsWith(".html")).length;
}

function* filesOf({ units }: Generation): Generator<FileMark> {
  for (const { files } of units.values()) yield* files;
}
