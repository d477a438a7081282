/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Parses a text as JSON; what is wrong with it otherwise. Objects have no prototype, so that a key "__proto__" is a key.
 */
export function parseJson(text: string): { readonly value: JsonValue } | { readonly fault: string } {
  try {
    // A number is kept as it stands where JavaScript would round it: 10000000000000001 may be an id.
    const value: unknown = JSON.parse(text, keepDigits);
    return isJson(value, 0) ? { value } : { fault: `lists and objects are nested more than ${String(deepest)} deep` };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && context?.source !== undefined && String(value) !== context.source ? context.source : value;
}

/** Deeper nesting is an attack on whoever walks through it. */
const deepest = 64;

function isJson(value: unknown, depth: number): value is JsonValue {
  if (depth > deepest) return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((inner) => isJson(inner, depth + 1));
}
