import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { joinCrc } from "./crc.ts";

/** A stretch of a text, compressed so that it can stand in any gzip file, at any place. */
export interface GzipPart {
  readonly bytes: Uint8Array;
  /** Of the text before it was compressed. */
  readonly crc: number;
  /** Bytes of the text. */
  readonly size: number;
}

/** Measured on 20 MB of articles: level 1 takes 0.24 CPU seconds and leaves 7.8 MB, level 4 0.32 and 7.2, level 6 0.55 and 7.0. */
const level = 1;

const deflate = promisify(deflateRaw);

/** Compresses a stretch of a text. It ends at a whole byte and refers to nothing before it (a "sync flush"). */
export async function compressPart(text: string): Promise<GzipPart> {
  const plain = Buffer.from(text);
  return { bytes: await deflate(plain, { level, finishFlush: constants.Z_SYNC_FLUSH }), crc: crc32(plain), size: plain.length };
}

/**
 * One gzip file (RFC 1952) of parts that follow each other. It has a single member, so that readers that stop after the
 * first, as browsers do, read it all. No name, no time, no operating system is in it.
 */
export function joinParts(parts: readonly GzipPart[]): Uint8Array {
  let [crc, size] = [0, 0];
  for (const part of parts) {
    crc = joinCrc(crc, part.crc, part.size);
    size += part.size;
  }
  const end = Buffer.alloc(lastBlock.length + 8);
  end.set(lastBlock);
  end.writeUInt32LE(crc, lastBlock.length);
  end.writeUInt32LE(size % 2 ** 32, lastBlock.length + 4);
  return Buffer.concat([header, ...parts.map(({ bytes }) => bytes), end]);
}

// Magic number, deflate, no flags, no time, no extra flags, operating system unknown.
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Where the first part of a file begins. */
export const partsStart = header.length;

// An empty block that says it is the last (RFC 1951 3.2.6).
const lastBlock = Buffer.from([3, 0]);
