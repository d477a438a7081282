import { mkdirSync, rmSync } from "node:fs";
import { readContentFolder, type ContentFolder } from "../content/content-folder.ts";
import { searchIndexAddress } from "../../layouts/search.11ty.ts";
import { FileUnits } from "./file-units.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import { programFingerprint } from "./fingerprint.ts";
import { changedFolders } from "./folder-marks.ts";
import { isIntact, type Generation } from "./generation.ts";
import { takeLock } from "./lock.ts";
import { NextGeneration } from "./next-generation.ts";
import { PageUnits } from "./page-units.ts";
import { prepareSite, type PreparedSite, type PrepareOptions } from "./prepare.ts";
import { asideOf, mendInterruptedPublish, publish, requireSiteOrNothing } from "./publish.ts";
import { silence, type Progress } from "./progress.ts";
import { Renderer, worthAProcess } from "./render.ts";
import { searchRecords } from "./search-records.ts";
import { SearchUnits } from "./search-units.ts";
import { languageWarning, localOrigin } from "./site.ts";
import { loadState, saveState, type BuildState } from "./state.ts";

export interface BuildOptions extends PrepareOptions {
  readonly content: string;
  /** Folder of the site; it is replaced as a whole. */
  readonly output: string;
  readonly search: boolean;
  /** How many processes may work at once. */
  readonly jobs: number;
  /** Forget the last build and make everything again. */
  readonly fresh: boolean;
  /** Hears how far the build is; nobody does without it. */
  readonly progress?: Progress;
}

/** What a build did, for the summary and for `--json`. */
export interface BuildSummary {
  readonly articles: number;
  readonly pages: { readonly all: number; readonly rendered: number; readonly removed: number };
  readonly pictures: number;
  readonly searchShards: { readonly all: number; readonly indexed: number };
  readonly files: number;
  readonly bytes: number;
  /** Wall seconds by stage. */
  readonly seconds: Readonly<Record<"content" | "pages" | "search" | "publish" | "all", number>>;
  /** Largest resident memory of this process, in bytes. */
  readonly peakMemory: number;
  readonly warnings: readonly string[];
}

/**
 * Builds a site from a content folder and puts it in the place of the old one; makes again only what differs from the
 * last build. Throws ContentError where the content is wrong, LockedError where another build is running, and
 * OutputFolderError where the output holds something else than a site; the old site then stays.
 */
export async function buildSite(options: BuildOptions): Promise<BuildSummary> {
  const unlock = takeLock(options.output);
  const renderer = new Renderer(asideOf(options.output), options.jobs);
  try {
    requireSiteOrNothing(options.output);
    mendInterruptedPublish(options.output);
    return await build(options, renderer);
  } finally {
    renderer.close();
    unlock();
  }
}

async function build(options: BuildOptions, renderer: Renderer): Promise<BuildSummary> {
  const { output, jobs, progress = silence } = options;
  const aside = asideOf(output);
  const start = performance.now();
  progress.begin("reading", undefined);
  const program = programFingerprint();
  const last = options.fresh ? undefined : loadState(output, program);
  const folder = readContentFolder(options.content, last?.articles);
  const inputs = inputsOf(folder, options);
  progress.done(folder.texts.length);
  if (last?.inputs === inputs && isWhole(output, last)) {
    progress.end();
    return { ...parseSummary(last.summary), seconds: idleSeconds(start) };
  }

  if (last === undefined && folder.texts.length >= worthAProcess) renderer.warmUp();
  const prepared = await prepareSite(folder, options, last?.articles);
  const key = stateKey(prepared, options);
  const state = last?.key === key ? last : undefined;
  if (state?.aside === undefined) rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const next = new NextGeneration(output, aside, state);
  progress.end();
  const contentDone = performance.now();

  progress.begin("pages", prepared.pages.length);
  const pages = new PageUnits(prepared.pages, prepared.site, renderer);
  await pages.build(next, progress);
  const files = new FileUnits(prepared.assets, prepared.pictures, aside);
  files.build(next);
  progress.end();
  const pagesDone = performance.now();

  const search = options.search ? new SearchUnits(searchRecords(prepared.context), { folder: searchIndexAddress.slice(1, -1), live: output, aside, jobs }) : undefined;
  if (search !== undefined) {
    progress.begin("search shards", search.shardCount);
    await search.build(next, progress);
    progress.end();
  }
  const searchDone = performance.now();

  const damaged = next.settle();
  await pages.remake(damaged, next);
  files.remake(damaged, next);
  await search?.remake(damaged, next);
  const generation = next.finish();
  if (next.isChanged) exchange(output, state?.live !== undefined);
  else if (state?.aside === undefined) rmSync(aside, { recursive: true, force: true });
  const end = performance.now();

  const summary: BuildSummary = {
    articles: prepared.archive.articles.length,
    pages: { all: pages.count, rendered: pages.renderedCount, removed: removedPages(state, generation) },
    pictures: prepared.pictures.files.length,
    searchShards: { all: search?.shardCount ?? 0, indexed: search?.indexedCount ?? 0 },
    ...sizeOf(generation),
    seconds: {
      content: seconds(start, contentDone),
      pages: seconds(contentDone, pagesDone),
      search: seconds(pagesDone, searchDone),
      publish: seconds(searchDone, end),
      all: seconds(start, end),
    },
    peakMemory: peakMemory(),
    warnings: warningsOf(prepared),
  };
  const generations = next.isChanged ? { live: generation, aside: state?.live } : { live: generation, aside: state?.aside };
  saveState(output, { program, inputs, key, summary: JSON.stringify(summary), ...generations, articles: prepared.memory });
  return summary;
}

function warningsOf({ site, archive }: PreparedSite): readonly string[] {
  const language = languageWarning(archive.settings);
  return [
    ...(site.origin === localOrigin ? [`no site URL is set: canonical addresses, feed and sitemap say ${localOrigin}; set siteUrl in archive.yaml or give --site-url`] : []),
    ...(language === undefined ? [] : [language]),
  ];
}

function inputsOf(folder: ContentFolder, { siteUrl, basePath, search, asOf }: BuildOptions): string {
  return fingerprintOf(JSON.stringify([folder.fingerprint, siteUrl, basePath, search, asOf?.text]));
}

function isWhole(output: string, { live }: BuildState): boolean {
  return [...live.units.values()].every((unit) => isIntact(output, unit)) && changedFolders(output, live.folders).length === 0;
}

// Written by this program: the summary of a build from the same inputs, of which nothing had to be made.
function parseSummary(json: string): BuildSummary {
  const summary: BuildSummary = JSON.parse(json);
  const { pages, searchShards } = summary;
  return { ...summary, pages: { ...pages, rendered: 0, removed: 0 }, searchShards: { ...searchShards, indexed: 0 }, peakMemory: peakMemory() };
}

function idleSeconds(start: number): BuildSummary["seconds"] {
  const all = seconds(start, performance.now());
  return { content: all, pages: 0, search: 0, publish: 0, all };
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

// Everything that all pages share; what a page alone shows is in its own fingerprint.
function stateKey({ site, archive }: PreparedSite, { search }: BuildOptions): string {
  return fingerprintOf(JSON.stringify([site, archive.settings, search]));
}

function exchange(output: string, isKnown: boolean): void {
  publish(output);
  if (!isKnown) rmSync(asideOf(output), { recursive: true, force: true });
}

function removedPages(state: BuildState | undefined, generation: Generation): number {
  if (state === undefined) return 0;
  return [...state.live.units.keys()].filter((name) => name.endsWith(".html") && !generation.units.has(name)).length;
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 10) / 100;
}

function sizeOf(generation: Generation): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const unit of generation.units.values()) {
    files += unit.files.length;
    for (const [, size] of unit.files) bytes += size;
  }
  return { files, bytes };
}
