import type { Report } from "./report.ts";

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
      ...examples(group.records.map((record) => `${record.file}:${String(record.line)} record ${record.id ?? "without id"}`)),
    ]),
    ...(report.conflicts.length > 0 ? [`not written ${number(report.conflicts.length)}: path taken`] : []),
    ...examples(report.conflicts.map((conflict) => `${conflict.path}: ${conflict.reason} (record ${conflict.record} of ${conflict.source})`)),
    ...report.changes.map((change) => `changed ${number(change.articles)}: ${change.kind}`),
    ...report.warnings.flatMap((group) => [
      `look at ${number(group.articles.length)}: ${group.kind}`,
      ...examples(group.articles.map((article) => `${article.path}: ${shorten(article.text)}`)),
    ]),
  ].join("\n");
}

function examples(texts: readonly string[]): readonly string[] {
  const more = texts.length - shownExamples;
  return [...texts.slice(0, shownExamples), ...(more > 0 ? [`and ${number(more)} more`] : [])].map((text) => `  ${text}`);
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
