import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileOfAddress } from "../html/template.ts";
import { digestOf, getMark, type FileMark } from "./generation.ts";
import type { Page, PlannedValue } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { readPage, type WrittenPage } from "./page-json.ts";
import { comesInNumbers } from "./page-numbers.ts";
import { pagePrinter } from "./render-page.ts";
import { Slice } from "./slice.ts";
import { typeset } from "./typeset.ts";
import type { CollectedFacts, FactsCollector } from "./verify/facts-collector.ts";
import { factsOf, isPage } from "./verify/page-facts.ts";
import { printWithPointers, type Pointers } from "./verify/pointers.ts";

/**
 * After so many pages, a few milliseconds, the process looks what it has been sent: a message goes over bit by bit, and only
 * while both sides look.
 */
export const pagesPerTurn = 10;

/** Where pages are written, and how. */
export interface Press {
  readonly site: Site;
  /** Folder the pages are written into, at their addresses. */
  readonly output: string;
  /** Whether Eleventy renders the pages of which there are few. */
  readonly byEleventy: boolean;
}

/** A few pages of a site and where to write them: everything that rendering them depends on, beside the program itself. */
export interface SliceJob extends Press {
  readonly pages: readonly WrittenPage[];
}

/** What has become of a slice. */
export interface RenderedSlice {
  /** Of its files, page by page. */
  readonly marks: readonly FileMark[];
  /** What its pages lead to, by their files. */
  readonly facts: CollectedFacts;
}

/**
 * Renders a slice that another process has sent; `facts` is this process's for the whole build. Throws what `renderPages` throws,
 * and where `isWanted` says that nobody waits for the pages any more.
 */
export async function renderSlice({ pages, ...press }: SliceJob, facts: FactsCollector, isWanted: () => boolean): Promise<RenderedSlice> {
  const read = pages.values().map((page) => {
    if (!isWanted()) throw new Error("the build that wanted these pages is gone");
    return readPage(page);
  });
  const marks = await renderPages(read, press, facts);
  return { marks, facts: facts.take() };
}

/**
 * Renders pages and writes them: those that come in numbers by their templates alone; all others in one Eleventy run, or, where
 * a few pages have changed, by their templates too. Eleventy's own work for a page costs more than everything else together (the
 * README has the figures), and its start a quarter of a second; tests keep both ways to the same bytes. Returns the marks of the
 * files, and adds what the pages lead to to `facts`. Throws what a template throws.
 */
export async function renderPages(pages: Iterable<PlannedValue>, { site, output, byEleventy }: Press, facts: FactsCollector): Promise<readonly FileMark[]> {
  const others: Page[] = [];
  const marks: FileMark[] = [];
  const note = (address: string, text: string, pointers?: Pointers): void => {
    const name = nameOf(address);
    if (isPage(name)) facts.note(name, factsOf(text, address, site, pointers));
  };
  let untilTurn = pagesPerTurn;
  for (const planned of pages) {
    if (untilTurn-- === 0) {
      await setImmediate();
      untilTurn = pagesPerTurn;
    }
    const page = typeset(planned, site);
    if (byEleventy && !comesInNumbers(page.kind)) others.push(page);
    else {
      const { text, pointers } = printWithPointers(page.address, site, await pagePrinter(page, site));
      marks.push(writeFile(nameOf(page.address), text, output));
      note(page.address, text, pointers);
    }
  }
  if (others.length > 0) {
    const { runEleventy } = await import("./eleventy-run.ts");
    await runEleventy(new Slice(others), site, output);
    for (const { address } of others) {
      const bytes = readFileSync(path.join(output, nameOf(address)));
      marks.push(getMark(output, nameOf(address), digestOf(bytes)));
      note(address, bytes.toString("utf8"));
    }
  }
  return marks;
}

// "/people/" -> "people/index.html"
function nameOf(address: string): string {
  return fileOfAddress(address).slice(1);
}

// The mark is asked of the open file: by its path it would be looked up once more.
function writeFile(name: string, text: string, output: string): FileMark {
  // Once, for the file and for its digest.
  const bytes = encoded(text);
  const file = path.join(output, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const opened = openSync(file, "w");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at);
    const { size, mtimeMs, ino } = fstatSync(opened);
    return [name, size, mtimeMs, ino, digestOf(bytes)];
  } finally {
    closeSync(opened);
  }
}

// UTF-8, in memory that the next page takes: a fifth less work than memory of its own for each, for the collector of garbage to mind.
function encoded(text: string): Uint8Array {
  return text.length > longestInRoom ? encoder.encode(text) : room.subarray(0, encoder.encodeInto(text, room).written);
}

/** UTF-16 units of nearly all pages. */
const longestInRoom = 2 ** 17;

const encoder = new TextEncoder();
const room = new Uint8Array(3 * longestInRoom);
