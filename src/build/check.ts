import { readContentFolder } from "../content/content-folder.ts";
import { loadArchive } from "../content/load-archive.ts";
import { pictureProblem } from "../content/picture-problem.ts";
import type { Archive } from "../model/archive.ts";
import { ContentError } from "../model/content-error.ts";
import type { PartialDate } from "../model/partial-date.ts";
import { findWarnings, type Warning } from "../model/warnings.ts";
import { findBrokenPictures } from "./pictures.ts";
import { languageWarning } from "./site.ts";

export interface CheckedContent {
  readonly archive: Archive;
  readonly articleFiles: number;
  readonly warnings: readonly Warning[];
}

/** Everything a build would find wrong, without building. Throws ContentError as a build does. */
export async function checkContent(content: string, asOf: PartialDate | undefined): Promise<CheckedContent> {
  const { archive, articleFiles, pictures, unusedFiles } = loadArchive(readContentFolder(content), asOf);
  const broken = await findBrokenPictures(content, pictures);
  if (broken.length > 0) throw new ContentError(broken.flatMap(({ file, reason }) => pictureProblem(content, archive, file, reason)));
  return { archive, articleFiles, warnings: findWarnings(archive, unusedFiles, languageWarning(archive.settings)) };
}
