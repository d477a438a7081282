import { formatCount } from "../html/count.ts";
import { en } from "../html/strings/en.ts";
import type { Archive } from "../model/archive.ts";
import { warningKinds, type Warning, type WarningKind } from "../model/warnings.ts";

const headings: Readonly<Record<WarningKind, string>> = {
  "implicit-record": "names without a record",
  "one-mention": "people with one mention",
  "near-names": "nearly identical names",
  "no-alt": "pictures without a description",
  "no-credit": "pictures without a credit",
  "no-place": "articles without a place",
  "unused-file": "files that nothing shows",
  "folder-date": "articles in the folder of another year",
  "heading-level": "headings that leave out a level",
  language: "the language of the interface",
};

/** How many of a kind a terminal shows; `--json` has all. */
const shown = 10;

/** The outcome of `check` for a terminal: nothing is wrong, and what is worth a look, by kind. */
export function formatCheck(archive: Archive, articleFiles: number, warnings: readonly Warning[]): string {
  const groups = warningKinds.flatMap((kind) => {
    const group = warnings.filter((warning) => warning.kind === kind);
    if (group.length === 0) return [];
    const more = group.length - shown;
    return [
      `${formatCount(group.length, en)} ${headings[kind]}`,
      ...group.slice(0, shown).map(({ file, line, message }) => `  ${file}${line === undefined ? "" : `:${line}`}: ${message}`),
      ...(more > 0 ? [`  and ${formatCount(more, en)} more (--json lists all)`] : []),
    ];
  });
  return [`${formatCount(articleFiles, en)} articles, ${formatCount(archive.articles.length, en)} of them published: nothing is wrong`, ...groups].join("\n");
}
