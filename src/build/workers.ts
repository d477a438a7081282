import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AheadJob, AheadText } from "../content/read-ahead.ts";
import type { IndexedShard, ShardJob } from "./index-shard.ts";
import type { RenderedSlice, SliceJob } from "./render-slice.ts";

/** What a process can be asked for, and what comes back. Both are functions of the job alone. */
export interface Work {
  /** Reads and parses articles. */
  readonly read: { readonly job: AheadJob; readonly result: readonly AheadText[] };
  /** Loads what rendering takes, so that the first pages need not wait for it; the first process, which gets them, Eleventy too. */
  readonly ready: { readonly job: { readonly isFirst: boolean }; readonly result: undefined };
  /** Renders pages and writes them; tells the marks of their files and what they lead to. */
  readonly render: { readonly job: SliceJob; readonly result: RenderedSlice };
  /** Indexes a shard of the search and writes its files. */
  readonly index: { readonly job: ShardJob; readonly result: IndexedShard };
}

/** A process's answer to one message. */
export interface WorkReply<K extends keyof Work> {
  readonly error: string | undefined;
  readonly result: Work[K]["result"] | undefined;
}

// See main.ts. A larger nursery for new objects: most of a page's are dead before they are moved (measured: a third less CPU).
const flags = ["--no-turbofan", "--max-semi-space-size=32"];

/** Work of one kind, divided among processes. */
export interface Task<K extends keyof Work> {
  readonly kind: K;
  /** The next job for a process; undefined where nothing is left to do. */
  next(): Work[K]["job"] | undefined;
  /** Is handed each job's result. */
  take(result: Work[K]["result"], job: Work[K]["job"]): void;
  /** What is said to have failed where a job fails: "Reading the 80 files from a.md on". */
  nameOf(job: Work[K]["job"]): string;
  /** Does a little of the work in this process, so little that no other one waits for its next job; false where nothing is left to do. */
  readonly here?: () => Promise<boolean>;
}

/** A few processes that work on what they are sent, each on one thing after another. */
export class Workers {
  readonly #count: number;
  readonly #workers: Worker[] = [];

  /** `count` processes may work at once; where this one does some of the work, it is one of them. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Has all processes make ready to render; nobody waits for it. Does nothing where none is started. */
  makeReady(): void {
    // One that is gone by then is reported with the first pages that it should render.
    for (const [number, worker] of this.#workers.entries()) void ask(worker, "ready", { isFirst: number === 0 });
  }

  /**
   * Does one job after the other, each process started when there is a job for it, two under way for each: while it does one,
   * the next is made here. This process works too where it can, as long as all others have enough to do. Throws Error, named
   * after the job, with what a process threw or died of, and what was thrown here; then nothing is under way here any more.
   */
  async work<K extends keyof Work>({ kind, next, take, nameOf, here }: Task<K>): Promise<void> {
    const count = here === undefined ? this.#count : this.#count - 1;
    let isOver = false;
    const lane = async (number: number): Promise<void> => {
      for (let job = next(); job !== undefined; job = next()) {
        const worker = (this.#workers[number % count] ??= startWorker());
        const { error, result } = await ask(worker, kind, job);
        if (isOver) return;
        if (error !== undefined || result === undefined) throw new Error(`${nameOf(job)} failed: ${error ?? "an answer that is none"}`);
        take(result, job);
      }
    };
    const lanes = Array.from({ length: 2 * count }, (_, number) => lane(number));
    const own = async (): Promise<void> => {
      // A turn of the event loop in between: what the others have done is taken, and they are given more.
      while (!isOver && (await here?.())) await setImmediate();
    };
    const ownWork = own();
    try {
      await Promise.all([...lanes, ownWork]);
    } finally {
      isOver = true;
      await ownWork.catch(() => undefined);
    }
  }

  /** Lets the processes end. */
  close(): void {
    for (const worker of this.#workers) if (worker.process.connected) worker.process.disconnect();
    this.#workers.length = 0;
  }
}

interface Worker {
  readonly process: ChildProcess;
  /** Settles when the process has ended, with the reason. */
  readonly end: Promise<string>;
  /** What waits for an answer, in the order of the messages sent. */
  readonly asked: ((message: unknown) => void)[];
}

function startWorker(): Worker {
  const child = fork(path.join(import.meta.dirname, "worker-process.ts"), { execArgv: flags, serialization: "advanced" });
  const asked: Worker["asked"] = [];
  child.on("message", (message) => asked.shift()?.(message));
  const end = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`its process ended early (${signal ?? `exit code ${code}`})`));
  });
  return { process: child, end, asked };
}

async function ask<K extends keyof Work>(worker: Worker, kind: K, job: Work[K]["job"]): Promise<WorkReply<K>> {
  const answer = new Promise<unknown>((resolve) => worker.asked.push(resolve));
  worker.process.send({ kind, job }, () => {
    // A process that is gone is reported by its end.
  });
  const reply = await Promise.race([answer, worker.end.then((error) => ({ error, result: undefined }))]);
  return isReply<K>(reply) ? reply : { error: "an answer that is none", result: undefined };
}

// The sender is this program, which answers messages in their order.
function isReply<K extends keyof Work>(message: unknown): message is WorkReply<K> {
  return typeof message === "object" && message !== null && "error" in message;
}
