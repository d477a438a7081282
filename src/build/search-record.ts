import { textOfMarkdown } from "../content/markdown.ts";

/** One article as the search index sees it: plain data, so that it can be compared, and sent to another process. */
export interface SearchRecord {
  /** Place in the archive, "/1987/03/funaro/". */
  readonly address: string;
  /** The same with the base path, as a link: "/archive/1987/03/funaro/". */
  readonly href: string;
  readonly title: string;
  /** Plain text that stands before the body: dek and dateline. */
  readonly text: string;
  /** The body. It becomes plain text only when its shard is indexed: reading Markdown is dear. */
  readonly markdown?: string;
  /** Plain text that stands after the body: captions and notes. */
  readonly notes?: string;
  /** BCP 47 primary subtag, "en"; each language has its own stemming and its own shards. */
  readonly language: string;
  /** Text that sorts by time (`sortKeyOf`): "1987-03-01" for March 1987; "" where the article is undated. */
  readonly date: string;
  /** The date in the words that the rest of the site uses: "March 1987", "undated". */
  readonly dateText: string;
  /** "" where there is none. */
  readonly section: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
  readonly topics: readonly string[];
  /** Names as the byline shows them. */
  readonly authors: readonly string[];
  /** Other spellings of its subjects: searched, never shown. */
  readonly aliases: readonly string[];
  readonly picture: string | undefined;
}

/** A custom record of Pagefind's Node API, without sort keys; its filters are written by ourselves. */
export interface PagefindRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
}

/**
 * Takes an article's record and returns what Pagefind 1.5.2 indexes.
 *
 * Pagefind searches all metadata and a weight of 0 does not stop it (measured: "jpg" found the picture's name). So only
 * what may be found is metadata: title, byline and aliases; excerpts come from the content alone and cannot show them.
 * Date, section and picture travel in the link's fragment, which is never searched.
 *
 * There is no sort key: records are indexed oldest first, so a page's number is its place in time.
 */
export function pagefindRecordOf(record: SearchRecord): PagefindRecord {
  const meta: Record<string, string> = { title: separateDashes(record.title) };
  if (record.authors.length > 0) meta["byline"] = record.authors.join(", ");
  if (record.aliases.length > 0) meta["aliases"] = record.aliases.join("; ");
  return {
    url: `${record.href}#${new URLSearchParams(notesOf(record)).toString()}`,
    content: separateDashes(wholeText(record)),
    language: record.language,
    meta,
    filters: filtersOf(record),
  };
}

// Pagefind makes no page of a record without a word ("!?", a picture alone), and the pages after it would have other numbers
// than their articles. Its day always has one.
function wholeText({ title, text, markdown, notes, dateText }: SearchRecord): string {
  const whole = [text, markdown && textOfMarkdown(markdown), notes].filter((part) => part !== undefined && part !== "").join("\n");
  return /[\p{L}\p{N}]/u.test(whole) ? whole : `${title} (${dateText})`;
}

/**
 * Pagefind takes words at white space and does not look behind a dash: of "Georgia–European" it finds "Georgia" alone,
 * and the lone dash of "talks – and" is a word that breaks a phrase. A word joiner (U+2060, invisible, no white space)
 * marks every change, so that the reader's excerpt is printed as the article is: see `restoreDashes` of the client.
 */
export function separateDashes(text: string): string {
  return text
    .replace(/[\u200B\u2060]/gu, "") // A zero-width space would make Pagefind's script take the text for Chinese.
    .replace(/(?<before>\s?)(?<dash>[–—]|--+|(?<=\s)-(?=\s))(?<after>\s?)/gu, (_match, before: string, dash: string, after: string) =>
      `${before === "" ? "" : "\u2060"}${dash}${after === "" ? "\u2060 " : after}`,
    );
}

function notesOf({ dateText, section, picture }: SearchRecord): Record<string, string> {
  return { date: dateText, ...(section === "" ? {} : { section }), ...(picture === undefined ? {} : { picture }) };
}

function filtersOf(record: SearchRecord): Record<string, string[]> {
  const values: readonly (readonly [string, readonly string[]])[] = [
    ["author", record.authors],
    ["organization", record.organizations],
    ["person", record.people],
    ["place", record.places],
    ["section", record.section === "" ? [] : [record.section]],
    ["topic", record.topics],
  ];
  const filters: Record<string, string[]> = {};
  // Named twice, an article would be counted twice.
  for (const [name, list] of values) if (list.length > 0) filters[name] = [...new Set(list)];
  return filters;
}
