/** The candidate most like a word, or undefined where none is near: nearest("titel", ["title", "date"]) -> "title". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // One slip in a short word, two in a longer one; more is another word.
  let limit = word.length < 5 ? 1 : 2;
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance <= limit) {
      best ??= candidate;
      if (distance < limit) {
        limit = distance;
        best = candidate;
      }
    }
  }
  return best;
}

/** Damerau's distance in its optimal string alignment form: insertions, deletions, replacements, neighbours exchanged. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
