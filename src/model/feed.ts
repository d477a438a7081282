import type { Correction, Rights } from "./article.ts";
import type { Dateline } from "./dateline.ts";
import type { BodyBlock, Manuscript } from "./page.ts";
import type { PartialDate } from "./partial-date.ts";

/** Atom (RFC 4287) and JSON Feed 1.1, by the names of their files. */
export const feedFiles = { atom: "feed.xml", json: "feed.json" } as const;

export type FeedFormat = keyof typeof feedFiles;

/** A feed: the newest articles of the archive or of a list. */
export interface FeedPage {
  readonly kind: "feed";
  readonly format: FeedFormat;
  readonly address: string;
  readonly title: string;
  /** Address of the page whose articles it gives. */
  readonly of: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly title: string;
  readonly address: string;
  readonly date: PartialDate;
  readonly updated: PartialDate | undefined;
  readonly authors: readonly string[];
  readonly summary: string;
  /** The whole text, its addresses full; undefined where its rights do not allow to pass it on. */
  readonly text: readonly BodyBlock[] | undefined;
  readonly dateline: Dateline | undefined;
  readonly corrections: readonly Correction[];
  readonly rights: Rights | undefined;
  readonly language: string | undefined;
}

/** A feed before its texts are rendered. */
export interface PlannedFeed extends Omit<FeedPage, "entries"> {
  readonly entries: readonly PlannedEntry[];
}

export interface PlannedEntry extends Omit<FeedEntry, "text"> {
  readonly manuscript: Pick<Manuscript, "file" | "markdown" | "figures"> | undefined;
}
