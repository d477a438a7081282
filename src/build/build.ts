import { recallEarly, type ArticleMemory, type RememberedArticle } from "../content/article-memory.ts";
import { articleFiles, listContentFolder, readContentFolder, type ContentFolder, type ListedFolder } from "../content/content-folder.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { AheadJob, AheadText } from "../content/read-ahead.ts";
import { FileText } from "../content/text-file.ts";
import { programFingerprint } from "./fingerprint.ts";
import { changedFolders } from "./folder-marks.ts";
import { isIntact } from "./generation.ts";
import { takeLock } from "./lock.ts";
import { peakMemory, secondsBetween } from "./measure.ts";
import type { PrepareOptions } from "./prepare.ts";
import { silence, type Progress } from "./progress.ts";
import { asideOf, mendInterruptedPublish, requireOwnAside, requireSiteOrNothing } from "./publish.ts";
import { Renderer, worthAProcess } from "./render.ts";
import { Workers } from "./workers.ts";
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
  /** The site is only looked at: its addresses do not count as published. */
  readonly preview?: boolean;
  /** Told where all must be made: before anything is read where no last build is remembered, later where what all pages share has changed. */
  readonly anew?: () => void;
  /** Hears how far the build is; nobody does without it. */
  readonly progress?: Progress;
}

/** What a build did, for the summary and for `--json`. */
export interface BuildSummary {
  readonly articles: number;
  readonly pages: { readonly all: number; readonly rendered: number; readonly removed: number };
  readonly pictures: number;
  /** Files beside the pages that are there to be taken away: feeds, and what stands under /data/. */
  readonly extras: { readonly feeds: number; readonly data: number };
  readonly searchShards: { readonly all: number; readonly indexed: number };
  readonly files: number;
  readonly bytes: number;
  /** The largest file, by its path in the site. */
  readonly largest: { readonly file: string; readonly bytes: number } | undefined;
  /** Of all files: see `siteDigest`. */
  readonly digest: string;
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
  const workers = new Workers(options.jobs);
  try {
    requireSiteOrNothing(options.output);
    mendInterruptedPublish(options.output);
    requireOwnAside(options.output);
    return await build(options, workers);
  } finally {
    workers.close();
    unlock();
  }
}

async function build(options: BuildOptions, workers: Workers): Promise<BuildSummary> {
  const { output, progress = silence } = options;
  const start = performance.now();
  progress.begin("reading", undefined);
  const program = programFingerprint();
  const last = options.fresh ? undefined : loadState(output, program);
  if (last === undefined) options.anew?.();
  const { folder, articles } = await readFolder(options.content, last, workers);
  const inputs = inputsOf(folder, options);
  progress.done(folder.texts.length);
  if (last?.inputs === inputs && isWhole(output, last)) {
    progress.end();
    return { ...parseSummary(last.summary), seconds: idleSeconds(start) };
  }
  // Most builds of an archive end above: half of the program need not be loaded for them.
  const { makeSite } = await import("./make-site.ts");
  const { summary, ...made } = await makeSite(options, { folder, program, articles, last, renderer: new Renderer(asideOf(output), workers), workers, progress, start });
  saveState(output, { program, inputs, summary: JSON.stringify(summary), ...made });
  return summary;
}

// By itself, so that nothing of what is read ahead is held while pages are made but what these show.
async function readFolder(content: string, last: BuildState | undefined, workers: Workers): Promise<{ readonly folder: ContentFolder; readonly articles: ArticleMemory }> {
  const listed = listContentFolder(content);
  const ahead = last === undefined ? await readAheadOn(workers, listed) : undefined;
  const articles = ahead?.articles ?? last?.articles ?? new Map();
  return { folder: readContentFolder(listed, articles, ahead?.texts), articles };
}

interface ReadAhead {
  readonly texts: ReadonlyMap<string, FileText>;
  readonly articles: ArticleMemory;
}

/** Files in one message to a process: their articles are sent back at once, and not bit by bit (a socket holds 200 kB). */
const filesPerJob = 80;

/** Files that this process reads at a time, while others read theirs: about a thousandth of a second. */
const filesHere = 20;

// Parsing everything is a third of a first build, and the processes that are to render have nothing to do before.
async function readAheadOn(workers: Workers, listed: ListedFolder): Promise<ReadAhead | undefined> {
  const files = articleFiles(listed);
  if (files.length < worthAProcess) return undefined;
  const texts = new Map<string, FileText>();
  const articles = new Map<string, RememberedArticle>();
  let taken = 0;
  const next = (most: number): AheadJob | undefined => {
    if (taken >= files.length) return undefined;
    taken += most;
    return { folder: listed.path, files: files.slice(taken - most, taken) };
  };
  // Names and fingerprints are here once, though both the text and the article have them: two of each take as much as a headline.
  const take = (read: readonly AheadText[], job: AheadJob): void => {
    for (const [i, { text, fingerprint, mark, article }] of read.entries()) {
      const file = job.files[i];
      if (file === undefined) continue;
      const source = new FileText(job.folder, file, { fingerprint, mark }, text);
      texts.set(file, source);
      if (article === undefined) continue;
      const { bodyStart, json } = article;
      const remembered = { fingerprint, mark, bodyStart, json };
      articles.set(file, remembered);
      recallEarly(source, remembered);
    }
  };
  await workers.work({
    kind: "read",
    next: () => next(filesPerJob),
    take,
    nameOf: (job) => `Reading the ${job.files.length} files from ${job.files[0] ?? ""} on`,
    here: async () => {
      // While the others start there is time for what will be wanted.
      await import("./make-site.ts");
      const { readAhead } = await import("../content/read-ahead.ts");
      const job = next(filesHere);
      if (job !== undefined) take(readAhead(job), job);
      return job !== undefined;
    },
  });
  workers.makeReady();
  return { texts, articles };
}

function inputsOf(folder: ContentFolder, { siteUrl, basePath, search, asOf, preview = false }: BuildOptions): string {
  return fingerprintOf(JSON.stringify([folder.fingerprint, siteUrl, basePath, search, asOf?.text, preview]));
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
  const all = secondsBetween(start, performance.now());
  return { content: all, pages: 0, search: 0, publish: 0, all };
}
