import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { AheadJob, AheadText } from "../content/read-ahead.ts";
import type { IndexedShard, ShardJob } from "./index-shard.ts";
import type { RenderedSlice, SliceJob } from "./render-slice.ts";

/** What a process can be asked for, and what comes back. Both are functions of the job alone. */
export interface Work {
  /** Reads and parses articles. */
  readonly read: { readonly job: AheadJob; readonly result: readonly AheadText[] };
  /** Loads what rendering takes, so that the first pages need not wait for it. */
  readonly ready: { readonly job: undefined; readonly result: undefined };
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

// A larger nursery for new objects: most of a page's are dead before they are moved (measured: a third less CPU).
const flags = ["--max-semi-space-size=32"];

/** A few processes that work on what they are sent, each on one thing after another. */
export class Workers {
  readonly #count: number;
  readonly #workers: Worker[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  /** Has all processes make ready to render; nobody waits for it. Does nothing where none is started. */
  makeReady(): void {
    // One that is gone by then is reported with the first pages that it should render.
    for (const worker of this.#workers) void ask(worker, "ready", undefined);
  }

  /**
   * Does one job after the other, each process started when there is a job for it, two under way for each process: while it does one, the next is made here. `next` gives
   * jobs until there are none; `take` is handed each job's result. Throws Error, named after the job, with what a process threw or died of.
   */
  async work<K extends keyof Work>(kind: K, next: () => Work[K]["job"] | undefined, take: (result: Work[K]["result"], job: Work[K]["job"]) => void, nameOf: (job: Work[K]["job"]) => string): Promise<void> {
    await Promise.all(
      Array.from({ length: 2 * this.#count }, async (_, lane) => {
        for (let job = next(); job !== undefined; job = next()) {
          const worker = (this.#workers[lane % this.#count] ??= startWorker());
          const { error, result } = await ask(worker, kind, job);
          if (error !== undefined || result === undefined) throw new Error(`${nameOf(job)} failed: ${error ?? "an answer that is none"}`);
          take(result, job);
        }
      }),
    );
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
