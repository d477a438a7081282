import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./project.ts";

/** What the output depends on beside the content: this program, its templates and styles, its dependencies, Node. */
export function programFingerprint(): string {
  const digest = createHash("sha256").update(process.version);
  for (const name of [".eleventy.ts", "package-lock.json"]) digest.update(readFileSync(path.join(projectFolder, name)));
  for (const folder of ["layouts", "src"]) {
    const root = path.join(projectFolder, folder);
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) digest.update(`\0${path.relative(projectFolder, file)}\0`).update(readFileSync(file));
  }
  return digest.digest("base64url").slice(0, 22);
}
