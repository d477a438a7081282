import type { AuthorityRecord } from "../model/authority.ts";

/** How a place belongs to an article. */
export type Use = "subject" | "dateline" | "depicted" | "mentioned";

/** Words of an article, and where they stand. */
export interface Finding {
  /** Place in the article's text; undefined for its dateline. */
  readonly at: number | undefined;
  readonly words: string;
}

/** A name an article may be tagged with. */
export interface Suggestion {
  readonly kind: "people" | "places";
  readonly name: string;
  /** The record of the authority file, or undefined for a new name. */
  readonly record: AuthorityRecord | undefined;
  readonly use: Use;
  /** From 0 to 1: how likely it is that an editor would give this tag. */
  readonly confidence: number;
  /** Why: `1,320 of 1,500 other articles with it are tagged japan`. */
  readonly because: string;
  readonly findings: readonly Finding[];
  /** What only an editor can decide; such a name is never accepted unasked. */
  readonly question?: string;
  /** The id or the name of whom a new name may be another spelling. */
  readonly variantOf?: string;
}
