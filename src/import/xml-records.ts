import { detach } from "./detach.ts";
import type { SkippedRecord } from "./draft.ts";
import type { SourceFile } from "./source-files.ts";
import { lineOfByte, readPieces, readTextPieces, recognizeFile } from "./source-text.ts";
import { fileCharsetNotes } from "./text-lines.ts";
import type { Note } from "./draft.ts";
import { parseXml } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** One document or item of an XML file. */
export interface XmlRecord {
  readonly kind: "xml";
  readonly root: XmlElement;
  /** As it stands in the file, of which the hash is taken. */
  readonly raw: string;
  readonly line: number;
  readonly notes: readonly Note[];
}

/**
 * Reads the elements of some names out of an XML file of any size, one at a time: the items of a message, or the document
 * itself. Each is parsed by itself, so that a damaged one costs no other. A file that declares entities is refused.
 */
export function* readXmlRecords({ path, name: file }: SourceFile, names: readonly string[], declared: string | undefined): Generator<XmlRecord | SkippedRecord> {
  const skip = (line: number, reason: string, detail?: string): SkippedRecord => ({ kind: "skipped", file, id: undefined, line, reason, ...(detail === undefined ? {} : { detail }), broken: true });
  const { charset, fault } = recognizeFile(path, declared ?? declaredEncoding(path));
  if (fault) return yield skip(lineOfByte(path, fault.offset), fault.reason, fault.detail);
  for (const part of splitXml(readTextPieces(path, charset), names)) {
    if (part.kind === "fault") {
      yield skip(part.line, part.reason, part.detail);
      continue;
    }
    const parsed = part.whole ? parseXml(part.raw, part.line) : { fault: { message: "its end tag is missing", line: part.line, column: 0 } };
    if (parsed.fault) yield skip(parsed.fault.line, part.whole ? "is not well-formed XML" : "is cut off", `${String(parsed.fault.line)}:${String(parsed.fault.column)} ${parsed.fault.message}`);
    else yield { kind: "xml", root: parsed.root, raw: part.raw, line: part.line, notes: fileCharsetNotes(charset, part.raw) };
  }
}

// A declaration that can be read as ASCII is not in UTF-16, whatever it says: programs forget to change it.
function declaredEncoding(path: string): string | undefined {
  const [head] = readPieces(path, 256);
  const encoding = /^(?:\u00EF\u00BB\u00BF)?<\?xml\s[^>]*?encoding\s*=\s*["'](?<encoding>[\w.:-]+)["']/u.exec(head?.toString("latin1") ?? "")?.groups?.["encoding"];
  return encoding === undefined || /^(?:utf-?16|ucs-?2|iso-10646)/iu.test(encoding) ? undefined : encoding;
}

type XmlPart =
  | { readonly kind: "item"; readonly raw: string; readonly line: number; readonly whole: boolean }
  | { readonly kind: "fault"; readonly line: number; readonly reason: string; readonly detail: string };

/** An item is longer than any article where its end tag was lost, or where somebody wants to fill the memory. */
const longestItem = 33_554_432;
/** How much of what stands between two items is kept to find the beginning of the next, which may be cut by a piece's end. */
const longestTag = 65_536;

function* splitXml(pieces: Iterable<string>, names: readonly string[]): Generator<XmlPart> {
  const start = new RegExp(`<(?:[\\w.-]+:)?(?:${names.join("|")})(?=[\\s>/])`, "u");
  let held = "";
  let line = 1;
  let found = 0;
  let opening = "";
  const drop = (length: number): string => {
    const dropped = held.slice(0, length);
    for (let at = dropped.indexOf("\n"); at !== -1; at = dropped.indexOf("\n", at + 1)) line++;
    held = held.slice(length);
    return dropped;
  };
  // Where to go on looking for the end of the item that is open, as far as it has come.
  let searched = 0;
  let end: string | undefined;
  for (const piece of withEnd(pieces)) {
    const last = piece === undefined;
    held += piece ?? "";
    if (!last && found === 0 && end === undefined && opening.length < longestTag) opening += piece.slice(0, longestTag);
    for (;;) {
      if (end === undefined) {
        const match = start.exec(held);
        const before = match === null ? Math.max(0, held.length - longestTag) : match.index;
        // The prolog of a bomb declares entities; those of a DTD that is only named are never loaded.
        const entity = /<!ENTITY/u.exec(match === null ? held : held.slice(0, match.index));
        if (entity !== null) {
          drop(entity.index);
          return yield { kind: "fault", line, reason: "declares entities", detail: "entities of a document's own are not expanded; remove its <!DOCTYPE ... [ ... ]>" };
        }
        drop(before);
        if (match === null) break;
        end = `</${match[0].slice(1)}`;
        searched = 0;
      }
      const { at: close, waiting } = findEnd(held, end, searched);
      const bracket = close === -1 ? -1 : held.indexOf(">", close);
      if (bracket === -1) {
        searched = close === -1 ? waiting : close;
        if (!last && held.length <= longestItem) break;
        // Where its end was lost, others may still follow it.
        yield { kind: "item", raw: "", line, whole: false };
        found++;
        drop(1);
        end = undefined;
        continue;
      }
      if (!/^\s*>/u.test(held.slice(close + end.length, bracket + 1))) {
        searched = close + 1;
        continue;
      }
      // Where another item begins before the end tag, that is the other's.
      const inside = start.exec(held.slice(1, close)) && start.exec(withoutCdata(held.slice(1, close)));
      const length = inside === null ? bracket + 1 : inside.index + 1;
      const first = line;
      const raw = drop(length);
      found++;
      end = undefined;
      yield { kind: "item", raw: detach(raw), line: first, whole: inside === null };
    }
  }
  if (found === 0) yield { kind: "fault", line: 1, reason: `holds no ${names.map((name) => `<${name}>`).join(" or ")}`, detail: describeStart(opening) };
}

function* withEnd(pieces: Iterable<string>): Generator<string | undefined> {
  yield* pieces;
  yield undefined;
}

const cdata = "<![CDATA[";

/**
 * Finds an end tag outside of CDATA, where an article about XML may have it as text. A section that holds the end of one
 * item and the beginning of another section has lost its own end, and the item ends there. -1 where it has not come yet,
 * with the place from which to go on.
 */
function findEnd(text: string, end: string, from: number): { readonly at: number; readonly waiting: number } {
  for (let at = from; ; ) {
    const close = text.indexOf(end, at);
    const section = text.indexOf(cdata, at);
    if (section === -1 || (close !== -1 && close < section)) return { at: close, waiting: Math.max(at, text.length - Math.max(end.length, cdata.length)) };
    const sectionEnd = text.indexOf("]]>", section);
    if (sectionEnd === -1) return { at: -1, waiting: section };
    if (close !== -1 && close < sectionEnd && text.slice(close, sectionEnd).includes(cdata)) return { at: close, waiting: close };
    at = sectionEnd + "]]>".length;
  }
}

// Blanks of the same length, so that places stay what they are.
function withoutCdata(text: string): string {
  return text.replace(/<!\[CDATA\[[^]*?\]\]>/gu, (section) => (section.slice(cdata.length).includes(cdata) ? section : " ".repeat(section.length)));
}

function describeStart(text: string): string {
  const root = /<(?<name>[A-Za-z_][\w.:-]*)(?=[\s/>])/u.exec(text)?.groups?.["name"];
  return root === undefined ? "it is not XML" : `it begins with <${root}>`;
}
