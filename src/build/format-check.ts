import { formatCount } from "../html/count.ts";
import { en } from "../html/strings/en.ts";
import type { Archive } from "../model/archive.ts";
import { counted } from "./counted.ts";
import { warningKinds, type Warning, type WarningKind } from "../model/warnings.ts";

/** What each kind counts: one, several. */
const headings: Readonly<Record<WarningKind, readonly [one: string, many: string]>> = {
  "implicit-record": ["name without a record", "names without a record"],
  "one-mention": ["person with one mention", "people with one mention"],
  "near-names": ["pair of nearly identical names", "pairs of nearly identical names"],
  "no-alt": ["picture without a description", "pictures without a description"],
  "no-credit": ["picture without a credit", "pictures without a credit"],
  "no-place": ["article without a place", "articles without a place"],
  "unused-file": ["file that nothing shows", "files that nothing shows"],
  "folder-date": ["article in the folder of another year", "articles in the folder of another year"],
  "heading-level": ["heading that leaves out a level", "headings that leave out a level"],
  language: ["language that the interface does not speak", "languages that the interface does not speak"],
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
      counted(group.length, ...headings[kind]),
      ...group.slice(0, shown).map(({ file, line, message }) => `  ${file}${line === undefined ? "" : `:${line}`}: ${message}`),
      ...(more > 0 ? [`  and ${formatCount(more, en)} more (--json lists all)`] : []),
    ];
  });
  return [`${counted(articleFiles, "article")}, ${formatCount(archive.articles.length, en)} of them published: nothing is wrong`, ...groups].join("\n");
}
