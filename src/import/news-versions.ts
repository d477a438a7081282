import { detach } from "./detach.ts";
import type { SkippedRecord } from "./draft.ts";

/** Where one version of an item stands. */
export interface NewsVersion {
  /** Undefined where the source gives none: then it is the only one. */
  readonly id: string | undefined;
  /** What later versions have more of, the first part before the second. */
  readonly rank: readonly (number | string)[];
  readonly file: string;
  readonly line: number;
}

/** Knows the newest version of every item. */
export interface NewestVersions {
  /** Says why an item is no article: a newer version of it stands elsewhere. Undefined for the newest. */
  readonly skipOlder: (version: NewsVersion) => SkippedRecord | undefined;
}

/** Finds the newest version of every item; of equals the last. */
export function findNewest(versions: Iterable<NewsVersion>): NewestVersions {
  const newest = new Map<string, NewsVersion>();
  for (const version of versions) {
    if (version.id === undefined) continue;
    const other = newest.get(version.id);
    if (other === undefined || compareRanks(version.rank, other.rank) >= 0) newest.set(other?.id ?? detach(version.id), { ...version, id: undefined, rank: version.rank.map((part) => (typeof part === "string" ? detach(part) : part)) });
  }
  const skipOlder = (version: NewsVersion): SkippedRecord | undefined => {
    const { id, file, line } = version;
    const best = id === undefined ? undefined : newest.get(id);
    if (best === undefined || (best.file === file && best.line === line)) return undefined;
    return { kind: "skipped", file, id, line, reason: "is an older version of an item", detail: `the newest is in ${best.file}:${String(best.line)}`, broken: false };
  };
  return { skipOlder };
}

function compareRanks(one: NewsVersion["rank"], other: NewsVersion["rank"]): number {
  for (const [i, part] of one.entries()) {
    const against = other[i];
    if (against === undefined || part === against) continue;
    return part > against ? 1 : -1;
  }
  return 0;
}
