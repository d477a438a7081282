import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** The digest of what stands in a folder, found from its files alone; undefined where there is no folder. */
export function digestOfFolder(folder: string): string | undefined {
  const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
  let files: readonly string[];
  try {
    files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return sha256(files.toSorted().map((file) => `${sha256(readFileSync(path.join(folder, file)))}  ${file}\n`).join(""));
}

/** The digest that a build has printed with `--json`. */
export function digestIn(stdout: string): string {
  return z.object({ digest: z.string() }).parse(JSON.parse(stdout)).digest;
}
