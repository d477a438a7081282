import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../../../src/build/files-below.ts";

export interface ReadBag {
  /** What is wrong with it, by the rules of RFC 8493. */
  readonly faults: readonly string[];
  /** Elements of bag-info.txt, in their order. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** Paths of the payload. */
  readonly payload: readonly string[];
}

/** Reads a bag by RFC 8493, section by section, trusting nothing. */
export function readBag(bag: string): ReadBag {
  const faults: string[] = [];
  const text = (file: string): string => readFileSync(path.join(bag, file), "utf8");
  const present = filesBelow(bag);

  // 2.1.1: exactly these two lines, without a byte order mark.
  if (text("bagit.txt") !== "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n") faults.push("bagit.txt is not the declaration of version 1.0");

  const payload = present.filter((file) => file.startsWith("data/"));
  const sums = readManifest(text("manifest-sha512.txt"), faults);
  // 2.1.3: each payload file once, and nothing else.
  for (const file of payload) if (!sums.has(file)) faults.push(`${file} is in no manifest`);
  for (const [file, sum] of sums) {
    if (!payload.includes(file)) faults.push(`${file} is in the manifest and not in the payload`);
    else if (sumOf(bag, file) !== sum) faults.push(`${file} differs from its checksum`);
  }
  // 2.2.1: tag manifests name tag files, not themselves and no payload.
  const tags = readManifest(text("tagmanifest-sha512.txt"), faults);
  const tagFiles = present.filter((file) => !file.startsWith("data/") && !file.startsWith("tagmanifest-"));
  if (JSON.stringify([...tags.keys()]) !== JSON.stringify(tagFiles)) faults.push(`the tag manifest names ${[...tags.keys()].join(", ")}`);
  for (const [file, sum] of tags) if (sumOf(bag, file) !== sum) faults.push(`${file} differs from its checksum`);

  const info = readInfo(text("bag-info.txt"), faults);
  const oxum = info.filter(([label]) => label === "Payload-Oxum").map(([, value]) => value);
  const bytes = payload.reduce((sum, file) => sum + readFileSync(path.join(bag, file)).length, 0);
  if (oxum.join() !== `${bytes}.${payload.length}`) faults.push(`Payload-Oxum is ${oxum.join()}, and the payload has ${bytes}.${payload.length}`);
  return { faults, info, payload };
}

function readManifest(text: string, faults: string[]): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split("\n").slice(0, -1)) {
    const { sum, file } = /^(?<sum>[0-9a-fA-F]{128})[ \t]+\*?(?<file>[^\r\n]+)$/u.exec(line)?.groups ?? {};
    if (sum === undefined || file === undefined) {
      faults.push(`no line of a manifest: ${line}`);
      continue;
    }
    const decoded = file.replace(/%(0A|0D|25)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (/%(?!0A|0D|25)/iu.test(file)) faults.push(`a percent sign is not encoded: ${file}`);
    if (/^\/|(?:^|\/)\.{1,2}(?:\/|$)|^~/u.test(decoded)) faults.push(`leaves the bag: ${decoded}`);
    if (sums.has(decoded)) faults.push(`stands twice: ${decoded}`);
    sums.set(decoded, sum.toLowerCase());
  }
  if (text !== "" && !text.endsWith("\n")) faults.push("a manifest does not end with a line's end");
  return sums;
}

// 2.2.2: "label: value", the value going on in lines that begin with white space.
function readInfo(text: string, faults: string[]): ReadBag["info"] {
  const info: [string, string][] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    if (line.length > 79 && line.trim().includes(" ")) faults.push(`a line of more than 79 characters: ${line}`);
    const { label, value } = /^(?<label>[^\s:][^:]*): (?<value>.*)$/u.exec(line)?.groups ?? {};
    const last = info.at(-1);
    if (/^\s/u.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else if (label === undefined || value === undefined) faults.push(`no line of bag-info.txt: ${line}`);
    else info.push([label, value]);
  }
  return info;
}

function sumOf(bag: string, file: string): string {
  return createHash("sha512").update(readFileSync(path.join(bag, file))).digest("hex");
}
