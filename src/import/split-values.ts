import { asItIs } from "./field.ts";
import type { Field } from "./field.ts";
import { isFullName } from "./person-names.ts";

/**
 * Splits the values of a field that holds several: at ";", "|" and line breaks. At commas only where that is safe, and
 * as a guess: topics ("oil, gas"), and people where every part is a full name. "Paris, France" is one place and
 * "Lee, Ann" one person.
 */
export function splitValues(values: readonly string[], field: string): Field<readonly string[]> {
  const parts = values.flatMap((value) => value.split(/\s*[;|\n]\s*/u)).filter((part) => part.trim() !== "");
  const [only, second] = parts;
  if (only === undefined || second !== undefined || !only.includes(",")) return asItIs(parts);
  const byComma = only.split(/\s*,\s*/u).filter((part) => part !== "");
  const safe = field === "topics" || (field === "people" && byComma.every(isFullName));
  if (byComma.length > 1 && safe) return { value: byComma, notes: [{ level: "guess", kind: `${field} split at commas`, text: `took "${only}" as ${String(byComma.length)} ${field}` }] };
  return asItIs(parts);
}
