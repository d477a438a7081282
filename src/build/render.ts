import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import type { PageKind } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { SliceJob } from "./render-slice.ts";
import type { SliceReply } from "./slice-process.ts";

/** A page to render: its value as JSON, by which it is also compared with the last build's. */
export interface PageToRender {
  readonly kind: PageKind;
  readonly address: string;
  readonly json: string;
}

/**
 * Pages in one Eleventy run. Eleventy keeps the HTML of every page until its run ends, so that this bounds memory; a run
 * itself costs about a twentieth of a second.
 */
const pagesPerSlice = 1000;

/** Up to this many pages are rendered here: starting a process costs more. */
const worthAProcess = 300;

// A larger nursery for new objects: most of a page's are dead before they are moved (measured: a third less CPU).
const workerFlags = ["--max-semi-space-size=32"];

/** Renders pages through Eleventy into a folder: a few in this process, many in slices over several processes. */
export class Renderer {
  readonly #job: Omit<SliceJob, "pages">;
  readonly #jobs: number;
  #rendered = 0;

  /** `output` is the folder to write into, `jobs` the number of processes. */
  constructor({ site, output, jobs }: { readonly site: Site; readonly output: string; readonly jobs: number }) {
    this.#job = { site, output };
    this.#jobs = jobs;
  }

  /** How many pages have been rendered. */
  get rendered(): number {
    return this.#rendered;
  }

  /** Takes pages from an iterator as processes come free, so that few are in memory at once. Throws what a template throws. */
  async render(pages: Iterator<PageToRender, unknown>): Promise<void> {
    const first = take(pages, worthAProcess);
    if (first.length === 0) return;
    if (first.length < worthAProcess) {
      // Loading Eleventy takes a quarter of a second: only where there is something to render.
      const { renderSlice } = await import("./render-slice.ts");
      await renderSlice({ ...this.#job, pages: first.map(({ json }) => json) });
      this.#rendered += first.length;
      return;
    }
    const workers = Array.from({ length: this.#jobs }, startWorker);
    const waiting = [first];
    try {
      await Promise.all(workers.map((worker) => this.#work(worker, () => waiting.pop() ?? take(pages, pagesPerSlice))));
    } finally {
      for (const worker of workers) worker.process.kill();
    }
  }

  async #work(worker: Worker, next: () => readonly PageToRender[]): Promise<void> {
    for (let slice = next(); slice.length > 0; slice = next()) {
      const error = await renderElsewhere(worker, { ...this.#job, pages: slice.map(({ json }) => json) });
      if (error !== undefined) throw new Error(`Rendering the ${slice.length} pages from ${slice[0]?.address ?? ""} on failed: ${error}`);
      this.#rendered += slice.length;
    }
  }
}

function take(pages: Iterator<PageToRender, unknown>, most: number): readonly PageToRender[] {
  const taken: PageToRender[] = [];
  while (taken.length < most) {
    const next = pages.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

interface Worker {
  readonly process: ChildProcess;
  /** Settles when the process has ended, with the reason. */
  readonly end: Promise<string>;
}

function startWorker(): Worker {
  const child = fork(path.join(import.meta.dirname, "slice-process.ts"), { execArgv: workerFlags, serialization: "advanced" });
  const end = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`its process ended early (${signal ?? `exit code ${code}`})`));
  });
  return { process: child, end };
}

const replySchema: z.ZodType<SliceReply> = z.object({ error: z.string().optional() }).transform(({ error }) => ({ error }));

async function renderElsewhere(worker: Worker, job: SliceJob): Promise<string | undefined> {
  const answer = new Promise<string | undefined>((resolve) => worker.process.once("message", (message) => resolve(replySchema.parse(message).error)));
  worker.process.send(job, () => {
    // A process that is gone is reported by its end.
  });
  return Promise.race([answer, worker.end]);
}
