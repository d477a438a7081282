import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { decodeCbor, type Cbor } from "./cbor.ts";

/** Files by their path inside an index. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** What Pagefind 1.5.2 has found in articles, in its own words: stems and places. */
export interface PagefindIndex {
  /** Name of each article's fragment, "en_f12850d", in the order of the articles. */
  readonly fragments: readonly string[];
  /** Number of words of each article's text. */
  readonly lengths: readonly number[];
  /** Names of the metadata fields, in the order by which places name them. */
  readonly fields: readonly string[];
  /** Which program stems its words, "en", or "unknown" for none. */
  readonly program: string;
  readonly words: Iterable<PagefindWord>;
}

/** A word and where it stands. */
export interface PagefindWord {
  readonly word: string;
  readonly articles: readonly PagefindPlaces[];
}

export interface PagefindPlaces {
  readonly article: number;
  /** Places in the text, counted in words from 0, in rising order. */
  readonly text: readonly number[];
  /** Sum of the weights of these: 24 for a word, less for a part of one. */
  readonly weight: number;
  /** Places in metadata: the field's number times `fieldStride`, and the place. */
  readonly meta: readonly number[];
}

/** The most words of a metadata field that places can be told of. */
export const fieldStride = 4096;

/**
 * Reads all files of an index as Pagefind 1.5.2 makes them. Throws an Error where they are not one index of one language
 * in the known format.
 */
export function readPagefindIndex(files: IndexFiles): PagefindIndex {
  const entry = entrySchema.parse(JSON.parse(Buffer.from(getFile(files, entryPath)).toString()));
  const [index, ...others] = Object.values(entry.languages);
  if (index === undefined || others.length > 0) {
    throw new Error(`One language expected in ${entryPath}, found: ${Object.keys(entry.languages).join(", ")}`);
  }
  const [, pages, chunks, , , fields] = metaSchema.parse(unpack(getFile(files, `pagefind.${index.hash}.pf_meta`)));
  return {
    fragments: pages.map(([fragment]) => fragment),
    lengths: pages.map(([, length]) => length),
    fields,
    program: index.wasm ?? "unknown",
    words: readChunks(files, chunks.map(([, , name]) => name)),
  };
}

function* readChunks(files: IndexFiles, names: readonly string[]): Generator<PagefindWord> {
  for (const name of names) {
    const [words] = listOf(unpack(getFile(files, `index/${name}.pf_index`)));
    for (const item of listOf(words)) {
      // [word, articles, [[its spelling with accents, articles], ...]]
      const [word, articles, spellings] = listOf(item);
      for (const list of [articles, ...listOf(spellings).map((spelling) => listOf(spelling)[1])]) {
        if (listOf(list).length > 0) yield { word: String(word), articles: readArticles(listOf(list)) };
      }
    }
  }
}

// Article numbers are written as the distance from the one before.
function readArticles(list: readonly Cbor[]): readonly PagefindPlaces[] {
  let article = 0;
  return list.map((item) => {
    const [distance, text, meta] = listOf(item);
    article += Number(distance);
    const places = { article, text: new Array<number>(), weight: 0, meta: new Array<number>() };
    readPlaces(listOf(text), (weight, place) => {
      places.text.push(place);
      places.weight += weight;
    });
    readPlaces(listOf(meta), (field, place) => places.meta.push(field * fieldStride + Math.min(place, fieldStride - 2)));
    if (places.text.length > 1) places.text.sort(byNumber);
    return places;
  });
}

// [-25, 3, 2, -13, 7]: weight 24 at 3 and 5, weight 12 at 7. In metadata the negative number is the field's: -3 for the third.
function readPlaces(list: readonly Cbor[], take: (label: number, place: number) => void): void {
  let [label, place] = [0, 0];
  for (const item of list) {
    const number = Number(item);
    if (number < 0) [label, place] = [-1 - number, 0];
    else take(label, (place += number));
  }
}

function byNumber(a: number, b: number): number {
  return a - b;
}

const entryPath = "pagefind-entry.json";
const entrySchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullable() })),
});
const cborSchema: z.ZodType<Cbor> = z.lazy(() => z.union([z.number(), z.string(), z.array(cborSchema)]));
// version, pages [fragment, words], index chunks [first word, last word, file], filters, sorts, names of the metadata fields
const metaSchema = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.number()])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  cborSchema,
  cborSchema,
  z.array(z.string()),
]);

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
