import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ImportedRecord } from "./draft.ts";
import { ImportError } from "./import-error.ts";
import { openReport } from "./report.ts";
import type { Report } from "./report.ts";
import { readSgml } from "./sgml.ts";
import { openWriter } from "./write.ts";

/** The formats that can be imported. */
export const importFormats = ["sgml"] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportRequest {
  readonly format: ImportFormat;
  /** Files, or folders whose files of the format are taken. */
  readonly sources: readonly string[];
  /** The content folder; it is made where it does not exist. */
  readonly content: string;
  /** Reads and reports, but writes nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports sources into a content folder and saves the report there as `_import-<format>.json`.
 * Throws ImportError where a source is missing or holds no file of the format.
 */
export function importArchive({ format, sources, content, dryRun }: ImportRequest): Report {
  const { extension, read } = formats[format];
  const files = findSourceFiles(sources, extension);
  const writer = openWriter(content, format, dryRun);
  const report = openReport(format, files.map((file) => basename(file)), dryRun);
  for (const file of files) {
    for (const record of read(readFileSync(file), basename(file))) {
      if (record.kind === "skipped") report.addSkipped(record);
      else report.addDraft(record, writer.write(record));
    }
  }
  const finished = report.finish();
  if (!dryRun) {
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, `_import-${format}.json`), `${JSON.stringify(finished, undefined, 1)}\n`);
  }
  return finished;
}

interface SourceFormat {
  /** Ending of its files' names, in lower case. */
  readonly extension: string;
  readonly read: (bytes: Buffer, file: string) => Iterable<ImportedRecord>;
}

const formats: Readonly<Record<ImportFormat, SourceFormat>> = {
  sgml: { extension: ".sgm", read: (bytes, file) => readSgml(bytes.toString("latin1"), file) },
};

function findSourceFiles(sources: readonly string[], extension: string): readonly string[] {
  if (sources.length === 0) throw new ImportError(`name a folder of ${extension} files to import`);
  const files = sources.flatMap((source) => {
    if (!existsSync(source)) throw new ImportError(`${source} does not exist; name a folder of ${extension} files`);
    if (!statSync(source).isDirectory()) return [source];
    const names = readdirSync(source).filter((name) => name.toLowerCase().endsWith(extension));
    if (names.length === 0) throw new ImportError(`${source} holds no ${extension} files`);
    return names.map((name) => join(source, name));
  });
  const byName = new Map<string, string>();
  for (const file of files) {
    const other = byName.get(basename(file));
    // The provenance names the file without its folder.
    if (other !== undefined && other !== file) {
      throw new ImportError(`${other} and ${file} have the same name; rename one, an article's provenance names its file`);
    }
    byName.set(basename(file), file);
  }
  return [...byName.keys()].sort().map((name) => byName.get(name) ?? name);
}
