import type { Body } from "../model/body.ts";
import type { Problem } from "../model/content-error.ts";
import type { YamlSource } from "./fault.ts";

export type FrontMatterParts =
  | { readonly yaml: YamlSource; readonly body: Body; readonly problems?: never }
  | { readonly yaml?: never; readonly body?: never; readonly problems: readonly Problem[] };

/** Splits an article's text at its two `---` lines. */
export function splitFrontMatter(file: string, text: string): FrontMatterParts {
  const opening = /^---[ \t]*\r?\n/u.exec(text);
  if (opening === null) return { problems: [missing(file)] };
  const start = opening[0].length;
  closing.lastIndex = start;
  const end = closing.exec(text);
  if (end === null) {
    return { problems: [{ file, line: 1, column: 1, message: "the front matter is never closed", fix: "end it with a line that is only ---" }] };
  }
  const yaml = text.slice(start, end.index);
  const bodyStart = end.index + end[0].length;
  return {
    yaml: { file, text: yaml, line: 2 },
    body: { markdown: text.slice(bodyStart), line: lineAt(text, bodyStart) },
  };
}

const closing = /^---[ \t]*(?:\r?\n|$)/gmu;

function missing(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    message: "the article does not begin with front matter",
    fix: 'begin it with a line "---", then title: and date:, then another line "---"',
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
