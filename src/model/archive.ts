import type { Article } from "./article.ts";
import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import type { PartialDate } from "./partial-date.ts";
import type { Settings } from "./settings.ts";

/** The records an article is tagged with, in the order its front matter names them. */
export type Subjects = Readonly<Record<AuthorityKind, readonly AuthorityRecord[]>>;

/** An article in its archive: its names are records. */
export interface CataloguedArticle extends Omit<Article, "subjects"> {
  /** Among the articles of its archive, newest first, from 0: what is found for every article is kept in arrays. */
  readonly position: number;
  readonly about: Subjects;
  readonly periods: Periods;
}

/** The year ("1987"), month ("1987-03") and day an article certainly falls in, found once: every list is cut by them. */
export interface Periods {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

/** One record and the articles tagged with it, newest first. */
export interface Subject {
  readonly record: AuthorityRecord;
  readonly articles: readonly CataloguedArticle[];
  /** Spellings the articles use, most frequent first. */
  readonly spellings: readonly string[];
}

/** Everything the content folder says, resolved and sorted. The same content always gives the same archive. */
export interface Archive {
  readonly settings: Settings;
  /** Published articles, newest first; articles of one moment by address. */
  readonly articles: readonly CataloguedArticle[];
  /** For each kind, its subjects by id. Records without an article are there too. */
  readonly subjects: Readonly<Record<AuthorityKind, ReadonlyMap<string, Subject>>>;
  /** True where names are withheld from the texts. */
  readonly isRedacted: boolean;
  /** Whether an address holds a withheld name. */
  readonly withholds: (address: string) => boolean;
  /** Articles that were taken back: nothing of them is published but their address, a day and a reason. */
  readonly withdrawn: readonly Withdrawn[];
  /** Former addresses of articles and records, by the former address. */
  readonly redirects: readonly Redirect[];
  /** The day the archive is "as of", as a sort key: it released the embargoes, and decides which news is old. */
  readonly today: string;
}

export interface Withdrawn {
  readonly file: string;
  readonly address: string;
  readonly date: PartialDate;
  readonly reason: string;
}

export interface Redirect {
  /** File that names the former address. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
