import { textOfMarkdown } from "./markdown.ts";

/** Longest description that search engines show whole, in characters. */
const longest = 160;

/** As much Markdown as surely holds `longest` characters of text. */
const enough = 600;

/** The first words of a text, cut at a word; undefined where there are none. */
export function openingOf(markdown: string): string | undefined {
  // Cut before the white space is taken out of it, which costs as much as all else: twice what is wanted is enough.
  const words = textOfMarkdown(markdown.slice(0, enough).trimEnd()).trimStart();
  const some = words.slice(0, 2 * longest).replace(/\s+/gu, " ").trim();
  const text = some.length > longest ? some : words.replace(/\s+/gu, " ").trim();
  if (text.length <= longest) return text === "" ? undefined : text;
  const word = text.lastIndexOf(" ", longest - 1);
  return `${text.slice(0, word > longest / 2 ? word : longest - 1)}…`;
}
