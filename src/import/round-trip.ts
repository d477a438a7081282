import { renderBody } from "../content/markdown.ts";
import type { BodyLinks } from "../content/markdown.ts";
import type { Note } from "./draft.ts";
import { collapse, wordsOfHtml, wordsOfMarkup } from "./html-text.ts";

/**
 * Renders Markdown as the archive will and compares its words with those of the HTML it was made from, white space apart.
 * Takes the words that stand instead of some elements (figures and dropped elements have none), and the elements of the
 * footnotes in order. Gives a warning for the first difference, with the words before it.
 */
export function compareWords(root: Element, instead: ReadonlyMap<Element, string>, notes: readonly Element[], markdown: string): readonly Note[] {
  const rendered = wordsOfMarkdown(markdown);
  const children = new Map([...instead].filter(([element]) => !notes.includes(element)));
  return [
    ...differences(wordsOfHtml(root, instead), rendered.text, "the text"),
    ...notes.flatMap((note, at) => differences(wordsOfHtml(note, children), rendered.notes[at] ?? "", `footnote ${String(at + 1)}`)),
  ];
}

/** The words that a reader of the archive sees in a text and in its footnotes, without its figures. */
function wordsOfMarkdown(markdown: string): { readonly text: string; readonly notes: readonly string[] } {
  const blocks = renderBody(markdown, figureless, []);
  return wordsOfMarkup(blocks.map((block) => (block.kind === "markup" ? block.markup : " ")).join(""));
}

const figureless: BodyLinks = {
  tableName: "",
  href: (target) => target,
  figure: () => ({ picture: undefined, caption: undefined, credit: undefined, rights: undefined, date: undefined, place: undefined, people: [], fileYear: undefined }),
};

function differences(source: string, found: string, where: string): readonly Note[] {
  if (source === found) return [];
  const [expected, actual] = [source.split(" "), found.split(" ")];
  const at = expected.findIndex((word, i) => word !== actual[i]);
  const first = at === -1 ? expected.length : at;
  const shown = (words: readonly string[]): string => `"${collapse(words.slice(Math.max(0, first - 3), first + 5).join(" "))}"`;
  return [{ level: "warning", kind: "text differs from the source's", text: `in ${where} the source has ${shown(expected)}, the article ${shown(actual)}` }];
}
