/** The parts of a list that came out of a file; none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}
