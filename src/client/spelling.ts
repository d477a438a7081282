/**
 * What remains of a folded word when what is often mistaken is taken away: vowels, doubled letters, the silent h, and the
 * difference of letters that sound alike: "volcker" and "volker" -> "flkr", "gorbachev" and "gorbachov" -> "grbkf". Words
 * of other scripts keep all their letters.
 */
export function skeletonOf(word: string): string {
  const sounds = word.replace(/ph/gu, "f").replace(/[ckqg](?=h)|[ckq]/gu, "k").replace(/[vw]/gu, "f").replace(/[zsxç]/gu, "s").replace(/[yj]/gu, "i");
  const initial = sounds.slice(0, 1).replace(/[aeiou]/u, "a");
  return (initial + sounds.slice(1).replace(/[aeiouh]/gu, "")).replace(/(?<letter>.)\k<letter>+/gu, "$<letter>");
}

/**
 * Number of letters to add, drop, change or swap with their neighbour between two words (Damerau 1964, restricted), or
 * `most + 1` where there are more than `most`.
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return Math.min(most + 1, last[b.length] ?? most + 1);
}

/** How many letters of a word may be wrong. */
export function mostMistakes(word: string): number {
  return word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
}

/**
 * The likeliest word that was meant, or undefined. Takes the word that was written and known ones, each with the number of
 * articles that have it; a word of the same sound counts as one mistake less, and one mistake weighs like a hundredfold number.
 */
export function likeliest<T extends { readonly word: string; readonly count: number }>(written: string, known: readonly T[]): T | undefined {
  const most = mostMistakes(written);
  const skeleton = skeletonOf(written);
  let [best, bestCost]: [T | undefined, number] = [undefined, Infinity];
  for (const candidate of known) {
    if (candidate.word === written) continue;
    const mistakes = distanceOf(written, candidate.word, most);
    if (mistakes > most) continue;
    const cost = mistakes - (skeletonOf(candidate.word) === skeleton ? 1 : 0) - Math.log10(1 + candidate.count) / 2;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}
