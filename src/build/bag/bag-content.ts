import { readFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import type { ContentFolder } from "../../content/content-folder.ts";
import { loadArchive } from "../../content/load-archive.ts";
import { readContent } from "../../content/read-content.ts";
import type { Archive } from "../../model/archive.ts";
import { authorityKinds } from "../../model/authority.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import { withheldSearch } from "../../model/redact.ts";

/** A file of the content as the bag holds it: as it is, or, where records were taken out of it, with another text. */
export interface BagFile {
  /** Path inside the content folder. */
  readonly file: string;
  readonly text: string | undefined;
}

/** How many things stay out of a bag, by the reason. None of them is named. */
export interface LeftOut {
  readonly withdrawn: number;
  readonly embargoed: number;
  readonly drafts: number;
  /** Articles that say a withheld name; their pages are in the site, without it. */
  readonly withheldArticles: number;
  readonly withheldRecords: number;
  /** Settings, files of records and pictures that say a withheld name. */
  readonly withheldFiles: number;
  /** Files that nothing on the site shows. */
  readonly unusedFiles: number;
}

export interface BagContent {
  readonly archive: Archive;
  /** Sorted by path. */
  readonly files: readonly BagFile[];
  readonly leftOut: LeftOut;
}

/**
 * Chooses what of a content folder goes into a bag: the files that the published site was made of. An article that says a
 * withheld name stays out as a whole, since taking a name out of a source is a guess at what else tells it.
 * Throws ContentError where the content is wrong.
 */
export function bagContent(folder: ContentFolder, asOf: PartialDate | undefined): BagContent {
  const { archive, pictures, unusedFiles } = loadArchive(folder, asOf);
  const { articles, records } = readContent(folder, new Map());
  const isWithheld = withheldSearch(records) ?? (() => false);
  const published = new Set(archive.articles.map(({ file }) => file));
  const unpublished = articles.filter(({ file }) => !published.has(file));
  const ofStatus = (kind: string): number => unpublished.filter(({ status }) => status.kind === kind).length;
  const read = (file: string): Buffer => readFileSync(path.join(folder.path, file));

  // What YAML escapes in the file is plain in what was read of it.
  const withheldArticles = articles.filter((article) => published.has(article.file) && (isWithheld(JSON.stringify(article)) || isWithheld(read(article.file).toString("utf8"))));
  const hidden = new Set(withheldArticles.map(({ file }) => file));
  const texts = folder.texts.filter(({ file }) => file.endsWith(".yaml")).map(({ file }) => withoutRecords(file, read(file).toString("utf8"), records));
  // What a camera or an editor noted in a picture's file.
  const kept = pictures.filter((file) => !archive.isRedacted || !isWithheld(read(file).toString("utf8")));
  const keptTexts = texts.filter(({ file, text }) => !isWithheld(text ?? read(file).toString("utf8")));
  const files: readonly BagFile[] = [
    ...articles.filter(({ file }) => published.has(file) && !hidden.has(file)).map(({ file }) => ({ file, text: undefined })),
    ...keptTexts,
    ...kept.map((file) => ({ file, text: undefined })),
  ];
  return {
    archive,
    files: files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    leftOut: {
      withdrawn: ofStatus("withdrawn"),
      embargoed: ofStatus("embargoed"),
      drafts: ofStatus("draft"),
      withheldArticles: withheldArticles.length,
      withheldRecords: authorityKinds.reduce((sum, kind) => sum + records[kind].filter(({ redact }) => redact).length, 0),
      withheldFiles: texts.length - keptTexts.length + pictures.length - kept.length,
      unusedFiles: unusedFiles.length,
    },
  };
}

// With each record goes the comment above it.
function withoutRecords(file: string, text: string, records: ReturnType<typeof readContent>["records"]): BagFile {
  const kind = authorityKinds.find((name) => file === `${name}.yaml`);
  const redacted = kind === undefined ? [] : records[kind].filter(({ redact }) => redact);
  if (redacted.length === 0) return { file, text: undefined };
  const document = parseDocument(text);
  for (const { id } of redacted) document.delete(id);
  return { file, text: document.toString({ lineWidth: 0 }) };
}
