import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { QuickFingerprint } from "../content/quick-fingerprint.ts";
import { dataFolder, fixityFile } from "../model/data-tables.ts";
import type { NextGeneration } from "./next-generation.ts";
import { writeDigestList } from "./site-digest.ts";

/** The file of checksums, from the site's root. */
export const fixityPath = `${dataFolder}/${fixityFile}`;

/**
 * The checksums of all other files of the site, as a unit of a generation. They are known: every file's mark has one. So it is
 * made again wherever anything else is, and costs the writing.
 */
export class FixityUnit {
  readonly #aside: string;

  /** `aside` is the folder to write into. */
  constructor(aside: string) {
    this.#aside = aside;
  }

  /** To be planned when all other units are: what they hold follows from their fingerprints. */
  plan(next: NextGeneration): void {
    // Units are planned as they come, in no certain order: a sum has none.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (const [name, fingerprint] of next.planned) {
      const unit = new QuickFingerprint().text(name).text(fingerprint).toPrint();
      a = (a + unit.a) | 0;
      b = (b + unit.b) | 0;
      c = (c + unit.c) | 0;
      d = (d + unit.d) | 0;
    }
    next.plan(fixityPath, new QuickFingerprint().print({ a, b, c, d }).toString());
  }

  /** To be made when all other units are, where it is among the names that must be made after all. */
  make(names: readonly string[], next: NextGeneration): void {
    if (!names.includes(fixityPath)) return;
    const target = path.join(this.#aside, fixityPath);
    mkdirSync(path.dirname(target), { recursive: true });
    // Never in place: the file there may also be the published site's, under a second name.
    rmSync(target, { force: true });
    writeDigestList(target, next.marks());
    next.made(fixityPath, [fixityPath]);
  }
}
