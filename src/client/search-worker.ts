import { openEngine, type Engine, type Surroundings } from "./engine.ts";
import type { Question } from "./question.ts";

/* The engine in a worker: searching does not hold up typing. */

/** The first message from the page. */
export type Opening = Omit<Surroundings, "network">;

/** What each question is answered with. */
export type Replies = { readonly [K in keyof Engine]: Awaited<ReturnType<Engine[K]>> };

/** Every other message; its reply carries its number. */
export interface Request {
  readonly id: number;
  readonly kind: keyof Engine;
  readonly asked: { readonly question: Question } | { readonly text: string };
}

export interface Reply {
  readonly id: number;
  readonly replies?: Partial<Replies>;
  readonly failure?: string;
}

let opening: Opening | undefined;
let engine: Promise<Engine> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Opening | Request>) => {
  if ("id" in data) void answer(data);
  else opening = data;
});

// An index that could not be opened is opened again for the next question.
function open(): Promise<Engine> {
  if (opening === undefined) throw new Error("The index has not been named.");
  engine ??= openEngine({ ...opening, network: self.fetch.bind(self) });
  engine.catch(() => (engine = undefined));
  return engine;
}

async function answer({ id, kind, asked }: Request): Promise<void> {
  try {
    const opened = await open();
    const replies: Partial<Replies> = "text" in asked ? { complete: await opened.complete(asked.text) }
      : kind === "facets" ? { facets: await opened.facets(asked.question) }
      : kind === "advise" ? { advise: await opened.advise(asked.question) }
      : { ask: await opened.ask(asked.question) };
    reply({ id, replies });
  } catch (error) {
    reply({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: Reply): void {
  self.postMessage(message);
}
