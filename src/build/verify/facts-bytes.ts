import { jsonOfList } from "../json-list.ts";
import type { FactsSection } from "./facts-section.ts";

/** The facts of a site's pages as a build leaves them for the next one. */
export interface StoredFacts {
  /** Pages that crawlers must not list. */
  readonly hidden: readonly string[];
  /** In the order in which they were collected. */
  readonly sections: readonly FactsSection[];
}

/** Bytes in pieces that follow each other: joined, those of a large site would be there twice. */
export type Pieces = readonly Uint8Array[];

/**
 * Facts for the file of what a build remembers. Each section has a line of JSON with the lengths of its parts, the texts as
 * JSON, and the rows as numbers in this machine's order of bytes: one that was read is written as it was.
 */
export function factsToBytes({ hidden, sections }: StoredFacts): Pieces {
  return [lineOf([hidden, sections.length]), ...sections.flatMap((section) => (section instanceof StoredSection ? section.bytes : sectionBytes(section)))];
}

/** Reads what `factsToBytes` wrote; no pages from no bytes. What nobody asks for is not parsed. */
export function factsFromBytes(pieces: Pieces): StoredFacts {
  const [only = new Uint8Array(), ...others] = pieces;
  const bytes = others.length === 0 ? only : Buffer.concat(pieces);
  if (bytes.length === 0) return { hidden: [], sections: [] };
  const reader = new Reader(bytes);
  // Written by this program, as the checksum of the whole has shown.
  const [hidden, count]: readonly [readonly string[], number] = JSON.parse(reader.line());
  return { hidden, sections: Array.from({ length: count }, () => new StoredSection(reader)) };
}

function sectionBytes({ count, names, links, ids, rows, anchored }: FactsSection): Pieces {
  const parts: readonly Pieces[] = [...[names, links, ids].map((texts) => Array.from(jsonOfList(texts), (some) => Buffer.from(some))), [Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)]];
  return [lineOf([count, parts.map(lengthOf), anchored]), ...parts.flat()];
}

/** A section as it stands in the file. */
class StoredSection implements FactsSection {
  readonly count: number;
  readonly anchored: readonly string[];
  readonly bytes: Uint8Array;
  readonly #parts: Pieces;
  #names: readonly string[] | undefined;
  #links: readonly string[] | undefined;
  #ids: readonly string[] | undefined;
  #rows: Uint32Array | undefined;

  constructor(reader: Reader) {
    const start = reader.at;
    const [count, lengths, anchored]: readonly [number, readonly number[], readonly string[]] = JSON.parse(reader.line());
    this.count = count;
    this.anchored = anchored;
    this.#parts = lengths.map((length) => reader.take(length));
    this.bytes = reader.since(start);
  }

  get names(): readonly string[] {
    return (this.#names ??= this.#texts(0));
  }

  get links(): readonly string[] {
    return (this.#links ??= this.#texts(1));
  }

  get ids(): readonly string[] {
    return (this.#ids ??= this.#texts(2));
  }

  get rows(): Uint32Array {
    // Copied to where numbers may stand.
    return (this.#rows ??= new Uint32Array(new Uint8Array(this.#part(3)).buffer));
  }

  #texts(part: number): readonly string[] {
    return JSON.parse(textOf(this.#part(part)));
  }

  #part(part: number): Uint8Array {
    return this.#parts[part] ?? new Uint8Array();
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  since(start: number): Uint8Array {
    return this.#bytes.subarray(start, this.at);
  }

  line(): string {
    return textOf(this.take(this.#bytes.indexOf(newline, this.at) + 1 - this.at));
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function lineOf(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

const newline = 0x0a;
