import type { CataloguedArticle } from "./archive.ts";
import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import { compareText } from "./build-archive.ts";

/** A record that articles are tagged with beside the one that is looked at, and in how many of them. */
export interface CoMention {
  readonly record: AuthorityRecord;
  readonly count: number;
}

/**
 * Whom or what the articles of a subject also name: records of one kind, the most frequent first, equals by id. Takes the
 * subject's articles; `isCounted` leaves out the subject itself and what is no news (the country of a town). One pass over
 * the articles and their tags.
 */
export function coMentions(
  articles: readonly Pick<CataloguedArticle, "about">[],
  kind: AuthorityKind,
  isCounted: (record: AuthorityRecord) => boolean,
): readonly CoMention[] {
  const counts = new Map<AuthorityRecord, number>();
  for (const { about } of articles) {
    for (const record of about[kind]) counts.set(record, (counts.get(record) ?? 0) + 1);
  }
  return [...counts]
    .filter(([record]) => isCounted(record))
    .map(([record, count]) => ({ record, count }))
    .sort((a, b) => b.count - a.count || compareText(a.record.id, b.record.id));
}
