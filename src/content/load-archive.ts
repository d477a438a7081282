import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { authorityKinds } from "../model/authority.ts";
import { buildArchive, type ArchiveFault, type Content } from "../model/build-archive.ts";
import { ContentError, type Problem } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { rememberArticles, type ArticleMemory } from "./article-memory.ts";
import { bodyPictures, bodyProblems } from "./body-problems.ts";
import type { ContentFolder } from "./content-folder.ts";
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
  /** What the next load need not parse again. */
  readonly memory: ArticleMemory;
  /** Files of the folder that nothing shows, sorted. */
  readonly unusedFiles: readonly string[];
}

/**
 * Builds the archive of a content folder. `memory` is that of an earlier load by the same program.
 * Throws one ContentError with everything that is wrong in all files.
 */
export function loadArchive(folder: ContentFolder, asOf: PartialDate | undefined, memory: ArticleMemory = new Map()): LoadedArchive {
  const content = readContent(folder, memory);
  const { otherFiles } = folder;
  const { archive, faults } = buildArchive(content, asOf);
  const problems = [
    ...content.problems,
    ...locateArchiveFaults(folder.path, faults),
    ...problemsOfBodies(content.articles, archive, otherFiles),
    ...imageProblems(folder.path, content.articles, otherFiles),
    ...locateArchiveFaults(folder.path, portraitFaults(content, otherFiles)),
  ];
  if (problems.length > 0) throw new ContentError(problems);
  const pictures = pictureFiles(archive.articles, portraits(archive));
  const used = new Set(pictureFiles(content.articles, portraits(archive)));
  return {
    archive,
    pictures,
    articleFiles: content.articles.length,
    memory: rememberArticles(folder, content.articles, memory),
    unusedFiles: [...otherFiles].filter((file) => !used.has(file)).sort(),
  };
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

// Most articles lead nowhere, and most archives have some that do.
function problemsOfBodies(all: readonly Article[], archive: Archive, otherFiles: ReadonlySet<string>): readonly Problem[] {
  const leading = all.filter(({ body }) => body.targets.length > 0 || body.headlines.length > 0);
  if (leading.length === 0) return [];
  const files = new Set([...all.map(({ file }) => file), ...otherFiles]);
  const withPage = new Set([...archive.articles, ...archive.withdrawn].map(({ file }) => file));
  const unpublished = new Set(all.map(({ file }) => file).filter((file) => !withPage.has(file)));
  return leading.flatMap((article) => bodyProblems(article, { files, unpublished }));
}

function imageProblems(folder: string, articles: readonly Article[], files: ReadonlySet<string>): readonly Problem[] {
  const faults = articles.filter(({ images }) => images.length > 0).flatMap((article) =>
    article.images.flatMap(({ src }, i): readonly ArchiveFault[] => {
      const trouble = src === undefined ? undefined : pictureTrouble(src, files);
      return trouble === undefined ? [] : [{ file: article.file, path: ["images", i, "src"], ...trouble }];
    }),
  );
  return locateArchiveFaults(folder, faults);
}

function portraitFaults({ records }: Pick<Content, "records">, files: ReadonlySet<string>): readonly ArchiveFault[] {
  return authorityKinds.flatMap((kind) =>
    records[kind].flatMap(({ id, portrait }): readonly ArchiveFault[] => {
      const trouble = portrait === undefined ? undefined : pictureTrouble(portrait, files);
      return trouble === undefined ? [] : [{ file: `${kind}.yaml`, path: [id, "portrait"], ...trouble }];
    }),
  );
}

function portraits({ subjects }: Archive): readonly string[] {
  return authorityKinds.flatMap((kind) => [...subjects[kind].values()].flatMap(({ record }) => record.portrait ?? []));
}

function pictureFiles(articles: readonly Pick<Article, "file" | "body" | "images">[], others: readonly string[]): readonly string[] {
  const files = articles.filter(({ images, body }) => images.length > 0 || body.targets.length > 0).flatMap((article) => [
    ...article.images.flatMap(({ src }) => src ?? []),
    ...bodyPictures(article),
  ]);
  return [...new Set([...files, ...others])].sort();
}
