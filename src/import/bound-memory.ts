import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So much more than what is needed may lie in memory before it is cleared away. */
const mostGarbage = 64 * 1_048_576;

/**
 * Gives a function to call between records, which keeps the memory of a long import near what it needs. V8 by itself lets
 * dead objects of a large import fill several times that: a WordPress export of 100 MB took 394 MB where 150 were needed.
 */
export function openMemoryBound(): () => void {
  let needed = process.memoryUsage().heapUsed;
  return () => {
    if (process.memoryUsage().heapUsed < needed + mostGarbage) return;
    clear();
    needed = process.memoryUsage().heapUsed;
  };
}

let collect: (() => void) | undefined;

function clear(): void {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    const gc: unknown = runInNewContext("gc");
    collect = typeof gc === "function" ? () => void gc() : () => undefined;
  }
  collect();
}
