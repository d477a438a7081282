import { createHash } from "node:crypto";
import { suggestPath } from "./draft.ts";
import type { ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import { attributeOf, findElement, listOf, splitRecords } from "./sgml-record.ts";
import type { SgmlRecord } from "./sgml-record.ts";
import { decodeSgml } from "./sgml-text.ts";
import { readWireBody, renderWireBlocks } from "./wire-body.ts";
import { collapse, readByline, readDateline, readWireDate } from "./wire.ts";
import type { WireField } from "./wire.ts";

/**
 * Reads the records of a file in the SGML of the Reuters-21578 collection (lewis.dtd).
 *
 * Takes the file's bytes decoded as Latin-1 (every byte one character, so that the hash of a record is that of its
 * bytes) and the file's name. Gives, in the order of the file, a draft for each record with a
 * title and a body, otherwise the reason why not. Tags are kept as the codes they are ("west-germany", "james-baker");
 * EXCHANGES are organizations. OLDID, the split attributes, COMPANIES (always empty) and UNKNOWN (the wire's header) are
 * not carried over.
 */
export function* readSgml(text: string, file: string): Generator<ImportedRecord> {
  for (const record of splitRecords(text)) yield readRecord(record, file);
}

function readRecord(record: SgmlRecord, file: string): ImportedRecord {
  const { raw, line } = record;
  const id = attributeOf(raw, "NEWID");
  const skip = (reason: string, broken: boolean): SkippedRecord => ({ kind: "skipped", file, id, line, reason, broken });
  if (!record.closed) return skip("has no end tag", true);
  // The id becomes a file name.
  if (id === undefined || !/^[A-Za-z0-9-]+$/u.test(id)) return skip("has no usable NEWID", true);
  const story = findElement(raw, "TEXT");
  if (!story) return skip("has no TEXT", true);
  const body = findElement(story.content, "BODY");
  const notes: Note[] = [];
  const title = collapse(readText(findElement(story.content, "TITLE")?.content ?? "", "title", notes));
  if (!body || title === "") return skip(whyNotArticle(raw, title, body !== undefined), false);

  const take = <Value>(field: WireField<Value>): Value => {
    notes.push(...field.notes);
    return field.value;
  };
  const date = take(readWireDate(readText(findElement(raw, "DATE")?.content ?? "", undefined, notes)));
  const byline = take(readByline(readText(findElement(story.content, "AUTHOR")?.content ?? "", "byline", notes)));
  const { dateline, storyText } = readStory(story.content, take, notes);
  const markdown = renderWireBlocks(readWireBody(dropSignOff(storyText, notes)));
  if (markdown === "") return skip("has an empty body", false);
  readMarkers(raw, notes);
  return {
    kind: "draft",
    sourceRecord: { file, id, sha256: createHash("sha256").update(raw, "latin1").digest("hex") },
    title,
    date,
    byline,
    ...(dateline === undefined ? {} : { dateline }),
    people: readNames(raw, "PEOPLE", notes),
    places: readNames(raw, "PLACES", notes),
    organizations: [...new Set([...readNames(raw, "ORGS", notes), ...readNames(raw, "EXCHANGES", notes)])],
    topics: readNames(raw, "TOPICS", notes),
    body: markdown,
    path: suggestPath(date, id),
    ifTaken: "report",
    notes,
  };
}

function whyNotArticle(raw: string, title: string, hasBody: boolean): string {
  if (/<TEXT\s[^>]*TYPE="UNPROC"/u.test(raw)) return "is not divided into title and body (TYPE=UNPROC)";
  if (title === "") return hasBody ? "has no title" : "has neither title nor body";
  return /<TEXT\s[^>]*TYPE="BRIEF"/u.test(raw) ? "has a title only (TYPE=BRIEF)" : "has no body";
}

/**
 * The dateline and the story. In 30 records the text before the dateline or the body belongs to the story: an earlier
 * conversion cut "us transfer 11330.00" into loose "us transfe", dateline "r 11330.00 -" and body.
 */
function readStory(
  text: string,
  take: <Value>(field: WireField<Value>) => Value,
  notes: Note[],
): { readonly dateline: string | undefined; readonly storyText: string } {
  const found = ["TITLE", "AUTHOR", "DATELINE", "BODY"].map((name) => findElement(text, name)).filter((element) => element !== undefined);
  const inOrder = found.toSorted((a, b) => a.from - b.from);
  const datelineElement = findElement(text, "DATELINE");
  const bodyElement = findElement(text, "BODY");
  let dateline: string | undefined;
  let storyText = "";
  let at = 0;
  for (const element of [...inOrder, undefined]) {
    const loose = readText(text.slice(at, element?.from), "text", notes);
    if (loose.trim() !== "") {
      notes.push({ level: "change", kind: "text outside the body kept", text: `"${collapse(loose)}" stood outside the body` });
      storyText += loose;
    }
    if (element === undefined) break;
    if (element.from === datelineElement?.from) {
      const field = take(readDateline(readText(element.content, "dateline", notes), storyText !== ""));
      dateline = field.dateline;
      storyText += field.storyText;
    } else if (element.from === bodyElement?.from) storyText += readText(element.content, "text", notes);
    at = element.to;
  }
  return { dateline, storyText };
}

// "REUTER", " Reuter", "REUTER...", "REUTERS", with the initials of a sender ("REUTER TAW") or a slip ("REUITER", "Reuter4").
const signOff = /(?:^|\n)[ \t]*(?<mark>(?:reuters?|reuiter|reueter|ruter|reute)(?: [A-Z]{1,3}|\d)?(?:\.\.\.)?)\s*$/iu;

function dropSignOff(text: string, notes: Note[]): string {
  const match = signOff.exec(text);
  if (match) {
    notes.push({ level: "change", kind: "sign-off dropped", text: `dropped the sign-off "${match.groups?.["mark"] ?? ""}"` });
    return text.slice(0, match.index);
  }
  const ending = endings.find(({ pattern }) => pattern.test(text)) ?? cutShort;
  notes.push({ level: "warning", kind: ending.kind, text: `the text ${ending.says}` });
  return text;
}

const endings = [
  { pattern: /\n\s*more\s*$/iu, kind: "the story goes on elsewhere", says: 'ends with "More": the story goes on in another record' },
  // "... in the first six months. REUTER"
  { pattern: /\bREUTER\S*\s*$/u, kind: "sign-off in the last line kept", says: "ends with a sign-off inside its last line, which was kept" },
] as const;
const cutShort = { kind: "no sign-off: perhaps cut short", says: "does not end with a sign-off and may be cut short" } as const;

// A note that the collection's editors left: "All five tag fields added as empty fields SPF".
function readMarkers(raw: string, notes: Note[]): void {
  const remark = findElement(raw, "MKNOTE");
  if (remark) {
    const text = collapse(readText(remark.content, undefined, notes));
    notes.push({ level: "change", kind: "remark of the collection's editors", text: `the collection's editors remark: "${text}"` });
  }
  if (findElement(raw, "UNKNOWN")) notes.push({ level: "count", kind: "wire header (UNKNOWN) not carried over" });
}

function readNames(raw: string, name: string, notes: Note[]): readonly string[] {
  const names = listOf(raw, name).map((item) => collapse(readText(item, name, notes)));
  return [...new Set(names.filter((item) => item !== ""))];
}

/** Decodes one field; `where` names it in the notes, undefined where control characters are no loss. */
function readText(raw: string, where: string | undefined, notes: Note[]): string {
  const { text, controls, unknown } = decodeSgml(raw);
  if (where === undefined) return text;
  if (controls > 0) {
    const what = `${String(controls)} control ${controls === 1 ? "character" : "characters"}`;
    notes.push({ level: "warning", kind: "control characters dropped", text: `dropped ${what} in the ${where}` });
  }
  for (const reference of unknown) {
    notes.push({ level: "warning", kind: "unknown reference kept", text: `kept the unknown reference "${reference}" in the ${where}` });
  }
  return text;
}
