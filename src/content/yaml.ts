import { load, YAMLException } from "js-yaml";
import type { Problem } from "../model/content-error.ts";
import { syntaxProblems, type YamlSource } from "./fault.ts";

export type YamlValue = { readonly value: unknown; readonly problems?: never } | { readonly value?: never; readonly problems: readonly Problem[] };

/**
 * Reads YAML 1.2 in its core schema (dates stay text). Aliases are refused: a few lines of them can mean billions of values.
 * An empty text is an empty map.
 */
export function readYaml(source: YamlSource): YamlValue {
  if (blank.test(source.text)) return { value: {} };
  try {
    return { value: load(source.text, { maxAliases: 0, maxDepth: 20 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problems: explain(source, error) };
  }
}

// Nothing but white space, comments and document marks.
const blank = /^(?:\s*(?:#[^\n]*|---)?(?:\r?\n|$))*$/u;

function explain(source: YamlSource, error: YAMLException): readonly Problem[] {
  const problems = syntaxProblems(source);
  if (problems.length > 0) return problems;
  // The two parsers differ here: this one refuses what the other accepts (aliases, depth).
  return [{
    file: source.file,
    line: (error.mark?.line ?? 0) + source.line,
    column: (error.mark?.column ?? 0) + 1,
    message: `this YAML is not accepted: ${error.reason}`,
    fix: "write values out in full: no anchors and aliases (& and *), no deep nesting",
  }];
}
