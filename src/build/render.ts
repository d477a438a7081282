import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { PageKind } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { WrittenPage } from "./page-json.ts";
import type { SliceJob } from "./render-slice.ts";

/** A page to render. */
export interface PageToRender extends WrittenPage {
  readonly kind: PageKind;
  readonly address: string;
}

/**
 * Pages in one slice. Eleventy keeps the HTML of every page until its run ends, so that this bounds memory; a run itself
 * costs about a twentieth of a second.
 */
const pagesPerSlice = 500;

/** Up to this many pages are rendered here: starting a process costs more. */
export const worthAProcess = 300;

// A larger nursery for new objects: most of a page's are dead before they are moved (measured: a third less CPU).
const workerFlags = ["--max-semi-space-size=32"];

/** Renders pages into a folder: a few in this process, many in slices over several processes. */
export class Renderer {
  readonly #output: string;
  readonly #jobs: number;
  #byEleventy = true;
  #workers: readonly Worker[] = [];
  #rendered = 0;

  /** `output` is the folder to write into, `jobs` the number of processes. */
  constructor(output: string, jobs: number) {
    this.#output = output;
    this.#jobs = jobs;
  }

  /** From here on all pages are rendered by their templates alone: for builds that make a few of them again. */
  withoutEleventy(): void {
    this.#byEleventy = false;
  }

  /** How many pages have been rendered. */
  get rendered(): number {
    return this.#rendered;
  }

  /** Starts the processes ahead of time: where everything is to be rendered, they are ready when the content is read. */
  warmUp(): void {
    if (this.#workers.length === 0) this.#workers = Array.from({ length: this.#jobs }, startWorker);
  }

  /** Takes pages from an iterator as processes come free, so that few are in memory at once. Throws what a template throws. */
  async render(pages: Iterator<PageToRender, unknown>, site: Site): Promise<void> {
    const first = take(pages, worthAProcess);
    if (first.length === 0) return;
    if (first.length < worthAProcess) {
      // Loaded only where there is something to render.
      const { renderSlice } = await import("./render-slice.ts");
      await renderSlice({ site, output: this.#output, byEleventy: this.#byEleventy, pages: first });
      this.#rendered += first.length;
      return;
    }
    this.warmUp();
    const waiting = [first];
    const next = (): readonly PageToRender[] => waiting.pop() ?? take(pages, pagesPerSlice);
    // Two slices under way for each process: while it renders one, the next is made here.
    const lanes = [...this.#workers, ...this.#workers];
    await Promise.all(lanes.map((worker) => this.#work(worker, next, site)));
  }

  /** Lets the processes end. */
  close(): void {
    for (const worker of this.#workers) if (worker.process.connected) worker.process.disconnect();
    this.#workers = [];
  }

  async #work(worker: Worker, next: () => readonly PageToRender[], site: Site): Promise<void> {
    for (let slice = next(); slice.length > 0; slice = next()) {
      const error = await renderElsewhere(worker, { site, output: this.#output, byEleventy: this.#byEleventy, pages: slice });
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
  /** What waits for an answer, in the order of the slices sent: a process works on one after another. */
  readonly asked: ((error: string | undefined) => void)[];
}

function startWorker(): Worker {
  const child = fork(path.join(import.meta.dirname, "slice-process.ts"), { execArgv: workerFlags, serialization: "advanced" });
  const asked: Worker["asked"] = [];
  child.on("message", (message) => asked.shift()?.(errorOf(message)));
  const end = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`its process ended early (${signal ?? `exit code ${code}`})`));
  });
  return { process: child, end, asked };
}

function errorOf(message: unknown): string | undefined {
  if (typeof message !== "object" || message === null || !("error" in message)) return "an answer that is none";
  return message.error === undefined ? undefined : String(message.error);
}

async function renderElsewhere(worker: Worker, job: SliceJob): Promise<string | undefined> {
  const answer = new Promise<string | undefined>((resolve) => worker.asked.push(resolve));
  worker.process.send(job, () => {
    // A process that is gone is reported by its end.
  });
  return Promise.race([answer, worker.end]);
}
