import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { buildArchive, type ArchiveFault } from "../model/build-archive.ts";
import { ContentError, type Problem } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { bodyPictures, bodyProblems } from "./body-problems.ts";
import { locateFaults } from "./fault.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { pictureTrouble } from "./picture-trouble.ts";
import { readContent } from "./read-content.ts";

export interface LoadedArchive {
  readonly archive: Archive;
  /** Picture files that articles place, each once, in the order of their paths. */
  readonly pictures: readonly string[];
  /** How many article files were read, unpublished ones included. */
  readonly articleFiles: number;
  /** Files of the folder that nothing shows, sorted. */
  readonly unusedFiles: readonly string[];
}

/**
 * Reads a content folder and builds its archive. Throws one ContentError with everything that is wrong in all files,
 * and ContentFolderError where there is no folder.
 */
export function loadArchive(folder: string, asOf?: PartialDate): LoadedArchive {
  const content = readContent(folder);
  const { archive, faults } = buildArchive(content, asOf);
  const files = new Set([...content.articles.map(({ file }) => file), ...content.otherFiles]);
  const problems = [
    ...content.problems,
    ...locateArchiveFaults(folder, faults),
    ...content.articles.flatMap((article) => bodyProblems(article, files)),
    ...imageProblems(folder, content.articles, content.otherFiles),
  ];
  if (problems.length > 0) throw new ContentError(problems);
  const pictures = pictureFiles(archive.articles);
  const used = new Set(pictureFiles(content.articles));
  return { archive, pictures, articleFiles: content.articles.length, unusedFiles: [...content.otherFiles].filter((file) => !used.has(file)).sort() };
}

/** Finds line and column of faults that only the whole archive shows. They are rare: their files are read again for it. */
export function locateArchiveFaults(folder: string, faults: readonly ArchiveFault[]): readonly Problem[] {
  return faults.flatMap(({ file, path: place, message, fix }) => {
    if (place.length === 0) return [{ file, line: undefined, column: undefined, message, fix }];
    const text = readFileSync(path.join(folder, file), "utf8");
    const source = file.endsWith(".md") ? splitFrontMatter(file, text).yaml : { file, text, line: 1 };
    return source === undefined ? [] : locateFaults(source, [{ path: place, at: "value", message, fix }]);
  });
}

function imageProblems(folder: string, articles: readonly Article[], files: ReadonlySet<string>): readonly Problem[] {
  const faults = articles.flatMap((article) =>
    article.images.flatMap(({ src }, i): readonly ArchiveFault[] => {
      const trouble = src === undefined ? undefined : pictureTrouble(src, files);
      return trouble === undefined ? [] : [{ file: article.file, path: ["images", i, "src"], ...trouble }];
    }),
  );
  return locateArchiveFaults(folder, faults);
}

function pictureFiles(articles: readonly Article[]): readonly string[] {
  const files = articles.flatMap((article) => [
    ...article.images.flatMap(({ src }) => src ?? []),
    ...bodyPictures(article),
  ]);
  return [...new Set(files)].sort();
}
