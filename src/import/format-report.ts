import { proposedFile } from "../content/proposed-records.ts";
import { describeRecord } from "./draft.ts";
import type { Evidence } from "./draft.ts";
import { proposedKinds } from "./proposals.ts";
import type { ProposedKind } from "./proposals.ts";
import type { NoteGroup, Report } from "./report.ts";

/** How many examples of a kind of warning a terminal shows; all of them are in the saved report. */
const shownExamples = 3;

/** Gives a report as short text for a terminal, without a line break at the end. */
export function formatReport(report: Report): string {
  const problem = report.skipped.filter((group) => group.broken);
  const quiet = report.skipped.filter((group) => !group.broken);
  return [
    `${count(report.records, "record")} in ${count(report.sources.length, "file")}`,
    `${report.dryRun ? "would write" : "wrote"} ${count(report.written, "article")}, ${number(report.alreadyThere)} already there`,
    ...quiet.map((group) => `skipped ${number(group.records.length)}: ${group.reason}`),
    ...problem.flatMap((group) => [
      `broken ${number(group.records.length)}: ${group.reason}`,
      ...examples(group.records.map(shownRecord)),
    ]),
    ...(report.conflicts.length > 0 ? [`not written ${number(report.conflicts.length)}: path taken`] : []),
    ...examples(report.conflicts.map((conflict) => `${conflict.path}: ${conflict.reason} (${describeRecord({ file: conflict.source, id: conflict.record })})`)),
    ...report.changes.map((change) => `changed ${number(change.articles)}: ${change.kind}`),
    ...noteGroups("guessed", report.guesses),
    ...noteGroups("look at", report.warnings),
    ...noteGroups("suggested", report.suggestions),
    ...proposedKinds.flatMap((kind) => proposed(kind, report.proposed[kind])),
  ].join("\n");
}

function shownRecord({ file, line, id, detail }: Report["skipped"][number]["records"][number]): string {
  return `${file}:${String(line)}${id === undefined ? "" : ` record ${id}`}${detail === undefined ? "" : `: ${detail}`}`;
}

function noteGroups(verb: string, groups: readonly NoteGroup[]): readonly string[] {
  return groups.flatMap((group) => [
    `${verb} ${number(group.articles.length)}: ${group.kind}`,
    ...examples(group.articles.map(({ path, text, evidence }) => `${path}: ${shorten(withoutKind(text, group.kind))}${shownLines(evidence)}`)),
  ]);
}

function proposed(kind: ProposedKind, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`proposed ${number(names.length)}: ${kind} without a record, in ${proposedFile(kind)}`, ...examples(names)];
}

// The saved report quotes the lines.
function shownLines(evidence: readonly Evidence[] | undefined): string {
  if (evidence === undefined || evidence.length === 0) return "";
  return ` (${formatLines(evidence.map(({ line }) => line))})`;
}

/** "line 4", "lines 4 and 9", "lines 4, 7 and 9"; after ten, how many more. */
export function formatLines(lines: readonly number[]): string {
  const each = [...new Set(lines)].map(String);
  if (each.length === 1) return `line ${each.join("")}`;
  const shown = each.length > mostLines ? [...each.slice(0, mostLines), `${number(each.length - mostLines)} more`] : each;
  return `lines ${shown.slice(0, -1).join(", ")} and ${shown.slice(-1).join("")}`;
}

const mostLines = 10;

function examples(texts: readonly string[]): readonly string[] {
  const more = texts.length - shownExamples;
  return [...texts.slice(0, shownExamples), ...(more > 0 ? [`and ${number(more)} more`] : [])].map((text) => `  ${text}`);
}

// "underlines dropped: "Gull"" stands below "underlines dropped" already.
function withoutKind(text: string, kind: string): string {
  return text.startsWith(`${kind}: `) ? text.slice(kind.length + 2) : text;
}

// A dateline field may hold a whole table.
function shorten(text: string): string {
  return text.length > 140 ? `${text.slice(0, 139)}…` : text;
}

function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

function number(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
