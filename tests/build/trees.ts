import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every file below a folder, byte for byte. */
export type Tree = ReadonlyMap<string, Buffer>;

/** Reads a folder. Folders without a file in them are named too, with "/" at the end: a clean build has none. */
export function readTree(folder: string): Tree {
  const tree = new Map<string, Buffer>();
  const visit = (prefix: string): void => {
    const entries = readdirSync(path.join(folder, prefix), { withFileTypes: true });
    if (entries.length === 0) tree.set(`${prefix}/`, Buffer.alloc(0));
    for (const entry of entries) {
      const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else tree.set(name, readFileSync(path.join(folder, name)));
    }
  };
  visit("");
  return tree;
}

/** What differs, a line for each file; empty where the trees are equal. */
export function treeDifferences(expected: Tree, found: Tree): readonly string[] {
  return [
    ...[...expected.keys()].filter((file) => !found.has(file)).map((file) => `missing: ${file}`),
    ...[...found].flatMap(([file, bytes]) => {
      const wanted = expected.get(file);
      if (wanted === undefined) return [`new: ${file}`];
      return wanted.equals(bytes) ? [] : [`changed: ${file}`];
    }),
  ].sort();
}
