import type { Article } from "../model/article.ts";
import type { ContentFolder, TextFile } from "./content-folder.ts";

/** What a build has parsed, for the next one: an article without its text, by its file. */
export interface RememberedArticle {
  /** Of the file it was parsed from. */
  readonly fingerprint: string;
  /** Where the body begins in the file's text, in UTF-16 units. */
  readonly bodyStart: number;
  /** The article as JSON, its body's Markdown left out. */
  readonly json: string;
}

export type ArticleMemory = ReadonlyMap<string, RememberedArticle>;

/** The article of a file that is still what it was parsed from; undefined where it must be parsed. */
export function recallArticle({ file, fingerprint }: TextFile, text: string, memory: ArticleMemory): Article | undefined {
  const known = memory.get(file);
  if (known === undefined || known.fingerprint !== fingerprint) return undefined;
  const article = articleOf(known.json);
  return { ...article, body: { ...article.body, markdown: text.slice(known.bodyStart) } };
}

// Written by this program, under a key that holds a hash of it.
function articleOf(json: string): Article {
  return JSON.parse(json);
}

/** What the next build should know of these articles. Texts that were recalled are remembered as they were. */
export function rememberArticles(folder: ContentFolder, articles: readonly Article[], memory: ArticleMemory): ArticleMemory {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const next = new Map<string, RememberedArticle>();
  for (const { file, text, fingerprint } of folder.texts) {
    const known = memory.get(file);
    const article = byFile.get(file);
    if (known?.fingerprint === fingerprint) next.set(file, known);
    else if (article !== undefined && typeof text === "string") {
      const { markdown } = article.body;
      const json = JSON.stringify({ ...article, body: { ...article.body, markdown: "" } });
      next.set(file, { fingerprint, bodyStart: text.length - markdown.length, json });
    }
  }
  return next;
}
