import type { Generation, Unit } from "../generation.ts";
import type { FileSet } from "./verify-site.ts";

/** The files of a generation. Nearly every unit is one file with its name: they are looked up as they are. */
export function generationFiles({ units }: Generation): FileSet {
  let others: ReadonlySet<string> | undefined;
  return {
    has(file) {
      const unit = units.get(file);
      if (unit?.files[0]?.[0] === file) return true;
      others ??= new Set(otherFiles(units));
      return others.has(file);
    },
    *[Symbol.iterator]() {
      for (const { files } of units.values()) for (const [file] of files) yield file;
    },
  };
}

function* otherFiles(units: ReadonlyMap<string, Unit>): Generator<string> {
  for (const [name, { files }] of units) for (const [i, [file]] of files.entries()) if (i > 0 || file !== name) yield file;
}

/** Files of a generation that the next one does not have. */
export function goneFiles({ units }: Generation, next: Generation): ReadonlySet<string> {
  const files = generationFiles(next);
  const gone = new Set<string>();
  for (const [name, unit] of units) {
    if (next.units.get(name)?.fingerprint === unit.fingerprint) continue;
    for (const [file] of unit.files) if (!files.has(file)) gone.add(file);
  }
  return gone;
}
