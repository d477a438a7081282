import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Numbers, texts and lists of them. */
export type Value = number | string | readonly Value[];

/** A value as the files of the search index hold it: JSON, gzipped; and its name, a hash of its content. */
export function packFile(value: Value): { readonly name: string; readonly bytes: Uint8Array } {
  const text = JSON.stringify(value);
  const bytes = gzipSync(text);
  bytes[9] = 255; // zlib names the operating system here (RFC 1952): 255, "unknown", gives the same bytes on all.
  return { name: createHash("sha256").update(text).digest("hex").slice(0, 10), bytes };
}
