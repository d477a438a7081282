import { dataFormats, type DataFormat } from "./data-format.ts";
import type { GzipPart } from "./gzip-parts.ts";

/** A part of a published file: where it stands in it, and what its text was. */
export interface StoredPart extends Omit<GzipPart, "bytes"> {
  readonly offset: number;
  readonly length: number;
}

/** The published parts of a run, by form. */
export type StoredParts = Readonly<Record<DataFormat, StoredPart>>;

/** What a build remembers of the data it has published: parts by the fingerprints of their runs. */
export type DataMemory = ReadonlyMap<string, StoredParts>;

/** A line of JSON for the file of what a build remembers. */
export function formatDataMemory(memory: DataMemory): string {
  return JSON.stringify(Array.from(memory, ([run, parts]) => [run, ...dataFormats.map((format) => parts[format]).map(({ offset, length, crc, size }): Numbers => [offset, length, crc, size])]));
}

/** Reads what `formatDataMemory` wrote. */
export function parseDataMemory(line: string): DataMemory {
  // Written by this program, as the checksum of the whole has shown.
  const stored: readonly (readonly [run: string, jsonl: Numbers, csv: Numbers, csl: Numbers])[] = JSON.parse(line);
  return new Map(stored.map(([run, jsonl, csv, csl]) => [run, { jsonl: partOf(jsonl), csv: partOf(csv), csl: partOf(csl) }]));
}

type Numbers = readonly [offset: number, length: number, crc: number, size: number];

function partOf([offset, length, crc, size]: Numbers): StoredPart {
  return { offset, length, crc, size };
}
