/** The part of CBOR (RFC 8949) that Pagefind's files are written in: integers, text and arrays of them. */
export type Cbor = number | string | readonly Cbor[];

/** Reads one value. Throws an Error at any other kind of value and where bytes are missing or left over. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  function read(): Cbor {
    const first = view.getUint8(at++);
    // One after the other: a list of the two would be made for each of a million numbers.
    const kind = first >> 5;
    const length = readLength(first & 31);
    if (kind === unsigned) return length;
    if (kind === negative) return -1 - length;
    if (kind === text) return utf8.decode(bytes.subarray(at, (at += length)));
    if (kind === array) {
      const list: Cbor[] = [];
      for (let left = length; left > 0; left--) list.push(read());
      return list;
    }
    throw new Error(`CBOR of kind ${kind} at byte ${at - 1} is not known here.`);
  }

  function readLength(short: number): number {
    if (short < 24) return short;
    const width = widths[short - 24];
    if (width === undefined) throw new Error(`A CBOR length of kind ${short} at byte ${at - 1} is not known here.`);
    const start = at;
    at += width;
    if (width === 1) return view.getUint8(start);
    return width === 2 ? view.getUint16(start) : view.getUint32(start);
  }

  const value = read();
  if (at !== bytes.length) throw new Error(`CBOR ends at byte ${at} of ${bytes.length}.`);
  return value;
}

// Major types of RFC 8949, section 3.1, and the bytes of a length that follows its head.
const [unsigned, negative, text, array] = [0, 1, 3, 4];
const widths = [1, 2, 4];
const utf8 = new TextDecoder("utf-8", { fatal: true });
