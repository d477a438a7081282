/** The parts of a list that came out of a file; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}

export function numbersOf(value: unknown): readonly number[] {
  return listOf(value).map(Number);
}
