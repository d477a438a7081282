import type { ArticleDraft, SkippedRecord } from "./draft.ts";
import type { WriteOutcome } from "./write.ts";

/** What an import did; plain data, the same for the same sources and the same content folder. */
export interface Report {
  readonly importer: string;
  readonly dryRun: boolean;
  /** Names of the source files. */
  readonly sources: readonly string[];
  readonly records: number;
  readonly written: number;
  /** Records that an earlier import had written. */
  readonly alreadyThere: number;
  readonly skipped: readonly SkippedGroup[];
  readonly conflicts: readonly { readonly path: string; readonly record: string; readonly source: string; readonly reason: string }[];
  /** Things an editor should look at, the most frequent kind first. */
  readonly warnings: readonly NoteGroup[];
  /** Changes by kind, with the number of articles. */
  readonly changes: readonly { readonly kind: string; readonly articles: number }[];
  /** Every change and warning of each article, by its path. */
  readonly articles: Readonly<Record<string, readonly string[]>>;
}

export interface SkippedGroup {
  readonly reason: string;
  readonly broken: boolean;
  readonly records: readonly { readonly file: string; readonly line: number; readonly id?: string }[];
}

export interface NoteGroup {
  readonly kind: string;
  readonly articles: readonly { readonly path: string; readonly text: string }[];
}

/** True where records were damaged or found their path taken: the command then ends with exit code 1. */
export function hasProblems(report: Report): boolean {
  return report.conflicts.length > 0 || report.skipped.some((group) => group.broken);
}

/** Collects a report while records go by. */
export interface ReportBuilder {
  readonly addSkipped: (record: SkippedRecord) => void;
  readonly addDraft: (draft: ArticleDraft, outcome: WriteOutcome) => void;
  readonly finish: () => Report;
}

export function openReport(importer: string, sources: readonly string[], dryRun: boolean): ReportBuilder {
  const skipped = new Map<string, { reason: string; broken: boolean; records: SkippedGroup["records"][number][] }>();
  const conflicts: Report["conflicts"][number][] = [];
  const warnings = new Map<string, NoteGroup["articles"][number][]>();
  const changes = new Map<string, number>();
  const articles: Record<string, readonly string[]> = {};
  const counts = { records: 0, written: 0, alreadyThere: 0 };

  const addSkipped = ({ file, line, id, reason, broken }: SkippedRecord): void => {
    counts.records++;
    const group = skipped.get(reason) ?? { reason, broken, records: [] };
    skipped.set(reason, group);
    group.records.push({ file, line, ...(id === undefined ? {} : { id }) });
  };

  const addDraft = (draft: ArticleDraft, outcome: WriteOutcome): void => {
    counts.records++;
    const { path } = outcome;
    const warn = (kind: string, text: string): void => {
      const group = warnings.get(kind) ?? [];
      warnings.set(kind, group);
      group.push({ path, text });
    };
    if (outcome.kind === "conflict") {
      conflicts.push({ path, record: draft.sourceRecord.id, source: draft.sourceRecord.file, reason: outcome.reason });
      return;
    }
    if (outcome.kind === "written") counts.written++;
    else counts.alreadyThere++;
    if (outcome.kind === "there" && outcome.changed) warn("source changed since its import", "the record is not the one this article was made from");
    for (const kind of new Set(draft.notes.filter((note) => note.level !== "warning").map((note) => note.kind))) {
      changes.set(kind, (changes.get(kind) ?? 0) + 1);
    }
    for (const note of draft.notes) if (note.level === "warning") warn(note.kind, note.text ?? note.kind);
    const texts = draft.notes.filter((note) => note.level !== "count").map((note) => note.text ?? note.kind);
    if (texts.length > 0) articles[path] = texts;
  };

  const finish = (): Report => ({
    importer,
    dryRun,
    sources,
    ...counts,
    skipped: [...skipped.values()].toSorted((a, b) => b.records.length - a.records.length),
    conflicts,
    warnings: Array.from(warnings, ([kind, list]) => ({ kind, articles: list })).toSorted((a, b) => b.articles.length - a.articles.length),
    changes: Array.from(changes, ([kind, count]) => ({ kind, articles: count })).toSorted((a, b) => b.articles - a.articles),
    articles,
  });
  return { addSkipped, addDraft, finish };
}
