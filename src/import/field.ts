import type { Note } from "./draft.ts";

/** A field of a source, read; with what had to be changed or guessed for it. */
export interface Field<Value> {
  readonly value: Value;
  readonly notes: readonly Note[];
}

/** A field that needed no change. */
export function asItIs<Value>(value: Value): Field<Value> {
  return { value, notes: [] };
}
