import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { ArticleDraft } from "./draft.ts";
import { findImported, recordKey } from "./existing.ts";
import { renderArticleFile } from "./front-matter.ts";
import { ImportError } from "./import-error.ts";

/** What became of a draft. */
export type WriteOutcome =
  | { readonly kind: "written"; readonly path: string }
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
 */
export function openWriter(content: string, importer: string, dryRun: boolean): ArticleWriter {
  const root = resolve(content);
  const imported = findImported(root, importer);
  const taken = new Map<string, string>();
  const folders = new Set<string>();
  const waiting = join(root, `_import-${importer}.tmp`);
  // Left over where an import was killed.
  if (!dryRun) rmSync(waiting, { force: true });

  const write = (draft: ArticleDraft): WriteOutcome => {
    const { path } = draft;
    const target = resolve(root, path);
    const { file, id } = draft.sourceRecord;
    if (!target.startsWith(root + sep)) throw new ImportError(`${file}, record ${id}: its path ${path} leaves the content folder`);
    // Two names that differ in case only are one file on many disks.
    const claim = target.toLowerCase();
    const other = taken.get(claim);
    if (other !== undefined) return { kind: "conflict", path, reason: `${other} of this import has the same path` };
    taken.set(claim, `record ${id} of ${file}`);
    const earlier = imported.get(recordKey(draft.sourceRecord));
    if (earlier) return { kind: "there", path: earlier.path, changed: earlier.sha256 !== draft.sourceRecord.sha256 };
    // lstat: a link whose target is gone is something too.
    if (lstatSync(target, { throwIfNoEntry: false })) return { kind: "conflict", path, reason: "another file stands at its path" };
    if (!dryRun) {
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(waiting, renderArticleFile(draft, importer));
      renameSync(waiting, target);
    }
    return { kind: "written", path };
  };
  return { write };
}
