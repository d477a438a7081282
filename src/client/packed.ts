export type Lists = readonly (readonly number[])[];

/** What a file of the index holds: texts, as JSON, and lists of numbers. */
export interface Packed {
  readonly texts: unknown;
  readonly lists: Lists;
}

/**
 * Reads a file of the index as `packFile` of the build writes it: JSON, and behind a zero byte lists of numbers, each after
 * its length. A number has seven bits in each byte, the lowest first; all but its last byte have the highest bit set too.
 */
export function readPacked(bytes: Uint8Array): Packed {
  const end = bytes.indexOf(0);
  const lists: number[][] = [];
  let [list, left, number, step]: [number[], number, number, number] = [[], 0, 0, 1];
  for (const byte of bytes.subarray(end + 1)) {
    number += (byte % 128) * step;
    step *= 128;
    if (byte > 127) continue;
    if (left === 0) {
      lists.push((list = []));
      left = number;
    } else {
      list.push(number);
      left--;
    }
    [number, step] = [0, 1];
  }
  return { texts: JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))), lists };
}
