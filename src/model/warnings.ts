import type { Archive, CataloguedArticle, Subject } from "./archive.ts";
import { authorityKinds } from "./authority.ts";
import { compareText } from "./build-archive.ts";
import { yearOf } from "./partial-date.ts";
import { foldName } from "./slug.ts";

/** What an editor would want to know, though nothing is wrong. */
export interface Warning {
  readonly kind: WarningKind;
  /** Content file it concerns. */
  readonly file: string;
  /** Its line, from 1, where the warning is about one. */
  readonly line?: number;
  readonly message: string;
}

export const warningKinds = ["implicit-record", "one-mention", "near-names", "no-alt", "no-credit", "no-place", "unused-file", "folder-date", "heading-level", "language"] as const;
export type WarningKind = (typeof warningKinds)[number];

/**
 * Everything worth a look, sorted by kind, file and message. `unusedFiles` are files of the content folder that nothing
 * shows; `ofLanguage` says that the interface does not speak the archive's language, where that is so;
 * `ofTexts` is what reading the Markdown has shown.
 */
export function findWarnings(archive: Archive, unusedFiles: readonly string[], ofLanguage?: string, ofTexts: readonly Warning[] = []): readonly Warning[] {
  const warnings = [
    ...authorityKinds.flatMap((kind) => [...archive.subjects[kind].values()].flatMap(aboutSubject)),
    ...nearNames(archive),
    ...archive.articles.flatMap(aboutArticle),
    ...unusedFiles.map((file) => warning("unused-file", file, "no article shows this file")),
    ...(ofLanguage === undefined ? [] : [warning("language", "archive.yaml", ofLanguage)]),
    ...ofTexts,
  ];
  return warnings.sort((a, b) => warningKinds.indexOf(a.kind) - warningKinds.indexOf(b.kind) || compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.message, b.message));
}

function aboutSubject({ record, articles }: Subject): readonly Warning[] {
  const file = `${record.kind}.yaml`;
  const [only] = articles;
  return [
    ...(record.implicit ? [warning("implicit-record", file, `"${record.name}" has no record; its page is /${record.kind}/${record.id}/`)] : []),
    ...(record.kind === "people" && articles.length === 1 && only ? [warning("one-mention", only.file, `"${record.name}" is a person of this article alone`)] : []),
  ];
}

function aboutArticle(article: CataloguedArticle): readonly Warning[] {
  const { file } = article;
  const folderYear = /^(\d{4})\//u.exec(file)?.[1];
  const year = yearOf(article.date);
  return [
    ...article.images.flatMap(({ src, alt, credit, caption }) => [
      ...(src !== undefined && alt === "" && caption !== undefined ? [warning("no-alt", file, `the picture ${src} says nothing to readers who cannot see it (alt is empty)`)] : []),
      ...(credit === undefined ? [warning("no-credit", file, `${src === undefined ? "a caption without a picture" : `the picture ${src}`} has no credit`)] : []),
    ]),
    ...(article.about.places.length === 0 && article.dateline === undefined ? [warning("no-place", file, "the article has neither a place nor a dateline")] : []),
    ...(folderYear !== undefined && year !== undefined && year !== folderYear ? [warning("folder-date", file, `the file lies in ${folderYear}, the article is of ${year}`)] : []),
  ];
}

/** People whose names differ by one letter: perhaps one person in two spellings. Only the editor can tell. */
function nearNames({ subjects }: Archive): readonly Warning[] {
  const byGap = new Map<string, string[]>();
  for (const { record } of subjects.people.values()) {
    const folded = foldName(record.name);
    if (folded.length < shortestName) continue;
    // Two names one letter apart share a form with one letter left out (deletion neighbourhoods, Mor and Fraenkel 1982).
    for (const gap of gapsOf(folded)) {
      const names = byGap.get(gap) ?? [];
      if (!names.includes(record.name)) names.push(record.name);
      byGap.set(gap, names);
    }
  }
  const pairs = new Set<string>();
  for (const names of byGap.values()) {
    const sorted = [...names].sort(compareText);
    sorted.forEach((a, i) => sorted.slice(i + 1).forEach((b) => pairs.add(`"${a}" and "${b}" are nearly the same name; if they are one person, make one a variant of the other`)));
  }
  return [...pairs].map((message) => warning("near-names", "people.yaml", message));
}

// "Lee" and "Leo" are two names; "Gorbachev" and "Gorbachov" hardly.
const shortestName = 8;

function gapsOf(name: string): ReadonlySet<string> {
  const gaps = new Set([name]);
  for (let i = 0; i < name.length; i++) gaps.add(name.slice(0, i) + name.slice(i + 1));
  return gaps;
}

function warning(kind: WarningKind, file: string, message: string): Warning {
  return { kind, file, message };
}
