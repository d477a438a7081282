import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Numbers, texts and lists of them. */
export type Value = number | string | readonly Value[];

/** A file of the search index: texts, and lists of whole numbers from 0 on, gzipped. `readPacked` of the client reads it. */
export function packFile(texts: Value, lists: readonly (readonly number[])[] = []): Uint8Array {
  const json = Buffer.from(`${JSON.stringify(texts)}\0`);
  const most = lists.reduce((sum, list) => sum + longestNumber * (list.length + 1), json.length);
  const bytes = new Uint8Array(most);
  bytes.set(json);
  let end = json.length;
  const push = (number: number): void => {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes[end++] = (rest & 127) | 128;
    bytes[end++] = rest;
  };
  for (const list of lists) {
    push(list.length);
    for (const number of list) push(number);
  }
  const packed = gzipSync(bytes.subarray(0, end));
  packed[9] = 255; // zlib names the operating system here (RFC 1952): 255, "unknown", gives the same bytes on all.
  return packed;
}

/** Name for a file that is asked for by its content: a hash of it. */
export function nameOfFile(packed: Uint8Array): string {
  return createHash("sha256").update(packed).digest("hex").slice(0, 10);
}

// Bytes of a number below 2³².
const longestNumber = 5;
