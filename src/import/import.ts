import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePartialDate } from "../content/date.ts";
import type { ArticleDraft, ImportedRecord, Note } from "./draft.ts";
import { ImportError } from "./import-error.ts";
import { openReport } from "./report.ts";
import type { Report } from "./report.ts";
import { readSgml } from "./sgml.ts";
import { findSourceFiles } from "./source-files.ts";
import type { SourceFile } from "./source-files.ts";
import { readText } from "./text.ts";
import { openWriter } from "./write.ts";

/** The formats that can be imported. */
export const importFormats = ["sgml", "text"] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportRequest {
  readonly format: ImportFormat;
  /** Files, or folders whose files of the format are taken, with those of the folders in them. */
  readonly sources: readonly string[];
  /** The content folder; it is made where it does not exist. */
  readonly content: string;
  /** Reads and reports, but writes nothing. */
  readonly dryRun: boolean;
  /** Name of the newspaper that published the articles first: "The Sandhaven Post". */
  readonly publication?: string | undefined;
  /** When all of them were published, as the article model takes it; only for formats whose records have no dates. */
  readonly date?: string | undefined;
}

/**
 * Imports sources into a content folder and saves the report there as `_import-<format>.json`.
 * Throws ImportError where a source is missing or holds no file of the format, and where an option cannot be.
 */
export function importArchive({ format, sources, content, dryRun, publication, date }: ImportRequest): Report {
  const { extensions, dated, read } = formats[format];
  const options = checkOptions({ publication, date }, format, dated);
  const files = findSourceFiles(sources, extensions);
  const writer = openWriter(content, format, dryRun);
  const report = openReport(format, files.map(({ name }) => name), dryRun);
  for (const file of files) {
    for (const record of read(file, options)) {
      if (record.kind === "skipped") {
        report.addSkipped(record);
        continue;
      }
      const draft = withPublication(record, options.publication);
      report.addDraft(draft, writer.write(draft));
    }
  }
  const finished = report.finish();
  if (!dryRun) {
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, `_import-${format}.json`), `${JSON.stringify(finished, undefined, 1)}\n`);
  }
  return finished;
}

function withPublication(draft: ArticleDraft, publication: string | undefined): ArticleDraft {
  if (publication === undefined) return draft;
  const note: Note = { level: "change", kind: "publication given with the command", text: `took the publication "${publication}", given with the command` };
  return { ...draft, source: { ...draft.source, name: publication }, notes: [...draft.notes, note] };
}

type Options = Pick<ImportRequest, "publication" | "date">;

interface SourceFormat {
  /** Endings of its files' names, in lower case. */
  readonly extensions: readonly string[];
  /** True where each record has its date. */
  readonly dated: boolean;
  /** Gives the records of a file in their order, each when it is asked for, so that a file may be larger than the memory. */
  readonly read: (file: SourceFile, options: Options) => Iterable<ImportedRecord>;
}

const formats: Readonly<Record<ImportFormat, SourceFormat>> = {
  sgml: { extensions: [".sgm"], dated: true, read: ({ path, name }) => readSgml(readFileSync(path, "latin1"), name) },
  text: { extensions: [".txt"], dated: false, read: ({ path, name }, { date }) => [readText(readFileSync(path), name, date)] },
};

function checkOptions({ publication, date }: Options, format: ImportFormat, dated: boolean): Options {
  if (publication?.trim() === "") throw new ImportError("the name of the publication is empty");
  if (date !== undefined && dated) throw new ImportError(`${format} records have dates of their own; import them without one`);
  if (date !== undefined && parsePartialDate(date) === undefined) {
    throw new ImportError(`"${date}" is not a date; write one such as 1987-03-02, 1987-03~ or undated`);
  }
  return { publication: publication?.trim(), date };
}
