import { fieldsOf } from "./fields.ts";
import { listOf, textsOf } from "./lists.ts";

/** A part of the index: the articles of one language and one stretch of time, oldest first. */
export interface ShardEntry {
  /** Folder inside the index, "en/1987-03-16"; what it holds stands in a folder that is named by the fingerprint. */
  readonly path: string;
  /** BCP 47 primary subtag of its articles. */
  readonly language: string;
  /** Which of Pagefind's programs stems its words: "en", or "unknown" for a language without one. */
  readonly program: string;
  /** Days of its first and last article; "" for the shard of the undated. */
  readonly from: string;
  readonly to: string;
  /** Number of articles. */
  readonly count: number;
  /** Changes with any of its records. */
  readonly fingerprint: string;
}

/** `shards.json`: what a search begins with. The one file of an index whose name does not change with its content. */
export interface Manifest {
  /** Pagefind's version. */
  readonly version: string;
  /** Oldest first, the undated before all others. */
  readonly shards: readonly ShardEntry[];
  /** Which parts of the archive's names there are, by the beginnings of words: `names/<names>`. */
  readonly names: string;
  /** The same by the beginnings of the words' skeletons, for misspelt ones: `names/<spellings>`. */
  readonly spellings: string;
}

/** Reads `shards.json`. Throws an Error where it is not a manifest, for example a host's page for a missing file. */
export function parseManifest(data: unknown): Manifest {
  const { version, shards, names, spellings } = fieldsOf(data);
  if (!Array.isArray(shards)) throw new Error("The search index has no list of shards.");
  return { version: String(version), names: String(names), spellings: String(spellings), shards: shards.map(listOf).map(textsOf).map(parseEntry) };
}

function parseEntry([path = "", language = "", program = "", from = "", to = "", count, fingerprint = ""]: readonly string[]): ShardEntry {
  return { path, language, program, from, to, count: Number(count), fingerprint };
}
