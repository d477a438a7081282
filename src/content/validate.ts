import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { nearest } from "./nearest.ts";

export type Validated<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly value?: never; readonly faults: readonly Fault[] };

/** Keys that other generators use, and what they are called here. */
export type ForeignKeys = Readonly<Record<string, string>>;

/**
 * Checks a value against its schema and turns every objection into a fault in plain words.
 * A schema's own message may end with a second line: how to mend it.
 */
export function validate<T>(schema: z.ZodType<T>, input: unknown, keys: readonly string[], foreign: ForeignKeys = {}): Validated<T> {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, input, keys, foreign)) };
}

/** A message with its remedy, for the `error` option of a schema: twoLines("is no date", "write YYYY-MM-DD"). */
export function twoLines(message: string, fix: string): string {
  return `${message}\n${fix}`;
}

function faultsOf(issue: z.core.$ZodIssue, input: unknown, keys: readonly string[], foreign: ForeignKeys): readonly Fault[] {
  const { path } = issue;
  const name = nameOf(path);
  const found = valueAt(input, path);
  const [message = "", fix] = issue.message.split("\n");
  if (fix !== undefined) return [{ path, at: "value", message: `${name}: ${shown(found)}${message}`, fix }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey([...path, key], key, path.length === 0 ? keys : undefined, foreign));
    case "invalid_type":
      if (found === undefined) return [{ path, at: "value", message: `${name} is missing`, fix: missingFix(path) }];
      return [{ path, at: "value", message: `${name}: expected ${expectedName(issue.expected)}, found ${kindOf(found)}`, fix: typeFix(name, issue.expected, found) }];
    case "invalid_value":
      return [{ path, at: "value", message: `${name}: ${shown(found)}is not known here`, fix: `write one of ${issue.values.map(String).join(", ")}` }];
    case "too_small":
      return [{ path, at: "value", message: `${name} is empty`, fix: "write something, or remove the line" }];
    default:
      return [{ path, at: "value", message: `${name}: ${issue.message}`, fix: "see the table of keys in the README" }];
  }
}

function unknownKey(path: readonly PropertyKey[], key: string, keys: readonly string[] | undefined, foreign: ForeignKeys): Fault {
  const message = `unknown key "${key}"`;
  const equivalent = foreign[key.toLowerCase()];
  if (keys !== undefined && equivalent !== undefined) return { path, at: "key", message, fix: `here it is called ${equivalent}` };
  const near = keys && nearest(key, keys);
  if (near !== undefined) return { path, at: "key", message, fix: `did you mean "${near}"?` };
  return { path, at: "key", message, fix: keys ? `the keys are ${keys.join(", ")}` : "remove it, or see the table of keys in the README" };
}

// ["images", 0, "alt"] -> "images[0].alt"
function nameOf(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return name === "" ? "the whole value" : name.replace(/^\./u, "");
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
  return typeof value === "string" || typeof value === "number" ? `"${value}" ` : "";
}

const expectedNames: Readonly<Record<string, string>> = {
  string: "text", array: "a list", object: "keys and values", number: "a number", boolean: "true or false", record: "keys and values", tuple: "a list", int: "a whole number",
};

const expectedName = (type: string): string => expectedNames[type] ?? type;

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys and values";
  return typeof value === "string" ? `the text "${value}"` : `the ${typeof value} ${String(value)}`;
}

function missingFix(path: readonly PropertyKey[]): string {
  const key = String(path.at(-1));
  const examples: Readonly<Record<string, string>> = {
    title: "title: The headline",
    date: "date: 1987-03-02 (or date: undated)",
    alt: 'alt: What the picture shows (or alt: "" for decoration)',
    name: "name: The name as readers know it",
  };
  return `add ${examples[key] ?? `${key}: ...`}`;
}

function typeFix(name: string, expected: string, found: unknown): string {
  if (found === null) return "write a value, or remove the line";
  if (expected === "string" && (typeof found === "number" || typeof found === "boolean")) return `put it in quotes: "${found}"`;
  if (expected === "array" && typeof found === "string") return `write a list: ${name}: [${found}]`;
  return `write ${expectedName(expected)}`;
}
