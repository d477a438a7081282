import type { Problem } from "../model/content-error.ts";
import { Document, isMap, isNode, isScalar, LineCounter, parseDocument, type Pair } from "yaml";
import { excerptOf, lineOf } from "./excerpt.ts";

/** A mistake in a YAML value, placed by the path to it: ["images", 0, "alt"]. `key` means the key itself. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly at: "key" | "value";
  readonly message: string;
  readonly fix: string;
}

/** A stretch of YAML inside a file. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Line of the file on which the YAML begins (1-based). */
  readonly line: number;
}

/**
 * Finds line and column of each fault. The parser that knows positions is six times slower than the one that reads
 * every file, so only a file with a fault comes here.
 */
export function locateFaults(source: YamlSource, faults: readonly Fault[]): readonly Problem[] {
  if (faults.length === 0) return [];
  const { document, lines } = parseExactly(source);
  return faults.map((fault) => {
    const offset = offsetOf(document, fault);
    const { line, col } = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset);
    return yamlProblem(source, line, col, fault.message, fault.fix);
  });
}

/** Everything the YAML parser itself objects to, as problems; empty where the YAML is good. */
export function syntaxProblems(source: YamlSource): readonly Problem[] {
  const { document, lines } = parseExactly(source);
  return [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const { message, fix } = explainSyntax(error.code, firstLine(error.message));
    return yamlProblem(source, line, col, message, fix);
  });
}

/** A problem at a line and column of a stretch of YAML (both 1-based, counted inside it). */
export function yamlProblem(source: YamlSource, line: number, column: number, message: string, fix: string): Problem {
  return { file: source.file, line: line + source.line - 1, column, message, fix, excerpt: excerptOf(lineOf(source.text, line), column) };
}

function parseExactly(source: YamlSource): { readonly document: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, version: "1.2", schema: "core" });
  return { document, lines };
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/u, "");
}

// The parser's own words are for people who know YAML; these are the mistakes of those who do not.
function explainSyntax(code: string, reason: string): { readonly message: string; readonly fix: string } {
  switch (code) {
    case "DUPLICATE_KEY":
      return { message: "this key stands here a second time", fix: "keep one of the two lines" };
    case "TAB_AS_INDENT":
      return { message: "a tab stands where spaces must", fix: "indent with spaces" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { message: 'a second ": " stands in this line', fix: 'put text that holds ": " in quotes: title: "Peace: A Beginning"' };
    case "MISSING_CHAR":
    case "UNEXPECTED_TOKEN":
      return { message: `this is not YAML: ${decapitalize(reason)}`, fix: "close every quote and bracket, and put text with quotes, brackets, # or : in quotes" };
    case "BAD_INDENT":
      return { message: `this is not YAML: ${decapitalize(reason)}`, fix: "give the keys of one map and the items of one list the same indent" };
    default:
      return { message: `this is not YAML: ${decapitalize(reason)}`, fix: 'put text that holds ": ", "#", quotes or brackets in quotes, and indent lists with spaces' };
  }
}

function decapitalize(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

function offsetOf(document: Document, { path, at }: Fault): number | undefined {
  if (at === "key") {
    const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find((item) => keyOf(item) === path.at(-1)) : undefined;
    if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0];
  }
  // A missing key has no node: its place is that of the map that lacks it.
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}

function keyOf(pair: Pair): unknown {
  return isScalar(pair.key) ? String(pair.key.value) : pair.key;
}
