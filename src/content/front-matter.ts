import type { Body } from "../model/body.ts";
import type { Problem } from "../model/content-error.ts";
import { excerptOf, lineOf } from "./excerpt.ts";
import type { YamlSource } from "./fault.ts";

export type FrontMatterParts =
  | { readonly yaml: YamlSource; readonly body: Pick<Body, "markdown" | "line">; readonly problems?: never }
  | { readonly yaml?: never; readonly body?: never; readonly problems: readonly Problem[] };

/** Splits an article's text at its two `---` lines. */
export function splitFrontMatter(file: string, text: string): FrontMatterParts {
  const opening = /^\ufeff?---[ \t]*\r?\n/u.exec(text);
  if (opening === null) return { problems: [missing(file, text)] };
  const start = opening[0].length;
  closing.lastIndex = start;
  const end = closing.exec(text);
  if (end === null) return { problems: [atTop(file, text, "the front matter is never closed", "end it with a line that is only ---")] };
  const yaml = text.slice(start, end.index);
  const bodyStart = end.index + end[0].length;
  return {
    yaml: { file, text: yaml, line: 2 },
    body: { markdown: text.slice(bodyStart), line: lineAt(text, bodyStart) },
  };
}

// Not the flag m: it would also end a line at U+2028, in the middle of a title.
const closing = /(?<=\n)---[ \t]*(?:\r?\n|$)/gu;

function missing(file: string, text: string): Problem {
  const first = lineOf(text, 1);
  const engine = /^---[ \t]*(?<engine>[^\s-]\S*)\s*$/u.exec(first)?.groups?.["engine"];
  if (engine !== undefined) return atTop(file, text, `front matter is YAML and nothing else; "---${engine}" is not read`, "begin with a line that is only ---, and write the keys as YAML");
  if (/^(?:\+\+\+|;;;|\{)/u.test(first)) return atTop(file, text, "front matter is YAML and nothing else; TOML and JSON are not read", "begin with a line that is only ---, then title: and date:, then another line ---");
  if (/^\s+---[ \t]*\r?\n/u.test(text)) return atTop(file, text, "something stands before the front matter", "make --- the first line, with nothing before it");
  return atTop(file, text, "the article does not begin with front matter", "begin it with a line ---, then title: and date:, then another line ---");
}

function atTop(file: string, text: string, message: string, fix: string): Problem {
  return { file, line: 1, column: 1, message, fix, excerpt: excerptOf(lineOf(text, 1), 1) };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
