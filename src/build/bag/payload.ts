import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";

/** A file of a bag, with its checksum. */
export interface BaggedFile {
  /** Path inside the bag, "data/site/index.html". */
  readonly path: string;
  readonly sha512: string;
  /** For what is compared with the site's own list. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes that are held at once of a file that is copied. */
const pieceSize = 1 << 20;

const piece = Buffer.alloc(pieceSize);

/** Copies a file into a bag piece by piece, and tells what was copied. */
export function copyInto(bag: string, name: string, source: string): BaggedFile {
  const [sha512, sha256] = [createHash("sha512"), createHash("sha256")];
  const target = path.join(bag, name);
  mkdirSync(path.dirname(target), { recursive: true });
  const from = openSync(source, "r");
  const to = openSync(target, "wx");
  let bytes = 0;
  try {
    for (let length = readSync(from, piece); length > 0; length = readSync(from, piece)) {
      const read = piece.subarray(0, length);
      sha512.update(read);
      sha256.update(read);
      for (let written = 0; written < length; ) written += writeSync(to, read, written);
      bytes += length;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
  return { path: name, sha512: sha512.digest("hex"), sha256: sha256.digest("hex"), bytes };
}

/** Writes a text into a bag. */
export function writeInto(bag: string, name: string, text: string): BaggedFile {
  const target = path.join(bag, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: "wx" });
  const [sha512, sha256] = [createHash("sha512"), createHash("sha256")].map((hash) => hash.update(text).digest("hex"));
  return { path: name, sha512: sha512 ?? "", sha256: sha256 ?? "", bytes: Buffer.byteLength(text) };
}
