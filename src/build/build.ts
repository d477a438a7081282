import { mkdirSync, readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { searchIndexAddress } from "../../layouts/search.11ty.ts";
import { writeAssets } from "./assets.ts";
import { writePictures } from "./pictures.ts";
import { prepareSite, type PreparedSite, type PrepareOptions } from "./prepare.ts";
import { asideOf, mendInterruptedPublish, publish } from "./publish.ts";
import { renderPages } from "./render.ts";
import { writeSearchIndex } from "./search-index.ts";
import { searchRecords } from "./search-records.ts";
import { localOrigin } from "./site.ts";

export interface BuildOptions extends PrepareOptions {
  /** Folder of the site; it is replaced as a whole. */
  readonly output: string;
  readonly search: boolean;
  /** How many processes may work at once. */
  readonly jobs: number;
}

/** What a build did, for the summary and for `--json`. */
export interface BuildSummary {
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly searchShards: number;
  readonly files: number;
  readonly bytes: number;
  /** Wall seconds by stage. */
  readonly seconds: Readonly<Record<"content" | "pages" | "search" | "all", number>>;
  /** Largest resident memory of this process, in bytes. */
  readonly peakMemory: number;
  readonly warnings: readonly string[];
}

/** As many processes as the machine has cores. */
export const defaultJobs = availableParallelism();

/**
 * Builds a site from a content folder and puts it in the place of the old one.
 * Throws ContentError where the content is wrong; the old site then stays.
 */
export async function buildSite(options: BuildOptions): Promise<BuildSummary> {
  const start = performance.now();
  mendInterruptedPublish(options.output);
  const prepared = await prepareSite(options);
  const contentDone = performance.now();

  const aside = asideOf(options.output);
  mkdirSync(aside, { recursive: true });
  await renderPages(prepared.pages, { site: prepared.site, output: aside, jobs: options.jobs });
  writeAssets(prepared.assets, aside);
  writePictures(prepared.pictures, aside);
  const pagesDone = performance.now();

  const shards = options.search ? await writeSearch(prepared, aside, options.jobs) : 0;
  publish(options.output);
  const end = performance.now();

  return {
    articles: prepared.archive.articles.length,
    pages: prepared.pages.length,
    pictures: prepared.pictures.files.length,
    searchShards: shards,
    ...sizeOf(options.output),
    seconds: { content: seconds(start, contentDone), pages: seconds(contentDone, pagesDone), search: seconds(pagesDone, end), all: seconds(start, end) },
    peakMemory: process.resourceUsage().maxRSS * 1024,
    warnings: prepared.site.origin === localOrigin ? [`no site URL is set: canonical addresses, feed and sitemap say ${localOrigin}; set siteUrl in archive.yaml or give --site-url`] : [],
  };
}

// An archive without articles has an empty index: a search then finds nothing, and does not fail.
async function writeSearch({ context }: PreparedSite, output: string, jobs: number): Promise<number> {
  const { shards } = await writeSearchIndex(searchRecords(context), path.join(output, searchIndexAddress), { jobs });
  return shards.length;
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 10) / 100;
}

function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}
