import type { ArticleKind } from "../model/article.ts";
import type { AuthorityKind } from "../model/authority.ts";
import { slugOf } from "../model/slug.ts";

/** One record of a source, as an article that has not been written yet. Every importer ends here; `write.ts` begins here. */
export interface ArticleDraft {
  readonly kind: "draft";
  readonly sourceRecord: SourceRecord;
  readonly title: string;
  /** A date as the article model takes it: "1987-03-02T10:44:46Z", "1987-03-02", "1987-03~" or "undated". */
  readonly date: string;
  /** A date as the article model takes it. */
  readonly updated?: string | undefined;
  /** One sentence below the headline. */
  readonly dek?: string | undefined;
  /** Names as printed, without "By" and the agency's name; as printed altogether where they could not be told apart. */
  readonly byline: readonly (string | DraftName)[];
  /** Names as printed in an end note such as "Reuters contributed to this report." */
  readonly contributors?: readonly (string | DraftName)[] | undefined;
  readonly dateline?: string | undefined;
  /** Undefined for news. */
  readonly genre?: Exclude<ArticleKind, "news"> | undefined;
  readonly section?: string | undefined;
  readonly series?: string | undefined;
  /** Where it stood on paper. */
  readonly print?: Readonly<Partial<Record<"page" | "edition" | "volume" | "issue", string | undefined>>> | undefined;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
  readonly topics: readonly string[];
  /** Names among these that the source has codes or addresses for: "http://www.wikidata.org/entity/Q42". */
  readonly authorities?: readonly { readonly kind: AuthorityKind; readonly name: string; readonly ids: readonly string[] }[] | undefined;
  /** The lead image first; the text places the others by their ids. */
  readonly images?: readonly DraftImage[] | undefined;
  /** The newspaper that published it first, with the article's address and number there. */
  readonly source?: { readonly name: string; readonly url?: string | undefined; readonly id?: string | undefined } | undefined;
  readonly rights?: DraftRights | undefined;
  /** A BCP 47 tag. */
  readonly language?: string | undefined;
  readonly corrections?: readonly { readonly date: string; readonly text: string }[] | undefined;
  /** Undefined for what is published. */
  readonly status?: DraftStatus | undefined;
  /** Paths it had before: "/2019/03/old-address.html". */
  readonly formerUrls?: readonly string[] | undefined;
  /** What the source says and the article model has no key for. */
  readonly extra?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Markdown, without the title. */
  readonly body: string;
  /** Where the file should stand inside the content folder, "1987/03/21570.md". */
  readonly path: string;
  /**
   * What to do where something else stands at its path. A name made from a title gets a number ("fire-2.md"); one that
   * is the record's own id would no longer be that id, and is reported.
   */
  readonly ifTaken: "number" | "report";
  readonly notes: readonly Note[];
}

/** A name with what the source says about it: "Correspondent in Tellan". */
export interface DraftName {
  readonly name: string;
  readonly role?: string | undefined;
}

/** Who holds the rights and under which terms. */
export interface DraftRights {
  readonly holder?: string | undefined;
  readonly licence?: string | undefined;
  readonly statement?: string | undefined;
}

export type DraftStatus =
  | { readonly kind: "draft" }
  | { readonly kind: "embargoed"; readonly until: string }
  | { readonly kind: "withdrawn"; readonly date: string; readonly reason: string };

/** An image that the source describes. */
export interface DraftImage {
  /** Its file, from the article's folder: "fire-ladder.jpg". Undefined where the file is not at hand. */
  readonly src?: string | undefined;
  /** What it shows, for those who do not see it; "" where the source does not say. */
  readonly alt?: string | undefined;
  /** What the source calls its file, an address or a path; by it the file is looked for. */
  readonly reference?: string | undefined;
  /** Other sizes of it that the source names, where the first is not at hand. */
  readonly otherReferences?: readonly string[] | undefined;
  /** True where it is nothing to an article without its file: the picture that a page shows when it is shared. */
  readonly onlyIfHeld?: true;
  /** Its file on this machine, outside of the content folder; the writer copies it beside the article and sets `src`. */
  readonly file?: string | undefined;
  /** What the text places it by, "photo-2"; a lead image has none. */
  readonly id?: string | undefined;
  readonly caption?: string | undefined;
  /** As printed, without the parentheses around it. */
  readonly credit?: string | undefined;
  /** When and where it was taken, where its caption says so: "2018-01-09", "Lucerne". */
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly rights?: DraftRights | undefined;
  readonly lead: boolean;
}

/** A record that gives no article, and why. */
export interface SkippedRecord {
  readonly kind: "skipped";
  readonly file: string;
  /** Undefined where the record is too damaged to name itself. */
  readonly id: string | undefined;
  /** Line of the source file it begins in, from 1. */
  readonly line: number;
  /** One of few texts, because the report counts by it: "has no body". */
  readonly reason: string;
  /** What exactly, where the line does not say it: "byte 0x92 at offset 104". */
  readonly detail?: string;
  /** True where the source is damaged; false where there is merely nothing to publish. */
  readonly broken: boolean;
}

export type ImportedRecord = ArticleDraft | SkippedRecord;

/** Where a draft comes from: enough to find the record again and to see whether it has changed. */
export interface SourceRecord {
  /** Path of the source file inside the folder that was imported, so that a moved folder imports to the same bytes. */
  readonly file: string;
  /** Undefined where the file is the record. */
  readonly id: string | undefined;
  /** Hash of the record's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What a record is called in messages: "record 7 of harbour.sgm", "fire.txt". */
export function describeRecord({ file, id }: Pick<SourceRecord, "file" | "id">): string {
  return id === undefined ? file : `record ${id} of ${file}`;
}

/** One thing an importer changed, dropped or guessed. */
export interface Note {
  /**
   * `count`: the same for most records, only counted in the report ("transmission marks dropped").
   * `change`: also written into the article's provenance.
   * `guess`: a change that the source does not ask for in so many words ("line 5 taken as the byline").
   * `warning`: like a change, and an editor should look at it.
   * `suggestion`: not done, only proposed to the editor; in the report alone.
   */
  readonly level: "count" | "change" | "guess" | "warning" | "suggestion";
  /** What the report groups by: "sign-off dropped". */
  readonly kind: string;
  /** What happened in this article: `dropped the sign-off "REUTER"`. Undefined where `kind` says it all. */
  readonly text?: string;
  /** What a guess or a suggestion rests on, in the order of the source. */
  readonly evidence?: readonly Evidence[];
}

/** A passage of the source. */
export interface Evidence {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** True for what is recorded in an article's provenance: everything that was done to it, but not what is only proposed. */
export function isRecorded({ level }: Note): boolean {
  return level !== "count" && level !== "suggestion";
}

/**
 * Where an article of a given date should stand: "1987-03-02" and "7" give "1987/03/007.md"; a date without a month
 * stands in its year, one without a year in `undated/`.
 * Takes a date of the article model and a name of letters, digits and hyphens.
 */
export function suggestPath(date: string, name: string): string {
  const parts = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2]))?(?!\d)/u.exec(date)?.groups;
  const folder = [parts?.["year"] ?? "undated", parts?.["month"]].filter((part) => part !== undefined).join("/");
  // "1987/02/26.md" would take the address of the page of 26 February, so that a short number is filled up to "026".
  return `${folder}/${/^\d{1,2}$/u.test(name) ? name.padStart(3, "0") : name}.md`;
}

/**
 * A file's name made from a title: its slug, cut at the last whole word of about 60 letters. Where a title has no letter
 * or digit ("..."), `otherwise` is taken.
 */
export function nameFromTitle(title: string, otherwise: string): string {
  const slug = slugOf(title) || slugOf(otherwise) || "untitled";
  if (slug.length <= longestName) return slug;
  const cut = slug.slice(0, longestName + 1).replace(/-[^-]*$/u, "");
  return cut.length <= longestName ? cut : slug.slice(0, longestName);
}

/** Longer names are cut off in file managers and search results. */
const longestName = 60;
