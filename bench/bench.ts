/*
 * Measures builds: a clean one, and those of an archive's day. Linux only.
 *
 *   npm run bench -- [--articles 1000,20000,100000] [--corpus DIR] [--runs 5] [--work DIR] [--search]
 *                    [--peer COMMAND] [--peer-second COMMAND]
 *
 *   --articles     sizes of the archives to make, the same ones each time, of made-up articles
 *   --corpus       an archive of your own instead: it is copied, never changed
 *   --runs         how often each case is measured; the table shows medians
 *   --work         folder for backfile-bench.json and, while it runs, for content and outputs; the system's folder for
 *                  temporary files without it. Take one on a tmpfs to measure the program rather than the disk.
 *   --search       with search
 *   --peer         another generator's command, run after ours in each case over the same content, with {content} and
 *                  {output} for the folders: --peer "hugo --quiet --contentDir {content} --destination {output}"
 *   --peer-second  its command where it has built before; the same without it
 *
 * The cases, in this order: clean (output and state removed before; the compile cache stays), nothing changed, one edit and
 * one new article, one back-dated article, one removal. CPU is that of the whole process tree, memory that of the largest
 * process; measure.ts says how exactly. Read the load average in the JSON before you believe a wall time.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.ts";
import { measureSeries, type Peer, type Series } from "./series.ts";
import { formatTable } from "./table.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,20000,100000" },
    corpus: { type: "string" },
    runs: { type: "string", default: "5" },
    work: { type: "string" },
    search: { type: "boolean", default: false },
    peer: { type: "string" },
    "peer-second": { type: "string" },
  },
});

const runs = wholeNumber("--runs", values.runs);
const sizes = values.corpus === undefined ? values.articles.split(",").map((size) => wholeNumber("--articles", size)) : [undefined];
const peer: Peer | undefined = values.peer === undefined ? undefined : { clean: values.peer, second: values["peer-second"] ?? values.peer };
const parent = path.resolve(values.work ?? tmpdir());
mkdirSync(parent, { recursive: true });

const loadBefore = loadavg();
const series: Series[] = [];
for (const size of sizes) {
  // A new folder each time: one that is there may hold somebody's content.
  const work = mkdtempSync(path.join(parent, "backfile-bench-"));
  try {
    const content = path.join(work, "content");
    if (size !== undefined) writeCorpus(content, size);
    else if (values.corpus !== undefined) cpSync(values.corpus, content, { recursive: true });
    const measured = await measureSeries({ content, work, runs, search: values.search, peer, report: (line) => console.error(line) });
    series.push(measured);
    console.log(`${formatTable(measured)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const machine = { node: process.version, cores: availableParallelism(), processor: cpus()[0]?.model, load: { before: loadBefore, after: loadavg() } };
const results = path.join(parent, "backfile-bench.json");
writeFileSync(results, `${JSON.stringify({ machine, search: values.search, peer, series }, undefined, 2)}\n`);
console.log(`load average ${loadBefore[0]?.toFixed(1)} before, ${machine.load.after[0]?.toFixed(1)} after; every run in ${results}`);

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`${option} takes whole numbers from 1, not "${text}"`);
  return number;
}
