import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { z } from "zod";
import { orderPagefindFiles, type IndexFiles, type IndexNames } from "./pagefind-files.ts";
import type { PagefindRecord } from "./search-record.ts";

/*
 * A process of its own for one Pagefind index: Pagefind's API has one service per process, and its memory is given back
 * with the process. It is sent one job, answers with the index's names or with what went wrong, and ends.
 */

export interface ShardJob {
  readonly records: readonly PagefindRecord[];
  /** Folder for the shard's files. */
  readonly folder: string;
  /** Folder for the script and the programs that all shards share. */
  readonly shared: string;
}

export type ShardReply = { readonly names: IndexNames } | { readonly error: string };

const jobSchema: z.ZodType<ShardJob> = z.object({
  records: z.array(
    z.object({
      url: z.string(),
      content: z.string(),
      language: z.string(),
      meta: z.record(z.string(), z.string()),
      filters: z.record(z.string(), z.array(z.string())),
    }),
  ),
  folder: z.string(),
  shared: z.string(),
});

process.once("message", (message) => {
  // A build that has been killed wants no index. Unreferenced, the channel does not keep a stuck process alive.
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  runJob(jobSchema.parse(message)).then(
    (names) => reply({ names }),
    (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
  );
});

async function runJob({ records, folder, shared }: ShardJob): Promise<IndexNames> {
  const made = await runPagefind(records);
  for (const [path, bytes] of made) {
    if (!sharedFiles.test(path)) continue;
    // Never in place: the file there may also be the published site's, under a second name.
    rmSync(join(shared, path), { force: true });
    writeFileSync(join(shared, path), bytes);
  }
  const { names, files } = orderPagefindFiles(made);
  for (const path of new Set([...files.keys()].map(dirname))) mkdirSync(join(folder, path), { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
  return names;
}

// Pagefind also makes ready-made interfaces (500 kB) and a worker; the search page has its own.
const sharedFiles = /^(?:pagefind\.js|wasm\..+\.pagefind)$/u;

// `writeFiles` answers before the last bytes are on disk, and closing kills the writer: files ended up empty.
async function runPagefind(records: readonly PagefindRecord[]): Promise<IndexFiles> {
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(errors.join("; "));
    // The service takes messages in the order they are sent in: a page's number is its record's.
    for (let start = 0; start < records.length; start += batchSize) {
      const added = await Promise.all(records.slice(start, start + batchSize).map((record) => index.addCustomRecord(record)));
      const faults = added.flatMap(({ errors: reasons }) => reasons);
      if (faults.length > 0) throw new Error(faults.join("; "));
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(made.errors.join("; "));
    return new Map(made.files.map(({ path, content }) => [path.replaceAll("\\", "/"), content]));
  } finally {
    await close();
  }
}

// Waiting for every single answer takes a fifth longer; sending all at once holds every record twice.
const batchSize = 64;

// Disconnecting before the answer is out would lose it.
function reply(answer: ShardReply): void {
  process.send?.(answer, undefined, undefined, () => process.disconnect?.());
}
