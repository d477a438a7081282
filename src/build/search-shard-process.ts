import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { z } from "zod";
import { keepWord, makeStemmer } from "../client/stemmer.ts";
import { requireOrderOf } from "./pagefind-order.ts";
import { readPagefindIndex, unpackBytes, type IndexFiles } from "./pagefind-files.ts";
import type { PagefindRecord } from "./search-record.ts";
import { shardFilesOf } from "./search-shard-files.ts";

/*
 * A process of its own for one Pagefind index: Pagefind's API has one service per process, and its memory is given back
 * with the process. It is sent one job, answers with the index's names or with what went wrong, and ends.
 */

export interface ShardJob {
  readonly records: readonly PagefindRecord[];
  /** Days of the records, see `daysOf`. */
  readonly days: readonly number[];
  /** Folder for the shard's files. */
  readonly folder: string;
  /** Folder for the programs that all shards share. */
  readonly shared: string;
}

/** What an index in one language is called. */
export interface IndexNames {
  /** Which program stems its words, "en", or "unknown" for none. */
  readonly program: string;
  /** Name of the shard's first file: `<name>.shard`. */
  readonly name: string;
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
  days: z.array(z.number()),
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

async function runJob({ records, days, folder, shared }: ShardJob): Promise<IndexNames> {
  const made = await runPagefind(records);
  const index = readPagefindIndex(made);
  const path = `wasm.${index.program}.pagefind`;
  const program = made.get(path);
  const isStemmed = index.program !== "unknown" && program !== undefined;
  if (isStemmed) {
    // Never in place: the file there may also be the published site's, under a second name.
    rmSync(join(shared, path), { force: true });
    writeFileSync(join(shared, path), program);
  }
  if (records.length > 0) requireOrderOf(index, made, records);
  const { name, files } = shardFilesOf(index, made, records, days, isStemmed ? await makeStemmer(unpackBytes(program)) : keepWord);
  for (const part of new Set([...files.keys()].map(dirname))) mkdirSync(join(folder, part), { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  return { program: index.program, name };
}

// `writeFiles` answers before the last bytes are on disk, and closing kills the writer: files ended up empty.
async function runPagefind(records: readonly PagefindRecord[]): Promise<IndexFiles> {
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(errors.join("; "));
    for (let start = 0; start < records.length; start += batchSize) {
      const added = await Promise.all(records.slice(start, start + batchSize).map((record) => index.addCustomRecord({ ...record, filters: {} })));
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
