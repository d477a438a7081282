import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { detach } from "./detach.ts";
import { describeRecord } from "./draft.ts";
import type { ArticleDraft } from "./draft.ts";
import { fingerprintOfText, findImported, recordKey } from "./existing.ts";
import { renderArticleFile } from "./front-matter.ts";
import { ImportError } from "./import-error.ts";
import { openPictures } from "./place-pictures.ts";

/** What became of a draft. */
export type WriteOutcome =
  | {
      readonly kind: "written";
      readonly path: string;
      /** Path of an article with the same text. */
      readonly twin?: string;
    }
  /** An earlier import has written it; `changed` where the source's record is not the same any more. */
  | { readonly kind: "there"; readonly path: string; readonly changed: boolean }
  /** Something else stands at its path; nothing was written. */
  | { readonly kind: "conflict"; readonly path: string; readonly reason: string };

export interface ArticleWriter {
  readonly write: (draft: ArticleDraft) => WriteOutcome;
}

/**
 * Opens a content folder for an import. An existing file is never overwritten, a record that was imported before is
 * left as editors have made it since.
 *
 * Each file is written beside the articles and then moved to its place, so that an article that is there is whole even
 * after a kill in the middle: the next import only has to add what is missing.
 *
 * `worldwide` is true where a record's id alone says which it is, in whatever file it comes.
 */
export function openWriter(content: string, importer: string, dryRun: boolean, worldwide = false): ArticleWriter {
  const root = resolve(content);
  const imported = findImported(root, importer, worldwide);
  const taken = new Map<string, string>();
  const folders = new Set<string>();
  const waiting = join(root, `_import-${importer}.tmp`);
  // Left over where an import was killed.
  if (!dryRun) rmSync(waiting, { force: true });

  const twins = new Map(Array.from(imported.values(), ({ text, path }) => [text, path]));
  const lastNumbers = new Map<string, number>();
  const pictures = openPictures(root);

  const write = (draft: ArticleDraft): WriteOutcome => {
    const { sourceRecord } = draft;
    if (!resolve(root, draft.path).startsWith(root + sep)) throw new ImportError(`${describeRecord(sourceRecord)}: its path ${draft.path} leaves the content folder`);
    const earlier = imported.get(recordKey(sourceRecord, worldwide));
    const there = earlier && ({ kind: "there", path: earlier.path, changed: earlier.sha256 !== sourceRecord.sha256 } as const);
    if (there && draft.ifTaken === "number") return there;
    const path = draft.ifTaken === "number" ? freePath(draft.path) : draft.path;
    const other = taken.get(claimOf(path));
    if (other !== undefined) return { kind: "conflict", path, reason: `${other} of this import has the same path` };
    taken.set(claimOf(path), detach(describeRecord(sourceRecord)));
    if (there) return there;
    if (isFile(path)) return { kind: "conflict", path, reason: "another file stands at its path" };
    save(path, draft);
    const text = fingerprintOfText(draft.body);
    const twin = text === undefined ? undefined : twins.get(text);
    if (text !== undefined) twins.set(text, path);
    return { kind: "written", path, ...(twin === undefined ? {} : { twin }) };
  };

  // Two names that differ in case only are one file on many disks.
  const claimOf = (path: string): string => resolve(root, path).toLowerCase();
  // lstat: a link whose target is gone is something too.
  const isFile = (path: string): boolean => lstatSync(resolve(root, path), { throwIfNoEntry: false }) !== undefined;

  // "undated/fire.md", "undated/fire-2.md", "undated/fire-3.md" ...; the count goes on where it stopped, for a thousand
  // letters to the editor may have one title.
  const freePath = (path: string): string => {
    let number = lastNumbers.get(path) ?? 1;
    const numbered = (): string => (number === 1 ? path : path.replace(/\.md$/u, `-${String(number)}.md`));
    while (taken.has(claimOf(numbered())) || isFile(numbered())) number++;
    lastNumbers.set(path, number);
    return numbered();
  };

  // The pictures first: an article that is there has its pictures.
  const save = (path: string, draft: ArticleDraft): void => {
    const { images, copies } = pictures.place(draft.images ?? [], posix.dirname(path));
    if (dryRun) return;
    const target = resolve(root, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    for (const copy of copies) pictures.copy(copy, waiting);
    writeFileSync(waiting, renderArticleFile({ ...draft, images }, importer));
    renameSync(waiting, target);
  };
  return { write };
}
