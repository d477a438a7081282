import { openEngine, type Answer, type Engine, type Facets } from "./engine.ts";
import { fieldsOf } from "./manifest.ts";
import type { PagefindModule } from "./pagefind.ts";
import type { Question } from "./question.ts";

/*
 * The engine in a worker: searching does not hold up typing, and Pagefind's `fetch` can be ours without touching the
 * page's. Pagefind brings a worker of its own, 41 kB more, which gives up after five seconds on a slow line.
 */

/** What the page sends. The first message opens the index; the answer to every other carries its number. */
export type Request =
  | { readonly kind: "open"; readonly base: string }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question }
  | { readonly kind: "facets"; readonly id: number; readonly names: readonly string[] };

export type Reply =
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly kind: "facets"; readonly id: number; readonly facets: Facets }
  | { readonly kind: "failure"; readonly id: number; readonly reason: string };

let engine: Promise<Engine> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if (data.kind === "open") engine = open(data.base);
  else void answer(data);
});

function open(base: string): Promise<Engine> {
  const network = self.fetch.bind(self);
  return openEngine({
    base,
    network,
    replaceFetch: (fetch) => Object.assign(self, { fetch }),
    importModule: async (url) => parseModule(await import(url)),
  });
}

async function answer(request: Exclude<Request, { kind: "open" }>): Promise<void> {
  const { id } = request;
  try {
    if (engine === undefined) throw new Error("The index has not been opened.");
    const opened = await engine;
    if (request.kind === "ask") reply({ kind: "answer", id, answer: await opened.ask(request.question) });
    else reply({ kind: "facets", id, facets: await opened.facets(request.names) });
  } catch (error) {
    reply({ kind: "failure", id, reason: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: Reply): void {
  self.postMessage(message);
}

function parseModule(module: unknown): PagefindModule {
  const { createInstance } = fieldsOf(module);
  if (typeof createInstance !== "function") throw new Error("pagefind.js is not Pagefind's script.");
  return { createInstance: (options) => createInstance(options) };
}
