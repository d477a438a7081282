import { readBylineField } from "./byline.ts";
import type { DraftImage, Note } from "./draft.ts";
import { isSameHeadline } from "./headline.ts";
import { readHtmlPiece } from "./html-document.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { NewsItem } from "./news-item.ts";
import { readContributorNote } from "./person-names.ts";
import { readPlainBody, takeDateline } from "./plain-body.ts";

/** The text of an item, as an article has it. */
export interface NewsBody {
  readonly markdown: string;
  readonly images: readonly DraftImage[];
  readonly contributors: readonly string[];
  readonly dateline: string | undefined;
  readonly notes: readonly Note[];
}

/** An item's text, and what its first lines may repeat. */
export interface NewsBodySource extends Pick<NewsItem, "text" | "dateline" | "headline"> {
  readonly byline: readonly string[];
}

/** Makes Markdown of an item's text, and takes off what has keys of its own: the headline again, a dateline, the note on contributors. */
export function readNewsBody({ text, dateline, headline, byline }: NewsBodySource): NewsBody {
  if (text === undefined) return { markdown: "", images: [], contributors: [], dateline: undefined, notes: [] };
  const tag = text.kind === "plain" ? blockTag.exec(text.text)?.[0] : undefined;
  const tagNote: Note[] = tag === undefined ? [] : [{ level: "guess", kind: "text taken as HTML", text: `took the text as HTML: it holds ${tag}` }];
  if (text.kind === "plain" && tag === undefined) {
    const plain = readPlainBody(text.text);
    return { ...takeContributors(plain.body, plain.notes), images: [], dateline: plain.dateline };
  }
  const { markdown, images, notes } = htmlToMarkdown(readHtmlPiece(text.text));
  const [first = "", ...rest] = markdown.split("\n\n");
  const heading = /^#+ (?<words>.*)$/u.exec(first)?.groups?.["words"]?.replace(/\\(?=[!-/:-@[-`{-~])/gu, "");
  const repeated = heading !== undefined && isSameHeadline(heading, headline ?? "");
  const dropped: Note[] = repeated ? [{ level: "change", kind: "repeated headline dropped", text: "dropped the heading of the text, which repeats the headline" }] : [];
  const { blocks, note: bylineNote } = withoutByline(repeated ? rest : [first, ...rest], byline);
  const opening = dateline === undefined ? takeDateline(blocks) : { dateline: undefined, rest: blocks, notes: [] };
  return { ...takeContributors(opening.rest.join("\n\n"), [...tagNote, ...notes, ...dropped, ...bylineNote, ...opening.notes]), images, dateline: opening.dateline };
}

// "<p>" and its like; a text may hold "<b>" as its words.
const blockTag = /<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|article|section)(?:\s[^<>]*)?>/iu;

// "By Ann Lee" as the first paragraph, where the item has said so already.
function withoutByline(blocks: readonly string[], byline: readonly string[]): { readonly blocks: readonly string[]; readonly note: readonly Note[] } {
  const [first = "", ...rest] = blocks;
  if (!/^by\s/iu.test(first) || rest.length === 0) return { blocks, note: [] };
  const names = (text: string): string => readBylineField(text).value.map((name) => (typeof name === "string" ? name : name.name)).join("\n").toLowerCase();
  if (byline.length === 0 || names(first) !== byline.map(names).join("\n")) return { blocks, note: [] };
  return { blocks: rest, note: [{ level: "change", kind: "repeated byline dropped", text: `dropped the first paragraph, which repeats the byline: "${first}"` }] };
}

// The note is the last paragraph of a story.
function takeContributors(markdown: string, notes: readonly Note[]): Pick<NewsBody, "markdown" | "contributors" | "notes"> {
  const at = markdown.lastIndexOf("\n\n");
  const last = at === -1 ? "" : markdown.slice(at + 2);
  const contributors = readContributorNote(last);
  if (contributors === undefined) return { markdown, contributors: [], notes };
  return { markdown: markdown.slice(0, at), contributors, notes: [...notes, { level: "guess", kind: "contributors", text: `took the last paragraph as the note on contributors: "${last}"` }] };
}
