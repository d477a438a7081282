import type { AuthorityKind } from "../model/authority.ts";
import type { ArticleDraft, DraftImage, DraftName, DraftRights, Note, SourceRecord } from "./draft.ts";

/** A person, place, organization or topic as a news format names it. */
export interface NamedSubject {
  readonly kind: AuthorityKind;
  readonly name: string;
  /** Codes and addresses that say who or what is meant: "http://www.wikidata.org/entity/Q42", "medtop:20000822". */
  readonly ids: readonly string[];
}

/** What the news formats of the IPTC have in common, before it is an article: NITF, NewsML-G2 and ninjs all end here. */
export interface NewsItem {
  readonly sourceRecord: SourceRecord;
  readonly line: number;
  readonly headline: string | undefined;
  readonly dek: string | undefined;
  /** A line as printed, or people whom the source tells apart. */
  readonly byline: readonly (string | DraftName)[];
  readonly contributors: readonly string[];
  readonly dateline: string | undefined;
  /** Where it was written; the dateline of a text that has none. */
  readonly located: string | undefined;
  /** As written; the first that can be read is the date. */
  readonly dates: readonly (string | undefined)[];
  readonly updated: string | undefined;
  readonly text: NewsText | undefined;
  /** Of other documents that belong to it; those in its text come with it. */
  readonly images: readonly DraftImage[];
  readonly subjects: readonly NamedSubject[];
  readonly genre: string | undefined;
  readonly section: string | undefined;
  readonly series: string | undefined;
  readonly print: ArticleDraft["print"];
  readonly source: ArticleDraft["source"];
  readonly rights: DraftRights;
  readonly language: string | undefined;
  /** "usable", "withheld", "canceled", "embargoed", in any case and with any prefix. */
  readonly status: string | undefined;
  readonly embargo: string | undefined;
  /** Why it was taken back, where the source says so. */
  readonly reason: string | undefined;
  readonly corrections: readonly string[];
  readonly extra: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly notes: readonly Note[];
}

/** The text of an item: HTML, or plain paragraphs. */
export interface NewsText {
  readonly kind: "html" | "plain";
  readonly text: string;
}
