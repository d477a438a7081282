import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePartialDate } from "../content/date.ts";
import { openNames } from "./archive-names.ts";
import { charsetOf } from "./charset.ts";
import { parseMap } from "./columns.ts";
import type { ColumnMap } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { openMemoryBound } from "./bound-memory.ts";
import type { ArticleDraft, ImportedRecord, Note } from "./draft.ts";
import { finishDraft } from "./finish-draft.ts";
import type { ImportFormat } from "./import-formats.ts";
import { readGhost } from "./ghost.ts";
import { holdPictures } from "./hold-pictures.ts";
import { openPages } from "./html-pages.ts";
import { ImportError } from "./import-error.ts";
import { readJsonl } from "./jsonl.ts";
import { openMedia } from "./media.ts";
import { openNewsml } from "./newsml.ts";
import { openNinjs } from "./ninjs.ts";
import { openNitf } from "./nitf.ts";
import { openProposals } from "./proposals.ts";
import { openReport } from "./report.ts";
import type { Report } from "./report.ts";
import { readSgml } from "./sgml.ts";
import { findSourceFiles } from "./source-files.ts";
import type { SourceFile } from "./source-files.ts";
import { readText } from "./text.ts";
import { findUsable } from "./usable-files.ts";
import { openWriter } from "./write.ts";
import { openWxr } from "./wxr.ts";

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
  /** Fields and the columns of a table they are made from: "title=headline". */
  readonly map?: readonly string[] | undefined;
  /** The sources' character set, where they do not say it themselves and it should not be guessed: "windows-1251". */
  readonly charset?: string | undefined;
  /** Folders with the pictures' files; those of the sources are looked through too. */
  readonly media?: readonly string[] | undefined;
}

/**
 * Imports sources into a content folder and saves the report there as `_import-<format>.json`.
 * Throws ImportError where a source is missing or holds no file of the format, and where an option cannot be.
 */
export function importArchive({ format, sources, content, dryRun, media: mediaFolders = [], ...given }: ImportRequest): Report {
  const { extensions, open, worldwide, codes, largest = Infinity } = formats[format];
  const options = checkOptions(given, format);
  const files = findSourceFiles(sources, extensions);
  const media = openMedia([...mediaFolders, ...sources.filter((source) => statSync(source).isDirectory())]);
  const writer = openWriter(content, format, dryRun, worldwide);
  const report = openReport(format, files.map(({ name }) => name), dryRun);
  const names = codes === true ? undefined : openNames(content);
  const proposals = names && openProposals(names, content);
  const { usable, refused } = findUsable(files, largest);
  for (const record of refused) report.addSkipped(record);
  const read = open(options, usable);
  const finish = (draft: ArticleDraft): ImportedRecord => {
    const named = names?.check(draft) ?? draft;
    return finishDraft(holdPictures(withPublication(named, options.publication), media), format);
  };
  const boundMemory = openMemoryBound();
  for (const file of usable) {
    for (const record of read(file)) {
      boundMemory();
      const finished = record.kind === "skipped" ? record : finish(record);
      if (finished.kind === "skipped") {
        report.addSkipped(finished);
        continue;
      }
      const outcome = writer.write(finished);
      report.addDraft(finished, outcome);
      if (outcome.kind !== "conflict") proposals?.collect(finished, outcome.path);
    }
  }
  const finished = report.finish({ people: proposals?.names("people") ?? [], places: proposals?.names("places") ?? [] });
  if (!dryRun) {
    mkdirSync(content, { recursive: true });
    proposals?.save();
    writeFileSync(join(content, `_import-${format}.json`), `${JSON.stringify(finished, undefined, 1)}\n`);
  }
  return finished;
}

function withPublication(draft: ArticleDraft, publication: string | undefined): ArticleDraft {
  if (publication === undefined) return draft;
  const note: Note = { level: "change", kind: "publication given with the command", text: `took the publication "${publication}", given with the command` };
  return { ...draft, source: { ...draft.source, name: publication }, notes: [...draft.notes, note] };
}

interface Options extends Pick<ImportRequest, "publication" | "date" | "charset"> {
  readonly columns: ColumnMap;
}

/** Gives the records of a file in their order, each when it is asked for, so that a file may be larger than the memory. */
type FileReader = (file: SourceFile) => Iterable<ImportedRecord>;

interface SourceFormat {
  /** Endings of its files' names, in lower case. */
  readonly extensions: readonly string[];
  /** Options that make sense for it. */
  readonly takes: readonly ("date" | "map" | "charset")[];
  /** True where its tags are codes ("west-germany"), which are no names to propose. */
  readonly codes?: boolean;
  /** Size of the largest file that can be read, in bytes, where one is read as a whole. */
  readonly largest?: number;
  /** True where a record's id is its own in the whole world, so that a newer version in another file is known. */
  readonly worldwide?: boolean;
  /** Gets ready to read; a format whose files refer to each other looks at all of them first. */
  readonly open: (options: Options, files: readonly SourceFile[]) => FileReader;
}

const formats: Readonly<Record<ImportFormat, SourceFormat>> = {
  sgml: { extensions: [".sgm"], takes: [], codes: true, largest: 268_435_456, open: () => ({ path, name }) => readSgml(readFileSync(path, "latin1"), name) },
  text: { extensions: [".txt"], takes: ["date", "charset"], largest: 33_554_432, open: ({ date, charset }) => ({ path, name }) => [readText(readFileSync(path), name, date, charset)] },
  nitf: { extensions: [".xml", ".nitf", ".ntf"], takes: ["charset"], worldwide: true, open: ({ charset }, files) => openNitf(files, charset) },
  newsml: { extensions: [".xml"], takes: ["charset"], worldwide: true, open: ({ charset }, files) => openNewsml(files, charset) },
  ninjs: { extensions: [".json"], takes: ["charset"], worldwide: true, open: ({ charset }, files) => openNinjs(files, charset) },
  ghost: { extensions: [".json"], takes: [], largest: 268_435_456, open: () => readGhost },
  html: { extensions: [".html", ".htm", ".xhtml"], takes: ["charset"], largest: 33_554_432, open: ({ charset }, files) => openPages(files, charset) },
  wxr: { extensions: [".xml", ".wxr"], takes: [], open: (_options, files) => openWxr(files) },
  csv: { extensions: [".csv", ".tsv"], takes: ["map", "charset"], open: ({ columns, charset }) => (file) => readCsv(file, columns, charset) },
  jsonl: { extensions: [".jsonl", ".ndjson"], takes: ["map", "charset"], open: ({ columns, charset }) => (file) => readJsonl(file, columns, charset) },
};

const refusals = { date: "have dates of their own; import them without one", map: "have no columns; import them without --map", charset: "say their character set themselves; import them without one" } as const;

function checkOptions({ publication, date, map = [], charset }: Pick<ImportRequest, "publication" | "date" | "map" | "charset">, format: ImportFormat): Options {
  const { takes } = formats[format];
  const given = { date: date !== undefined, map: map.length > 0, charset: charset !== undefined };
  for (const option of ["date", "map", "charset"] as const) if (given[option] && !takes.includes(option)) throw new ImportError(`${format} records ${refusals[option]}`);
  if (publication?.trim() === "") throw new ImportError("the name of the publication is empty");
  if (date !== undefined && parsePartialDate(date) === undefined) {
    throw new ImportError(`"${date}" is not a date; write one such as 1987-03-02, 1987-03~ or undated`);
  }
  if (charset !== undefined && charsetOf(charset) === undefined) throw new ImportError(`"${charset}" is not a character set; write one such as windows-1252, latin1, windows-1251 or utf-16le`);
  return { publication: publication?.trim(), date, charset, columns: parseMap(map) };
}
