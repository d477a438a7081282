/** One record of a source, as an article that has not been written yet. Every importer ends here; `write.ts` begins here. */
export interface ArticleDraft {
  readonly kind: "draft";
  readonly sourceRecord: SourceRecord;
  readonly title: string;
  /** A date as the article model takes it: "1987-03-02T10:44:46Z", "1987-03-02", "1987-03~" or "undated". */
  readonly date: string;
  /** Names as printed, without "By" and the agency's name; as printed altogether where they could not be told apart. */
  readonly byline: readonly string[];
  readonly dateline?: string;
  readonly section?: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
  readonly topics: readonly string[];
  /** Markdown, without the title. */
  readonly body: string;
  /** Where the file should stand inside the content folder, "1987/03/21570.md". */
  readonly path: string;
  readonly notes: readonly Note[];
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
  /** True where the source is damaged; false where there is merely nothing to publish. */
  readonly broken: boolean;
}

export type ImportedRecord = ArticleDraft | SkippedRecord;

/** Where a draft comes from: enough to find the record again and to see whether it has changed. */
export interface SourceRecord {
  /** Name of the source file without its folder, so that a moved folder imports to the same bytes. */
  readonly file: string;
  readonly id: string;
  /** Hash of the record's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** One thing an importer changed, dropped or guessed. */
export interface Note {
  /**
   * `count`: the same for most records, only counted in the report ("transmission marks dropped").
   * `change`: also written into the article's provenance.
   * `warning`: like a change, and an editor should look at it.
   */
  readonly level: "count" | "change" | "warning";
  /** What the report groups by: "sign-off dropped". */
  readonly kind: string;
  /** What happened in this article: `dropped the sign-off "REUTER"`. Undefined where `kind` says it all. */
  readonly text?: string;
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
