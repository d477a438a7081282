import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { decodeCbor, type Cbor } from "./cbor.ts";

/** Files by their path inside an index. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A word that Pagefind has found, in its own form: a stem, without accents. */
export interface PagefindWord {
  readonly word: string;
  /** Where it stands, rising: `placeOf` and `weightOf` take them apart. */
  readonly places: readonly number[];
}

/** Place in the text, counted in words from 0. */
export function placeOf(coded: number): number {
  return Math.floor(coded / weights);
}

/** 24 for a word that stands alone, less for a part of a compound. */
export function weightOf(coded: number): number {
  return coded % weights;
}

const weights = 32;

/** What Pagefind gives a word of the text by default. */
export const fullWeight = 24;

/**
 * Reads the index of one page as Pagefind 1.5.2 makes it. Throws an Error where the files are not an index of one language
 * in the known format.
 */
export function readPagefindIndex(files: IndexFiles): { readonly words: readonly PagefindWord[]; readonly program: string } {
  const entry = entrySchema.parse(JSON.parse(Buffer.from(getFile(files, entryPath)).toString()));
  const [index, ...others] = Object.values(entry.languages);
  if (index === undefined || others.length > 0) {
    throw new Error(`One language expected in ${entryPath}, found: ${Object.keys(entry.languages).join(", ")}`);
  }
  const [, , chunks] = metaSchema.parse(unpack(getFile(files, `pagefind.${index.hash}.pf_meta`)));
  return { words: chunks.flatMap(([, , name]) => readChunk(unpack(getFile(files, `index/${name}.pf_index`)))), program: index.wasm ?? "unknown" };
}

// [[[word, pages, [[its spelling with accents, pages], ...]], ...]]
function readChunk(chunk: Cbor): readonly PagefindWord[] {
  const words: PagefindWord[] = [];
  for (const item of listOf(listOf(chunk)[0])) {
    const [word, pages, spellings] = listOf(item);
    for (const list of [pages, ...listOf(spellings).map((spelling) => listOf(spelling)[1])]) {
      // [number of the page, places in its text, places in its metadata]
      for (const page of listOf(list)) words.push({ word: String(word), places: readPlaces(listOf(listOf(page)[1])) });
    }
  }
  return words;
}

// [-25, 3, 2, -13, 7]: weight 24 at 3 and 5, weight 12 at 7.
function readPlaces(list: readonly Cbor[]): readonly number[] {
  const places: number[] = [];
  let weight = 0;
  let place = 0;
  let isSorted = true;
  for (const item of list) {
    const number = Number(item);
    if (number < 0) {
      isSorted = places.length === 0;
      weight = -1 - number;
      place = 0;
    } else places.push((place += number) * weights + weight);
  }
  return isSorted ? places : places.sort((a, b) => a - b);
}

const entryPath = "pagefind-entry.json";
const entrySchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullable() })),
});
const cborSchema: z.ZodType<Cbor> = z.lazy(() => z.union([z.number(), z.string(), z.array(cborSchema)]));
// version, pages, index chunks [first word, last word, file], filters, sorts, names of the metadata fields
const metaSchema = z.tuple([z.string(), cborSchema, z.array(z.tuple([z.string(), z.string(), z.string()])), cborSchema, cborSchema, cborSchema]);

const signature = Buffer.from("pagefind_dcd");

/** What a packed file of Pagefind's holds: gzip, a signature of twelve bytes, then mostly CBOR. */
export function unpackBytes(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = gunzipSync(packed);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error("Not a file of Pagefind's: the signature is missing.");
  return new Uint8Array(bytes.subarray(signature.length));
}

function unpack(packed: Uint8Array): Cbor {
  return decodeCbor(unpackBytes(packed));
}

function getFile(files: IndexFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`Pagefind has not made ${path}.`);
  return bytes;
}

function listOf(value: Cbor | undefined): readonly Cbor[] {
  if (typeof value !== "object") throw new Error("Pagefind's index has a number or a text where a list is expected.");
  return value;
}
