import type { Article } from "../model/article.ts";
import { foldLetters, partAt, type ArticleText } from "./article-text.ts";
import type { Capital } from "./capitals.ts";
import { sentenceWords } from "./plain-words.ts";

/** What in an article may say where it plays: the dateline's town, and what qualifies it ("Mich." in "MIDLAND, Mich."). */
export function datelineCues({ dateline }: Pick<Article, "dateline">): readonly string[] {
  if (dateline?.place === undefined) return [];
  const whole = foldLetters(dateline.place);
  const parts = whole.split(/\s*,\s*/u);
  const [town = whole] = parts;
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return [...new Set([whole, town])].concat(last === undefined ? [] : [`, ${last}`]);
}

/** The town of a dateline, as a text would print it: "ST. LOUIS, Mo." gives "St. Louis"; undefined where two are named. */
export function townOfDateline({ dateline }: Pick<Article, "dateline">): string | undefined {
  const town = dateline?.place?.split(/\s*,\s*/u)[0]?.trim();
  if (town === undefined || town === "" || /[/&;]/u.test(town)) return undefined;
  if (town !== town.toUpperCase() || town === town.toLowerCase()) return town;
  return town.toLowerCase().replace(/(?<![\p{L}'’])\p{L}[\p{L}\p{M}]*/gu, (word, at: number) => (at > 0 && small.has(word) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`));
}

const small: ReadonlySet<string> = new Set(["de", "da", "do", "del", "la", "le", "of", "the", "upon", "on", "am", "an", "der", "sur", "en"]);

/** The capitalised words of title and lead, alone and in pairs, each once: "japanese", "hong kong". */
export function wordCues(articleText: ArticleText, capitals: readonly Capital[]): readonly string[] {
  const cues = new Set<string>();
  let before: Capital | undefined;
  for (const capital of capitals) {
    const part = partAt(articleText, capital.at);
    if (part === "body" || part === "caption") break;
    // "The" and "In" are capitalised words too, and mean nothing.
    const known = sentenceWords.has(capital.folded) ? undefined : capital;
    if (known !== undefined) cues.add(capital.folded);
    if (known !== undefined && capital.joined && before !== undefined) cues.add(`${before.folded} ${capital.folded}`);
    before = known;
  }
  return [...cues];
}
