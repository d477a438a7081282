import { formatCount } from "../../html/count.ts";
import { en } from "../../html/strings/en.ts";
import { formatProblem } from "../../model/content-error.ts";
import type { VerifiedFolder } from "./verify-folder.ts";

/** What `backfile verify` says on a terminal. */
export function formatVerify({ pages, files, problems }: VerifiedFolder): string {
  const counts = `${formatCount(pages, en)} pages and ${formatCount(files, en)} files verified`;
  if (problems.length === 0) return `${counts}: links, anchors, ids, pictures, canonical addresses, sitemap and feed agree`;
  return [...problems.map(formatProblem), `${counts}: ${problems.length === 1 ? "1 problem" : `${formatCount(problems.length, en)} problems`}`].join("\n");
}
