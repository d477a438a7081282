import { hash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import type { FolderMarks } from "./folder-marks.ts";

/**
 * A file as it was when it was written: anything that changes it later changes one of these. The digest is its SHA-256 in
 * hexadecimal digits, as sha256sum prints it.
 */
export type FileMark = readonly [file: string, size: number, modified: number, inode: number, digest: string];

/** What is made as one: a page is one file, a search shard thousands. */
export interface Unit {
  /** Of exactly what it shows. */
  readonly fingerprint: string;
  readonly files: readonly FileMark[];
}

/** One finished state of the site's folder. */
export interface Generation {
  /** By name: a page's name is its file, a shard's its folder. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly folders: FolderMarks;
}

/** SHA-256 of a file's content, in hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** The mark of a file that was just written; its content is read where `digest` is not known. Throws Error where it is not there. */
export function getMark(folder: string, file: string, digest?: string): FileMark {
  const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) throw new Error(`${file} was to be written, and is not there`);
  return [file, stat.size, stat.mtimeMs, stat.ino, digest ?? digestOf(readFileSync(`${folder}/${file}`))];
}

/** True where every file of a unit is still as it was written: nobody has edited, damaged or removed one. */
export function isIntact(folder: string, unit: Unit): boolean {
  return unit.files.every((mark) => isUntouched(folder, mark));
}

/**
 * A unit with the marks that its files have now: the same where nobody has touched them, others where they were copied or
 * unpacked and hold what they held, as after a cache was restored. Undefined where a file differs or is gone.
 */
export function recognize(folder: string, unit: Unit): Unit | undefined {
  if (isIntact(folder, unit)) return unit;
  const files: FileMark[] = [];
  for (const mark of unit.files) {
    const found = isUntouched(folder, mark) ? mark : sameContent(folder, mark);
    if (found === undefined) return undefined;
    files.push(found);
  }
  return { ...unit, files };
}

function isUntouched(folder: string, [file, size, modified, inode]: FileMark): boolean {
  const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === size && stat.mtimeMs === modified && stat.ino === inode;
}

function sameContent(folder: string, [file, size, , , digest]: FileMark): FileMark | undefined {
  const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size !== size) return undefined;
  const mark = getMark(folder, file);
  return mark[4] === digest ? mark : undefined;
}
