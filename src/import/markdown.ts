/**
 * Writes plain text as Markdown that reads back as exactly that text, with as few backslashes as that takes.
 *
 * Takes one paragraph, on one line or several, without white space at the ends of its lines. Rules: CommonMark 0.31, GFM
 * strikethrough, tables and footnotes. HTML-like text is escaped although our own Markdown has HTML off, because any other
 * program that shows the file would swallow it: `\<IBM.N>`. A paragraph on one line can be neither a table nor a setext
 * heading, so that there `|` and `===` need nothing.
 */
export function escapeMarkdown(paragraph: string): string {
  const escaped = escapeInside(paragraph);
  const [first = "", ...rest] = escaped.split("\n");
  // The label of a definition may run over several lines: "[a" + "b]: c".
  const start = definition.test(escaped) ? `\\${first}` : escapeStart(first);
  return [start, ...rest.map(escapeNextLine)].join("\n");
}

/** Writes a text on one line as a subhead. */
export function subhead(text: string): string {
  return `## ${escapeHeadingEnd(escapeInside(text))}`;
}

/** "## In C #" would lose its end. Takes the Markdown of a heading, without the marks before it. */
export function escapeHeadingEnd(markdown: string): string {
  return markdown.replace(/(?<=^|\s)(#+)$/u, "\\$1");
}

/** Writes a stretch of text that stands beside markup, where every mark may have its partner outside: "*" in "a*b **c**". */
export function escapeBesideMarkup(text: string, inLink: boolean): string {
  const escaped = text
    .replace(/\\(?=[!-/:-@[-`{-~]|\n|$)|[*`[]|<(?=[A-Za-z/!?])|~(?=~|$)|(?<=~|^)~/gu, "\\$&")
    .replace(/&(?=#\d{1,7};|#[Xx][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)/gu, "\\&")
    .replace(looseUnderscore, "\\_");
  return inLink ? escaped.replace(/\]/gu, "\\]") : escaped;
}

/**
 * Escapes what would begin a block on any line of a paragraph whose inside is Markdown already. A bracket at a line's
 * beginning is a link's or a footnote mark's there, and only the mark can be taken for a definition: "[^1]: he said".
 */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .split("\n")
    .map((line, at) => (at > 0 && underline.test(line) ? `\\${line}` : escapeStart(line.replace(/^(\[\^[^\]]+\])(?=:)/u, "$1\\"))))
    .join("\n");
}

/** Lines whose breaks and spaces matter, as a fenced code block: nothing needs escaping there. */
export function preformatted(lines: readonly string[]): string {
  const fences = lines.join("\n").match(/`{3,}/gu) ?? [];
  const fence = "`".repeat(Math.max(3, ...fences.map((run) => run.length + 1)));
  return [fence, ...lines, fence].join("\n");
}

/** As `escapeMarkdown`, where the text cannot begin a block: in a heading, in a table's cell. */
export function escapeInside(text: string): string {
  if (!/[\\`*_[<&~]/u.test(text)) return text;
  let escaped = text
    // "C:\temp" stays, "\*" becomes "\\*": a backslash is markup only before ASCII punctuation and at a line's end.
    .replace(/\\(?=[!-/:-@[-`{-~]|\n)/gu, "\\\\")
    .replace(/<(?=[A-Za-z/!?])/gu, "\\<")
    .replace(/&(?=#\d{1,7};|#[Xx][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)/gu, "\\&")
    .replace(/~(?=~)|(?<=~)~/gu, "\\~")
    .replace(/\^(?=\[)/gu, "\\^");
  // A code span and an emphasis need two ends: "U.S.* share" alone is safe.
  if (countRuns(text, "`") > 1) escaped = escaped.replace(/`/gu, "\\`");
  if (countRuns(text, "*") > 1) escaped = escaped.replace(/(?<!(?:^|\s))\*|\*(?!\s|$)/gu, "\\*");
  // "some_file_name" is no emphasis: "_" inside a word is text.
  if (countRuns(text, "_") > 1) escaped = escaped.replace(looseUnderscore, "\\_");
  // "[PRUL.L]" is text as long as no "(...)" follows a "]".
  if (text.includes("](")) escaped = escaped.replace(/\[/gu, "\\[");
  return escaped;
}

// Beside punctuation, at the beginning or at the end of a word; neither inside a word nor alone.
const looseUnderscore =
  /(?<!(?:^|[\s\p{L}\p{N}]))_|_(?![\s\p{L}\p{N}]|$)|(?<=(?:^|\s))_(?=\S)|(?<=\S)_(?=\s|$)/gu;

// What would begin a heading, a quotation, a list, a rule, a fence or a definition.
const numbered = /^(\d{1,9})(?=[.)](?:\s|$))/u;
const marked = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$|`{3,}[^`]*$)/u;
const definition = /^\[[^\]]+\]:/u;
// Below a line, a footnote's definition ends the paragraph, "===" or "---" would make it a heading, and "--- | ---" the head of a table.
const underline = /^(?:=+|[-:|][-:|\s]*)$/u;

function escapeStart(text: string): string {
  if (numbered.test(text)) return text.replace(numbered, "$1\\");
  return marked.test(text) ? `\\${text}` : text;
}

function escapeNextLine(line: string): string {
  return underline.test(line) || definition.test(line) ? `\\${line}` : escapeStart(line);
}

function countRuns(text: string, mark: string): number {
  let runs = 0;
  for (let at = 0; at < text.length; at++) if (text[at] === mark && text[at - 1] !== mark) runs++;
  return runs;
}
