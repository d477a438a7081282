import { lstatSync } from "node:fs";
import type { FolderMarks } from "./folder-marks.ts";

/** A file as it was when it was written: anything that changes it later changes one of these. */
export type FileMark = readonly [file: string, size: number, modified: number, inode: number];

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

function markOf(folder: string, file: string): FileMark | undefined {
  const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
  return stat?.isFile() ? [file, stat.size, stat.mtimeMs, stat.ino] : undefined;
}

/** The mark of a file that was just written. Throws Error where it is not there. */
export function getMark(folder: string, file: string): FileMark {
  const mark = markOf(folder, file);
  if (mark === undefined) throw new Error(`${file} was to be written, and is not there`);
  return mark;
}

/** True where every file of a unit is still as it was written: nobody has edited, damaged or removed one. */
export function isIntact(folder: string, unit: Unit): boolean {
  return unit.files.every(([file, size, modified, inode]) => {
    const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
    return stat !== undefined && stat.size === size && stat.mtimeMs === modified && stat.ino === inode;
  });
}
