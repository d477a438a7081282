import { lstatSync } from "node:fs";
import type { Unit } from "./generation.ts";

/** When each folder of a site was last changed, by its path below the site; "." is the site's own. */
export type FolderMarks = ReadonlyMap<string, number>;

/** All folders that hold files of these units, or other such folders. */
export function foldersOf(units: Iterable<Unit>): ReadonlySet<string> {
  const folders = new Set(["."]);
  for (const { files } of units) for (const [file] of files) addParents(file, folders);
  return folders;
}

/** Adds the folders above a file: "people/ada/index.html" -> "people/ada", "people". */
export function addParents(file: string, folders: Set<string>): void {
  for (let end = file.lastIndexOf("/"); end !== -1; end = file.lastIndexOf("/", end - 1)) {
    const folder = file.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}

/** Marks folders below a root. Those that are not `touched` keep the mark they have in `known`. */
export function markFolders(root: string, folders: Iterable<string>, known: FolderMarks, touched: ReadonlySet<string>): FolderMarks {
  const marks = new Map<string, number>();
  for (const folder of folders) {
    const mark = (touched.has(folder) ? undefined : known.get(folder)) ?? timeOf(root, folder);
    if (mark !== undefined) marks.set(folder, mark);
  }
  return marks;
}

/**
 * Folders in which somebody has put something, or from which something was taken, since they were marked. A third of the
 * time that listing them all would take.
 */
export function changedFolders(root: string, marks: FolderMarks): readonly string[] {
  const changed: string[] = [];
  for (const [folder, mark] of marks) if (timeOf(root, folder) !== mark) changed.push(folder);
  return changed;
}

function timeOf(root: string, folder: string): number | undefined {
  return lstatSync(`${root}/${folder}`, { throwIfNoEntry: false })?.mtimeMs;
}
