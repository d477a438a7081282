/** One record as it stands in the file. */
export interface SgmlRecord {
  /** Its text from "<REUTERS" to "</REUTERS>". */
  readonly raw: string;
  /** Line it begins in, from 1. */
  readonly line: number;
  /** False where the next record or the end of the file comes before its end tag. */
  readonly closed: boolean;
}

/** Cuts the text of a file into records. A record without an end tag ends where the next one begins and takes nothing with it. */
export function* splitRecords(text: string): Generator<SgmlRecord> {
  let line = 1;
  let counted = 0;
  for (let start = findRecord(text, 0); start !== -1; ) {
    const next = findRecord(text, start + 1);
    const limit = next === -1 ? text.length : next;
    const end = text.indexOf(endTag, start);
    const closed = end !== -1 && end < limit;
    line += countLines(text, counted, start);
    counted = start;
    yield { raw: text.slice(start, closed ? end + endTag.length : limit), line, closed };
    start = next;
  }
}

/** An attribute of the record's start tag: `attributeOf(raw, "NEWID")`. */
export function attributeOf(raw: string, name: string): string | undefined {
  const tag = raw.slice(0, raw.indexOf(">"));
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, "iu").exec(tag)?.[1];
}

/** Where an element stands in its parent's text. */
export interface Element {
  readonly content: string;
  /** Offset of the start tag. */
  readonly from: number;
  /** Offset after the end tag. */
  readonly to: number;
}

/** The first element of a name; one whose end tag is missing reaches to the end of the parent. */
export function findElement(parent: string, name: string): Element | undefined {
  const open = new RegExp(`<${name}(?:\\s[^>]*)?>`, "u").exec(parent);
  if (!open) return undefined;
  const begin = open.index + open[0].length;
  const close = `</${name}>`;
  const end = parent.indexOf(close, begin);
  if (end === -1) return { content: parent.slice(begin), from: open.index, to: parent.length };
  return { content: parent.slice(begin, end), from: open.index, to: end + close.length };
}

/** The members of a list such as `<PLACES><D>usa</D><D>uk</D></PLACES>`, as they stand. */
export function listOf(parent: string, name: string): readonly string[] {
  const content = findElement(parent, name)?.content ?? "";
  return Array.from(content.matchAll(/<D>(.*?)<\/D>/gsu), (match) => match[1] ?? "");
}

const endTag = "</REUTERS>";

function findRecord(text: string, from: number): number {
  let at = text.indexOf("<REUTERS", from);
  // "<REUTERSX" would be another element.
  while (at !== -1 && !/[\s>]/u.test(text[at + "<REUTERS".length] ?? "")) at = text.indexOf("<REUTERS", at + 1);
  return at;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
