import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { fingerprintOf } from "../../content/fingerprint.ts";
import { recognize, type Generation } from "../generation.ts";
import type { NextGeneration } from "../next-generation.ts";
import type { PageContext } from "../pages/context.ts";
import { dataFiles, runText, type DataFile, type DataPiece } from "./data-files.ts";
import type { DataFormat } from "./data-format.ts";
import type { DataMemory, StoredPart, StoredParts } from "./data-memory.ts";
import { compressPart, joinParts, partsStart, type GzipPart } from "./gzip-parts.ts";
import { cutRuns, type Run } from "./runs.ts";

/** What the last build left of the data, where anything of it still holds. */
export interface LastData {
  /** The published folder, and what is in it. */
  readonly folder: string;
  readonly generation: Generation;
  readonly memory: DataMemory;
}

type Parts = Readonly<Record<DataFormat, GzipPart>>;

/**
 * The compressed data of the articles as units of a generation, one for each file. A run that the published files have is
 * copied from them as it stands there; only the others are made and compressed.
 */
export class DataUnits {
  readonly #context: PageContext;
  readonly #runs: readonly Run[];
  readonly #files: readonly DataFile[];
  readonly #aside: string;
  readonly #last: LastData | undefined;
  readonly #made = new Map<Run, Parts>();
  /** Texts that stand between runs, compressed. */
  readonly #texts = new Map<string, GzipPart>();
  /** Published files, read once. */
  readonly #published = new Map<string, Uint8Array | undefined>();

  /** `aside` is the folder to write into. */
  constructor(context: PageContext, aside: string, last?: LastData) {
    this.#context = context;
    this.#runs = cutRuns(context);
    this.#files = dataFiles(this.#runs);
    this.#aside = aside;
    this.#last = last;
  }

  /** Plans all units, and makes those that the published folder does not have. */
  async build(next: NextGeneration): Promise<void> {
    for (const file of this.#files) {
      if (!next.plan(file.path, fingerprintOf(file.pieces.map(markOf).join("\n")))) await this.#make(file, next);
    }
  }

  /** Writes all files, where no build is remembered. */
  async writeAll(): Promise<void> {
    for (const file of this.#files) await this.#write(file);
  }

  /** Makes units after all that turned out to be damaged. Ignores names that are not of the data. */
  async remake(names: readonly string[], next: NextGeneration): Promise<void> {
    for (const file of this.#files) if (names.includes(file.path)) await this.#make(file, next);
  }

  /** Where each run stands in the files, for the next build. To be asked when all units are made. */
  memory(): DataMemory {
    const stored = new Map<Run, Partial<Record<DataFormat, StoredPart>>>();
    for (const { pieces, format } of this.#files) {
      let offset = partsStart;
      for (const piece of pieces) {
        const { length, crc, size } = this.#measure(piece, format);
        if ("run" in piece) stored.set(piece.run, { ...stored.get(piece.run), [format]: { offset, length, crc, size } });
        offset += length;
      }
    }
    return new Map([...stored].flatMap(([{ fingerprint }, { jsonl, csv, csl }]) => (jsonl && csv && csl ? [[fingerprint, { jsonl, csv, csl }]] : [])));
  }

  #measure(piece: DataPiece, format: DataFormat): Omit<StoredPart, "offset"> {
    const known = "run" in piece && !this.#made.has(piece.run) ? this.#storedParts(piece.run)?.[format] : undefined;
    if (known !== undefined) return known;
    const { bytes, crc, size } = this.#part(piece, format);
    return { length: bytes.length, crc, size };
  }

  async #make(file: DataFile, next: NextGeneration): Promise<void> {
    await this.#write(file);
    next.made(file.path, [file.path]);
  }

  async #write({ path: name, format, pieces }: DataFile): Promise<void> {
    const parts: GzipPart[] = [];
    for (const piece of pieces) {
      const copied = "run" in piece ? this.#copy(piece.run, name, format) : undefined;
      parts.push(copied ?? this.#part(piece, format));
      // Between two runs, processes that have rendered their pages are heard, and given others.
      if (copied === undefined) await setImmediate();
    }
    const target = path.join(this.#aside, name);
    mkdirSync(path.dirname(target), { recursive: true });
    // Never in place: the file there may also be the published site's, under a second name.
    rmSync(target, { force: true });
    writeFileSync(target, joinParts(parts));
  }

  // The part of a run as the published file of the same name has it; undefined where it has it not.
  #copy(run: Run, name: string, format: DataFormat): GzipPart | undefined {
    const stored = this.#made.has(run) ? undefined : this.#storedParts(run)?.[format];
    if (stored === undefined) return undefined;
    const published = this.#publishedFile(name);
    if (published === undefined) return undefined;
    return { bytes: published.subarray(stored.offset, stored.offset + stored.length), crc: stored.crc, size: stored.size };
  }

  #part(piece: DataPiece, format: DataFormat): GzipPart {
    if ("run" in piece) return this.#parts(piece.run)[format];
    const known = this.#texts.get(piece.text);
    const part = known ?? compressPart(piece.text);
    this.#texts.set(piece.text, part);
    return part;
  }

  // All forms of a run at once, since a run that differs does so in all of them.
  #parts(run: Run): Parts {
    const known = this.#made.get(run);
    if (known !== undefined) return known;
    const make = (format: DataFormat): GzipPart => compressPart(runText(this.#context, run, format));
    const parts: Parts = { jsonl: make("jsonl"), csv: make("csv"), csl: make("csl") };
    this.#made.set(run, parts);
    return parts;
  }

  #storedParts({ fingerprint }: Run): StoredParts | undefined {
    return this.#last?.memory.get(fingerprint);
  }

  // Undefined where it is not what was written.
  #publishedFile(name: string): Uint8Array | undefined {
    if (this.#published.has(name)) return this.#published.get(name);
    const unit = this.#last?.generation.units.get(name);
    const bytes = this.#last !== undefined && unit !== undefined && recognize(this.#last.folder, unit) !== undefined ? readFileSync(path.join(this.#last.folder, name)) : undefined;
    this.#published.set(name, bytes);
    return bytes;
  }
}

function markOf(piece: DataPiece): string {
  return "run" in piece ? piece.run.fingerprint : piece.text;
}
