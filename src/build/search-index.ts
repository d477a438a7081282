import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest, ShardEntry } from "../client/manifest.ts";
import type { IndexedShard, ShardJob } from "./index-shard.ts";
import { nameFilesOf, type NameFiles, type SearchName } from "./search-names.ts";
import { indexedArticleOf, type SearchRecord } from "./search-record.ts";
import { dayOf, planShards, type Shard } from "./search-shards.ts";
import { Workers } from "./workers.ts";

export interface IndexOptions {
  /** How many processes index shards at once. */
  readonly jobs: number;
  /** Largest size of a shard; `shardLimit` without it. */
  readonly limit?: number;
}

/**
 * Indexes an archive: plans its shards, indexes each and writes names and `shards.json`. The same records give the same
 * bytes. Takes records oldest first and the folder to fill, which must not hold an older index. Throws an Error that names
 * the shard where Pagefind fails.
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
  const workers = new Workers(jobs);
  try {
    const manifest = manifestOf(await indexShards(planShards(records, limit), directory, workers), lists);
    writeFileSync(join(directory, "shards.json"), formatManifest(manifest));
    return manifest;
  } finally {
    workers.close();
  }
}

/**
 * Indexes shards, each into its folder below `directory`, in place of what the folder held, and puts Pagefind's programs
 * for their languages beside them. Returns their lines of the manifest in the order of the shards. This process takes part:
 * to start one more would cost half a CPU second, and as much memory as it has already.
 */
export async function indexShards(shards: readonly Shard[], directory: string, workers: Workers): Promise<readonly ShardEntry[]> {
  const waiting = shards.values().map((shard) => jobOf(shard, directory));
  const programs = new Map<string, string>();
  const nameOf = ({ path }: ShardJob): string => `Indexing the search's shard ${path}`;
  const take = ({ program }: IndexedShard, { path }: ShardJob): void => void programs.set(path, program);
  const here = async (): Promise<boolean> => {
    const job = waiting.next().value;
    if (job === undefined) return false;
    // Loaded only where there is something to index.
    const { indexShard } = await import("./index-shard.ts");
    const failed = (error: unknown): never => {
      throw new Error(`${nameOf(job)} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    };
    take(await indexShard(job).catch(failed), job);
    return true;
  };
  try {
    // Of a shard or two the other process would get all, after it was started.
    if (shards.length <= 2) while (await here());
    else await workers.work({ kind: "index", next: () => waiting.next().value, take, nameOf, here });
  } finally {
    await (await import("./pagefind-run.ts")).endPagefind();
  }
  return shards.map(({ path, language, from, to, records, fingerprint }) => ({ path, language, program: programs.get(path) ?? "", from, to, count: records.length, fingerprint }));
}

function jobOf({ path, language, fingerprint, records }: Shard, directory: string): ShardJob {
  return { directory, path, fingerprint, language, articles: records.map(indexedArticleOf), days: daysOf(records) };
}

/** What a search begins with. Takes the shards in the order of the plan, and the lists of names. */
export function manifestOf(entries: readonly ShardEntry[], lists: NameFiles["lists"]): Manifest {
  return { version: pagefindVersion, shards: entries, ...lists };
}

/** The text of `shards.json`; `parseManifest` of the client reads it. */
export function formatManifest({ version, names, spellings, shards }: Manifest): string {
  const rows = shards.map(({ path, language, program, from, to, count, fingerprint }) => [path, language, program, from, to, count, fingerprint]);
  return JSON.stringify({ version, names, spellings, shards: rows });
}

/**
 * The days of a shard's records, by which a client turns an article's number into its day and a range of days into a range
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
