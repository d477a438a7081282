/** A part of the index: the articles of one language and one stretch of time, oldest first. */
export interface ShardEntry {
  /** Folder inside the index, "en/1987-03-16". */
  readonly path: string;
  /** BCP 47 primary subtag of its articles. */
  readonly language: string;
  /** Which of Pagefind's programs stems its words: "en", or "unknown" for a language without one. */
  readonly wasm: string;
  /** Name of its metadata, without "pagefind." and ".pf_meta". Everything else in the folder is named in there. */
  readonly meta: string;
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
}

/** Reads `shards.json`. Throws an Error where it is not a manifest, for example a host's page for a missing file. */
export function parseManifest(data: unknown): Manifest {
  const { version, shards } = fieldsOf(data);
  if (typeof version !== "string" || !Array.isArray(shards)) throw new Error("The search index has no list of shards.");
  return { version, shards: shards.map(parseEntry) };
}

function parseEntry(data: unknown): ShardEntry {
  const { path, language, wasm, meta, from, to, count, fingerprint } = fieldsOf(data);
  if (
    typeof path !== "string" || typeof language !== "string" || typeof wasm !== "string" || typeof meta !== "string" ||
    typeof from !== "string" || typeof to !== "string" || typeof count !== "number" || typeof fingerprint !== "string"
  ) {
    throw new Error("The search index has a shard that cannot be read.");
  }
  return { path, language, wasm, meta, from, to, count, fingerprint };
}

/** The fields of an object, each still to be checked; none of anything else. */
export function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}
