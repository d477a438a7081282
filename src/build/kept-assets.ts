import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { siteAssets, type SiteAssets } from "./assets.ts";
import { cacheFolder } from "./project.ts";

/** One file for every build by this project: the assets depend on the program alone. */
const keptFile = path.join(cacheFolder, "assets.json");

/**
 * The site's assets as an earlier build by the same program made them, or made now and kept. Taking types out of the search
 * page's scripts and shortening them costs a tenth of a second, a twentieth of a daily build. `program` is `programFingerprint()`.
 */
export function keptAssets(program: string): SiteAssets {
  const kept = readKept(program);
  if (kept !== undefined) return kept;
  const assets = siteAssets();
  const json = JSON.stringify(assets);
  mkdirSync(cacheFolder, { recursive: true });
  // Another build may be reading it.
  writeFileSync(`${keptFile}.${process.pid}`, `${headOf(program, json)}\n${json}`);
  renameSync(`${keptFile}.${process.pid}`, keptFile);
  return assets;
}

function readKept(program: string): SiteAssets | undefined {
  try {
    const [head = "", json = ""] = readFileSync(keptFile, "utf8").split("\n", 2);
    if (head !== headOf(program, json)) return undefined;
    // Written by this program, whole and unchanged, as the head shows.
    return JSON.parse(json);
  } catch {
    // None is there yet.
    return undefined;
  }
}

// A file of another program, or one that was cut short, has another head than its own text asks for.
function headOf(program: string, json: string): string {
  return `${program} ${crc32(json).toString(16)}`;
}
