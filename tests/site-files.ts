import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** A built site as far as its bytes are the same on every machine, by path from its root. */
export type SiteFiles = ReadonlyMap<string, string>;

/**
 * Reads a built site for comparison. Style sheets and scripts are left out and their hashed names made one; of compressed files the texts are read, of pictures
 * only the names are kept (in `files.txt`), since their bytes are libvips's affair; and of the list of
 * checksums, which knows them all.
 */
export function readSiteFiles(folder: string): SiteFiles {
  const texts = new Map<string, string>();
  const others: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    const extension = path.extname(file);
    if ([".css", ".js", ".map"].includes(extension)) continue;
    if (path.basename(file) === "manifest-sha256.txt") others.push(file);
    else if (extension === ".gz") texts.set(file.slice(0, -extension.length), gunzipSync(readFileSync(path.join(folder, file))).toString("utf8"));
    else if ([".html", ".xml", ".txt", ".json", ".jsonl", ".csv"].includes(extension)) texts.set(file, withoutHashes(readFileSync(path.join(folder, file), "utf8")));
    else others.push(file);
  }
  if (others.length > 0) texts.set("files.txt", withoutHashes(`${others.sort().join("\n")}\n`));
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Writes such files into a folder, which is emptied first. */
export function writeSiteFiles(folder: string, files: SiteFiles): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** What differs, a line for each file. */
export function differences(expected: SiteFiles, found: SiteFiles): readonly string[] {
  return [
    ...[...expected.keys()].filter((file) => !found.has(file)).map((file) => `missing: ${file}`),
    ...[...found.keys()].filter((file) => !expected.has(file)).map((file) => `new: ${file}`),
    ...[...found].filter(([file, text]) => expected.has(file) && expected.get(file) !== text).map(([file]) => `changed: ${file}`),
  ].sort();
}

// "assets/style-1f3a9c04bb.css" -> "assets/style-HASH.css"; a new style sheet is no new page.
function withoutHashes(text: string): string {
  return text.replace(/(?<=\bassets\/[a-z-]+-)[0-9a-f]{10}\b/gu, "HASH");
}
