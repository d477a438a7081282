import type { Problem } from "../model/content-error.ts";
import { rememberArticle, type RememberedArticle } from "./article-memory.ts";
import { readTextFile } from "./content-folder.ts";
import { parseArticle } from "./parse-article.ts";

/** Article files to read and parse. */
export interface AheadJob {
  /** The content folder. */
  readonly folder: string;
  /** Paths inside it. */
  readonly files: readonly string[];
}

/** A file that was read in another process, and the article it holds; undefined where it holds none: then it is parsed again, for its problems. */
export interface AheadText {
  readonly file: string;
  readonly text: string | Problem;
  readonly fingerprint: string;
  readonly mark: string | undefined;
  readonly article: RememberedArticle | undefined;
}

/** Reads and parses articles: what takes longest when an archive is built for the first time. */
export function readAhead({ folder, files }: AheadJob): readonly AheadText[] {
  return files.map((file) => {
    const { text, fingerprint, mark } = readTextFile(folder, file);
    const { article } = typeof text === "string" ? parseArticle(file, text) : {};
    return { file, text, fingerprint, mark, article: article && typeof text === "string" ? rememberArticle(article, text, fingerprint, mark) : undefined };
  });
}
