import type { Cbor } from "../client/cbor.ts";

/** Writes a value (its numbers unsigned) in the shortest form CBOR has for it, as Pagefind does. The reader is `decodeCbor` of the client. */
export function encodeCbor(value: Cbor): Uint8Array {
  const parts: Uint8Array[] = [];
  write(value);
  return Buffer.concat(parts);

  function write(item: Cbor): void {
    if (typeof item === "number") {
      parts.push(head(unsigned, item));
    } else if (typeof item === "string") {
      const encoded = Buffer.from(item);
      parts.push(head(text, encoded.length), encoded);
    } else {
      parts.push(head(array, item.length));
      item.forEach(write);
    }
  }
}

function head(kind: number, length: number): Uint8Array {
  const type = kind << 5;
  if (length < 24) return Uint8Array.of(type | length);
  if (length < 0x100) return Uint8Array.of(type | 24, length);
  if (length < 0x1_0000) return Uint8Array.of(type | 25, length >> 8, length & 255);
  const bytes = Buffer.alloc(5, type | 26);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

// Major types of RFC 8949, section 3.1.
const [unsigned, text, array] = [0, 3, 4];
