/*
 * Measures how well the search finds, beside plain Pagefind, and what a search moves.
 *
 *   npm run bench:search -- CORPUS [--work DIR]
 *
 *   CORPUS  an archive's content folder; its articles need people, dates and headlines (Reuters-21578: npm run import -- sgml)
 *   --work  folder for the two indexes, removed afterwards; the system's folder for temporary files without it
 *
 * The queries are made from the archive by rule, see search-queries.ts. Recall at 10 is the share of the right answers among
 * the first ten results, of at most ten; MRR is the mean of 1 through the place of the first right one (0 where none of the
 * ten is right).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { clientScript } from "../src/build/client-script.ts";
import { prepareSite } from "../src/build/prepare.ts";
import { searchNames } from "../src/build/search-names.ts";
import type { SearchRecord } from "../src/build/search-record.ts";
import { searchRecords } from "../src/build/search-records.ts";
import { openEngine } from "../src/client/engine.ts";
import { parseQuestion } from "../src/client/question-address.ts";
import { readContentFolder } from "../src/content/content-folder.ts";
import { textOfMarkdown } from "../src/content/markdown.ts";
import { fromFolder, ourEngine, plainPagefind, type Contestant } from "./search-engines.ts";
import { groups, makeQueries, variantNames, type JudgedQuery } from "./search-queries.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { work: { type: "string", default: tmpdir() } } });
const [corpus] = positionals;
if (corpus === undefined) throw new Error("npm run bench:search -- CORPUS");

const prepared = await prepareSite(readContentFolder(corpus), { siteUrl: undefined, basePath: "/", asOf: undefined });
const texts = new Map<SearchRecord, string>();
const plain = searchRecords(prepared.context);
const textOf = (record: SearchRecord): string => {
  const text = texts.get(record) ?? [record.text, textOfMarkdown(record.markdown ?? "")].join(" ");
  texts.set(record, text);
  return text;
};
const queries = makeQueries(plain, textOf);

// What variants in people.yaml would do.
const variants = new Map(variantNames(plain).map(({ name, variant }) => [name, variant]));
const records = plain.map((record) => ({ ...record, aliases: [...record.aliases, ...record.people.flatMap((name) => variants.get(name) ?? [])] }));
const names = searchNames(prepared.archive).map((name) => ({ ...name, variants: [...name.variants, ...(name.kind === "people" ? [variants.get(name.name) ?? []].flat() : [])] }));

const work = mkdtempSync(path.join(values.work, "backfile-search-"));
try {
  const contestants = [await plainPagefind(plain, textOf, path.join(work, "plain")), await ourEngine(records, names, path.join(work, "ours"))];
  const measured = await Promise.all(contestants.map((contestant) => judge(contestant, queries)));
  console.log(`${plain.length} articles, ${queries.length} queries\n`);
  console.log(`| | queries | ${contestants.map(({ name }) => `${name}: recall at 10 | MRR`).join(" | ")} |`);
  console.log(`| --- | ---: | ${contestants.map(() => "---: | ---:").join(" | ")} |`);
  for (const group of groups) {
    const own = queries.filter((query) => query.group === group);
    console.log(`| ${group} | ${own.length} | ${measured.map((all) => figures(all.filter(({ query }) => query.group === group))).join(" | ")} |`);
  }
  for (const { query, recall, reciprocal } of measured[1] ?? []) if (recall < 0.5 || reciprocal < 0.5) console.error(`weak: ${query.group}: ${query.query} (recall ${recall.toFixed(2)}, ${reciprocal.toFixed(2)})`);
  await printBytes(path.join(work, "ours"));
} finally {
  rmSync(work, { recursive: true, force: true });
}

interface Judged {
  readonly query: JudgedQuery;
  readonly recall: number;
  readonly reciprocal: number;
}

async function judge(contestant: Contestant, all: readonly JudgedQuery[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const query of all) {
    const answer = await contestant.ask(query.query);
    const found = answer.filter((href) => query.right.has(href)).length;
    const first = answer.findIndex((href) => query.right.has(href));
    judged.push({ query, recall: found / Math.min(10, query.right.size), reciprocal: first === -1 ? 0 : 1 / (first + 1) });
  }
  return judged;
}

function figures(judged: readonly Judged[]): string {
  const mean = (numbers: readonly number[]): string => (numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)).toFixed(3);
  return `${mean(judged.map(({ recall }) => recall))} | ${mean(judged.map(({ reciprocal }) => reciprocal))}`;
}

async function printBytes(folder: string): Promise<void> {
  const script = gzipSync(clientScript()).length;
  console.log("\n| first ten results | kB moved | files | ms |\n| --- | ---: | ---: | ---: |");
  for (const address of ["?q=oil", "?q=interest+rates+volcker", '?q="interest+rates"+fed', "?q=oil&sort=newest", "?q=interest+rates+volcker&sort=newest"]) {
    let [bytes, files] = [script, 1];
    const start = performance.now();
    const engine = await openEngine({ base: `${folder}/`, site: "/", language: "en", network: fromFolder((more) => void (files++, (bytes += more))) });
    await engine.ask(parseQuestion(address));
    const time = performance.now() - start;
    await engine.advise(parseQuestion(address));
    console.log(`| \`${address}\` | ${Math.round(bytes / 1000)} | ${files} | ${Math.round(time)} |`);
  }
}
