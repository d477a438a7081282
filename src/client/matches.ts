import { foldWord, shortForm } from "./fold.ts";
import type { OpenShard, Places, Weights } from "./shard.ts";
import type { Stemmer } from "./stemmer.ts";
import type { Term, TermWord } from "./terms.ts";

/** For each term, the articles of a shard that have it. */
export function findTerms(shard: OpenShard, terms: readonly Term[]): Promise<readonly Weights[]> {
  return Promise.all(terms.map((term) => findTerm(shard, term)));
}

/** A word of a phrase that is looked for at its places, and frequent words that must stand near it there. */
interface Anchor {
  readonly word: TermWord;
  readonly near: (readonly [distance: number, frequent: number])[];
}

async function findTerm(shard: OpenShard, { words }: Term): Promise<Weights> {
  const anchors = words.length > 1 ? anchorsOf(words, (await shard.head()).frequent) : words.map((word) => ({ word, near: [] }));
  const lists = await Promise.all(anchors.map(({ word }) => shard.weights(word.stems, word.beginning)));
  const [first = new Map<number, number>(), ...others] = lists;
  if (words.length < 2) return first;
  const common = [...first.keys()].filter((article) => others.every((list) => list.has(article)));
  if (common.length === 0) return new Map();
  const places = await Promise.all(anchors.map(({ word, near }) => shard.places(word.stems, word.beginning, near.length > 0)));
  const inRow = common.filter((article) => standInRow(article, anchors, places));
  return new Map(inRow.map((article) => [article, Math.min(...lists.map((list) => list.get(article) ?? 0))]));
}

// Of "the bank of england" the places of "bank" and "england" are loaded, and what stands near them: where "the" and "of" stand
// in a shard is as much as all else that a search needs.
function anchorsOf(words: readonly TermWord[], frequent: readonly string[]): readonly Anchor[] {
  const numbers = words.map(({ stems, beginning }) => (beginning === "" && stems.length === 1 ? frequent.indexOf(stems[0] ?? "") : -1));
  const chosen = numbers.includes(-1) ? -1 : Math.max(...numbers);
  const anchors = words.filter((_, i) => numbers[i] === chosen).map((word): Anchor => ({ word, near: [] }));
  words.forEach((word, i) => {
    if (numbers[i] === chosen) return;
    const anchor = anchors.find((other) => Math.abs(other.word.offset - word.offset) <= 2);
    if (anchor === undefined) anchors.push({ word, near: [] });
    else anchor.near.push([word.offset - anchor.word.offset, (numbers[i] ?? 0) + 1]);
  });
  return anchors;
}

function standInRow(article: number, anchors: readonly Anchor[], places: readonly Places[]): boolean {
  const standing = places.map((list) => list.get(article));
  const [first] = anchors;
  return [...(standing[0]?.keys() ?? [])].some((start) =>
    anchors.every(({ word, near }, i) => {
      const found = standing[i]?.get(start + word.offset - (first?.word.offset ?? 0));
      return found !== undefined && near.every(([distance, number]) => ((found >> (nearBits[distance + 2] ?? 0)) & 15) === number);
    }),
  );
}

// Where the frequent word at a distance from -2 to 2 stands in `Near`.
const nearBits = [8, 0, 0, 4, 12];

/** Places of the words of a text that the terms have found, by number. */
export function findInText(words: readonly string[], terms: readonly Term[], stem: Stemmer): ReadonlySet<number> {
  const folded = words.map((word) => [word, ...word.split(/[\p{Pd}/]/u)].map(foldWord));
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
