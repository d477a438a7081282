import path from "node:path";
import sharp from "sharp";
import { gunzipSync, constants } from "node:zlib";
import { readTree } from "./trees.ts";

/**
 * Everything a built site says, by path: each file's bytes as text, whatever is packed inside them unpacked, escapes of
 * HTML, JSON and addresses undone, case and accents folded. The path itself is part of it.
 */
export async function readEverySaying(folder: string): Promise<ReadonlyMap<string, string>> {
  const sayings = new Map<string, string>();
  for (const [file, bytes] of readTree(folder)) {
    const parts = [file, bytes.toString("utf8"), bytes.toString("latin1"), ...unpacked(bytes), ...(await pictureMetadata(file, bytes))];
    sayings.set(file, parts.map(folded).join("\n"));
  }
  return sayings;
}

/** Files that say a word in any form. */
export function whoSays(sayings: ReadonlyMap<string, string>, word: string): readonly string[] {
  return [...sayings].filter(([, text]) => text.includes(folded(word))).map(([file]) => file);
}

/** "Vantröll", "VANTRO\u0308LL", "Vantr&#xf6;ll", "Vantr%C3%B6ll" and "Vantr\\u00f6ll" are one word. */
export function folded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/giu, (_, code: string) => sign(Number.parseInt(code, 16)))
    .replace(/&#([0-9]{1,7});/gu, (_, code: string) => sign(Number(code)))
    .replaceAll("&nbsp;", " ")
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => sign(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/giu, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"))
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060]/gu, "")
    .toLowerCase();
}

function sign(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

// Pagefind's files are gzip, and a shard may hold many of them one after another.
function unpacked(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(gzipMagic); at !== -1; at = bytes.indexOf(gzipMagic, at + 1)) {
    try {
      const inner = gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH });
      found.push(inner.toString("utf8"), ...unpacked(inner));
    } catch {
      // Three bytes that only look like the beginning of a gzip file.
    }
  }
  return found;
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

async function pictureMetadata(file: string, bytes: Buffer): Promise<readonly string[]> {
  if (![".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].includes(path.extname(file))) return [];
  const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
  return [exif, xmp, iptc, ...(comments ?? []).map(({ text }) => Buffer.from(text))].flatMap((block) => (block === undefined ? [] : [block.toString("utf8")]));
}
