import { cutWords } from "./cut-words.ts";
import { foldWord } from "./fold.ts";
import type { ShardEntry } from "./manifest.ts";
import type { Names } from "./names.ts";
import { frequenciesOf, type Asked } from "./search-run.ts";
import { likeliest } from "./spelling.ts";
import type { Stemmer } from "./stemmer.ts";

/**
 * A query as it may have been meant: each word that the archive does not have, or hardly has, in the spelling of one of
 * its names or, failing that, of its words. Undefined where nothing better is known.
 */
export async function likelyQuery(query: string, asked: readonly Asked[], names: Names, stemmerOf: (entry: ShardEntry) => Promise<Stemmer>): Promise<string | undefined> {
  const frequencies = frequenciesOf(asked);
  const words = (asked[0]?.terms ?? []).map(({ text }, i) => ({ text, frequency: frequencies[i] ?? 0 })).filter(({ text }) => /^[\p{L}\p{M}'’]{4,}$/u.test(text));
  let meant = query;
  for (const { text, frequency } of words) {
    const name = await names.meant(text);
    const isBetter = name !== undefined && frequency * farMoreFrequent <= name.count;
    const better = isBetter ? name.text : frequency === 0 ? await likelyWord(text, asked, stemmerOf) : undefined;
    if (better !== undefined) meant = meant.replace(text, () => inCaseOf(text, better));
  }
  return meant === query ? undefined : meant;
}

// "Volker" -> "Volcker" where the archive has only "volcker".
function inCaseOf(written: string, better: string): string {
  const first = written.charAt(0);
  return first === first.toLowerCase() ? better : better.charAt(0).toUpperCase() + better.slice(1);
}

// A misspelling may also be in the archive; it is rare beside the name.
const farMoreFrequent = 10;

// Looks among the words that begin alike, in the largest shard. The index holds stems: a text says how the word is written.
async function likelyWord(text: string, asked: readonly Asked[], stemmerOf: (entry: ShardEntry) => Promise<Stemmer>): Promise<string | undefined> {
  const [largest] = asked.toSorted((a, b) => b.shard.entry.count - a.shard.entry.count);
  if (largest === undefined) return undefined;
  const { shard } = largest;
  const stem = await stemmerOf(shard.entry);
  const words = await shard.vocabulary(foldWord(text).slice(0, 2), mostPiecesRead);
  const known = words.map(([word, count]) => ({ word, count }));
  const best = likeliest(foldWord(text), known) ?? likeliest(stem(foldWord(text)), known);
  if (best === undefined || best.count < leastArticles) return undefined;
  const [article] = [...(await shard.weights([best.word], ""))].find(([, weight]) => weight >= 4) ?? [];
  if (article === undefined) return undefined;
  const { text: whole } = await shard.shown(article);
  const written = cutWords(whole, shard.entry.language).find(({ text: word }) => stem(foldWord(word)) === best.word);
  return written?.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase();
}

// A word of one article may be a mistake itself.
const leastArticles = 2;
const mostPiecesRead = 12;
