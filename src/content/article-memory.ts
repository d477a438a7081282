import type { Article } from "../model/article.ts";
import type { Body } from "../model/body.ts";
import type { ContentFolder, TextFile } from "./content-folder.ts";

/** What a build has parsed, for the next one: an article without its text, by its file. */
export interface RememberedArticle {
  /** Of the file it was parsed from. */
  readonly fingerprint: string;
  /** Of the file too: see `TextFile`. */
  readonly mark: string | undefined;
  /** Where the body begins in the file's text, in UTF-16 units. */
  readonly bodyStart: number;
  /** The article as JSON, its body's Markdown left out. */
  readonly json: string;
}

export type ArticleMemory = ReadonlyMap<string, RememberedArticle>;

/** The article of a file that is still what it was parsed from; undefined where it must be parsed. */
export function recallArticle(source: TextFile, memory: ArticleMemory): Article | undefined {
  const known = memory.get(source.file);
  if (known === undefined || known.fingerprint !== source.fingerprint) return undefined;
  const article = articleOf(known.json);
  return { ...article, body: new UnreadBody(article.body, source, known.bodyStart) };
}

// Written by this program, under a key that holds a hash of it.
function articleOf(json: string): Article {
  return JSON.parse(json);
}

// Of an archive's thousands of articles a second build prints a handful: only their texts are read.
class UnreadBody implements Body {
  readonly line: number;
  readonly targets: Body["targets"];
  readonly headlines: Body["headlines"];
  readonly #source: TextFile;
  readonly #start: number;

  constructor({ line, targets, headlines }: Body, source: TextFile, start: number) {
    this.line = line;
    this.targets = targets;
    this.headlines = headlines;
    this.#source = source;
    this.#start = start;
  }

  get markdown(): string {
    const { file, text } = this.#source;
    if (typeof text !== "string") throw new Error(`${file} was changed during the build; build again`);
    return text.slice(this.#start);
  }
}

/** What the next build should know of these articles. Texts that were recalled are remembered as they were. */
export function rememberArticles(folder: ContentFolder, articles: readonly Article[], memory: ArticleMemory): ArticleMemory {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const next = new Map<string, RememberedArticle>();
  for (const source of folder.texts) {
    const { file, fingerprint, mark } = source;
    const known = memory.get(file);
    const article = byFile.get(file);
    if (known?.fingerprint === fingerprint) next.set(file, known.mark === mark ? known : { ...known, mark });
    else if (article !== undefined && typeof source.text === "string") {
      const { markdown } = article.body;
      const json = JSON.stringify({ ...article, body: { ...article.body, markdown: "" } });
      next.set(file, { fingerprint, mark, bodyStart: source.text.length - markdown.length, json });
    }
  }
  return next;
}
