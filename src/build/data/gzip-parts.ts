import { constants, crc32, deflateRawSync } from "node:zlib";
import { joinCrc } from "./crc.ts";

/** A stretch of a text, compressed so that it can stand in any gzip file, at any place. */
export interface GzipPart {
  readonly bytes: Uint8Array;
  /** Of the text before it was compressed. */
  readonly crc: number;
  /** Bytes of the text. */
  readonly size: number;
}

/**
 * Measured on 14.5 MB of data in stretches of 30 kB: level 1 takes 0.06 CPU seconds and leaves 2.78 MB, level 4 0.08 and 2.64, level
 * 6 0.11 and 2.60. In another thread, each takes twice as much.
 */
const level = 1;

/** Compresses a stretch of a text. It ends at a whole byte and refers to nothing before it (a "sync flush"). */
export function compressPart(text: string): GzipPart {
  const plain = Buffer.from(text);
  // Copied out of the buffer that it was compressed into: some kilobytes would keep as many times eight.
  return { bytes: new Uint8Array(deflateRawSync(plain, { level, finishFlush: constants.Z_SYNC_FLUSH })), crc: crc32(plain), size: plain.length };
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
