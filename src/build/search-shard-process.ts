import { close, createIndex } from "pagefind";
import { z } from "zod";

/*
 * A process of its own for one Pagefind index: Pagefind's API has one service per process, and its memory is given back
 * with the process. It is sent one job, answers "done" or the error's text, and ends.
 */

export interface ShardJob {
  readonly records: readonly z.infer<typeof recordSchema>[];
  /** Absolute path of the folder that Pagefind writes to. */
  readonly folder: string;
}

const recordSchema = z.object({
  url: z.string(),
  content: z.string(),
  language: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
});
const jobSchema: z.ZodType<ShardJob> = z.object({ records: z.array(recordSchema), folder: z.string() });

if (process.send !== undefined) {
  process.once("message", (message) => {
    runJob(jobSchema.parse(message)).then(
      () => reply("done"),
      (error: unknown) => reply(error instanceof Error ? error.message : String(error)),
    );
  });
}

async function runJob({ records, folder }: ShardJob): Promise<void> {
  try {
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(errors.join("; "));
    // One after another: a page's number is the order it arrives in.
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join("; ")}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(written.errors.join("; "));
  } finally {
    await close();
  }
}

function reply(text: string): void {
  // Disconnecting too early would lose the answer.
  process.send?.(text, undefined, undefined, () => process.disconnect());
}
