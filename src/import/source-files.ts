import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { ImportError } from "./import-error.ts";

/** A file to import. */
export interface SourceFile {
  readonly path: string;
  /** Its path inside the folder that was named, with "/" between parts, or its own name: "1987/fire.txt", "fire.txt". */
  readonly name: string;
}

/**
 * Finds the files to import, by name: files as they are, of a folder and of the folders in it those with one of the endings.
 * Hidden files and folders (".git") are left out, links are not followed.
 * Throws ImportError where a source is missing or a folder holds no such file, and where two files share a name.
 */
export function findSourceFiles(sources: readonly string[], extensions: readonly string[]): readonly SourceFile[] {
  if (sources.length === 0) throw new ImportError(`name a folder of ${extensions.join(" or ")} files to import`);
  const byName = new Map<string, SourceFile>();
  for (const file of sources.flatMap((source) => filesOf(source, extensions))) {
    const other = byName.get(file.name);
    // The provenance names the file without the folder that was imported.
    if (other !== undefined && other.path !== file.path) {
      throw new ImportError(`${other.path} and ${file.path} have the same name; rename one, an article's provenance names its file`);
    }
    byName.set(file.name, file);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesOf(source: string, extensions: readonly string[]): readonly SourceFile[] {
  if (!existsSync(source)) throw new ImportError(`${source} does not exist; name a folder of ${extensions.join(" or ")} files`);
  if (!statSync(source).isFile() && !statSync(source).isDirectory()) throw new ImportError(`${source} is neither a file nor a folder`);
  if (!statSync(source).isDirectory()) return [{ path: source, name: basename(source) }];
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.toLowerCase().endsWith(extension)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(source, path).replaceAll(sep, "/") }))
    .filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  if (files.length === 0) throw new ImportError(`${source} holds no ${extensions.join(" or ")} files`);
  return files;
}
