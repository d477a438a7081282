import type { PackedFacts } from "./site-facts.ts";

/** Facts for the file of what a build remembers: the texts as a line of JSON, then the numbers in this machine's order of bytes. */
export function factsToBytes({ names, texts, faults, numbers }: PackedFacts): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify([names, texts, faults])}\n`), Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)]);
}

/** Reads what `factsToBytes` wrote; no pages from no bytes. */
export function factsFromBytes(bytes: Uint8Array): PackedFacts {
  const end = bytes.indexOf(newline);
  if (end === -1) return { names: [], texts: [], faults: [], numbers: new Uint32Array() };
  // Written by this program, as the checksum of the whole has shown.
  const [names, texts, faults]: readonly [PackedFacts["names"], PackedFacts["texts"], PackedFacts["faults"]] = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, end).toString("utf8"));
  return { names, texts, faults, numbers: new Uint32Array(Uint8Array.from(bytes.subarray(end + 1)).buffer) };
}

const newline = 0x0a;
