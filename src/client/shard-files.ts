import { decodeCbor, type Cbor } from "./cbor.ts";
import { fieldsOf } from "./manifest.ts";
import type { PagefindFragment } from "./pagefind.ts";

/*
 * Pagefind's files as far as we read them ourselves: gzip, a signature of twelve bytes, then CBOR or JSON. Articles are
 * indexed oldest first, so the number by which a file means an article is its place in time.
 */

export type Packed = Uint8Array<ArrayBuffer>;

/** What a shard's metadata says. */
export interface ShardMeta {
  /** Name of each article's fragment, by place. */
  readonly fragments: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Name of each filter's file. */
  readonly filters: ReadonlyMap<string, string>;
}

/** Reads `pagefind.<hash>.pf_meta`: [version, [[fragment, words], ...], index chunks, [[filter, file], ...], ...]. */
export async function readMeta(packed: Packed): Promise<ShardMeta> {
  const [, pages, , filters] = listOf(decodeCbor(await unpack(packed)));
  const fragments = listOf(pages).map((page) => String(listOf(page)[0]));
  return {
    fragments,
    places: new Map(fragments.map((fragment, place) => [fragment, place])),
    filters: new Map(listOf(filters).map(listOf).map(([name, file]) => [String(name), String(file)])),
  };
}

/** Reads `filter/<file>.pf_filter`, [name, [[value, [place, ...]], ...]]: the places of each value. */
export async function readFilter(packed: Packed): Promise<ReadonlyMap<string, readonly number[]>> {
  const [, values] = listOf(decodeCbor(await unpack(packed)));
  return new Map(listOf(values).map(listOf).map(([value, places]) => [String(value), listOf(places).map(Number)]));
}

/** Reads `index/<chunk>.pf_index`, [[[word, articles, ...], ...]]: the words of the chunk, stemmed and without accents. */
export async function readIndexWords(packed: Packed): Promise<readonly string[]> {
  const [words] = listOf(decodeCbor(await unpack(packed)));
  return listOf(words).map((word) => String(listOf(word)[0]));
}

/** Reads `fragment/<name>.pf_fragment`: an article that was found without words, so that no word of it is marked. */
export async function readFragment(packed: Packed): Promise<PagefindFragment> {
  const { url, content, meta, filters } = fieldsOf(JSON.parse(new TextDecoder().decode(await unpack(packed))));
  const text = String(content);
  return {
    raw_url: String(url),
    content: text,
    raw_content: text,
    meta: Object.fromEntries(Object.entries(fieldsOf(meta)).map(([name, value]) => [name, String(value)])),
    filters: Object.fromEntries(Object.entries(fieldsOf(filters)).map(([name, values]) => [name, stringsOf(values)])),
    weighted_locations: [],
  };
}

const signatureLength = 12;

async function unpack(packed: Packed): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(signatureLength);
}

function listOf(value: Cbor | undefined): readonly Cbor[] {
  return typeof value === "object" ? value : [];
}

function stringsOf(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.map(String) : [];
}
