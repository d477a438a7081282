import { readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../model/content-error.ts";
import { filesBelow } from "../files-below.ts";
import { fixityPath } from "../fixity-unit.ts";
import { getMark } from "../generation.ts";
import { OutputFolderError } from "../publish.ts";
import { writeDigestList } from "../site-digest.ts";

export interface VerifiedFixity {
  /** How many files were compared with their checksums. */
  readonly files: number;
  /** Sorted by file. */
  readonly problems: readonly Problem[];
}

/** Compares every file of a built site, wherever it lies, with the checksums that it brings. Throws OutputFolderError where it has none. */
export function verifyFixity(folder: string): VerifiedFixity {
  const present = new Set(filesBelow(folder));
  if (!present.has(fixityPath)) throw new OutputFolderError(`${folder} holds no ${fixityPath}; name the folder of a built site: backfile verify _site --fixity`);
  const problems: Problem[] = [];
  const problem = (file: string, message: string, fix: string, line?: number): void => void problems.push({ file, line, column: undefined, message, fix });
  const listed = new Set<string>();
  for (const [i, line] of readFileSync(path.join(folder, fixityPath), "utf8").split("\n").entries()) {
    if (line === "") continue;
    const { digest, file } = /^(?<digest>[0-9a-f]{64}) [ *](?<file>.+)$/u.exec(line)?.groups ?? {};
    if (digest === undefined || file === undefined) {
      problem(fixityPath, "this line is no checksum", "take the file from a copy of the site that nobody has changed", i + 1);
      continue;
    }
    listed.add(file);
    if (!present.has(file)) problem(file, "is missing", restore);
    else if (getMark(folder, file)[4] !== digest) problem(file, "is not what it was when the site was built", restore);
  }
  for (const file of present) if (file !== fixityPath && !listed.has(file)) problem(file, "was not there when the site was built", "take it away, or build the site again");
  return { files: listed.size, problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) };
}

const restore = "take it from a copy, or build the site again";

/** Writes the checksums of all files of a folder into it. */
export function writeFixity(folder: string): void {
  const files = filesBelow(folder).filter((file) => file !== fixityPath);
  writeDigestList(path.join(folder, fixityPath), files.map((file) => getMark(folder, file)));
}
