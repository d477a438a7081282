import type { ArticleText } from "./article-text.ts";
import type { Capital } from "./capitals.ts";

/** Capitalised words that follow one another: "U.S. Secretary", "Ursula von der Leyen", "East Asia Summit". */
export interface Run {
  readonly words: readonly Capital[];
  readonly at: number;
  readonly end: number;
}

/** Groups the capitalised words of a text below its title; small words inside a name hold it together. */
export function runsOf({ folded, titleEnd }: ArticleText, capitals: readonly Capital[]): readonly Run[] {
  const runs: Run[] = [];
  let words: Capital[] = [];
  const flush = (): void => {
    const [first, last] = [words[0], words.at(-1)];
    if (first !== undefined && last !== undefined) runs.push({ words, at: first.at, end: last.end });
    words = [];
  };
  for (const capital of capitals) {
    if (capital.at < titleEnd) continue;
    const before = words.at(-1);
    if (before !== undefined && !capital.joined && !particles.test(folded.slice(before.end, capital.at))) flush();
    words.push(capital);
  }
  flush();
  return runs;
}

// " von der ", " de la ", " bin "
const particles = /^ (?:(?:de|da|di|do|dos|das|del|della|du|la|van|von|der|den|ter|ten|bin|ibn|zu) ){1,3}$/u;

/** A run without the words before a given one. */
export function runFrom(words: readonly Capital[]): Run | undefined {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? undefined : { words, at: first.at, end: last.end };
}
