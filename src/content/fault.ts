import type { Problem } from "../model/content-error.ts";
import { Document, isMap, isNode, isScalar, LineCounter, parseDocument, type Pair } from "yaml";

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
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, version: "1.2", schema: "core" });
  return faults.map((fault) => {
    const offset = offsetOf(document, fault);
    const place = offset === undefined ? undefined : lines.linePos(offset);
    return {
      file: source.file,
      line: (place?.line ?? 1) + source.line - 1,
      column: place?.col ?? 1,
      message: fault.message,
      fix: fault.fix,
    };
  });
}

/** Everything the YAML parser itself objects to, as problems; empty where the YAML is good. */
export function syntaxProblems(source: YamlSource): readonly Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, version: "1.2", schema: "core" });
  return [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { file: source.file, line: line + source.line - 1, column: col, message: `this is not YAML: ${firstLine(error.message)}`, fix: syntaxFix(error.code) };
  });
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/u, "");
}

function syntaxFix(code: string): string {
  if (code === "DUPLICATE_KEY") return "keep one of the two lines";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  return 'put text that holds ": ", "#", quotes or brackets in quotes, and indent lists with spaces';
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
  return undefined;
}

function keyOf(pair: Pair): unknown {
  return isScalar(pair.key) ? pair.key.value : pair.key;
}
