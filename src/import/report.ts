import { detach } from "./detach.ts";
import { describeRecord } from "./draft.ts";
import type { ArticleDraft, Evidence, Note, SkippedRecord } from "./draft.ts";
import type { ProposedKind } from "./proposals.ts";
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
  readonly conflicts: readonly { readonly path: string; readonly record?: string; readonly source: string; readonly reason: string }[];
  /** Things an editor should look at, the most frequent kind first. */
  readonly warnings: readonly NoteGroup[];
  /** What the source does not say in so many words and was done all the same, with what it rests on. */
  readonly guesses: readonly NoteGroup[];
  /** What was not done and an editor may want to do. */
  readonly suggestions: readonly NoteGroup[];
  /** Names without a record, which wait in `_proposed-people.yaml` and `_proposed-places.yaml` for an editor. */
  readonly proposed: Readonly<Record<ProposedKind, readonly string[]>>;
  /** Changes by kind, with the number of articles. */
  readonly changes: readonly { readonly kind: string; readonly articles: number }[];
  /** Everything that was done to each article or proposed for it, by its path. */
  readonly articles: Readonly<Record<string, readonly ReportedNote[]>>;
}

/** A note of one article; what is only counted is not among them. */
export interface ReportedNote {
  readonly level: Exclude<Note["level"], "count">;
  readonly text: string;
  readonly evidence?: readonly Evidence[];
}

export interface SkippedGroup {
  readonly reason: string;
  readonly broken: boolean;
  readonly records: readonly { readonly file: string; readonly line: number; readonly id?: string; readonly detail?: string }[];
}

export interface NoteGroup {
  readonly kind: string;
  readonly articles: readonly { readonly path: string; readonly text: string; readonly evidence?: readonly Evidence[] }[];
}

/** True where records were damaged or found their path taken: the command then ends with exit code 1. */
export function hasProblems(report: Report): boolean {
  return report.conflicts.length > 0 || report.skipped.some((group) => group.broken);
}

/** Collects a report while records go by. */
export interface ReportBuilder {
  readonly addSkipped: (record: SkippedRecord) => void;
  readonly addDraft: (draft: ArticleDraft, outcome: WriteOutcome) => void;
  readonly finish: (proposed?: Report["proposed"]) => Report;
}

export function openReport(importer: string, sources: readonly string[], dryRun: boolean): ReportBuilder {
  const skipped = new Map<string, { reason: string; broken: boolean; records: SkippedGroup["records"][number][] }>();
  const conflicts: Report["conflicts"][number][] = [];
  const groups: Readonly<Record<"warning" | "guess" | "suggestion", Groups>> = { warning: new Map(), guess: new Map(), suggestion: new Map() };
  const changes = new Map<string, number>();
  const articles: Record<string, readonly ReportedNote[]> = {};
  const counts = { records: 0, written: 0, alreadyThere: 0 };

  const addSkipped = ({ file, line, id, reason, broken, detail }: SkippedRecord): void => {
    counts.records++;
    const group = skipped.get(reason) ?? { reason, broken, records: [] };
    skipped.set(reason, group);
    group.records.push({ file, line, ...(id === undefined ? {} : { id: detach(id) }), ...(detail === undefined ? {} : { detail: detach(detail) }) });
  };

  const addDraft = (draft: ArticleDraft, outcome: WriteOutcome): void => {
    counts.records++;
    const { path } = outcome;
    if (outcome.kind === "conflict") {
      const { id, file } = draft.sourceRecord;
      conflicts.push({ path, ...(id === undefined ? {} : { record: id }), source: file, reason: outcome.reason });
      return;
    }
    if (outcome.kind === "written") counts.written++;
    else counts.alreadyThere++;
    const notes = [...outcomeNotes(draft, outcome), ...draft.notes];
    for (const kind of new Set(notes.filter(({ level }) => level === "count" || level === "change").map((note) => note.kind))) {
      changes.set(kind, (changes.get(kind) ?? 0) + 1);
    }
    const reported: ReportedNote[] = [];
    for (const note of notes) {
      const { level, kind } = note;
      if (level === "count") continue;
      const text = detach(note.text ?? kind);
      const rest = note.evidence === undefined ? {} : { evidence: note.evidence.map((one) => ({ line: one.line, text: detach(one.text) })) };
      reported.push({ level, text, ...rest });
      if (level === "change") continue;
      const group = groups[level].get(kind) ?? [];
      groups[level].set(kind, group);
      group.push({ path, text, ...rest });
    }
    if (reported.length > 0) articles[path] = reported;
  };

  const finish = (proposed: Report["proposed"] = { people: [], places: [] }): Report => ({
    importer,
    dryRun,
    sources,
    ...counts,
    skipped: [...skipped.values()].toSorted((a, b) => b.records.length - a.records.length),
    conflicts,
    warnings: listed(groups.warning),
    guesses: listed(groups.guess),
    suggestions: listed(groups.suggestion),
    proposed,
    changes: Array.from(changes, ([kind, count]) => ({ kind, articles: count })).toSorted((a, b) => b.articles - a.articles),
    articles,
  });
  return { addSkipped, addDraft, finish };
}

type Groups = Map<string, NoteGroup["articles"][number][]>;

function listed(groups: Groups): readonly NoteGroup[] {
  return Array.from(groups, ([kind, articles]) => ({ kind, articles })).toSorted((a, b) => b.articles.length - a.articles.length);
}

// What only the content folder shows.
function outcomeNotes(draft: ArticleDraft, outcome: WriteOutcome): readonly Note[] {
  if (outcome.kind === "there" && outcome.changed && draft.status?.kind === "withdrawn") {
    const text = `${describeRecord(draft.sourceRecord)} withdraws this article: ${draft.status.reason} The article was left as it is; write status: withdrawn and withdrawn: { date, reason } if you agree`;
    return [{ level: "warning", kind: "withdrawn by its source since its import", text }];
  }
  if (outcome.kind === "there" && outcome.changed) {
    const text = `${describeRecord(draft.sourceRecord)} is not what this article was made from; the article was left as it is (if that is another text, rename its file and import it)`;
    return [{ level: "warning", kind: "source changed since its import", text }];
  }
  if (outcome.kind === "written" && outcome.twin !== undefined) {
    return [{ level: "warning", kind: "same text as another article", text: `its text is that of ${outcome.twin}` }];
  }
  return [];
}
