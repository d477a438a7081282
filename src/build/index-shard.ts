import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keepWord, makeStemmer } from "../client/stemmer.ts";
import { unpackBytes } from "./pagefind-files.ts";
import { findWords } from "./pagefind-run.ts";
import type { IndexedArticle } from "./search-record.ts";
import { shardFilesOf } from "./shard-files.ts";
import { shardWordsOf } from "./shard-words.ts";

/** A shard to index: by any process, as it depends on nothing but this. */
export interface ShardJob {
  /** Folder of the index. */
  readonly directory: string;
  /** The shard's folder in it, and the folder's name in that, which changes with the articles. */
  readonly path: string;
  readonly fingerprint: string;
  readonly language: string;
  /** Oldest first. */
  readonly articles: readonly IndexedArticle[];
  /** Days of the articles, see `daysOf`. */
  readonly days: readonly number[];
}

export interface IndexedShard {
  /** Which of Pagefind's programs stems its words: "en", or "unknown" for none. */
  readonly program: string;
}

/**
 * Indexes a shard and writes its files into its folder, in place of what the folder held, and Pagefind's program for its
 * language beside the shards. Throws an Error where Pagefind fails, and where `isWanted` says that nobody waits for the shard any more.
 */
export async function indexShard({ directory, path: name, fingerprint, language, articles, days }: ShardJob, isWanted: () => boolean = () => true): Promise<IndexedShard> {
  const found = await findWords(articles.flatMap(({ shown: [, title], text, byline, aliases }) => [title, text, byline, aliases]), language);
  const { program, wasm } = found;
  const files = shardFilesOf(articles, days, shardWordsOf(found, wasm === undefined ? keepWord : await makeStemmer(unpackBytes(wasm))));
  if (!isWanted()) throw new Error("the build that wanted this shard is gone");
  const folder = path.join(directory, name);
  rmSync(folder, { recursive: true, force: true });
  for (const part of new Set(Array.from(files.keys(), (file) => path.dirname(file)))) mkdirSync(path.join(folder, fingerprint, part), { recursive: true });
  for (const [file, bytes] of files) writeFileSync(path.join(folder, fingerprint, file), bytes);
  if (wasm !== undefined) replaceFile(path.join(directory, `wasm.${program}.pagefind`), wasm);
  return { program };
}

// Never in place: the file there may also be the published site's, under a second name.
function replaceFile(file: string, bytes: Uint8Array): void {
  rmSync(file, { force: true });
  writeFileSync(file, bytes);
}
