import type { Engine } from "./engine.ts";
import type { Reply, Request } from "./search-worker.ts";

/** The engine in its worker. After a failure the next question starts a new worker: Pagefind cannot try a file again. */
export function remoteEngine(base: string): Engine {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, (reply: Reply) => void>();

  function start(): Worker {
    const started = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
      if (data.kind === "failure") stop(started, data.reason);
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      stop(started, "The search script could not be loaded.");
    });
    send(started, { kind: "open", base });
    return started;
  }

  function stop(stopped: Worker, reason: string): void {
    if (stopped !== worker) return;
    stopped.terminate();
    worker = undefined;
    for (const [id, settle] of waiting) settle({ kind: "failure", id, reason });
    waiting.clear();
  }

  function request(make: (id: number) => Request): Promise<Reply> {
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send((worker ??= start()), make(id));
    });
  }

  return {
    async ask(question) {
      const reply = await request((id) => ({ kind: "ask", id, question }));
      if (reply.kind === "answer") return reply.answer;
      throw failureOf(reply);
    },
    async facets(names) {
      const reply = await request((id) => ({ kind: "facets", id, names }));
      if (reply.kind === "facets") return reply.facets;
      throw failureOf(reply);
    },
  };
}

function failureOf(reply: Reply): Error {
  return new Error(reply.kind === "failure" ? reply.reason : `The search worker answered with ${reply.kind}.`);
}

function send(worker: Worker, message: Request): void {
  worker.postMessage(message);
}
