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

/** Makes Markdown of an item's text, and takes off what has keys of its own: the headline again, a dateline, the note on contributors. */
export function readNewsBody({ text, dateline, headline }: Pick<NewsItem, "text" | "dateline" | "headline">): NewsBody {
  if (text === undefined) return { markdown: "", images: [], contributors: [], dateline: undefined, notes: [] };
  if (text.kind === "plain") {
    const plain = readPlainBody(text.text);
    return { ...takeContributors(plain.body, plain.notes), images: [], dateline: plain.dateline };
  }
  const { markdown, images, notes } = htmlToMarkdown(readHtmlPiece(text.text));
  const [first = "", ...rest] = markdown.split("\n\n");
  const heading = /^#+ (?<words>.*)$/u.exec(first)?.groups?.["words"]?.replace(/\\(?=[!-/:-@[-`{-~])/gu, "");
  const repeated = heading !== undefined && isSameHeadline(heading, headline ?? "");
  const dropped: Note[] = repeated ? [{ level: "change", kind: "repeated headline dropped", text: "dropped the heading of the text, which repeats the headline" }] : [];
  const blocks = repeated ? rest : [first, ...rest];
  const opening = dateline === undefined ? takeDateline(blocks) : { dateline: undefined, rest: blocks, notes: [] };
  return { ...takeContributors(opening.rest.join("\n\n"), [...notes, ...dropped, ...opening.notes]), images, dateline: opening.dateline };
}

// The note is the last paragraph of a story.
function takeContributors(markdown: string, notes: readonly Note[]): Pick<NewsBody, "markdown" | "contributors" | "notes"> {
  const at = markdown.lastIndexOf("\n\n");
  const last = at === -1 ? "" : markdown.slice(at + 2);
  const contributors = readContributorNote(last);
  if (contributors === undefined) return { markdown, contributors: [], notes };
  return { markdown: markdown.slice(0, at), contributors, notes: [...notes, { level: "guess", kind: "contributors", text: `took the last paragraph as the note on contributors: "${last}"` }] };
}
