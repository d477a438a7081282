import { textOfMarkdown } from "./markdown.ts";

/** Longest description that search engines show whole, in characters. */
const longest = 160;

/** As much Markdown as surely holds `longest` characters of text. */
const enough = 600;

/** The first words of a text, cut at a word; undefined where there are none. */
export function openingOf(markdown: string): string | undefined {
  const text = textOfMarkdown(markdown.slice(0, enough).trimEnd()).replace(/\s+/gu, " ").trim();
  if (text.length <= longest) return text === "" ? undefined : text;
  const word = text.lastIndexOf(" ", longest - 1);
  return `${text.slice(0, word > longest / 2 ? word : longest - 1)}…`;
}
