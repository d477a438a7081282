import { fork } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Manifest, ShardEntry } from "../client/manifest.ts";
import { nameFilesOf, type NameFiles, type SearchName } from "./search-names.ts";
import { pagefindRecordOf, type SearchRecord } from "./search-record.ts";
import type { IndexNames, ShardJob, ShardReply } from "./search-shard-process.ts";
import { dayOf, planShards, type Shard } from "./search-shards.ts";

export interface IndexOptions {
  /** How many shards are indexed at once; each takes up to 300 MB. */
  readonly jobs: number;
  /** Largest size of a shard; `shardLimit` without it. */
  readonly limit?: number;
}

/**
 * Indexes an archive: plans its shards, indexes each in a process of its own and writes names and `shards.json`. The same
 * records give the same bytes. Takes records oldest first and the folder to fill, which must not hold an older index.
 * Throws an Error that names the shard where Pagefind fails.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  names: readonly SearchName[],
  directory: string,
  { jobs, limit }: IndexOptions,
): Promise<Manifest> {
  mkdirSync(join(directory, "names"), { recursive: true });
  const { lists, files } = nameFilesOf(names);
  for (const [name, bytes] of files) writeFileSync(join(directory, "names", name), bytes);
  const manifest = manifestOf(await indexShards(planShards(records, limit), directory, jobs), lists);
  writeFileSync(join(directory, "shards.json"), JSON.stringify(manifest));
  return manifest;
}

/** Indexes several shards, `jobs` at once; lines of the manifest in the order of the shards. */
export function indexShards(shards: readonly Shard[], directory: string, jobs: number): Promise<readonly ShardEntry[]> {
  return inParallel(shards, jobs, (shard) => indexShard(shard, directory));
}

/**
 * Indexes one shard into its folder below `directory`, in place of what the folder held, and puts Pagefind's program
 * for its language beside the shards. Returns the shard's line of the manifest.
 */
export async function indexShard(shard: Shard, directory: string): Promise<ShardEntry> {
  const folder = join(directory, shard.path);
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(aside), { recursive: true });
  const { program, name } = await runPagefind(shard, aside, directory);
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
  const { path, language, from, to, fingerprint } = shard;
  return { path, language, program, name, from, to, count: shard.records.length, fingerprint };
}

/** What a search begins with. Takes the shards in the order of the plan, and the lists of names. */
export function manifestOf(entries: readonly ShardEntry[], lists: NameFiles["lists"]): Manifest {
  return { version: pagefindVersion, shards: entries, ...lists };
}

/**
 * The days of a shard's records, by which a client turns a page's number into its day and a range of days into a range
 * of numbers: how many stand at the first day, days to the next day that has any, how many stand there, and so on.
 * Three records of 1987-02-26 and two of 1987-03-02 are [3, 4, 2].
 */
export function daysOf(records: readonly SearchRecord[]): readonly number[] {
  const days: number[] = [];
  let last = "";
  for (const record of records) {
    const day = dayOf(record);
    const count = days.pop() ?? 0;
    if (day === last || last === "") days.push(count + 1);
    else days.push(count, (Date.parse(day) - Date.parse(last)) / 86_400_000, 1);
    last = day;
  }
  return days;
}

export const pagefindVersion = "1.5.2";

function runPagefind(shard: Shard, folder: string, shared: string): Promise<IndexNames> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./search-shard-process.ts", import.meta.url)), { execArgv: [] });
    const fail = (reason: string): void => reject(new Error(`Search index, shard ${shard.path}: ${reason}`));
    let answer: ShardReply | undefined;
    child.once("message", (message) => (answer = replySchema.parse(message)));
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => {
      if (answer === undefined) fail(`its process ended early (${signal ?? code})`);
      else if ("error" in answer) fail(answer.error);
      else resolve(answer.names);
    });
    const job: ShardJob = { records: shard.records.map(pagefindRecordOf), days: daysOf(shard.records), folder, shared };
    child.send(job, (error) => {
      if (error) fail(error.message);
    });
  });
}

const replySchema: z.ZodType<ShardReply> = z.union([
  z.object({ names: z.object({ program: z.string(), name: z.string() }) }),
  z.object({ error: z.string() }),
]);

/** Maps over items, at most `jobs` at once; results in the items' order. The first failure is thrown once all have ended. */
async function inParallel<T, R>(items: readonly T[], jobs: number, map: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      const item = items[index];
      if (item === undefined) return;
      try {
        results[index] = await map(item);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
