import { blockNames, isElement, isText, nameOf } from "./html-document.ts";

/**
 * The words of a piece of HTML as a browser shows them, one blank between words: a block begins a new word, `<b>` does not.
 * For the elements of `instead` the given text is taken ("" for a script).
 */
export function wordsOfHtml(root: Node, instead: ReadonlyMap<Element, string>): string {
  return collapse(textOfHtml(root, instead));
}

/** As `wordsOfHtml`, with all white space as it stands; `<br>` is a line feed. */
export function textOfHtml(root: Node, instead: ReadonlyMap<Element, string>): string {
  const pieces: string[] = [];
  collect(root, instead, pieces, 0);
  return pieces.join("");
}

/**
 * The words of what markdown-it has rendered. Of its elements only these run on in a line; the marks of footnotes are
 * not words of the text, and the notes themselves stand apart.
 */
export function wordsOfMarkup(markup: string): { readonly text: string; readonly notes: readonly string[] } {
  const [text = "", notes = ""] = markup.replace(/<(?:sup class="footnote-ref"|a [^>]*class="footnote-backref").*?<\/(?:sup|a)>/gsu, (mark) => (mark.startsWith("<sup") ? "" : " ")).split('<section class="footnotes">');
  return { text: plain(text), notes: notes.split(/<li id="[^"]*" class="footnote-item">/u).slice(1).map(plain) };
}

/** Runs of white space as one blank, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

// A page from strangers may nest without end; textContent walks without recursion.
const deepest = 600;

function collect(node: Node, instead: ReadonlyMap<Element, string>, pieces: string[], depth: number): void {
  if (isText(node)) {
    pieces.push(node.textContent ?? "");
    return;
  }
  if (!isElement(node)) return;
  const given = instead.get(node);
  const name = nameOf(node);
  const [before, after] = edgesOf(name);
  pieces.push(before);
  if (given !== undefined) pieces.push(given);
  else if (depth > deepest) pieces.push(node.textContent ?? "");
  else for (const child of node.childNodes) collect(child, instead, pieces, depth + 1);
  pieces.push(after);
}

// A browser sets the marks of `<q>` by itself.
function edgesOf(name: string): readonly [string, string] {
  if (name === "q") return ["“", "”"];
  if (name === "br") return ["\n", ""];
  return blockNames.has(name) ? [" ", " "] : ["", ""];
}

function plain(markup: string): string {
  const text = markup
    .replace(/<\/?(?:em|strong|s|a|code)(?: [^>]*)?>/gu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, "&");
  return collapse(text);
}
