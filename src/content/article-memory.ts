import type { Article, SubjectNames } from "../model/article.ts";
import type { Body } from "../model/body.ts";
import type { PartialDate } from "../model/partial-date.ts";
import type { ContentFolder } from "./content-folder.ts";
import type { TextFile } from "./text-file.ts";

/** What a build has parsed, for the next one: an article without its text, by its file. */
export interface RememberedArticle extends WrittenArticle {
  /** Of the file it was parsed from. */
  readonly fingerprint: string;
  /** Of the file too: see `TextFile`. */
  readonly mark: string | undefined;
}

/** An article on its way to another process or the next build. */
export interface WrittenArticle {
  /** Where the body begins in the file's text, in UTF-16 units. */
  readonly bodyStart: number;
  /** The article as JSON, without its file's name and its body's Markdown. */
  readonly json: string;
}

export type ArticleMemory = ReadonlyMap<string, RememberedArticle>;

/** The article of a file that is still what it was parsed from; undefined where it must be parsed. */
export function recallArticle(source: TextFile, memory: ArticleMemory): Article | undefined {
  const known = memory.get(source.file);
  if (known === undefined || known.fingerprint !== source.fingerprint) return undefined;
  const early = recalled.get(known);
  // It is asked for once: kept here, it would outlive the archive that is made of it.
  recalled.delete(known);
  return early ?? recall(source, known);
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
    file: source.file,
    address: own.address,
    title: own.title,
    date: recallDate(own.date),
    updated: own.updated,
    dek: own.dek,
    byline: own.byline ?? none,
    contributors: own.contributors ?? none,
    dateline: own.dateline,
    kind: own.kind ?? "news",
    section: own.section,
    series: own.series,
    print: own.print,
    subjects: recallSubjects(own.subjects),
    images: own.images ?? none,
    source: own.source,
    rights: own.rights,
    language: own.language,
    corrections: own.corrections ?? none,
    status: own.status ?? published,
    formerUrls: own.formerUrls ?? none,
    provenance: own.provenance,
    extra: own.extra ?? noKeys,
    body: new UnreadBody(own.body, source, known.bodyStart),
  };
}

function recallDate({ text, precision, earliest, latest = earliest, approximate = false, uncertain = false }: StoredDate): PartialDate {
  return { text, precision, earliest, latest: latest ?? undefined, approximate, uncertain };
}

function recallSubjects({ people = none, places = none, organizations = none, topics = none }: Partial<SubjectNames> = {}): SubjectNames {
  return { people, places, organizations, topics };
}

// One of each for all articles: an empty list of its own for every one of them takes as much as a headline.
const none: readonly never[] = [];
const noKeys: Article["extra"] = {};
const published: Article["status"] = { kind: "published" };

/** An article without its file's name, and without what most articles have: lists that are empty, "news", "published". */
type StoredArticle = Pick<Article, "address" | "title"> &
  Partial<Omit<Article, "file" | "date" | "subjects" | "body">> & {
    readonly date: StoredDate;
    readonly subjects?: Partial<SubjectNames>;
    readonly body: StoredBody;
  };

/** A date without a last day that is its first, and null where it has no last day; false left out. */
type StoredDate = Pick<PartialDate, "text" | "precision" | "earliest"> & Partial<Pick<PartialDate, "approximate" | "uncertain">> & { readonly latest?: string | null };

type StoredBody = Pick<Body, "line"> & Partial<Pick<Body, "targets" | "headlines">>;

// Written by this program, under a key that holds a hash of it.
function parseStored(json: string): StoredArticle {
  return JSON.parse(json);
}

function formatStored(article: Article): string {
  const { date, byline, contributors, kind, subjects, images, corrections, status, formerUrls, extra, body } = article;
  return JSON.stringify({
    ...article,
    file: undefined,
    date: storedDate(date),
    byline: unlessEmpty(byline),
    contributors: unlessEmpty(contributors),
    kind: kind === "news" ? undefined : kind,
    subjects: { people: unlessEmpty(subjects.people), places: unlessEmpty(subjects.places), organizations: unlessEmpty(subjects.organizations), topics: unlessEmpty(subjects.topics) },
    images: unlessEmpty(images),
    corrections: unlessEmpty(corrections),
    status: status.kind === "published" ? undefined : status,
    formerUrls: unlessEmpty(formerUrls),
    extra: Object.keys(extra).length === 0 ? undefined : extra,
    body: { line: body.line, targets: unlessEmpty(body.targets), headlines: unlessEmpty(body.headlines) },
  });
}

function storedDate({ text, precision, earliest, latest, approximate, uncertain }: PartialDate): Readonly<Record<keyof PartialDate, unknown>> {
  return { text, precision, earliest, latest: latest === earliest ? undefined : (latest ?? null), approximate: approximate || undefined, uncertain: uncertain || undefined };
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

  constructor({ line, targets = none, headlines = none }: StoredBody, source: TextFile, start: number) {
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

  letGo(): void {
    this.#source.letGo?.();
  }
}

/** Writes out an article that was parsed from this text. */
export function writeArticle(article: Article, text: string): WrittenArticle {
  return { bodyStart: text.length - article.body.markdown.length, json: formatStored(article) };
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
    if (article !== undefined && typeof source.text === "string") next.set(file, { fingerprint, mark, ...writeArticle(article, source.text) });
  }
  return next;
}
