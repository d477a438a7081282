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

/** What a shard is made from: an article's texts, and what is shown with them. */
export interface IndexedArticle {
  /** Link, title, date in words, section, picture ("" where there is none): what a result shows beside its excerpt. */
  readonly shown: readonly [href: string, title: string, date: string, section: string, picture: string];
  readonly text: string;
  readonly byline: string;
  /** Searched, never shown. */
  readonly aliases: string;
  /** Values by filter; both in the order in which they are published. */
  readonly filters: readonly (readonly [filter: string, values: readonly string[]])[];
}

/** Takes an article's record and returns what its shard is made from. */
export function indexedArticleOf(record: SearchRecord): IndexedArticle {
  const { href, title, text, markdown, notes, dateText, section, picture = "", authors, aliases } = record;
  return {
    shown: [href, title, dateText, section, picture],
    text: [text, markdown && textOfMarkdown(markdown), notes].filter((part) => part !== undefined && part !== "").join("\n"),
    byline: authors.join(", "),
    aliases: aliases.join("; "),
    filters: [
      ["author", authors],
      ["organization", record.organizations],
      ["person", record.people],
      ["place", record.places],
      ["section", section === "" ? [] : [section]],
      ["topic", record.topics],
    ],
  };
}
