import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseManifest, type ShardEntry } from "../client/manifest.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { NextGeneration } from "./next-generation.ts";
import { formatManifest, indexShards, manifestOf, pagefindVersion } from "./search-index.ts";
import { nameFilesOf, type NameFiles, type SearchName } from "./search-names.ts";
import type { SearchRecord } from "./search-record.ts";
import type { Progress } from "./progress.ts";
import { planShards, type Shard } from "./search-shards.ts";
import type { Workers } from "./workers.ts";

export interface SearchUnitsOptions {
  /** The index's folder below the site's, "pagefind". */
  readonly folder: string;
  readonly live: string;
  readonly aside: string;
  readonly workers: Workers;
}

/**
 * The search index as units of a generation: one for each shard, one for each file that shards share, one for each part of the
 * list of names, one for the list of shards.
 */
export class SearchUnits {
  readonly #options: SearchUnitsOptions;
  readonly #shards: readonly Shard[];
  readonly #names: NameFiles;
  readonly #entries = new Map<string, ShardEntry>();
  #indexed = 0;

  /** Takes the records of all articles, oldest first, and all names. */
  constructor(records: readonly SearchRecord[], names: readonly SearchName[], options: SearchUnitsOptions) {
    this.#options = options;
    this.#names = nameFilesOf(names);
    this.#shards = planShards(records);
  }

  get shardCount(): number {
    return this.#shards.length;
  }

  /** How many shards were indexed. */
  get indexedCount(): number {
    return this.#indexed;
  }

  /** Plans all units, and makes those that the published folder does not have. */
  async build(next: NextGeneration, progress: Progress): Promise<void> {
    const known = this.#knownEntries();
    const stale = this.#shards.filter((shard) => {
      const isKept = next.plan(this.#unitOf(shard), shard.fingerprint);
      const entry = known.get(keyOf(shard));
      if (entry !== undefined) this.#entries.set(shard.path, entry);
      return !isKept || entry === undefined;
    });
    progress.done(this.#shards.length - stale.length);
    await this.#index(stale, next);
    progress.done(this.#shards.length);
    const lacking = this.#sharedFiles().filter((name) => !next.plan(name, pagefindVersion));
    await this.#makeShared(lacking, next);
    for (const name of this.#names.files.keys()) if (!next.plan(this.#nameUnit(name), name)) this.#writeName(name, next);
    const manifest = this.#manifest();
    if (!next.plan(this.#manifestName, fingerprintOf(manifest))) this.#writeManifest(manifest, next);
  }

  /** Makes units after all that turned out to be damaged. Ignores names that are not of the search index. */
  async remake(names: readonly string[], next: NextGeneration): Promise<void> {
    const wanted = new Set(names);
    await this.#index(this.#shards.filter((shard) => wanted.has(this.#unitOf(shard))), next);
    await this.#makeShared(this.#sharedFiles().filter((name) => wanted.has(name)), next);
    for (const name of this.#names.files.keys()) if (wanted.has(this.#nameUnit(name))) this.#writeName(name, next);
    if (wanted.has(this.#manifestName)) this.#writeManifest(this.#manifest(), next);
  }

  get #manifestName(): string {
    return `${this.#options.folder}/shards.json`;
  }

  #unitOf(shard: Pick<Shard, "path">): string {
    return `${this.#options.folder}/${shard.path}`;
  }

  #manifest(): string {
    return formatManifest(manifestOf(this.#shards.flatMap(({ path: name }) => this.#entries.get(name) ?? []), this.#names.lists));
  }

  #sharedFiles(): readonly string[] {
    const programs = new Set([...this.#entries.values()].map(({ program }) => program).filter((program) => program !== "unknown"));
    return [...programs].sort().map((name) => `${this.#options.folder}/wasm.${name}.pagefind`);
  }

  async #index(shards: readonly Shard[], next: NextGeneration): Promise<void> {
    if (shards.length === 0) return;
    const { aside, folder, workers } = this.#options;
    for (const entry of await indexShards(shards, path.join(aside, folder), workers)) {
      this.#entries.set(entry.path, entry);
      next.made(this.#unitOf(entry), filesBelow(aside, this.#unitOf(entry)));
    }
    this.#indexed += shards.length;
  }

  // Indexing any shard of a language writes its shared files anew.
  async #makeShared(names: readonly string[], next: NextGeneration): Promise<void> {
    const isThere = (name: string): boolean => filesBelow(this.#options.aside, this.#options.folder).includes(name);
    for (const name of names) {
      if (isThere(name)) continue;
      const shard = this.#shards.find(({ path: shardPath }) => name.endsWith(`/wasm.${this.#entries.get(shardPath)?.program}.pagefind`)) ?? this.#shards[0];
      if (shard !== undefined) await this.#index([shard], next);
    }
    for (const name of names) next.made(name, [name]);
  }

  #nameUnit(name: string): string {
    return `${this.#options.folder}/names/${name}`;
  }

  #writeName(name: string, next: NextGeneration): void {
    this.#write(this.#nameUnit(name), this.#names.files.get(name) ?? "", next);
  }

  #writeManifest(manifest: string, next: NextGeneration): void {
    this.#write(this.#manifestName, manifest, next);
  }

  // Never in place: the file there may also be the published site's, under a second name.
  #write(name: string, content: string | Uint8Array, next: NextGeneration): void {
    const target = path.join(this.#options.aside, name);
    mkdirSync(path.dirname(target), { recursive: true });
    rmSync(target, { force: true });
    writeFileSync(target, content);
    next.made(name, [name]);
  }

  // What the last two builds said of their shards: a shard that is kept is not asked again.
  #knownEntries(): ReadonlyMap<string, ShardEntry> {
    const entries = [this.#options.aside, this.#options.live].flatMap((root) => readManifest(path.join(root, this.#manifestName)));
    return new Map(entries.map((entry) => [keyOf(entry), entry]));
  }
}

function keyOf({ path: name, fingerprint }: Pick<ShardEntry, "path" | "fingerprint">): string {
  return `${name} ${fingerprint}`;
}

function readManifest(file: string): readonly ShardEntry[] {
  try {
    return parseManifest(JSON.parse(readFileSync(file, "utf8"))).shards;
  } catch {
    // Missing or damaged: its shards are indexed again.
    return [];
  }
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}
