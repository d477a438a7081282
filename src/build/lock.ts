import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const file = path.join(cacheFolder, "lock", fingerprintOf(path.resolve(output)));
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const owner = ownerOf(file);
      if (owner !== undefined && isAlive(owner)) throw new LockedError(`process ${owner} is building into ${output}; wait for it, or stop it`);
      rmSync(file, { force: true });
    }
  }
}

function ownerOf(file: string): number | undefined {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    return Number.isInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    // Given back a moment ago.
    return undefined;
  }
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
