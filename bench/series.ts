import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "../src/build/project.ts";
import { stateFile } from "../src/build/state.ts";
import { apply, planChanges, type Changes } from "./changes.ts";
import { measure, type Measurement } from "./measure.ts";

/** A peer's commands, with {content} and {output} for the folders. */
export interface Peer {
  readonly clean: string;
  readonly second: string;
}

export const cases = ["clean", "nothing changed", "one edit, one new", "one back-dated", "one removed"] as const;
export type Case = (typeof cases)[number];

/** What was measured of a case, run by run; `peer` is empty without one. */
export type Runs = Record<Case, { readonly ours: Measurement[]; readonly peer: Measurement[] }>;

export interface Series {
  readonly articles: number;
  /** Files in our output after a clean build. */
  readonly files: number;
  readonly runs: Runs;
}

export interface SeriesOptions {
  /** Content folder; it is changed, and changed back. */
  readonly content: string;
  /** Folder for outputs and logs; it exists. */
  readonly work: string;
  readonly runs: number;
  readonly search: boolean;
  readonly peer: Peer | undefined;
  /** Told of each measurement, for whoever waits. */
  readonly report: (line: string) => void;
}

/** Measures all cases, `runs` times from a clean build to a removal, ours and the peer's in turn over the same content. */
export async function measureSeries({ content, work, runs, search, peer, report }: SeriesOptions): Promise<Series> {
  const ours = path.join(work, "ours");
  const theirs = path.join(work, "peer");
  const log = path.join(work, "log.txt");
  const build = ourBuild(content, ours, search);
  const measured = emptyRuns();
  let files = 0;
  const inTurn = async (name: Case, peerCommand: string | undefined): Promise<void> => {
    const own = await measure(build, log);
    measured[name].ours.push(own);
    report(`${name}: ${describe(own)}`);
    if (peerCommand === undefined) return;
    const other = await measure(fill(peerCommand, content, theirs), log);
    measured[name].peer.push(other);
    report(`${name}, peer: ${describe(other)}`);
  };
  const removeOutputs = (): void => {
    for (const folder of [ours, `${ours}.next`, stateFile(ours), theirs]) rmSync(folder, { recursive: true, force: true });
  };
  const changes = planChanges(content);
  const articles = countFiles(content, ".md");
  for (let run = 1; run <= runs; run++) {
    report(`run ${run} of ${runs}`);
    removeOutputs();
    await inTurn("clean", peer?.clean);
    files = countFiles(ours, "");
    await inTurn("nothing changed", peer?.second);
    const undo: Changes[] = [];
    for (const [name, change] of [["one edit, one new", changes.editAndNew], ["one back-dated", changes.backDated], ["one removed", changes.removal]] as const) {
      undo.push(apply(change));
      await inTurn(name, peer?.second);
    }
    for (const change of undo.reverse()) apply(change);
  }
  removeOutputs();
  return { articles, files, runs: measured };
}

// Straight with Node: npm's own start would be measured too.
function ourBuild(content: string, output: string, search: boolean): string {
  const words = [process.execPath, path.join(projectFolder, "src/start.js"), "build", "--content", content, "--output", output, "--site-url", "https://archive.example"];
  return [...words, ...(search ? [] : ["--no-search"])].map(quoted).join(" ");
}

function fill(command: string, content: string, output: string): string {
  return command.replaceAll("{content}", () => quoted(content)).replaceAll("{output}", () => quoted(output));
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function emptyRuns(): Runs {
  const none = (): Runs[Case] => ({ ours: [], peer: [] });
  return { clean: none(), "nothing changed": none(), "one edit, one new": none(), "one back-dated": none(), "one removed": none() };
}

function countFiles(folder: string, ending: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(ending)).length;
}

function describe({ wall, cpu, memory }: Measurement): string {
  return `${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s, ${Math.round(memory / 1e6)} MB`;
}
