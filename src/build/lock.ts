import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintOf } from "../content/fingerprint.ts";
import { cacheFolder } from "./project.ts";

/** Thrown where another build into the same folder is running. */
export class LockedError extends Error {
  override readonly name = "LockedError";
}

/**
 * Takes the lock of an output folder, and returns what gives it back. The lock of a process that is dead is taken over.
 * Throws LockedError where its process lives.
 */
export function takeLock(output: string): () => void {
  const file = lockFile(output);
  const own = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(own, `${process.pid} ${startOf(process.pid) ?? ""}`);
  try {
    for (;;) {
      try {
        // With its content at once: a lock that is still empty would look like one that nobody holds.
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        const owner = ownerOf(file);
        if (owner !== undefined && isAlive(owner)) throw new LockedError(`process ${owner.pid} has been building into ${output} for ${ageOf(file)}; wait for it, or stop it`);
        rmSync(file, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Where the lock of an output folder is. */
export function lockFile(output: string): string {
  return path.join(cacheFolder, "lock", fingerprintOf(path.resolve(output)));
}

interface Owner {
  readonly pid: number;
  /** When it was started; "" where the system does not tell. */
  readonly start: string;
}

function ownerOf(file: string): Owner | undefined {
  try {
    const [pid, start = ""] = readFileSync(file, "utf8").split(" ");
    return pid !== undefined && /^[1-9]\d*$/u.test(pid) ? { pid: Number(pid), start } : undefined;
  } catch {
    // Given back a moment ago.
    return undefined;
  }
}

// Printed on a terminal only: nothing of the clock comes into the site.
function ageOf(file: string): string {
  const taken = lstatSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const seconds = taken === undefined ? 0 : Math.max(0, Math.round((Date.now() - taken) / 1000));
  const [number, unit] = seconds < 120 ? [seconds, "second"] : seconds < 7200 ? [Math.round(seconds / 60), "minute"] : [Math.round(seconds / 3600), "hour"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

// In a container the next build has the number of the one that was killed: only its start tells them apart.
function isAlive({ pid, start }: Owner): boolean {
  const now = startOf(pid);
  if (now !== undefined && start !== "" && now !== start) return false;
  if (isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// Dead, and only not yet cleared away by its parent: in a container that may be never.
function isZombie(pid: number): boolean {
  try {
    return /^[ZX]/u.test(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "");
  } catch {
    return false;
  }
}

/** When a process was started, in clock ticks since the machine was (proc(5), field 22 of stat); undefined where that cannot be told. */
function startOf(pid: number): string | undefined {
  try {
    // The second field is the program's name in parentheses and may hold anything; field 3 follows the last parenthesis.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
  } catch {
    return undefined;
  }
}
