import { foldWord, shortForm } from "./fold.ts";
import type { OpenShard, Places, Weights } from "./shard.ts";
import type { Stemmer } from "./stemmer.ts";
import type { Term, TermWord } from "./terms.ts";

/** For each term, the articles of a shard that have it. */
export function findTerms(shard: OpenShard, terms: readonly Term[]): Promise<readonly Weights[]> {
  return Promise.all(terms.map((term) => findTerm(shard, term)));
}

async function findTerm(shard: OpenShard, { words }: Term): Promise<Weights> {
  const lists = await Promise.all(words.map(({ stems, beginning }) => shard.weights(stems, beginning)));
  const [first = new Map<number, number>(), ...others] = lists;
  if (others.length === 0) return first;
  const common = [...first.keys()].filter((article) => others.every((list) => list.has(article)));
  if (common.length === 0) return new Map();
  const places = await Promise.all(words.map(({ stems, beginning }) => shard.places(stems, beginning)));
  const inRow = common.filter((article) => standInRow(article, words, places));
  return new Map(inRow.map((article) => [article, Math.min(...lists.map((list) => list.get(article) ?? 0))]));
}

function standInRow(article: number, words: readonly TermWord[], places: readonly Places[]): boolean {
  const sets = places.map((list) => list.get(article));
  return [...(sets[0] ?? [])].some((start) => words.every(({ offset }, i) => sets[i]?.has(start + offset)));
}

/** Places of the words of a text that the terms have found, by number. */
export function findInText(words: readonly string[], terms: readonly Term[], stem: Stemmer): ReadonlySet<number> {
  const folded = words.map((word) => [...new Set([foldWord(word), ...word.split(/[\p{Pd}/]/u).map(foldWord)])]);
  const found = new Set<number>();
  words.forEach((_, start) => {
    for (const term of terms) {
      if (!term.words.every((word) => folded[start + word.offset]?.some((form) => isForm(form, word, stem)))) continue;
      for (const { offset } of term.words) found.add(start + offset);
    }
  });
  return found;
}

function isForm(form: string, { stems, beginning }: TermWord, stem: Stemmer): boolean {
  if (beginning !== "" && form.startsWith(beginning)) return true;
  return stems.some((wanted) => {
    // No stem begins otherwise than its word: that saves asking for nearly all words.
    if (!form.startsWith(wanted.slice(0, 2))) return false;
    const own = stem(form);
    return own === wanted || shortForm(own) === wanted;
  });
}
