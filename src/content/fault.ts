import type { Problem } from "../model/content-error.ts";
import { createRequire } from "node:module";
import type { Document, LineCounter, Pair, YAMLError } from "yaml";
import { excerptOf, lineOf } from "./excerpt.ts";

const require = createRequire(import.meta.url);

// Seventy files, a twentieth of a second: loaded with the first mistake, as most builds have none.
function yamlLibrary(): typeof import("yaml") {
  return require("yaml");
}

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
  const seen = new Set<number>();
  return [...document.errors, ...document.warnings].flatMap((error) => {
    const { line, col } = lines.linePos(openingOf(document, error));
    // One slip makes the parser stumble several times in its line.
    if (seen.has(line)) return [];
    seen.add(line);
    const { message, fix } = explainSyntax(error.code, firstLine(error.message), lineOf(source.text, line));
    return [yamlProblem(source, line, col, message, fix)];
  });
}

// A quote or bracket that is never closed is noticed further down; what an editor wants to see is where it was opened.
function openingOf(document: Document, { code, pos, message }: YAMLError): number {
  let opening = pos[0];
  if (code !== "MISSING_CHAR" && !isOpenBracket(message)) return opening;
  const { Scalar, visit } = yamlLibrary();
  visit(document, {
    Collection(_key, { flow, range }) {
      if (flow === true && range && range[0] < opening && range[1] >= pos[0]) opening = range[0];
    },
    Scalar(_key, { type, range }) {
      if ((type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) && range && range[0] < opening && range[1] >= pos[0]) opening = range[0];
    },
  });
  return opening;
}

/** A problem at a line and column of a stretch of YAML (both 1-based, counted inside it). */
export function yamlProblem(source: YamlSource, line: number, column: number, message: string, fix: string): Problem {
  return { file: source.file, line: line + source.line - 1, column, message, fix, excerpt: excerptOf(lineOf(source.text, line), column) };
}

function parseExactly(source: YamlSource): { readonly document: Document; readonly lines: LineCounter } {
  const { LineCounter, parseDocument } = yamlLibrary();
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, version: "1.2", schema: "core" });
  return { document, lines };
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/u, "");
}

// The parser's own words are for people who know YAML; these are the mistakes of those who do not.
// "Flow sequence in block collection must be sufficiently indented and end with a ]"
const isOpenBracket = (reason: string): boolean => /^flow (?:map|sequence) /iu.test(reason);

function explainSyntax(code: string, reason: string, line: string): { readonly message: string; readonly fix: string } {
  switch (code) {
    case "DUPLICATE_KEY":
      return { message: "this key stands here a second time", fix: "keep one of the two lines" };
    case "TAB_AS_INDENT":
      return { message: "a tab stands where spaces must", fix: "indent with spaces" };
    case "BLOCK_AS_IMPLICIT_KEY":
      if (!/:\s.*:\s/u.test(line)) return { message: "this line does not fit the indent of those above", fix: indentFix };
      return { message: 'a second ": " stands in this line', fix: 'put text that holds ": " in quotes: title: "Peace: A Beginning"' };
    case "MISSING_CHAR":
      if (/quote/u.test(reason)) return { message: "a quotation mark is opened here and never closed", fix: 'close it; inside "..." write \\" for a quotation mark' };
      return { message: `this is not YAML: ${decapitalize(reason)}`, fix: "put text that begins with a quotation mark, or holds brackets, # or :, in quotes as a whole" };
    case "BAD_INDENT":
      if (isOpenBracket(reason)) return { message: "a bracket is opened here and not closed, or closed too far left", fix: "close it, and indent its lines: [one, two]" };
      return { message: "this line does not fit the indent of those above", fix: indentFix };
    default:
      return { message: `this is not YAML: ${decapitalize(reason)}`, fix: 'put text that holds ": ", "#", quotes or brackets in quotes, and indent lists with spaces' };
  }
}

const indentFix = "give the keys of one map and the items of one list the same indent";

function decapitalize(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

function offsetOf(document: Document, { path, at }: Fault): number | undefined {
  const { isMap, isNode } = yamlLibrary();
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
  return yamlLibrary().isScalar(pair.key) ? String(pair.key.value) : pair.key;
}
