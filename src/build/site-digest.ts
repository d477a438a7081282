import { createHash } from "node:crypto";
import { closeSync, openSync, writeFileSync } from "node:fs";
import type { FileMark } from "./generation.ts";

/**
 * One number for all that is published: SHA-256 of the list that `sha256sum` would print of the site's files, sorted by path.
 * Two sites have the same digest exactly where all their files are the same, byte for byte. Anybody can check it:
 * `cd _site && find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum`
 */
export function siteDigest(files: Iterable<FileMark>): string {
  const hash = createHash("sha256");
  for (const lines of digestLists(files)) hash.update(lines);
  return hash.digest("hex");
}

/** Writes a file as `sha256sum` would print it of files, sorted by path: "<digest>  1987/03/funaro/index.html", a line for each. */
export function writeDigestList(target: string, files: Iterable<FileMark>): void {
  const opened = openSync(target, "w");
  try {
    for (const lines of digestLists(files)) writeFileSync(opened, lines);
  } finally {
    closeSync(opened);
  }
}

// Some lines at a time: a large site's list has ten megabytes.
function* digestLists(files: Iterable<FileMark>): Generator<string> {
  const sorted = Array.from(files).sort(([a], [b]) => (a < b ? -1 : 1));
  for (let start = 0; start < sorted.length; start += linesAtOnce) {
    yield sorted.slice(start, start + linesAtOnce).map(([file, , , , digest]) => `${digest}  ${file}\n`).join("");
  }
}

const linesAtOnce = 1000;
