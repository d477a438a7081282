import { readFileSync, writeFileSync } from "node:fs";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { close, createIndex } from "pagefind";
import type { SearchName } from "../src/build/search-names.ts";
import type { SearchRecord } from "../src/build/search-record.ts";
import { writeSearchIndex } from "../src/build/search-index.ts";
import { openEngine } from "../src/client/engine.ts";
import { parseQuestion } from "../src/client/question-address.ts";
import type { TextOf } from "./search-queries.ts";

/** Hrefs of the first ten results. */
export type Answer = readonly string[];

/** A search engine over an archive. */
export interface Contestant {
  readonly name: string;
  /** First ten results; the reader follows "Did you mean" where nothing, or hardly anything, was found. */
  ask(query: string): Promise<Answer>;
}

/** Pagefind as anybody would use it: one index of the pages' main text, the headline its h1, names as the page prints them. */
export async function plainPagefind(records: readonly SearchRecord[], textOf: TextOf, folder: string): Promise<Contestant> {
  const { index, errors } = await createIndex({});
  if (index === undefined) throw new Error(errors.join("; "));
  for (let start = 0; start < records.length; start += 64) {
    await Promise.all(records.slice(start, start + 64).map((record) => index.addHTMLFile({ url: record.href, content: pageOf(record, textOf) })));
  }
  const { files } = await index.getFiles();
  await close();
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true });
    writeFileSync(path.join(folder, file.path), file.content);
  }
  // Pagefind's script asks for files by `fetch`, which in Node knows no folders.
  const network = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const file = String(input instanceof Request ? input.url : input).split("?")[0] ?? "";
    return file.startsWith(folder) ? new Response(readFileSync(file)) : network(input, init);
  };
  const module: unknown = await import(pathToFileURL(path.join(folder, "pagefind.js")).href);
  const instance = instanceOf(module, `${folder}/`);
  return {
    name: "plain Pagefind",
    async ask(query) {
      const { results } = await instance.search(query);
      const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return data.map(({ raw_url: url }) => url);
    },
  };
}

interface PlainInstance {
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<{ readonly raw_url: string }> }[] }>;
}

function instanceOf(module: unknown, basePath: string): PlainInstance {
  if (typeof module !== "object" || module === null || !("createInstance" in module) || typeof module.createInstance !== "function") throw new Error("pagefind.js has no createInstance");
  return module.createInstance({ basePath });
}

function pageOf(record: SearchRecord, textOf: TextOf): string {
  const escape = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
  const names = [...record.people, ...record.places, ...record.organizations, ...record.topics];
  return `<!DOCTYPE html><html lang="${record.language}"><body><main data-pagefind-body><h1>${escape(record.title)}</h1>
<p>${escape(record.authors.join(", "))}</p><p>${escape(record.dateText)}</p><p>${escape(textOf(record))}</p>
<ul>${names.map((name) => `<li>${escape(name)}</li>`).join("")}</ul></main></body></html>`;
}

/** Our own, over the index that the build writes; `moved` counts the bytes of each file it asks for. */
export async function ourEngine(records: readonly SearchRecord[], names: readonly SearchName[], folder: string): Promise<Contestant> {
  await writeSearchIndex(records, names, folder, { jobs: 2 });
  const engine = await openEngine({ base: `${folder}/`, site: "/", language: "en", network: fromFolder(() => undefined) });
  return {
    name: "Backfile",
    async ask(query) {
      const question = { ...parseQuestion(""), words: query };
      const { hits, partial } = await engine.ask(question);
      const { meant } = await engine.advise(question);
      const better = meant === undefined || (hits.length > 3 && !partial) ? hits : (await engine.ask({ ...question, words: meant })).hits;
      return better.map(({ href }) => href);
    },
  };
}

/** `fetch` for files on disk; tells of every file's bytes. */
export function fromFolder(tell: (bytes: number) => void): typeof fetch {
  return async (input) => {
    const bytes = readFileSync(String(input instanceof Request ? input.url : input).split("?")[0] ?? "");
    tell(bytes.length);
    return new Response(bytes);
  };
}
