import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import type { ArticleMemory, RememberedArticle } from "../content/article-memory.ts";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { FileMark, Generation, Unit } from "./generation.ts";
import { cacheFolder } from "./project.ts";

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
  /** The summary of the build, as JSON. */
  readonly summary: string;
  readonly articles: ArticleMemory;
  /** The published folder. */
  readonly live: Generation;
  /** The folder beside it that held the site before; undefined where there is none yet. */
  readonly aside: Generation | undefined;
  /** Of the published folder and those in it: see `foldersMark`. */
  readonly folders: string;
}

/** Raised with the form of the file. */
const stateVersion = "backfile state 3";

/** Where the state of builds into one folder is kept. */
export function stateFile(output: string): string {
  return path.join(cacheFolder, "state", `${fingerprintOf(path.resolve(output))}.json`);
}

/** Reads the state of the last build into a folder; undefined where there is none of this program. */
export function loadState(output: string, program: string): BuildState | undefined {
  try {
    const file = readFileSync(stateFile(output), "utf8");
    const text = file.slice(file.indexOf("\n") + 1);
    if (file !== withChecksum(text)) return undefined;
    const [stored, inputs = "", key = "", summary = "", folders = "", live = "", aside = "", ...articles] = text.split("\n");
    if (stored !== program) return undefined;
    const published = parseGeneration(live);
    return published && { program, inputs, key, summary, folders, live: published, aside: parseGeneration(aside), articles: parseArticles(articles) };
  } catch {
    // Missing, unreadable, cut short: the build then makes everything.
    return undefined;
  }
}

/** Writes the state, whole or not at all. */
export function saveState(output: string, { program, inputs, key, summary, folders, live, aside, articles }: BuildState): void {
  const file = stateFile(output);
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = [program, inputs, key, summary, folders, formatGeneration(live), aside ? formatGeneration(aside) : ""];
  for (const [name, { fingerprint, bodyStart, json }] of articles) lines.push(`${name}\t${fingerprint}\t${bodyStart}\t${json}`);
  writeFileSync(`${file}.new`, withChecksum(lines.join("\n")));
  renameSync(`${file}.new`, file);
}

// A file that was cut short or damaged anywhere differs from what is made of its own text.
function withChecksum(text: string): string {
  return `${stateVersion} ${crc32(text).toString(16)}\n${text}`;
}

function parseArticles(lines: readonly string[]): ArticleMemory {
  const articles = new Map<string, RememberedArticle>();
  for (const line of lines) {
    const [name, fingerprint, bodyStart, json] = line.split("\t", 4);
    if (name === undefined || fingerprint === undefined || bodyStart === undefined || json === undefined) throw new Error("no article");
    articles.set(name, { fingerprint, bodyStart: Number(bodyStart), json });
  }
  return articles;
}

// A page's only file is its name: left out, the state is a third smaller.
type StoredUnit = readonly [name: string, fingerprint: string, ...numbers: number[]] | readonly [name: string, fingerprint: string, files: readonly FileMark[]];

function formatGeneration(generation: Generation): string {
  return JSON.stringify([...generation].map(([name, { fingerprint, files }]): StoredUnit => {
    const [only] = files;
    if (files.length !== 1 || only === undefined || only[0] !== name) return [name, fingerprint, files];
    return [name, fingerprint, only[1], only[2], only[3]];
  }));
}

function parseGeneration(text: string): Generation | undefined {
  if (text === "") return undefined;
  const units = new Map<string, Unit>();
  const stored: unknown = JSON.parse(text);
  if (!Array.isArray(stored)) throw new Error("no list of units");
  for (const unit of stored) {
    if (!Array.isArray(unit)) throw new Error("no unit");
    const [name, fingerprint, size, modified, inode] = unit;
    if (typeof name !== "string" || typeof fingerprint !== "string") throw new Error("no unit");
    if (Array.isArray(size)) units.set(name, { fingerprint, files: size.map(parseMark) });
    else units.set(name, { fingerprint, files: [parseMark([name, size, modified, inode])] });
  }
  return units;
}

function parseMark(mark: unknown): FileMark {
  if (Array.isArray(mark)) {
    const [file, size, modified, inode] = mark;
    if (typeof file === "string" && typeof size === "number" && typeof modified === "number" && typeof inode === "number") return [file, size, modified, inode];
  }
  throw new Error("no mark of a file");
}
