import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import type { ArticleMemory, RememberedArticle } from "../content/article-memory.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import { formatDataMemory, parseDataMemory, type DataMemory } from "./data/data-memory.ts";
import type { FileMark, Generation, Unit } from "./generation.ts";
import { jsonOfList } from "./json-list.ts";
import type { PictureMemory } from "./pictures.ts";
import { cacheFolder } from "./project.ts";
import type { Pieces } from "./verify/facts-bytes.ts";

/**
 * What a build remembers for the next one. It is only ever a shortcut: without it, or where it does not fit, everything is
 * made again.
 */
export interface BuildState {
  /** Of the program; under another one nothing in here holds. */
  readonly program: string;
  /** Of everything the build was made from; equal where nothing has changed. */
  readonly inputs: string;
  /** Of what all pages share; under another one no page holds, but what was parsed does. */
  readonly key: string;
  /** Of what is withheld from the site: redacted names and withdrawn articles. */
  readonly withheld: string;
  /** The summary of the build, as JSON. */
  readonly summary: string;
  readonly articles: ArticleMemory;
  readonly pictures: PictureMemory;
  /** The published folder. */
  readonly live: Generation;
  /** The folder beside it that held the site before; undefined where there is none yet. */
  readonly aside: Generation | undefined;
  /** What the published pages lead to: see `factsFromBytes`. */
  readonly facts: Pieces;
  /** Where the articles' data stands in the published files. */
  readonly data: DataMemory;
}

/** Raised with the form of the file. */
const stateVersion = "backfile state 10";

/** Where the state of builds into one folder is kept. */
export function stateFile(output: string): string {
  return path.join(cacheFolder, "state", `${fingerprintOf(path.resolve(output))}.json`);
}

/** Reads the state of the last build into a folder; undefined where there is none of this program. */
export function loadState(output: string, program: string): BuildState | undefined {
  try {
    const file = readFileSync(stateFile(output));
    const start = file.indexOf(newline) + 1;
    const head = file.toString("latin1", 0, start);
    const body = file.subarray(start);
    const length = Number(head.trimEnd().split(" ").at(-1));
    if (head !== headOf(crc32(body), length)) return undefined;
    const lines = linesOf(body.subarray(0, length));
    const [stored, inputs = "", key = "", withheld = "", summary = "", live = "", aside = "", pictures = "", data = ""] = lines.splice(0, 9);
    if (stored !== program) return undefined;
    const published = parseGeneration(live);
    return published && { program, inputs, key, withheld, summary, live: published, aside: parseAside(aside, published), pictures: new Map(JSON.parse(pictures)), articles: parseArticles(lines), facts: [body.subarray(length)], data: parseDataMemory(data) };
  } catch {
    // Missing, unreadable, cut short: the build then makes everything.
    return undefined;
  }
}

/** Writes the state, whole or not at all; piece by piece, for it can be as large as the archive's texts. */
export function saveState(output: string, { program, inputs, key, withheld, summary, live, aside, pictures, articles, facts, data }: BuildState): void {
  const file = stateFile(output);
  mkdirSync(path.dirname(file), { recursive: true });
  const opened = openSync(`${file}.new`, "w");
  try {
    let [checksum, length] = [0, 0];
    const put = (bytes: Uint8Array): void => {
      writeFileSync(opened, bytes);
      checksum = crc32(bytes, checksum);
    };
    // Into the same bytes again and again: as many as the whole file has would wait for the garbage collector.
    let room = Buffer.alloc(0);
    const putText = (text: string): void => {
      if (room.length < mostBytes * text.length) room = Buffer.allocUnsafe(mostBytes * Math.max(text.length, pieceLength));
      const written = room.write(text);
      put(room.subarray(0, written));
      length += written;
    };
    writeFileSync(opened, headOf(0, 0));
    putText(`${[program, inputs, key, withheld, summary].join("\n")}\n`);
    for (const some of formatGeneration(live)) putText(some);
    putText(`\n${[aside ? formatAside(aside, live) : "", JSON.stringify([...pictures]), formatDataMemory(data)].join("\n")}`);
    let piece = "";
    for (const [name, { fingerprint, mark, bodyStart, json }] of articles) {
      piece += `\n${name}\t${fingerprint}\t${mark ?? ""}\t${bodyStart}\t${json}`;
      if (piece.length < pieceLength) continue;
      putText(piece);
      piece = "";
    }
    putText(piece);
    for (const some of facts) put(some);
    // Now it is known.
    writeSync(opened, headOf(checksum, length), 0);
  } finally {
    closeSync(opened);
  }
  renameSync(`${file}.new`, file);
}

/** In UTF-16 units. */
const pieceLength = 1 << 20;

/** Of a UTF-16 unit in UTF-8. */
const mostBytes = 3;

const newline = 0x0a;

// Decoded piece by piece: a text with one letter beyond Latin-1 in it takes two bytes for every letter.
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start + pieceLength);
    const end = found === -1 ? bytes.length : found;
    for (const line of bytes.toString("utf8", start, end).split("\n")) lines.push(line);
    start = end + 1;
  }
  return lines;
}

// A file that was cut short or damaged anywhere differs from what its head says; a head is as long as any other.
function headOf(checksum: number, length: number): string {
  return `${stateVersion} ${checksum.toString(16).padStart(8, "0")} ${String(length).padStart(12, "0")}\n`;
}

function parseArticles(lines: readonly string[]): ArticleMemory {
  const articles = new Map<string, RememberedArticle>();
  for (const line of lines) {
    const [name, fingerprint, mark, bodyStart, json] = line.split("\t", 5);
    if (name === undefined || fingerprint === undefined || bodyStart === undefined || json === undefined) throw new Error("no article");
    articles.set(name, { fingerprint, mark: mark === "" ? undefined : mark, bodyStart: Number(bodyStart), json });
  }
  return articles;
}

// A page's only file is its name: left out, the state is a third smaller.
type StoredUnit =
  | readonly [name: string, fingerprint: string, size: number, modified: number, inode: number, digest: string]
  | readonly [name: string, fingerprint: string, files: readonly FileMark[]];

function* formatGeneration({ units, folders }: Generation): Generator<string> {
  yield "[";
  yield* jsonOfList(units.entries().map(storedUnit));
  yield ",";
  yield* jsonOfList(folders);
  yield "]";
}

function parseGeneration(text: string): Generation | undefined {
  if (text === "") return undefined;
  // Written by this program, as the checksum has shown.
  const [units, folders]: readonly [readonly StoredUnit[], StoredFolders] = JSON.parse(text);
  return { units: new Map(units.map(parseUnit)), folders: new Map(folders) };
}

type StoredFolders = readonly (readonly [folder: string, mark: number])[];

// Nearly all files of the two folders are the same, under two names: only what differs is stored of the second.
function formatAside({ units, folders }: Generation, live: Generation): string {
  const own = [...units].filter(([name, unit]) => live.units.get(name) !== unit);
  const lacking = [...live.units.keys()].filter((name) => !units.has(name));
  return JSON.stringify([own.map(storedUnit), lacking, [...folders]]);
}

function parseAside(text: string, live: Generation): Generation | undefined {
  if (text === "") return undefined;
  const [own, lacking, folders]: readonly [readonly StoredUnit[], readonly string[], StoredFolders] = JSON.parse(text);
  const units = new Map(live.units);
  for (const name of lacking) units.delete(name);
  for (const [name, unit] of own.map(parseUnit)) units.set(name, unit);
  return { units, folders: new Map(folders) };
}

function storedUnit([name, { fingerprint, files }]: readonly [string, Unit]): StoredUnit {
  const [only] = files;
  if (files.length !== 1 || only === undefined || only[0] !== name) return [name, fingerprint, files];
  return [name, fingerprint, only[1], only[2], only[3], only[4]];
}

function parseUnit(stored: StoredUnit): readonly [string, Unit] {
  const [name, fingerprint] = stored;
  return [name, { fingerprint, files: stored.length === 3 ? stored[2] : [[name, stored[2], stored[3], stored[4], stored[5]]] }];
}
