import { existsSync, mkdirSync, rmSync } from "node:fs";
import { searchIndexAddress } from "../../layouts/search.11ty.ts";
import { FileUnits } from "./file-units.ts";
import { fingerprintOf, programFingerprint } from "./fingerprint.ts";
import type { Generation } from "./generation.ts";
import { takeLock } from "./lock.ts";
import { NextGeneration } from "./next-generation.ts";
import { PageUnits } from "./page-units.ts";
import { prepareSite, type PreparedSite, type PrepareOptions } from "./prepare.ts";
import { asideOf, mendInterruptedPublish, publish, requireSiteOrNothing } from "./publish.ts";
import { Renderer } from "./render.ts";
import { searchRecords } from "./search-records.ts";
import { SearchUnits } from "./search-units.ts";
import { localOrigin } from "./site.ts";
import { loadState, saveState, type BuildState } from "./state.ts";

export interface BuildOptions extends PrepareOptions {
  /** Folder of the site; it is replaced as a whole. */
  readonly output: string;
  readonly search: boolean;
  /** How many processes may work at once. */
  readonly jobs: number;
  /** Forget the last build and make everything again. */
  readonly fresh: boolean;
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
  const { output, jobs } = options;
  const aside = asideOf(output);
  const start = performance.now();
  if (options.fresh || !existsSync(output)) renderer.warmUp();
  const prepared = await prepareSite(options);
  const key = stateKey(prepared, options);
  const state = options.fresh ? undefined : loadState(output, key);
  if (state?.aside === undefined) rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const next = new NextGeneration(output, aside, state);
  const contentDone = performance.now();

  const pages = new PageUnits(prepared.pages, prepared.site, renderer);
  await pages.build(next);
  const files = new FileUnits(prepared.assets, prepared.pictures, aside);
  files.build(next);
  const pagesDone = performance.now();

  const search = options.search ? new SearchUnits(searchRecords(prepared.context), { folder: searchIndexAddress.slice(1, -1), live: output, aside, jobs }) : undefined;
  await search?.build(next);
  const searchDone = performance.now();

  const damaged = next.settle();
  await pages.remake(damaged, next);
  files.remake(damaged, next);
  await search?.remake(damaged, next);
  const generation = next.finish();
  if (next.isChanged) exchange(output, { key, live: generation, aside: state?.live });
  else if (state?.aside === undefined) rmSync(aside, { recursive: true, force: true });
  const end = performance.now();

  return {
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
    peakMemory: process.resourceUsage().maxRSS * 1024,
    warnings: prepared.site.origin === localOrigin ? [`no site URL is set: canonical addresses, feed and sitemap say ${localOrigin}; set siteUrl in archive.yaml or give --site-url`] : [],
  };
}

// Everything that all pages show, and everything that makes them; the content itself is in each page's fingerprint.
function stateKey({ site, archive }: PreparedSite, { search }: BuildOptions): string {
  return fingerprintOf(JSON.stringify([programFingerprint(), site, archive.settings, search]));
}

function exchange(output: string, state: BuildState): void {
  publish(output);
  if (state.aside === undefined) rmSync(asideOf(output), { recursive: true, force: true });
  saveState(output, state);
}

function removedPages(state: BuildState | undefined, generation: Generation): number {
  if (state === undefined) return 0;
  return [...state.live.keys()].filter((name) => name.endsWith(".html") && !generation.has(name)).length;
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 10) / 100;
}

function sizeOf(generation: Generation): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const unit of generation.values()) {
    files += unit.files.length;
    for (const [, size] of unit.files) bytes += size;
  }
  return { files, bytes };
}
