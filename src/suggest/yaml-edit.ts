import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import { readYaml } from "../content/yaml.ts";
import { renderItem } from "../import/front-matter.ts";

/** A list inside a YAML text, by the keys that lead to it, and the keys before which it belongs where it is not there yet. */
export interface ListPlace {
  readonly path: readonly [string] | readonly [string, string];
  readonly before: ReadonlySet<string>;
}

/**
 * Adds texts to the end of a list of a YAML text; where there is no such list, a line with it. Every other byte stays:
 * comments, order, quotes, line ends. Gives undefined where the text is written in a way this cannot be done in: what
 * comes out has been read again, and says what it said before and the new texts, nothing else.
 */
export function addToList(text: string, { path, before }: ListPlace, values: readonly string[]): string | undefined {
  const document = parseDocument(text, { version: "1.2", schema: "core" });
  const [top, inner] = path;
  const root = document.contents;
  if (!isMap(root)) return undefined;
  const holder = inner === undefined ? root : root.get(top, true);
  if (!isMap(holder)) return undefined;
  const key = inner ?? top;
  const list = holder.get(key, true);
  const edited = isSeq(list) ? addItems(text, list, values) : addLine(text, holder, key, before, values);
  return edited !== undefined && says(edited, withAdded(valueOf(text), path, values)) ? edited : undefined;
}

/** Adds records behind the others of an authority file. Gives undefined where the file is not written so that one can. */
export function addRecords(text: string, records: ReadonlyMap<string, Readonly<Record<string, unknown>>>): string | undefined {
  const end = lineEnd(text);
  const separated = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
  const edited = separated + renderRecords(records).replaceAll("\n", end);
  const before = valueOf(text);
  return says(edited, { ...(isObject(before) ? before : {}), ...Object.fromEntries(records) }) ? edited : undefined;
}

// In the core schema of YAML 1.2, a line to a value: the same bytes on every machine.
function renderRecords(records: ReadonlyMap<string, Readonly<Record<string, unknown>>>): string {
  return [...records].map(([id, record]) => stringify({ [id]: record }, { lineWidth: 0, version: "1.2", schema: "core" })).join("");
}

function addItems(text: string, list: YAMLSeq, values: readonly string[]): string | undefined {
  const rendered = values.map(renderItem);
  const [last, first] = [rangeOf(list.items.at(-1)), rangeOf(list.items[0])];
  if (list.flow === true) {
    if (last !== undefined) return insert(text, last[1], rendered.map((item) => `, ${item}`).join(""));
    const start = list.range?.[0];
    return start === undefined ? undefined : insert(text, start + 1, rendered.join(", "));
  }
  if (first === undefined || last === undefined) return undefined;
  // "  - " as the first item has it
  const dash = /(?<=^|\n)[ ]*- +$/u.exec(text.slice(0, first[0]))?.[0];
  if (dash === undefined) return undefined;
  const { at, end } = lineBehind(text, last[1]);
  return insertLines(text, at, rendered.map((item) => `${dash}${item}`), end);
}

function addLine(text: string, holder: YAMLMap, key: string, before: ReadonlySet<string>, values: readonly string[]): string | undefined {
  if (holder.has(key)) return undefined;
  const line = `${key}: [${values.map(renderItem).join(", ")}]`;
  const keys = holder.items.flatMap((pair) => (isScalar(pair.key) && pair.key.range ? [{ name: String(pair.key.value), at: pair.key.range[0] }] : []));
  const [first] = keys;
  if (first === undefined) return undefined;
  if (holder.flow === true) {
    const end = rangeOf(holder.items.at(-1)?.value)?.[1];
    return end === undefined ? undefined : insert(text, end, `, ${line}`);
  }
  const indent = /[ ]*$/u.exec(text.slice(0, first.at))?.[0] ?? "";
  const next = keys.find(({ name }) => before.has(name));
  if (next !== undefined && next !== first) {
    // Behind the line above, so that a comment over the next key stays with it.
    const start = text.lastIndexOf("\n", next.at - 1) + 1;
    const at = beforeComments(text, start);
    return insert(text, at, `${indent}${line}${endOfLineAt(text, at)}`);
  }
  // At the end: behind the last value, in front of comments and blank lines that follow it.
  const last = rangeOf(holder.items.at(-1)?.value)?.[1];
  if (last === undefined) return undefined;
  const { at, end } = text[last - 1] === "\n" ? { at: last, end: lineEnd(text) } : lineBehind(text, last);
  return insertLines(text, at, [`${indent}${line}`], end);
}

// Whole-line comments without indentation right above a line; inside a block of text none can stand.
function beforeComments(text: string, start: number): number {
  let at = start;
  for (;;) {
    const above = at === 0 ? -1 : text.lastIndexOf("\n", at - 2) + 1;
    if (above === -1 || text[above] !== "#") return at;
    at = above;
  }
}

function lineBehind(text: string, at: number): { readonly at: number; readonly end: string } {
  const feed = text.indexOf("\n", at);
  return feed === -1 ? { at: text.length, end: lineEnd(text) } : { at: feed + 1, end: text[feed - 1] === "\r" ? "\r\n" : "\n" };
}

function endOfLineAt(text: string, at: number): string {
  return at >= 2 && text.slice(at - 2, at) === "\r\n" ? "\r\n" : at >= 1 ? "\n" : lineEnd(text);
}

/** The line end of a text's first line. */
function lineEnd(text: string): string {
  return /^[^\n]*\r\n/u.test(text) ? "\r\n" : "\n";
}

// A last line without an end gets one, and the new last line has none.
function insertLines(text: string, at: number, lines: readonly string[], end: string): string {
  const isOpen = at > 0 && text[at - 1] !== "\n";
  return insert(text, at, isOpen ? lines.map((line) => `${end}${line}`).join("") : lines.map((line) => `${line}${end}`).join(""));
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
  return node.range ?? undefined;
}

function valueOf(text: string): unknown {
  const read = readYaml({ file: "", text, line: 1 });
  return read.problems === undefined ? read.value : undefined;
}

function says(text: string, value: unknown): boolean {
  const read = readYaml({ file: "", text, line: 1 });
  return read.problems === undefined && isDeepStrictEqual(read.value, value);
}

function withAdded(value: unknown, [key, ...rest]: readonly string[], values: readonly string[]): unknown {
  if (!isObject(value) || key === undefined) return undefined;
  const inner = value[key];
  if (rest.length > 0) return { ...value, [key]: withAdded(inner, rest, values) };
  return { ...value, [key]: [...(Array.isArray(inner) ? inner : []), ...values] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
