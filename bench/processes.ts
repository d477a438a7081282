import { readFileSync, readdirSync } from "node:fs";

/** What a process has used, as of when it was last looked at. */
export interface ProcessUse {
  /** Seconds of CPU, user and system. */
  readonly cpu: number;
  /** Bytes of memory held at its peak (VmHWM). */
  readonly memory: number;
}

/** The processes of one session, by their ids, those that have ended included. Linux only: reads /proc (see proc(5)). */
export interface SessionWatch {
  readonly seen: ReadonlyMap<number, ProcessUse>;
  /** Looks at all processes; returns how many of the session are alive. */
  look(): number;
}

// USER_HZ: 100 a second on every architecture that Node runs on.
const ticksPerSecond = 100;

/**
 * Watches the session that the process `leader` has started. A process stays in the session of the one that started it, even
 * after its parent has ended and it has become a child of process 1.
 */
export function watchSession(leader: number): SessionWatch {
  const seen = new Map<number, ProcessUse>();
  // Of other sessions: not read again at every look.
  let foreign = new Set<number>();
  const look = (): number => {
    let alive = 0;
    const stillForeign = new Set<number>();
    for (const entry of readdirSync("/proc")) {
      const pid = Number(entry);
      if (!Number.isInteger(pid)) continue;
      if (foreign.has(pid)) {
        stillForeign.add(pid);
        continue;
      }
      const stat = readStat(pid);
      if (stat === undefined) continue;
      if (stat.session !== leader) {
        stillForeign.add(pid);
        continue;
      }
      if (!stat.ended) alive++;
      seen.set(pid, { cpu: stat.cpu, memory: Math.max(readPeak(pid), seen.get(pid)?.memory ?? 0) });
    }
    foreign = stillForeign;
    return alive;
  };
  return { seen, look };
}

interface Stat {
  readonly session: number;
  readonly cpu: number;
  readonly ended: boolean;
}

function readStat(pid: number): Stat | undefined {
  const text = readOrNothing(`/proc/${pid}/stat`);
  // The name, second, is in parentheses and may hold any sign: "(node (worker))". The state is the first after it.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, , , session] = fields;
  const [user, system] = [fields[11], fields[12]];
  if (session === undefined || user === undefined || system === undefined) return undefined;
  return { session: Number(session), cpu: (Number(user) + Number(system)) / ticksPerSecond, ended: state === "Z" || state === "X" };
}

function readPeak(pid: number): number {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/mu.exec(readOrNothing(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

// A process may end between the listing and the reading.
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
