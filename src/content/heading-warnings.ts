import type { Article } from "../model/article.ts";
import type { Warning } from "../model/warnings.ts";
import { findSkippedLevels } from "./markdown.ts";

/** Warns of headings that leave out a level: a reader who goes from one to the next takes the gap for something missed (WCAG 2.2, technique G141). */
export function headingWarnings({ file, body }: Pick<Article, "file" | "body">): readonly Warning[] {
  return findSkippedLevels(body.markdown).map(({ line, level, below }) => ({
    kind: "heading-level",
    file,
    line: body.line + line,
    message: `a heading of level ${level} stands below one of level ${below}; write ${"#".repeat(below + 1)}`,
  }));
}
