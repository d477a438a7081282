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
  return recalled.get(known) ?? recall(source, known);
}

const recalled = new WeakMap<RememberedArticle, Article>();

/** Recalls an article before it is asked for, while there is time for it. */
export function recallEarly(source: TextFile, known: RememberedArticle): void {
  recalled.set(known, recall(source, known));
}

function recall(source: TextFile, known: RememberedArticle): Article {
  const own = parseStored(known.json);
  // Key by key: joining two objects of thirty keys costs three times as much.
  return {
    file: own.file,
    address: own.address,
    title: own.title,
    date: own.date,
    updated: own.updated,
    dek: own.dek,
    byline: own.byline ?? none,
    contributors: own.contributors ?? none,
    dateline: own.dateline,
    kind: own.kind ?? "news",
    section: own.section,
    series: own.series,
    print: own.print,
    subjects: own.subjects,
    images: own.images ?? none,
    source: own.source,
    rights: own.rights,
    language: own.language,
    corrections: own.corrections ?? none,
    status: own.status ?? published,
    formerUrls: own.formerUrls ?? none,
    provenance: own.provenance,
    extra: own.extra ?? {},
    body: new UnreadBody(own.body, source, known.bodyStart),
  };
}

const none: readonly never[] = [];
const published: Article["status"] = { kind: "published" };

/** An article without what most articles have: lists that are empty, "news", "published". */
type StoredArticle = Pick<Article, "file" | "address" | "title" | "date" | "subjects" | "body"> & Partial<Article>;

// Written by this program, under a key that holds a hash of it.
function parseStored(json: string): StoredArticle {
  return JSON.parse(json);
}

function formatStored(article: Article): string {
  const { byline, contributors, kind, images, corrections, status, formerUrls, extra, body } = article;
  return JSON.stringify({
    ...article,
    byline: unlessEmpty(byline),
    contributors: unlessEmpty(contributors),
    kind: kind === "news" ? undefined : kind,
    images: unlessEmpty(images),
    corrections: unlessEmpty(corrections),
    status: status.kind === "published" ? undefined : status,
    formerUrls: unlessEmpty(formerUrls),
    extra: Object.keys(extra).length === 0 ? undefined : extra,
    body: { ...body, markdown: "" },
  });
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
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

/** What the next build should know of an article that was parsed from this text. */
export function rememberArticle(article: Article, text: string, fingerprint: string, mark: string | undefined): RememberedArticle {
  return { fingerprint, mark, bodyStart: text.length - article.body.markdown.length, json: formatStored(article) };
}

/** What the next build should know of these articles. Texts that were recalled are remembered as they were. */
export function rememberArticles(folder: ContentFolder, articles: readonly Article[], memory: ArticleMemory): ArticleMemory {
  let byFile: ReadonlyMap<string, Article> | undefined;
  const next = new Map<string, RememberedArticle>();
  for (const source of folder.texts) {
    const { file, fingerprint, mark } = source;
    const known = memory.get(file);
    if (known?.fingerprint === fingerprint) {
      next.set(file, known.mark === mark ? known : { ...known, mark });
      continue;
    }
    byFile ??= new Map(articles.map((article) => [article.file, article]));
    const article = byFile.get(file);
    if (article !== undefined && typeof source.text === "string") next.set(file, rememberArticle(article, source.text, fingerprint, mark));
  }
  return next;
}
