import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { watchSession, type SessionWatch } from "./processes.ts";

/** What a command took. */
export interface Measurement {
  /** Seconds from its start to its end; of those it left behind, not. */
  readonly wall: number;
  /** Seconds of CPU, user and system, of all its processes. */
  readonly cpu: number;
  /** Bytes of memory held by its largest process, at its peak. */
  readonly memory: number;
}

const pollInterval = 20;
/** How long, in seconds, what a command left behind may go on before it is given up: an indexer ends in a moment, a server never. */
const longestOrphan = 30;

/**
 * Runs a line of shell and measures all processes it starts, those included that nobody waits for (Pagefind's indexer, for
 * one). Their output goes to the file `log`. Throws where the command fails, with the end of the log. Linux only.
 *
 * CPU is the larger of two figures, neither of which can be too large: what the shell reports of all it has waited for
 * (`times` of POSIX; exact, without orphans), and the sum over all processes of the command's session as /proc showed them
 * last, every 20 ms (with orphans; without what each did after the last look, at most 20 ms of CPU a thread). Memory is the
 * highest VmHWM seen at these looks.
 */
export async function measure(command: string, log: string): Promise<Measurement> {
  if (process.platform !== "linux") throw new Error("only Linux shows what is measured here");
  const output = openSync(log, "w");
  try {
    const start = performance.now();
    const child = spawn("sh", ["-c", 'sh -c "$1" 3>&-; code=$?; times >&3; exit $code', "sh", command], { detached: true, stdio: ["ignore", output, output, "pipe"] });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    });
    if (child.pid === undefined) throw await ended.catch((error: unknown) => error);
    const watch = watchSession(child.pid);
    const timer = setInterval(() => watch.look(), pollInterval);
    const times = text(readable(child.stdio[3]));
    const code = await ended.finally(() => clearInterval(timer));
    const wall = (performance.now() - start) / 1000;
    await orphansEnded(watch);
    if (code !== 0) throw new Error(`"${command}" ended with ${code}:\n${readFileSync(log, "utf8").slice(-2000)}`);
    const seen = [...watch.seen.values()];
    const polled = seen.reduce((sum, { cpu }) => sum + cpu, 0);
    return { wall, cpu: Math.max(polled, childTimes(await times)), memory: seen.reduce((most, { memory }) => Math.max(most, memory), 0) };
  } finally {
    closeSync(output);
  }
}

async function orphansEnded(watch: SessionWatch): Promise<void> {
  const deadline = performance.now() + longestOrphan * 1000;
  while (watch.look() > 0) {
    if (performance.now() > deadline) throw new Error("the command left a process behind that does not end");
    await sleep(pollInterval);
  }
}

/** Reads what `times` prints: a line of the shell itself, then one of its children, "1m2.34s 0m0.56s" each. */
function childTimes(printed: string): number {
  const [, children = ""] = printed.trim().split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function readable(stream: unknown): Readable {
  if (stream instanceof Readable) return stream;
  throw new TypeError("the shell has no third channel");
}
