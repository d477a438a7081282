import { renderSlice, type SliceJob } from "./render-slice.ts";

/*
 * A process that renders slices, one after another, as they are sent, and answers each with what went wrong or nothing.
 * It ends when the build ends or dies.
 */

export type SliceReply = { readonly error: string | undefined };

// A build that has been killed wants no page: the next one may be at work in the same folder already.
process.once("disconnect", () => process.exit(1));

// While a slice is rendered no event is heard; but a process whose parent was killed has another one at once. It must not
// go on writing into the folder that the next build already uses.
const builder = process.ppid;

let last = Promise.resolve();

process.on("message", (message) => {
  last = last
    .then(() => {
      if (!isJob(message)) throw new Error("a message that is no slice");
      return renderSlice(message, () => process.ppid === builder);
    })
    .then(
      () => reply(undefined),
      (error: unknown) => reply(error instanceof Error ? describe(error) : String(error)),
    );
});

// The sender is this program: what a page value looks like is the compiler's business.
function isJob(message: unknown): message is SliceJob {
  return typeof message === "object" && message !== null && "pages" in message && "site" in message && "output" in message;
}

function reply(error: string | undefined): void {
  const answer: SliceReply = { error };
  process.send?.(answer);
}

// Eleventy wraps the error of a template: the innermost says what is wrong, its stack where.
function describe(error: Error): string {
  const { cause } = error;
  const original = "originalError" in error && error.originalError instanceof Error ? error.originalError : undefined;
  const inner = original ?? (cause instanceof Error ? cause : undefined);
  return inner === undefined ? (error.stack ?? error.message) : describe(inner);
}
