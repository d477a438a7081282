import { citedName, type CitedName } from "../../model/cited-name.ts";
import type { PrintPlace } from "../../model/article.ts";
import type { ArticlePage } from "../../model/page.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import { canonicalOf, type Site } from "../../model/site.ts";
import { calendarOf, type Calendar } from "./cited-date.ts";

/** What every style and every file format cites of an article. */
export interface Citation {
  readonly authors: readonly CitedName[];
  /** The headline as printed: no style may change its capitals. */
  readonly title: string;
  /** Where it was first published. */
  readonly publication: string;
  /** The archive, where it is not the publication itself. */
  readonly archive: string | undefined;
  readonly date: PartialDate;
  /** Of its date: see `calendarOf`. */
  readonly calendar: Calendar;
  /** The last time its text changed, and why. */
  readonly changed: { readonly how: "corrected" | "updated"; readonly date: PartialDate } | undefined;
  readonly print: PrintPlace | undefined;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** Its permanent address. */
  readonly url: string;
}

/** The parts of an article's page that a citation is made of. */
export type Cited = Pick<ArticlePage, "address" | "title" | "byline" | "date" | "updated" | "corrections" | "source" | "print" | "language">;

/** What is to be cited of an article. */
export function citationOf(site: Site, page: Cited): Citation {
  const publication = page.source?.name ?? site.title;
  return {
    authors: page.byline.map(({ name, filedAs }) => (isSame(name, publication) ? { literal: name } : citedName(name, filedAs))),
    title: page.title,
    publication,
    archive: publication === site.title ? undefined : site.title,
    date: page.date,
    calendar: calendarOf(page.date),
    changed: changeOf(page),
    print: page.print,
    language: page.language ?? site.language,
    url: canonicalOf(site, page.address),
  };
}

// A correction says more than that something changed.
function changeOf({ corrections, updated }: Cited): Citation["changed"] {
  let last: PartialDate | undefined;
  for (const { date } of corrections) if (date.earliest !== undefined && date.earliest >= (last?.earliest ?? "")) last = date;
  if (last !== undefined) return { how: "corrected", date: last };
  return updated?.earliest === undefined ? undefined : { how: "updated", date: updated };
}

/** True where the only author is the publication: no style says it twice. */
export function isOwnAuthor({ authors, publication }: Citation): boolean {
  const only = authors.length === 1 ? authors[0] : undefined;
  return only !== undefined && "literal" in only && isSame(only.literal, publication);
}

function isSame(name: string, publication: string): boolean {
  return withoutArticle(name) === withoutArticle(publication);
}

/** "The New York Times" -> "New York Times" */
export function withoutArticle(publication: string): string {
  return publication.startsWith("The") ? publication.replace(/^The\s+(?=\S)/u, "") : publication;
}
