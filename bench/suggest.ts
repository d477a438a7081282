import { readFileSync } from "node:fs";
import path from "node:path";
import { readContentFolder } from "../src/content/content-folder.ts";
import { parseRecords } from "../src/content/parse-records.ts";
import { readContent, type ReadContent } from "../src/content/read-content.ts";
import type { Article } from "../src/model/article.ts";
import { ContentError } from "../src/model/content-error.ts";
import { sortKeyOf } from "../src/model/partial-date.ts";
import { knowledgeOf } from "../src/suggest/knowledge.ts";
import { isAcceptable, suggestForArticle } from "../src/suggest/suggest-article.ts";

/**
 * `npm run bench:suggest -- CONTENT [PLACES.yaml]`: how many of the tags of a content folder `backfile suggest` would give, and how many
 * of those it gives are there. What is counted is what `--accept` would write; the truth are the tags of the front matter.
 * New names, which no tag can confirm, are counted apart. Three or four times, by what is known:
 *
 * - `others' tags`: the names of all tags of the archive, and what the tags of the other articles show. This is what the
 *   command knows in a tagged archive; no article is judged by its own tags.
 * - `earlier half`: names and tags of the earlier half of the articles alone; asked of the later half.
 * - `names alone`: the names of all tags, and nothing of which article has them.
 * - `authority file`: the same, with an authority file of places that knows towns and short forms too.
 */
function main(folder: string, authorityFile: string | undefined): void {
  const start = cpuSeconds();
  const content = readContent(readContentFolder(folder), new Map());
  const reading = cpuSeconds() - start;
  const runs = [measure("others' tags", content, content.articles), measure("earlier half", ...halved(content)), measure("names alone", content, content.articles, { withCustoms: false }), ...(authorityFile === undefined ? [] : [measure("authority file", withPlaces(content, authorityFile), content.articles, { withCustoms: false })])];
  console.log(`${content.articles.length} articles; reading them took ${reading.toFixed(2)} CPU s.\n`);
  console.log(table(["knows", "kind", "tags", "suggested", "right", "precision", "recall", "new names"], runs.flatMap(({ rows }) => rows)));
  console.log("");
  console.log(table(["knows", "asked of", "learning, CPU s", "suggesting, CPU s", "articles a CPU s, reading included"], runs.map(({ name, asked, learning, suggesting }) => [name, String(asked), learning.toFixed(2), suggesting.toFixed(2), String(Math.round(content.articles.length / (reading + learning + (suggesting * content.articles.length) / asked)))])));
}

interface Measured {
  readonly name: string;
  readonly asked: number;
  readonly learning: number;
  readonly suggesting: number;
  readonly rows: readonly (readonly string[])[];
}

function measure(name: string, known: ReadContent, asked: readonly Article[], options: { readonly withCustoms?: boolean } = {}): Measured {
  const truth = new Map(asked.map((article) => [article.file, article.subjects]));
  const start = cpuSeconds();
  const knowledge = knowledgeOf(known, options);
  const learned = cpuSeconds();
  const suggested = knowledge.articles.filter(({ article }) => truth.has(article.file)).map((one) => ({ file: one.article.file, suggestions: suggestForArticle(one, knowledge).filter(isAcceptable) }));
  const end = cpuSeconds();
  const rows = (["people", "places"] as const).map((kind) => {
    const tags = asked.reduce((sum, { subjects }) => sum + new Set(subjects[kind]).size, 0);
    const given = suggested.flatMap(({ file, suggestions }) => suggestions.filter((one) => one.kind === kind).map(({ record }) => ({ file, record })));
    const known = given.filter(({ record }) => record !== undefined);
    const right = known.filter(({ file, record }) => (truth.get(file)?.[kind] ?? []).some((tag) => knowledge.names[kind].resolve(tag) === record)).length;
    return [name, kind, String(tags), String(known.length), String(right), (right / known.length).toFixed(3), (right / tags).toFixed(3), String(given.length - known.length)];
  });
  return { name, asked: asked.length, learning: learned - start, suggesting: end - learned, rows };
}

function withPlaces(content: ReadContent, file: string): ReadContent {
  const { records, problems } = parseRecords("places", { file, text: readFileSync(file, "utf8"), line: 1 });
  if (problems.length > 0) throw new ContentError(problems);
  return { ...content, records: { ...content.records, places: records } };
}

// The later articles lose their people and places before anything is learned.
function halved(content: ReadContent): readonly [ReadContent, readonly Article[]] {
  const ordered = content.articles.toSorted((a, b) => (sortKeyOf(a.date) < sortKeyOf(b.date) ? -1 : 1));
  const middle = Math.floor(ordered.length / 2);
  const later = ordered.slice(middle);
  const untagged = later.map((article) => ({ ...article, subjects: { ...article.subjects, people: [], places: [] } }));
  return [{ ...content, articles: [...ordered.slice(0, middle), ...untagged] }, later];
}

// Markdown; what is counted stands at the right.
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map((_, i) => (i < 2 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [folder, authorityFile] = process.argv.slice(2);
if (folder === undefined) {
  console.error("npm run bench:suggest -- CONTENT [PLACES.yaml]: name the content folder whose tags are to be found again");
  process.exitCode = 2;
} else main(path.resolve(folder), authorityFile);
