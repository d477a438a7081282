import { createMarkdown } from "../content/markdown.ts";
import type { Inline, LinkMark, Marks } from "./blocks.ts";
import { textOfInline, trimInline } from "./inline-space.ts";
import { escapeBesideMarkup, escapeInside, escapeLineStarts, escapeMarkdown } from "./markdown.ts";

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

function textOfRun(run: Inline): string {
  if (run.kind === "break") return "\n";
  return run.kind === "reference" ? `[^${run.label}]` : run.text;
}

type Delimited = "strong" | "emphasis" | "deleted";
const delimited = ["strong", "emphasis", "deleted"] as const satisfies readonly Delimited[];

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

interface Opened {
  readonly name: Delimited | "link";
  readonly link?: LinkMark;
}

function marksOf(marks: Marks): readonly Opened[] {
  const { link } = marks;
  return [...(link === undefined ? [] : [{ name: "link" as const, link }]), ...delimited.flatMap((name) => (marks[name] ? [{ name }] : []))];
}

function isSame(one: Opened, other: Opened): boolean {
  return one.name === other.name && one.link === other.link;
}

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

// A delimiter between a letter and punctuation opens nothing: `foo**"bar"**`. The marks then begin one sign later.
function offPunctuation(content: readonly Inline[]): { readonly runs: readonly Inline[]; readonly unmarked: readonly string[] } {
  const runs = [...content];
  const unmarked: string[] = [];
  const unmark = (at: number, names: readonly Delimited[], from: number, to: number): void => {
    const run = runs[at];
    if (run?.kind !== "text") return;
    const marks = without(run.marks, names);
    const pieces = [{ ...run, text: run.text.slice(0, from) }, { ...run, text: run.text.slice(from, to), marks }, { ...run, text: run.text.slice(to) }];
    unmarked.push(run.text.slice(from, to));
    runs.splice(at, 1, ...pieces.filter(({ text }) => text !== ""));
  };
  for (let at = 0; at < runs.length; at++) {
    const [before, run] = [runs[at - 1], runs[at]];
    const opening = before?.kind === "text" && run?.kind === "text" ? gained(before.marks, run.marks) : [];
    if (before?.kind !== "text" || run?.kind !== "text" || opening.length === 0 || !endsInWord.test(before.text)) continue;
    const signs = leadingSigns.exec(run.text)?.[0].length ?? 0;
    if (signs > 0) unmark(at, opening, 0, signs);
  }
  for (let at = runs.length - 1; at > 0; at--) {
    const [run, after] = [runs[at - 1], runs[at]];
    if (run?.kind !== "text" || after?.kind !== "text") continue;
    const closing = gained(after.marks, run.marks);
    if (closing.length === 0 || !startsInWord.test(after.text)) continue;
    const signs = trailingSigns.exec(run.text)?.[0].length ?? 0;
    if (signs > 0) unmark(at - 1, closing, run.text.length - signs, run.text.length);
  }
  return { runs, unmarked };
}

const endsInWord = /[^\s\p{P}\p{S}]$/u;
const startsInWord = /^[^\s\p{P}\p{S}]/u;
const leadingSigns = /^[\p{P}\p{S}\s]+/u;
const trailingSigns = /[\p{P}\p{S}\s]+$/u;

function gained(before: Marks, after: Marks): readonly Delimited[] {
  return delimited.filter((name) => after[name] && !before[name]);
}

function without(marks: Marks, names: readonly Delimited[]): Marks {
  return {
    ...(marks.link === undefined ? {} : { link: marks.link }),
    ...(marks.strong && !names.includes("strong") ? { strong: true } : {}),
    ...(marks.emphasis && !names.includes("emphasis") ? { emphasis: true } : {}),
    ...(marks.deleted && !names.includes("deleted") ? { deleted: true } : {}),
  };
}

const reader = createMarkdown();
const opens: Readonly<Record<string, Delimited | "link">> = { strong_open: "strong", em_open: "emphasis", s_open: "deleted", link_open: "link" };
const closes: Readonly<Record<string, Delimited | "link">> = { strong_close: "strong", em_close: "emphasis", s_close: "deleted", link_close: "link" };

// Words with their marks, white space apart.
function readsAs(markdown: string, runs: readonly Inline[]): boolean {
  const expected = openMarked();
  for (const run of runs) expected.add(textOfRun(run), marksOf(run.marks).map(({ name }) => name), run.kind === "code");
  const found = openMarked();
  const marks: string[] = [];
  for (const token of reader.parseInline(markdown, {})[0]?.children ?? []) {
    const opened = opens[token.type];
    const closed = closes[token.type];
    if (opened !== undefined) marks.push(opened);
    else if (closed !== undefined) marks.splice(marks.lastIndexOf(closed), 1);
    else if (token.type === "text" || token.type === "code_inline") found.add(token.content, marks, token.type === "code_inline");
    else if (token.type !== "softbreak" && token.type !== "hardbreak") return false;
  }
  return found.text() === expected.text();
}

// "strong:one;strong,emphasis:two;": what has the same marks is one stretch, however it is cut.
function openMarked(): { readonly add: (text: string, marks: readonly string[], code: boolean) => void; readonly text: () => string } {
  let [result, last] = ["", ""];
  return {
    add: (text, marks, code) => {
      const words = text.replace(/\s/gu, "");
      if (words === "") return;
      const key = `${[...marks].sort().join(",")}${code ? "`" : ""}`;
      result += key === last ? words : `\0${key}\0${words}`;
      last = key;
    },
    text: () => result,
  };
}
