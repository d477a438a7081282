import type { Manifest, ShardEntry } from "./manifest.ts";
import type { Packed } from "./shard-files.ts";

/** The files of an index as Pagefind asks for them, and as we need them ourselves. */
export interface Downloads {
  /** To be put in the place of the global `fetch` where Pagefind runs. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** A file of a shard; downloaded once. */
  bytes(entry: ShardEntry, name: string): Promise<Packed>;
  /** The chunks of a shard's word index that Pagefind has asked for so far. */
  chunks(entry: ShardEntry): Promise<readonly Packed[]>;
  folderOf(entry: ShardEntry): string;
  /** Fetches what an instance of Pagefind begins with: its own failure at that would be nobody's to catch. */
  prepare(entry: ShardEntry): Promise<unknown>;
  /** The result of some work on a shard, or a DownloadError as soon as one of the shard's files fails to arrive. */
  guard<T>(entry: ShardEntry, work: Promise<T>): Promise<T>;
}

/** A file that did not arrive. */
export class DownloadError extends Error {}

/**
 * Pagefind swallows a failed download (it writes to the console and answers as if the words did not exist) and remembers
 * it for good: after a failure only a new worker can try again. So we stand between it and the network: every failure is seen, three kinds of request need no download
 * at all or only one, and the metadata and the words are kept to be read by us too.
 *
 * Takes the address of the index with its slash at the end, its manifest and the real `fetch`.
 */
export function createDownloads(base: string, manifest: Manifest, network: typeof fetch): Downloads {
  const kept = new Map<string, Promise<Packed>>();
  const failures = new Map<string, Failure>();
  const folderOf = ({ path }: ShardEntry): string => `${base}${path}/`;
  const programOf = ({ wasm }: ShardEntry): string => `${base}wasm.${wasm}.pagefind?${manifest.version}`;

  async function download(url: string): Promise<Response> {
    try {
      const response = await network(url);
      if (!response.ok) throw new DownloadError(`${url}: status ${response.status}`);
      return response;
    } catch (error) {
      const failed = error instanceof DownloadError ? error : new DownloadError(`${url}: ${String(error)}`);
      for (const entry of manifest.shards) if (url.startsWith(folderOf(entry))) failureOf(entry).raise(failed);
      throw failed;
    }
  }

  function keep(url: string): Promise<Packed> {
    const known = kept.get(url);
    if (known !== undefined) return known;
    const bytes = download(url).then(async (response) => new Uint8Array(await response.arrayBuffer()));
    kept.set(url, bytes);
    return bytes;
  }

  function failureOf({ path }: ShardEntry): Failure {
    const failure = failures.get(path) ?? createFailure();
    failures.set(path, failure);
    return failure;
  }

  return {
    folderOf,
    bytes: (entry, name) => keep(folderOf(entry) + name),
    chunks: (entry) => Promise.all([...kept].filter(([url]) => url.startsWith(`${folderOf(entry)}index/`)).map(([, bytes]) => bytes)),
    prepare: (entry) => Promise.all([keep(`${folderOf(entry)}pagefind.${entry.meta}.pf_meta`), keep(programOf(entry))]),
    guard: (entry, work) => Promise.race([work, failureOf(entry).promise]),
    async fetch(input) {
      const url = String(input instanceof Request ? input.url : input);
      const entry = manifest.shards.find((shard) => url.startsWith(folderOf(shard)));
      if (entry === undefined) return download(url);
      const name = url.slice(folderOf(entry).length);
      // What the entry file would say is in the manifest; Pagefind asks for it anew every time.
      if (name.startsWith("pagefind-entry.json")) return Response.json(entryFileOf(manifest, entry));
      // A shard has no program of its own; all use the one beside `shards.json`.
      if (name.startsWith("wasm.")) return new Response(await keep(programOf(entry)));
      return /\.pf_(?:meta|index)$/u.test(name) ? new Response(await keep(url)) : download(url);
    },
  };
}

interface Failure {
  readonly promise: Promise<never>;
  raise(error: unknown): void;
}

function createFailure(): Failure {
  let raise: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, reject) => (raise = reject));
  promise.catch(() => undefined); // Nobody may be waiting: that is no error of its own.
  return { promise, raise: (error) => raise(error) };
}

function entryFileOf({ version }: Manifest, { language, meta, wasm, count }: ShardEntry): object {
  return {
    version,
    languages: { [language]: { hash: meta, wasm: wasm === "unknown" ? null : wasm, page_count: count } },
    include_characters: includedCharacters,
  };
}

// Pagefind's default, as every entry file of 1.5.2 repeats it: the connectors of Unicode's category Pc.
const includedCharacters = ["_", "‿", "⁀", "⁔", "︳", "︴", "﹍", "﹎", "﹏", "＿"];
