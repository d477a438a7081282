import { FactsCollector } from "./verify/facts-collector.ts";
import type { Work, WorkReply } from "./workers.ts";

/*
 * A process that does what it is sent, one thing after another, and answers each with its result or what went wrong. It
 * ends when the build ends or dies.
 */

// A build that has been killed wants no page: the next one may be at work in the same folder already.
process.once("disconnect", () => process.exit(1));

// While pages are rendered or a shard is cut no event is heard; but a process whose parent was killed has another one at once. It
// must not go on writing into the folder that the next build already uses.
const builder = process.ppid;
const isWanted = (): boolean => process.ppid === builder;

const facts = new FactsCollector(process.pid);

let last = Promise.resolve();

process.on("message", (message) => {
  last = last
    .then(() => answerTo(message))
    .then(
      (result) => reply({ error: undefined, result }),
      (error: unknown) => reply({ error: error instanceof Error ? describe(error) : String(error), result: undefined }),
    );
});

async function answerTo(message: unknown): Promise<Work[keyof Work]["result"]> {
  // Each kind of work loads what it takes, and no process what it is not asked for.
  if (isMessage(message, "read")) {
    const { readAhead } = await import("../content/read-ahead.ts");
    return readAhead(message.job);
  }
  if (isMessage(message, "index")) {
    const { indexShard } = await import("./index-shard.ts");
    return indexShard(message.job, isWanted);
  }
  const { renderSlice } = await import("./render-slice.ts");
  if (isMessage(message, "ready")) {
    if (message.job.isFirst) await import("./eleventy-run.ts");
    return undefined;
  }
  if (!isMessage(message, "render")) throw new Error("a message that is no work");
  return renderSlice(message.job, facts, isWanted);
}

// The sender is this program: what a job looks like is the compiler's business.
function isMessage<K extends keyof Work>(message: unknown, kind: K): message is { readonly kind: K; readonly job: Work[K]["job"] } {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === kind;
}

function reply(answer: WorkReply<keyof Work>): void {
  process.send?.(answer, () => {
    // A build that has failed meanwhile hears no answer.
  });
}

// Eleventy wraps the error of a template: the innermost says what is wrong, its stack where.
function describe(error: Error): string {
  const { cause } = error;
  const original = "originalError" in error && error.originalError instanceof Error ? error.originalError : undefined;
  const inner = original ?? (cause instanceof Error ? cause : undefined);
  return inner === undefined ? (error.stack ?? error.message) : describe(inner);
}
