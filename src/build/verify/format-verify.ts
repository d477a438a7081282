import { formatProblem } from "../../model/content-error.ts";
import { counted } from "../counted.ts";
import type { VerifiedFixity } from "./fixity.ts";
import type { VerifiedFolder } from "./verify-folder.ts";

/** What `backfile verify` says on a terminal. */
export function formatVerify({ pages, files, problems }: VerifiedFolder): string {
  const counts = `${counted(pages, "page")} and ${counted(files, "file")} verified`;
  if (problems.length === 0) return `${counts}: links, anchors, ids, pictures, canonical addresses, sitemap and feed agree`;
  return [...problems.map(formatProblem), `${counts}: ${counted(problems.length, "problem")}`].join("\n");
}

/** What `backfile verify --fixity` says on a terminal. */
export function formatFixity({ files, problems }: VerifiedFixity): string {
  if (problems.length === 0) return `${counted(files, "file")} compared: each is what it was when the site was built`;
  return [...problems.map(formatProblem), `${counted(files, "file")} compared: ${counted(problems.length, "problem")}`].join("\n");
}
