import { digestOf, type FileMark } from "./generation.ts";

/**
 * One number for all that is published: SHA-256 of the list that `sha256sum` would print of the site's files, sorted by path.
 * Two sites have the same digest exactly where all their files are the same, byte for byte. Anybody can check it:
 * `cd _site && find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum`
 */
export function siteDigest(files: Iterable<FileMark>): string {
  return digestOf(digestList(files));
}

/** What `sha256sum` prints of files, sorted by path: "<digest>  1987/03/funaro/index.html", a line for each. */
export function digestList(files: Iterable<FileMark>): string {
  const lines = Array.from(files, ([file, , , , digest]) => ({ file, digest }));
  lines.sort((a, b) => (a.file < b.file ? -1 : 1));
  return lines.map(({ file, digest }) => `${digest}  ${file}\n`).join("");
}
