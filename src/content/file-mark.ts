import { statSync } from "node:fs";

/** Milliseconds within which a file may be written twice under one time: FAT counts in steps of two seconds. */
const timeStep = 2000;

/**
 * Size, times and inode of a file: while they stay the same, so do its bytes. Undefined where the file is too new to be sure,
 * or not there. The time of change cannot be set by any tool, as that of modification can: a file given its old times back
 * still differs.
 */
export function fileMark(folder: string, file: string): string | undefined {
  const stat = statSync(`${folder}/${file}`, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stat;
  const isOld = Math.max(mtimeMs, ctimeMs) < Date.now() - timeStep;
  return isOld ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : undefined;
}
