import { foldAddress } from "../model/address-faults.ts";
import type { Problem } from "../model/content-error.ts";
import { fileOfAddress } from "../html/template.ts";
import type { PlannedPage } from "./plan.ts";

/**
 * Pages that would be written to one file. Upper and lower case and Unicode forms do not count: on some hosts two such
 * files are one.
 */
export function addressCollisions(pages: readonly PlannedPage[]): readonly Problem[] {
  const taken = new Map<string, PlannedPage>();
  const problems: Problem[] = [];
  for (const page of pages) {
    const key = foldAddress(fileOfAddress(page.address));
    const other = taken.get(key);
    taken.set(key, other ?? page);
    if (other === undefined) continue;
    const [subject, holder] = page.file === undefined ? [other, page] : [page, other];
    problems.push({
      file: subject.file ?? "archive.yaml",
      line: undefined,
      column: undefined,
      message: `the ${nameOf(subject)} ${subject.address} is also ${holder.file === undefined ? `the address of one of the archive's own pages` : `that of ${holder.file}`}`,
      fix: subject.kind === "redirect" ? "take it out of the former addresses" : "rename one of the two",
    });
  }
  return problems;
}

function nameOf({ kind }: PlannedPage): string {
  return kind === "redirect" ? "former address" : "address";
}
