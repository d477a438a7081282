import type { Inline, LinkMark } from "./blocks.ts";
import { offPunctuation } from "./emphasis-edges.ts";
import { textOfInline, trimInline } from "./inline-space.ts";
import { isSame, marksOf, textOfRun } from "./marks.ts";
import type { Opened } from "./marks.ts";
import { escapeBesideMarkup, escapeInside, escapeLineStarts, escapeMarkdown } from "./markdown.ts";
import { readsAs } from "./read-back.ts";

/** The Markdown of a paragraph's inside. */
export interface RenderedInline {
  readonly markdown: string;
  /** Words whose emphasis CommonMark cannot express where they stand: `foo<b>"bar"</b>`. */
  readonly unmarked: readonly string[];
}

/** Writes the inside of a paragraph, which may have hard line breaks, as Markdown that begins no other kind of block. */
export function renderParagraph(content: readonly Inline[]): RenderedInline {
  const runs = trimInline(content);
  if (runs.every((run) => isPlain(run) || run.kind === "break")) {
    return { markdown: escapeMarkdown(runs.map((run) => (run.kind === "text" ? run.text : "\n")).join("")).replaceAll("\n", "\\\n"), unmarked: [] };
  }
  const { markdown, unmarked } = renderMarked(runs);
  return { markdown: escapeLineStarts(markdown), unmarked };
}

/** Writes the inside of a heading or a table cell: one line, line breaks as blanks. */
export function renderLine(content: readonly Inline[]): RenderedInline {
  const runs = trimInline(content.map((run) => (run.kind === "break" ? { kind: "text", text: " ", marks: run.marks } : run)));
  if (runs.every(isPlain)) return { markdown: escapeInside(textOfInline(runs)), unmarked: [] };
  return renderMarked(runs);
}

function isPlain(run: Inline): boolean {
  return run.kind === "text" && Object.keys(run.marks).length === 0;
}

// Whether delimiters open and close depends on the signs around them (CommonMark 0.31, 6.2) and on one another; what was
// written is therefore read back, and written more simply where it does not read as it should.
function renderMarked(content: readonly Inline[]): RenderedInline {
  const { runs, unmarked } = offPunctuation(content);
  for (const form of forms) {
    const markdown = write(runs, form);
    if (readsAs(markdown, runs)) return { markdown, unmarked };
  }
  const plain = runs.map((run): Inline => ({ ...run, marks: run.marks.link === undefined ? {} : { link: run.marks.link } }));
  return { markdown: write(plain, { outside: "links", emphasis: "*" }), unmarked: [...unmarked, ...runs.flatMap((run) => (isEmphasized(run) ? [textOfRun(run)] : []))] };
}

function isEmphasized({ marks }: Inline): boolean {
  return marks.strong === true || marks.emphasis === true || marks.deleted === true;
}

/** What stands outside where two marks begin together: links, or whatever reaches farther; and the sign of emphasis. */
interface Form {
  readonly outside: "longest" | "links";
  readonly emphasis: "*" | "_";
}

const forms: readonly Form[] = [
  { outside: "longest", emphasis: "*" },
  { outside: "longest", emphasis: "_" },
  { outside: "links", emphasis: "*" },
  { outside: "links", emphasis: "_" },
];

function write(runs: readonly Inline[], { outside, emphasis }: Form): string {
  const delimiters = { strong: "**", emphasis, deleted: "~~" } as const;
  let markdown = "";
  const open: Opened[] = [];
  const close = (): void => {
    const mark = open.pop();
    if (mark) markdown += mark.link ? `](${writeTarget(mark.link)})` : mark.name === "link" ? "" : delimiters[mark.name];
  };
  runs.forEach((run, at) => {
    const wanted = marksOf(run.marks);
    while (open.some((mark) => !wanted.some((other) => isSame(mark, other)))) close();
    const reach = (mark: Opened): number => {
      const end = runs.findIndex((other, i) => i > at && !marksOf(other.marks).some((one) => isSame(one, mark)));
      return end === -1 ? runs.length : end;
    };
    // A link that must stand outside needs what is open already to close first.
    const link = wanted.find(({ name }) => name === "link");
    if (outside === "links" && link && !open.some((mark) => isSame(mark, link))) while (open.length > 0) close();
    const fresh = wanted.filter((mark) => !open.some((other) => isSame(mark, other)));
    for (const mark of outside === "links" ? fresh : fresh.toSorted((a, b) => reach(b) - reach(a))) {
      if (mark.name === "link") markdown = `${beforeBracket(markdown)}[`;
      else markdown += delimiters[mark.name];
      open.push(mark);
    }
    if (run.kind === "reference") markdown = beforeBracket(markdown);
    markdown += writeRun(run, open.some(({ name }) => name === "link"));
  });
  while (open.length > 0) close();
  return markdown;
}

// "Wow!" before a link would make a picture of it, "^" a footnote. After one backslash it is escaped, after two it is not.
function beforeBracket(markdown: string): string {
  return markdown.replace(/(?<=(?:^|[^\\])(?:\\\\)*)[!^]$/u, "\\$&");
}

function writeRun(run: Inline, inLink: boolean): string {
  switch (run.kind) {
    case "text":
      return escapeBesideMarkup(run.text, inLink);
    case "code":
      return codeSpan(run.text);
    case "break":
      return "\\\n";
    case "reference":
      return `[^${run.label}]`;
  }
}

// CommonMark 0.31, 6.1: more backticks outside than inside; a blank on each side of text that begins or ends with one.
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const padding = /^`|`$/u.test(text) ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

function writeTarget({ href, title }: LinkMark): string {
  const plain = href.replace(/[\s\\<>]/gu, (sign) => encodeURIComponent(sign)).replace(/&(?=#?[A-Za-z0-9]+;)/gu, "\\&");
  const target = plain === "" || /[()]/u.test(plain) ? `<${plain}>` : plain;
  return title === undefined ? target : `${target} "${title.replace(/["\\]/gu, "\\$&").replace(/&(?=#?[A-Za-z0-9]+;)/gu, "\\&")}"`;
}
