import { load, YAMLException } from "js-yaml";
import type { Problem } from "../model/content-error.ts";
import { syntaxProblems, yamlProblem, type YamlSource } from "./fault.ts";

export type YamlValue = { readonly value: unknown; readonly problems?: never } | { readonly value?: never; readonly problems: readonly Problem[] };

/** Maps in lists in maps; the deepest value the content model knows lies at depth 4. */
const maxDepth = 20;

/**
 * Reads YAML 1.2 in its core schema (dates stay text). Aliases are refused: a few lines of them can mean billions of values.
 * An empty text is an empty map.
 */
export function readYaml(source: YamlSource): YamlValue {
  if (!anyContent.test(source.text)) return { value: {} };
  const carriageReturn = loneCarriageReturn.exec(source.text);
  if (carriageReturn !== null) return { problems: [carriageReturnProblem(source, carriageReturn.index)] };
  try {
    const value = load(source.text, { maxAliases: 0, maxDepth });
    if (!contested.test(source.text)) return { value };
    const problems = syntaxProblems(source);
    return problems.length > 0 ? { problems } : { value };
  } catch (error) {
    if (error instanceof YAMLException) return { problems: explain(source, error) };
    throw error;
  }
}

// A line that is more than white space, a comment or a document mark.
const anyContent = /^[ \t\ufeff]*(?!---\s*$)[^\s#]/mu;

// Where the fast parser and the exact one may differ (tags, anchors, directives, tabs), the exact one has the last word.
const contested = /(?:^|[\s,[{])(?:!|&(?=\S))|^%|^ *\t/mu;

// YAML ends a line at it, editors and the parser that knows positions do not.
const loneCarriageReturn = /\r(?!\n)/u;

function carriageReturnProblem(source: YamlSource, offset: number): Problem {
  const before = source.text.slice(0, offset).split("\n");
  return yamlProblem(source, before.length, (before.at(-1)?.length ?? 0) + 1, "a carriage return (CR) stands here without a line feed", "save the file with LF or CRLF line ends");
}

function explain(source: YamlSource, error: YAMLException): readonly Problem[] {
  const line = (error.mark?.line ?? 0) + 1;
  const column = (error.mark?.column ?? 0) + 1;
  // What the fast parser alone refuses comes first: on a bomb of brackets the exact one would only stumble.
  const own = refusals.find(({ reason }) => reason.test(error.reason));
  if (own !== undefined) return [yamlProblem(source, line, column, own.message, own.fix)];
  const problems = syntaxProblems(source);
  if (problems.length > 0) return problems;
  return [yamlProblem(source, line, column, `this is not YAML: ${error.reason}`, "indent what stands in brackets, the closing one too, and use no tabs")];
}

const refusals = [
  { reason: /maxAliases/u, message: "an alias (*) stands for a value written elsewhere", fix: "write the value out in full" },
  { reason: /maxDepth/u, message: `brackets or lists are nested more than ${maxDepth} deep`, fix: "write keys, values and flat lists" },
  { reason: /non-printable/u, message: "a control character stands in the YAML", fix: "remove it" },
  { reason: /tag !/u, message: "a type (!) stands before a value", fix: "remove it, or put text that begins with ! in quotes" },
  { reason: /complex keys/u, message: "a list or map stands where a key must", fix: "write a word as the key" },
];
