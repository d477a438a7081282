import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { SkippedRecord } from "./draft.ts";
import type { SourceFile } from "./source-files.ts";

/** Source files that can be read, and why the others cannot. */
export interface UsableFiles {
  readonly usable: readonly SourceFile[];
  readonly refused: readonly SkippedRecord[];
}

/**
 * Looks at the beginning of every file before anything is read or written: an archive or an office file with the ending of
 * a text, a file nobody may read, and one larger than `largest` bytes are refused, each with what to do about it.
 */
export function findUsable(files: readonly SourceFile[], largest: number): UsableFiles {
  const looked = files.map((file) => ({ file, refusal: refusalOf(file, largest) }));
  return {
    usable: looked.flatMap(({ file, refusal }) => (refusal === undefined ? [file] : [])),
    refused: looked.flatMap(({ refusal }) => refusal ?? []),
  };
}

function refusalOf({ path, name: file }: SourceFile, largest: number): SkippedRecord | undefined {
  const refuse = (reason: string, detail: string): SkippedRecord => ({ kind: "skipped", file, id: undefined, line: 1, reason, detail, broken: true });
  try {
    const start = firstBytes(path);
    const kind = kinds.find(({ hex }) => start.startsWith(hex));
    if (kind) return refuse(`is ${kind.name}`, kind.remedy);
    const { size } = statSync(path);
    if (size > largest) return refuse("is too large", `${megabytes(size)}, more than the ${megabytes(largest)} that a file of this format can have; split it`);
    return undefined;
  } catch (error) {
    return refuse("cannot be read", error instanceof Error && "code" in error ? String(error.code) : String(error));
  }
}

function firstBytes(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(8);
    return bytes.toString("hex", 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

const unpack = "unpack it, and import what is in it";
const saveAsText = "save it as text, and import that";
// https://en.wikipedia.org/wiki/List_of_file_signatures
const kinds = [
  { hex: "504b0304", name: "a ZIP archive or an office file", remedy: unpack },
  { hex: "504b0506", name: "an empty ZIP archive", remedy: unpack },
  { hex: "1f8b", name: "packed with gzip", remedy: unpack },
  { hex: "425a68", name: "packed with bzip2", remedy: unpack },
  { hex: "fd377a585a00", name: "packed with xz", remedy: unpack },
  { hex: "28b52ffd", name: "packed with zstd", remedy: unpack },
  { hex: "377abcaf271c", name: "a 7z archive", remedy: unpack },
  { hex: "526172211a07", name: "a RAR archive", remedy: unpack },
  { hex: "25504446", name: "a PDF file", remedy: saveAsText },
  { hex: "d0cf11e0a1b11ae1", name: "an old office file", remedy: saveAsText },
  { hex: "7b5c727466", name: "a rich text file (RTF)", remedy: saveAsText },
  { hex: "ffd8ff", name: "a picture", remedy: "name it with --media" },
  { hex: "89504e470d0a1a0a", name: "a picture", remedy: "name it with --media" },
] as const;

function megabytes(size: number): string {
  return `${String(Math.ceil(size / 1_048_576))} MB`;
}
