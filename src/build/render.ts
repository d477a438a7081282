import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import type { Site } from "../model/site.ts";
import { renderSlice, type SliceJob } from "./eleventy-run.ts";
import type { PlannedPage } from "./plan.ts";
import type { SliceReply } from "./slice-process.ts";

/**
 * Pages in one Eleventy run. Eleventy keeps the HTML of every page until its run ends, so that this bounds memory; a run
 * itself costs about a twentieth of a second.
 */
const pagesPerSlice = 1000;

/** Fewer pages than this are rendered here: starting a process costs more than rendering them. */
const worthAProcess = 400;

export interface RenderOptions {
  readonly site: Site;
  readonly output: string;
  /** How many processes may render at once. */
  readonly jobs: number;
}

/** Renders pages through Eleventy into a folder, in slices, in several processes where there is enough to do. */
export async function renderPages(pages: readonly PlannedPage[], { site, output, jobs }: RenderOptions): Promise<void> {
  if (pages.length === 0) return;
  if (pages.length < worthAProcess) return renderSlice({ pages: pages.map(({ make }) => make()), site, output });
  const slices = cutIntoSlices(pages, jobs);
  const workers = Array.from({ length: Math.min(jobs, slices.length) }, startWorker);
  try {
    await Promise.all(workers.map((worker) => work(worker, slices, { site, output })));
  } finally {
    for (const worker of workers) worker.process.kill();
  }
}

// As many slices as keep every process busy to the end, none larger than memory allows.
function cutIntoSlices(pages: readonly PlannedPage[], jobs: number): PlannedPage[][] {
  const size = Math.min(pagesPerSlice, Math.ceil(pages.length / jobs));
  const slices: PlannedPage[][] = [];
  for (let i = 0; i < pages.length; i += size) slices.push(pages.slice(i, i + size));
  return slices.reverse();
}

interface Worker {
  readonly process: ChildProcess;
  /** Settles when the process has ended, with the reason. */
  readonly end: Promise<string>;
}

// A larger nursery for new objects: most of a page's are dead before they are moved (measured: a third less CPU).
const workerFlags = ["--max-semi-space-size=32"];

function startWorker(): Worker {
  const child = fork(path.join(import.meta.dirname, "slice-process.ts"), { execArgv: workerFlags, serialization: "advanced" });
  const end = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`its process ended early (${signal ?? `exit code ${code}`})`));
  });
  return { process: child, end };
}

async function work(worker: Worker, waiting: PlannedPage[][], job: Omit<SliceJob, "pages">): Promise<void> {
  for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
    const first = slice[0]?.address ?? "";
    const error = await renderElsewhere(worker, { ...job, pages: slice.map(({ make }) => make()) });
    if (error !== undefined) {
      waiting.length = 0;
      throw new Error(`Rendering the ${slice.length} pages from ${first} on failed: ${error}`);
    }
  }
}

const replySchema: z.ZodType<SliceReply> = z.object({ error: z.string().optional() }).transform(({ error }) => ({ error }));

async function renderElsewhere(worker: Worker, job: SliceJob): Promise<string | undefined> {
  const answer = new Promise<string | undefined>((resolve) => worker.process.once("message", (message) => resolve(replySchema.parse(message).error)));
  worker.process.send(job, () => {
    // A process that is gone is reported by its end.
  });
  return Promise.race([answer, worker.end]);
}
