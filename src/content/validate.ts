import { z } from "zod";
import type { Fault } from "./fault.ts";
import { nearest } from "./nearest.ts";

export type Validated<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly value?: never; readonly faults: readonly Fault[] };

/** Keys that other generators use, and what they are called here. */
export type ForeignKeys = ReadonlyMap<string, string>;

/** How a value is spoken of in messages. */
export interface Naming {
  /** The value as a whole: "the front matter". */
  readonly whole: string;
  readonly foreign?: ForeignKeys;
}

/**
 * Checks a value against its schema and turns every objection into a fault in plain words.
 * A schema's own message may end with a second line: how to mend it.
 */
export function validate<T>(schema: z.ZodType<T>, input: unknown, naming: Naming): Validated<T> {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, { schema, input, naming }));
  return { faults: faults.filter((fault) => !faults.some((other) => other.meant !== undefined && isMissing(fault, other.path, other.meant))) };
}

/** A message with its remedy, for the `error` option of a schema: twoLines("is no date", "write YYYY-MM-DD"). */
export function twoLines(message: string, fix: string): string {
  return `${message}\n${fix}`;
}

/** A fault that may know which key was meant. */
interface GuessedFault extends Fault {
  readonly meant?: string | undefined;
  readonly missing?: boolean | undefined;
}

// "titel" is one mistake, not an unknown key and a missing one.
function isMissing({ missing, path }: GuessedFault, misspelt: readonly PropertyKey[], meant: string): boolean {
  return missing === true && path.at(-1) === meant && path.length === misspelt.length && path.slice(0, -1).every((part, i) => part === misspelt[i]);
}

interface Validation {
  readonly schema: z.ZodType;
  readonly input: unknown;
  readonly naming: Naming;
}

function faultsOf(issue: z.core.$ZodIssue, validation: Validation): readonly GuessedFault[] {
  const { path } = issue;
  const found = valueAt(validation.input, path);
  const fault = (message: string, fix: string): readonly Fault[] => [{ path, at: "value", message: `${nameOf(path, validation.naming)}${message}`, fix }];

  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(validation.schema, path), path.length === 0 ? validation.naming.foreign : undefined));
  if (found === null) return fault(" has no value", exampleOf(path, "write a value after the colon"));
  if (issue.code === "invalid_union") {
    const inner = meantBranch(issue);
    if (inner.length > 0) return inner.flatMap((one) => faultsOf({ ...one, path: [...path, ...one.path] }, validation));
  }
  const [message = "", fix] = issue.message.split("\n");
  if (found === undefined && path.length > 0) return fault(" is missing", fix ?? exampleOf(path, "add")).map((one) => ({ ...one, missing: true }));
  if (fix !== undefined) return fault(`: ${shown(found)} ${message}`, fix);
  switch (issue.code) {
    case "invalid_type":
      return fault(`: expected ${expectedName(issue.expected)}, found ${kindOf(found)}`, typeFix(String(path.at(-1)), issue.expected, found));
    case "invalid_value":
      return fault(`: ${shown(found)} is not known here`, choiceFix(found, issue.values.map(String)));
    default:
      return fault(`: ${issue.message}`, "see the table of keys in the README");
  }
}

// Of several forms a value may have, the one that was tried: it has the right type at its top and something wrong inside.
function meantBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  return issue.errors.find((branch) => branch.some(({ code, path }) => code !== "invalid_type" || path.length > 0)) ?? [];
}

function unknownKey(path: readonly PropertyKey[], key: string, keys: readonly string[], foreign: ForeignKeys | undefined): GuessedFault {
  const message = `unknown key ${quoted(key)}`;
  const equivalent = foreign?.get(key.toLowerCase());
  if (equivalent !== undefined) return { path, at: "key", message, fix: equivalent };
  const near = nearest(key, keys);
  if (near !== undefined) return { path, at: "key", message, fix: `did you mean "${near}"?`, meant: near };
  return { path, at: "key", message, fix: keys.includes("extra") ? `write one of ${keys.join(", ")}; keys of your own go under extra` : `write one of ${keys.join(", ")}` };
}

/** The keys a schema knows for the map at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const map = mapsAt(schema, path)[0];
  return map === undefined ? [] : Object.keys(map.shape);
}

function mapsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.ZodObject[] {
  if (schema instanceof z.ZodOptional) return mapsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => mapsAt(option, path));
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray) return first === undefined ? [] : mapsAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return [schema];
  const below = schema.shape[String(first)];
  return below === undefined ? [] : mapsAt(below, rest);
}

// ["images", 0, "alt"] -> "images[0].alt"
function nameOf(path: readonly PropertyKey[], { whole }: Naming): string {
  if (path.length === 0) return whole;
  return path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("").replace(/^\./u, "");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return `"${value}"`;
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "a map" : kindOf(value);
}

/** Text in quotes, cut where it is long: a message is no place for an article. */
function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

const expectedNames: ReadonlyMap<string, string> = new Map([
  ["string", "text"], ["array", "a list"], ["object", "keys and values"], ["number", "a number"],
  ["boolean", "true or false"], ["record", "keys and values"], ["tuple", "a list"], ["int", "a whole number"],
]);

const expectedName = (type: string): string => expectedNames.get(type) ?? type;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "keys and values";
  return typeof value === "string" ? `the text ${quoted(value)}` : `the ${typeof value} ${String(value)}`;
}

const examples: ReadonlyMap<string, string> = new Map([
  ["title", "title: The headline"],
  ["date", "date: 1987-03-02 (or date: undated)"],
  ["alt", 'alt: What the picture shows (or alt: "" for decoration)'],
  ["name", "name: The name as readers know it"],
]);

// For a list's item there is no key to show.
function exampleOf(path: readonly PropertyKey[], otherwise: string): string {
  const key = path.at(-1);
  const example = examples.get(String(key));
  if (example !== undefined) return `write ${example}`;
  return otherwise === "add" ? `add ${String(key)}: ...` : typeof key === "number" ? "remove the empty item" : `${otherwise}, or remove the line`;
}

function typeFix(key: string, expected: string, found: unknown): string {
  if (expected === "string" && (typeof found === "number" || typeof found === "boolean")) return `put it in quotes: "${found}"`;
  if (expected === "array" && typeof found === "string") return `write a list: ${key}: [${flowItem(found)}]`;
  if (expected === "string" && Array.isArray(found)) return "write one piece of text";
  if (expected === "object") return "write a key, a colon and a value on each line";
  if (expected === "boolean") return "write true or false";
  return `write ${expectedName(expected)}`;
}

// "Lavrov, Sergey" would be two items of a list.
function flowItem(text: string): string {
  return /^[^,[\]{}#:"'&*!|>%@`-][^,[\]{}#:]*$/u.test(text) && text.length <= 60 ? text : quoted(text);
}

function choiceFix(found: unknown, choices: readonly string[]): string {
  const near = typeof found === "string" ? nearest(found, choices) : undefined;
  return near === undefined ? `write one of ${choices.join(", ")}` : `did you mean "${near}"?`;
}
