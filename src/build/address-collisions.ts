import { foldAddress } from "../model/address-faults.ts";
import type { Problem } from "../model/content-error.ts";
import { fileOfAddress } from "../html/template.ts";
import type { PlannedPage } from "./plan.ts";

/** Folders of files that are no pages: pictures, style sheet and scripts, the search index. */
const ownFolders = /^\/(?:assets|images|pagefind)(?:\/|$)/iu;

/**
 * Pages that would be written to one file, or to a file and a folder of one name. Upper and lower case and Unicode forms
 * do not count: on some hosts two such files are one.
 */
export function addressCollisions(pages: readonly PlannedPage[]): readonly Problem[] {
  const taken = new Map<string, PlannedPage>();
  const problems: Problem[] = [];
  for (const page of pages) {
    const key = foldAddress(fileOfAddress(page.address));
    const other = taken.get(key);
    taken.set(key, other ?? page);
    if (other !== undefined) problems.push(collision(other, page, "is also"));
    else if (page.kind === "redirect" && ownFolders.test(page.address)) problems.push(problemOf(page, "belongs to the archive's own files"));
  }
  // Only former addresses are written as they stand, and so may have the form of a folder that others are in.
  const redirects = pages.filter(({ kind, address }) => kind === "redirect" && /\.[^/]*(?:\/|$)/u.test(address));
  if (redirects.length === 0) return problems;
  for (const [key, page] of taken) {
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const holder = taken.get(key.slice(0, end));
      if (holder !== undefined) problems.push(collision(holder, page, "would be a folder and a file with"));
    }
  }
  return problems;
}

function collision(one: PlannedPage, two: PlannedPage, is: string): Problem {
  const [subject, holder] = two.kind === "redirect" || (two.file !== undefined && one.kind !== "redirect") ? [two, one] : [one, two];
  return problemOf(subject, `${is} ${holder.file === undefined ? "the address of one of the archive's own pages" : `that of ${holder.file}`}`);
}

function problemOf(subject: PlannedPage, message: string): Problem {
  return {
    file: subject.file ?? "archive.yaml",
    line: undefined,
    column: undefined,
    message: `the ${subject.kind === "redirect" ? "former address" : "address"} ${subject.address} ${message}`,
    fix: subject.kind === "redirect" ? "take it out of the former addresses" : "rename one of the two",
  };
}
