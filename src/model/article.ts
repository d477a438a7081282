import type { Body } from "./body.ts";
import type { Credit } from "./credit.ts";
import type { Dateline } from "./dateline.ts";
import type { PartialDate } from "./partial-date.ts";

/** What kind of piece an article is; "news" is the default and is not labelled. */
export const articleKinds = ["news", "analysis", "opinion", "review", "obituary", "letter", "interview", "notice"] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** A person who wrote or contributed: as printed, with a role or an author id where the front matter gives one. */
export interface Contributor {
  readonly name: string;
  readonly role: string | undefined;
  readonly id: string | undefined;
}

/** Who holds the rights and under which terms. All undefined = "rights not cleared". */
export interface Rights {
  readonly holder: string | undefined;
  readonly licence: string | undefined;
  readonly statement: string | undefined;
}

/** A picture of an article. Without `src` the picture is not held: caption and credit are published alone. */
export interface ArticleImage {
  /** Path of the file inside the content folder, "1987/03/funaro.jpg". */
  readonly src: string | undefined;
  readonly id: string | undefined;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: Credit | undefined;
  readonly rights: Rights | undefined;
  readonly date: PartialDate | undefined;
  readonly place: string | undefined;
  /** Names of the people it shows, as written. */
  readonly people: readonly string[];
  readonly lead: boolean;
}

export interface Correction {
  readonly date: PartialDate;
  readonly text: string;
}

/** Where an article was first published. */
export interface Source {
  readonly name: string;
  readonly url: string | undefined;
  readonly id: string | undefined;
}

/** Where an article stood on paper. */
export interface PrintPlace {
  readonly page: string | undefined;
  readonly edition: string | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
}

/** Written by importers: which record of which file an article came from, and every change made on the way. */
export interface Provenance {
  readonly importer: string;
  readonly source: string;
  readonly record: string | undefined;
  readonly sha256: string | undefined;
  readonly changes: readonly string[];
}

export type Status =
  | { readonly kind: "published" }
  | { readonly kind: "draft" }
  | { readonly kind: "embargoed"; readonly until: PartialDate }
  | { readonly kind: "withdrawn"; readonly date: PartialDate; readonly reason: string };

/** The names an article is tagged with, as its front matter writes them. */
export interface SubjectNames {
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
  readonly topics: readonly string[];
}

/** One article, as its file says; nothing is resolved yet. */
export interface Article {
  /** Path inside the content folder, "1987/03/funaro.md". */
  readonly file: string;
  /** Its place in the archive, "/1987/03/funaro/". */
  readonly address: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly updated: PartialDate | undefined;
  readonly dek: string | undefined;
  readonly byline: readonly Contributor[];
  readonly contributors: readonly Contributor[];
  readonly dateline: Dateline | undefined;
  readonly kind: ArticleKind;
  readonly section: string | undefined;
  readonly series: string | undefined;
  readonly print: PrintPlace | undefined;
  readonly subjects: SubjectNames;
  readonly images: readonly ArticleImage[];
  readonly source: Source | undefined;
  readonly rights: Rights | undefined;
  /** BCP 47 tag where it differs from the archive's. */
  readonly language: string | undefined;
  readonly corrections: readonly Correction[];
  readonly status: Status;
  readonly formerUrls: readonly string[];
  readonly provenance: Provenance | undefined;
  /** A site owner's own keys, handed to templates untouched. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: Body;
}
