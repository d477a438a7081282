import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { decodeCbor, type Cbor } from "../client/cbor.ts";
import { encodeCbor } from "./cbor.ts";

/** Files by their path inside an index. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** What an index in one language is called. */
export interface IndexNames {
  /** Which program stems its words. */
  readonly wasm: string;
  /** Name of the metadata: pagefind.<meta>.pf_meta. */
  readonly meta: string;
}

/**
 * Orders the files that Pagefind 1.5.2 makes in another order on every run (it keeps the values of a filter in a hash
 * map), so that the same records give the same bytes: the values of each filter sorted, the filters sorted, both named
 * by their content, and the entry file pointing to them. Takes all files of an index, returns those that a shard needs.
 * Throws an Error where they are not one index of one language in the known format.
 */
export function orderPagefindFiles(files: IndexFiles): { readonly names: IndexNames; readonly files: IndexFiles } {
  const entry = entrySchema.parse(JSON.parse(Buffer.from(getFile(files, entryPath)).toString()));
  const [[language, index] = [], ...others] = Object.entries(entry.languages);
  if (language === undefined || index === undefined || others.length > 0) {
    throw new Error(`One language expected in ${entryPath}, found: ${Object.keys(entry.languages).join(", ")}`);
  }
  const filters = orderFilters(files, language);
  const [version, pages, chunks, , sorts, fields] = metaSchema.parse(unpack(getFile(files, `pagefind.${index.hash}.pf_meta`)));
  const packed = pack([version, pages, chunks, filters.map(({ name, hash }) => [name, hash]), sorts, fields]);
  const meta = `${language}_${hashOf(packed)}`;
  const ordered = new Map<string, Uint8Array>([...files].filter(([path]) => /^(?:fragment|index)\//u.test(path)));
  for (const { hash, bytes } of filters) ordered.set(`filter/${hash}.pf_filter`, bytes);
  ordered.set(`pagefind.${meta}.pf_meta`, packed);
  ordered.set(entryPath, Buffer.from(JSON.stringify({ ...entry, languages: { [language]: { ...index, hash: meta } } })));
  return { names: { wasm: index.wasm ?? "unknown", meta }, files: ordered };
}

interface OrderedFilter {
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

// A filter file is [name, [[value, [page, ...]], ...]]; the metadata lists [name, hash] of each.
function orderFilters(files: IndexFiles, language: string): readonly OrderedFilter[] {
  const filters = [...files].filter(([path]) => path.startsWith("filter/")).map(([, bytes]) => filterSchema.parse(unpack(bytes)));
  return filters.sort(([a], [b]) => compare(a, b)).map(([name, values]) => {
    const bytes = pack([name, values.toSorted(([a], [b]) => compare(a, b))]);
    return { name, hash: `${language}_${hashOf(bytes)}`, bytes };
  });
}

const entryPath = "pagefind-entry.json";
const entrySchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullable() })),
});
const cborSchema: z.ZodType<Cbor> = z.lazy(() => z.union([z.number(), z.string(), z.array(cborSchema)]));
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);
// version, pages [hash, words], index chunks [first word, last word, hash], filters, sorts, names of the metadata fields
const metaSchema = z.tuple([z.string(), cborSchema, cborSchema, cborSchema, cborSchema, cborSchema]);

const magic = Buffer.from("pagefind_dcd");

/** The value inside a packed Pagefind file: gzip, a signature of twelve bytes, CBOR. */
export function unpack(packed: Uint8Array): Cbor {
  const bytes = gunzipSync(packed);
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error("Not a file of Pagefind's: the signature is missing.");
  return decodeCbor(bytes.subarray(magic.length));
}

function pack(value: Cbor): Uint8Array {
  const packed = gzipSync(Buffer.concat([magic, encodeCbor(value)]), { level: 9 });
  packed[9] = 255; // zlib names the operating system here (RFC 1952): 255, "unknown", gives the same bytes on all.
  return packed;
}

function getFile(files: IndexFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`Pagefind has not made ${path}.`);
  return bytes;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
