import { writeArticle, type WrittenArticle } from "./article-memory.ts";
import { parseArticle } from "./parse-article.ts";
import { readTextFile, type TextFile } from "./text-file.ts";

/** Article files to read and parse. */
export interface AheadJob {
  /** The content folder. */
  readonly folder: string;
  /** Paths inside it. */
  readonly files: readonly string[];
}

/** A file that was read in another process, and the article it holds; undefined where it holds none: then it is parsed again, for its problems. */
export interface AheadText extends Pick<TextFile, "text" | "fingerprint" | "mark"> {
  readonly article: WrittenArticle | undefined;
}

/** Reads and parses articles, in their order: what takes longest when an archive is built for the first time. */
export function readAhead({ folder, files }: AheadJob): readonly AheadText[] {
  return files.map((file) => {
    const { text, fingerprint, mark } = readTextFile(folder, file);
    const { article } = typeof text === "string" ? parseArticle(file, text) : {};
    return { text, fingerprint, mark, article: article && typeof text === "string" ? writeArticle(article, text) : undefined };
  });
}
