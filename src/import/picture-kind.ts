import { closeSync, openSync, readSync } from "node:fs";

/** True where a file begins as one of the pictures that an archive publishes; its name may say anything. */
export function isPicture(path: string): boolean {
  const head = Buffer.alloc(headLength);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, headLength, 0);
  } finally {
    closeSync(file);
  }
  const text = head.toString("latin1");
  return signatures.some((signature) => signature.test(text));
}

const headLength = 16;

// JPEG, PNG, GIF, WebP, AVIF, TIFF in both byte orders.
const signatures = [/^\xff\xd8\xff/u, /^\x89PNG\r\n\x1a\n/u, /^GIF8[79]a/u, /^RIFF[^]{4}WEBP/u, /^[^]{4}ftypavi[fs]/u, /^II\*\0|^MM\0\*/u];
