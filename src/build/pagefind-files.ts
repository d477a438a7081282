import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { decodeCbor, encodeCbor, type Cbor } from "./cbor.ts";

/** What an index in one language is called in its entry file. */
export interface IndexNames {
  readonly language: string;
  readonly wasm: string;
  /** Name of the metadata: pagefind.<meta>.pf_meta. */
  readonly meta: string;
}

/**
 * Rewrites the files that Pagefind 1.5.2 writes in another order on every run (it keeps the values of a filter in a hash
 * map), so that the same records give the same bytes: the values of each filter sorted, the filters sorted, both named
 * by their content, and the entry file pointing to them. Takes the folder Pagefind has written; returns its names.
 * Throws an Error where the folder does not hold one index of one language in the known format.
 */
export function orderPagefindFiles(folder: string): IndexNames {
  const entryFile = join(folder, "pagefind-entry.json");
  const entry = entrySchema.parse(JSON.parse(readFileSync(entryFile, "utf8")));
  const [[language, index] = [], ...others] = Object.entries(entry.languages);
  if (language === undefined || index === undefined || others.length > 0) {
    throw new Error(`${entryFile}: one language expected, found ${Object.keys(entry.languages).join(", ")}`);
  }
  const filters = orderFilters(join(folder, "filter"), language);
  const metaFile = join(folder, `pagefind.${index.hash}.pf_meta`);
  const [version, pages, chunks, , sorts, fields] = metaSchema.parse(readPacked(metaFile));
  const packed = pack([version, pages, chunks, filters, sorts, fields]);
  const meta = `${language}_${hashOf(packed, 10)}`;
  rmSync(metaFile);
  writeFileSync(join(folder, `pagefind.${meta}.pf_meta`), packed);
  writeFileSync(entryFile, JSON.stringify({ ...entry, languages: { [language]: { ...index, hash: meta } } }));
  return { language, wasm: index.wasm ?? "unknown", meta };
}

// A filter file is [name, [[value, [page, ...]], ...]]; the metadata lists [name, hash] of each.
function orderFilters(folder: string, language: string): readonly Cbor[] {
  if (!existsSync(folder)) return [];
  const filters = readdirSync(folder).map((file) => {
    const [name, values] = filterSchema.parse(readPacked(join(folder, file)));
    rmSync(join(folder, file));
    return { name, values: values.toSorted(([a], [b]) => compare(a, b)) };
  });
  return filters.toSorted((a, b) => compare(a.name, b.name)).map(({ name, values }) => {
    const packed = pack([name, values]);
    const hash = `${language}_${hashOf(packed, 10)}`;
    writeFileSync(join(folder, `${hash}.pf_filter`), packed);
    return [name, hash];
  });
}

const entrySchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullable() })),
});
const cborSchema: z.ZodType<Cbor> = z.lazy(() => z.union([z.number(), z.string(), z.array(cborSchema)]));
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);
// version, pages [hash, words], index chunks [first word, last word, hash], filters, sorts, names of the metadata fields
const metaSchema = z.tuple([z.string(), cborSchema, cborSchema, cborSchema, cborSchema, cborSchema]);

const magic = Buffer.from("pagefind_dcd");

/** The value inside a packed Pagefind file: gzip, a signature of twelve bytes, CBOR. */
export function readPacked(file: string): Cbor {
  const bytes = gunzipSync(readFileSync(file));
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error(`${file}: not a file of Pagefind's`);
  return decodeCbor(bytes.subarray(magic.length));
}

function pack(value: Cbor): Buffer {
  const packed = gzipSync(Buffer.concat([magic, encodeCbor(value)]), { level: 9 });
  packed[9] = 255; // zlib names the operating system here (RFC 1952): 255, "unknown", gives the same bytes on all.
  return packed;
}

function hashOf(bytes: Uint8Array, length: number): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
