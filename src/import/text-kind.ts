import { readCaption } from "./caption.ts";
import type { Evidence } from "./draft.ts";
import { isSameHeadline } from "./headline.ts";
import { endsSentence } from "./sentences.ts";
import type { TextLine } from "./text-lines.ts";

/**
 * How the lines of a text make paragraphs. `scraped`: the text of a web page; a line is a paragraph, blank lines stand
 * around subheads, and headline, captions and byline are lines too. `plain`: typed text; paragraphs of one or more lines
 * with blank lines between them.
 */
export interface TextKind {
  readonly kind: "scraped" | "plain";
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** Tells the kind of a text by its lines; the first is the headline. */
export function recognizeKind(lines: readonly TextLine[]): TextKind {
  const [title, second] = lines;
  const pairs = pairsInBlocks(lines.slice(1));
  const wrapped = pairs.filter(isWrapped).map(([line]) => line);
  const whole = pairs.filter((pair) => !isWrapped(pair) && isWhole(pair)).map(([line]) => line);
  if (wrapped.length > whole.length) return { kind: "plain", because: `lines that go on in the next: ${String(wrapped.length)} of ${String(pairs.length)}`, evidence: firstOf(wrapped) };
  const repeated = title && second && isSameHeadline(title.text, second.text) ? [title, second] : [];
  const captions = lines.filter(({ text }) => readCaption(text) !== undefined);
  const signs = [
    ...(repeated.length > 0 ? ["the headline stands twice"] : []),
    ...(whole.length > 0 ? [`lines that end as paragraphs do, with another right below: ${String(whole.length)}`] : []),
    ...(captions.length > 0 ? [`lines that end with a photo credit: ${String(captions.length)}`] : []),
  ];
  if (signs.length > 0) return { kind: "scraped", because: signs.join("; "), evidence: evidenceOfAll(new Set([...repeated, ...whole.slice(0, shownLines), ...captions.slice(0, shownLines)])) };
  return { kind: "plain", because: pairs.length === 0 ? "every line stands alone" : "no line ends as a paragraph does and has another right below", evidence: firstOf(lines) };
}

type Pair = readonly [TextLine, TextLine];

function pairsInBlocks(lines: readonly TextLine[]): readonly Pair[] {
  return lines.flatMap((line, i): readonly Pair[] => {
    const next = lines[i + 1];
    return next?.block === line.block ? [[line, next]] : [];
  });
}

// "... the mayor said in a" + "statement on Friday." A short line without a full stop may be a name or a label.
function isWrapped([{ text }, next]: Pair): boolean {
  if (/^\p{Ll}/u.test(next.text)) return true;
  return !endsSentence(text) && text.length >= shortestWrapped && text.length <= longestWrapped && readCaption(text) === undefined;
}

function isWhole([{ text }]: Pair): boolean {
  return endsSentence(text) || readCaption(text) !== undefined;
}

/** Typed and printed lines are 60 to 80 characters wide; up to 120 are seen. */
const shortestWrapped = 40;
const longestWrapped = 120;

/** How many lines show what was found; more would say no more. */
const shownLines = 3;

function firstOf(lines: readonly TextLine[]): readonly Evidence[] {
  return evidenceOfAll(new Set(lines.slice(0, shownLines)));
}

function evidenceOfAll(lines: ReadonlySet<TextLine>): readonly Evidence[] {
  return [...lines].toSorted((a, b) => a.number - b.number).map(({ number, text }) => ({ line: number, text }));
}
