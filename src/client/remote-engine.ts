import type { Engine } from "./engine.ts";
import type { Opening, Replies, Reply, Request } from "./search-worker.ts";

/** The engine in its worker. After a failure to start it, the next question starts a new one. */
export function remoteEngine(opening: Opening): Engine {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, (reply: Reply) => void>();

  function start(): Worker {
    const started = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      started.terminate();
      if (started === worker) worker = undefined;
      for (const [id, settle] of waiting) settle({ id, failure: "no worker" });
      waiting.clear();
    });
    started.postMessage(opening);
    return started;
  }

  function request<K extends keyof Replies>(kind: K, asked: Request["asked"]): Promise<Replies[K]> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, (reply) => {
        const value = reply.replies?.[kind];
        if (value === undefined) reject(new Error(reply.failure));
        else resolve(value);
      });
      const message: Request = { id, kind, asked };
      (worker ??= start()).postMessage(message);
    });
  }

  return {
    ask: (question) => request("ask", { question }),
    facets: (question) => request("facets", { question }),
    advise: (question) => request("advise", { question }),
    complete: (text) => request("complete", { text }),
  };
}
