import { createHash } from "node:crypto";
import type { DraftName, ImportedRecord, Note } from "./draft.ts";
import { draftOfNews } from "./news-draft.ts";
import { findNewest } from "./news-versions.ts";
import type { NewsVersion } from "./news-versions.ts";
import type { NewsItem } from "./news-item.ts";
import { nitfToHtml } from "./nitf-html.ts";
import { personName, subjectsOf } from "./nitf-subjects.ts";
import type { SourceFile } from "./source-files.ts";
import { readPieces } from "./source-text.ts";
import { readXmlRecords } from "./xml-records.ts";
import { attributeOf, childOf, childrenOf, descendantsOf, lineOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/**
 * Reads the NITF documents of files (IPTC News Industry Text Format, versions 3.0 to 3.6). Of several with one number the
 * newest is the article.
 */
export function openNitf(files: readonly SourceFile[], declared: string | undefined): (file: SourceFile) => Iterable<ImportedRecord> {
  const newest = findNewest(versionsIn(files, declared));
  return function* (file) {
    if (isNewsml(file)) return yield { kind: "skipped", file: file.name, id: undefined, line: 1, reason: "is NewsML-G2", detail: "import it as newsml, which reads the NITF inside", broken: true };
    for (const record of readXmlRecords(file, ["nitf"], declared)) {
      if (record.kind === "skipped") {
        yield record;
        continue;
      }
      const { root, raw, line, notes } = record;
      const sourceRecord = { file: file.name, id: nitfId(root), sha256: createHash("sha256").update(raw).digest("hex") };
      yield newest.skipOlder(versionOf(root, file, line)) ?? draftOfNews({ ...readNitfDocument(root, notes), sourceRecord, line });
    }
  };
}

// An item of NewsML-G2 says more than the document it holds.
function isNewsml({ path }: SourceFile): boolean {
  const [head] = readPieces(path, 65_536);
  return head?.includes("http://iptc.org/std/nar/") === true;
}

function* versionsIn(files: readonly SourceFile[], declared: string | undefined): Generator<NewsVersion> {
  for (const file of files) for (const record of readXmlRecords(file, ["nitf"], declared)) if (record.kind === "xml") yield versionOf(record.root, file, record.line);
}

// Its version, then its date: "20190304T102030-0500" sorts as it stands.
function versionOf(root: XmlElement, { name: file }: SourceFile, line: number): NewsVersion {
  const docdata = childOf(root, "head", "docdata");
  const date = attributeOf(childOf(docdata, "date.issue"), "norm") ?? "";
  // "7" alone may be a number of every newspaper.
  const id = nitfId(root);
  return { id: id?.includes(":") === true ? id : undefined, rank: [Number(attributeOf(childOf(docdata, "du-key"), "version") ?? 0), date.replaceAll(/[-:]/gu, "")], file, line };
}

/** The number that its maker gave the document: `<doc-id regsrc="SP" id-string="7"/>` is "SP:7". */
function nitfId(root: XmlElement): string | undefined {
  const id = childOf(root, "head", "docdata", "doc-id");
  const number = attributeOf(id, "id-string");
  const agency = attributeOf(id, "regsrc");
  return number === undefined || agency === undefined ? number : `${agency}:${number}`;
}

/** Reads a document; a NewsML item that holds one has the rest around it. */
export function readNitfDocument(root: XmlElement, given: readonly Note[]): Omit<NewsItem, "sourceRecord" | "line"> {
  const notes: Note[] = [...given];
  const head = childOf(root, "head");
  const docdata = childOf(head, "docdata");
  const pubdata = childOf(head, "pubdata");
  const bodyHead = childOf(root, "body", "body.head");
  const hedline = childOf(bodyHead, "hedline");
  const hl1 = childrenOf(hedline, "hl1").map(lineOf).filter((line) => line !== undefined);
  const hl2 = childrenOf(hedline, "hl2").map(lineOf).filter((line) => line !== undefined);
  const abstract = lineOf(childOf(bodyHead, "abstract"));
  const dateline = childOf(bodyHead, "dateline");
  const edMessages = childrenOf(docdata, "ed-msg").map((message) => attributeOf(message, "info") ?? lineOf(message)).filter((text) => text !== undefined);
  const expires = attributeOf(childOf(docdata, "date.expire"), "norm");
  const status = attributeOf(docdata, "management-status");
  return {
    headline: hl1.length > 0 ? hl1.join(" / ") : lineOf(childOf(head, "title")),
    dek: hl2.length > 0 ? hl2.join(" / ") : abstract,
    byline: childrenOf(bodyHead, "byline").flatMap(readNitfByline),
    contributors: [],
    dateline: lineOf(dateline),
    located: undefined,
    dates: [attributeOf(pubdata, "date.publication"), ...["date.issue", "date.release"].map((name) => attributeOf(childOf(docdata, name), "norm")), attributeOf(childOf(dateline, "story.date"), "norm")].map(dayAlone),
    updated: childrenOf(head, "revision-history").map((revision) => attributeOf(revision, "norm")).filter((norm) => norm !== undefined).sort().at(-1),
    text: { kind: "html", text: bodyToHtml(root, notes) },
    images: [],
    subjects: subjectsOf(root, notes),
    genre: childrenOf(childOf(head, "tobject"), "tobject.property").map((property) => attributeOf(property, "tobject.property.type")).find((type) => type !== undefined),
    section: attributeOf(pubdata, "position.section"),
    series: attributeOf(childOf(docdata, "series"), "series.name") ?? attributeOf(childOf(docdata, "fixture"), "fix-id"),
    print: { page: attributeOf(pubdata, "position.sequence"), edition: attributeOf(pubdata, "edition.name"), volume: attributeOf(pubdata, "volume"), issue: attributeOf(pubdata, "number") },
    source: sourceOf(attributeOf(pubdata, "name") ?? lineOf(childOf(bodyHead, "distributor")), attributeOf(pubdata, "ex-ref")),
    rights: rightsOf(docdata, bodyHead),
    language: attributeOf(root, "lang") ?? attributeOf(childOf(root, "body"), "lang"),
    status,
    embargo: status === "embargoed" ? attributeOf(childOf(docdata, "date.release"), "norm") : undefined,
    reason: edMessages.join(" ") || undefined,
    corrections: childrenOf(docdata, "correction").map((correction) => attributeOf(correction, "info") ?? `This corrects ${attributeOf(correction, "id-string") ?? "an earlier version"}.`),
    extra: {
      urgency: attributeOf(childOf(docdata, "urgency"), "ed-urg"),
      abstract: hl2.length > 0 ? abstract : undefined,
      slug: attributeOf(childOf(docdata, "du-key"), "key"),
      expires,
      "editor's message": edMessages.length > 0 && !/^cancel/u.test(status ?? "") ? edMessages : undefined,
      "doc-scope": childrenOf(docdata, "doc-scope").map((scope) => attributeOf(scope, "scope")).filter((scope) => scope !== undefined),
      meta: childrenOf(head, "meta").map((meta) => `${attributeOf(meta, "name") ?? ""}: ${attributeOf(meta, "content") ?? ""}`),
    },
    notes,
  };
}

function bodyToHtml(root: XmlElement, notes: Note[]): string {
  const body = childOf(root, "body");
  const bodyHead = childOf(body, "body.head");
  const above = childrenOf(bodyHead, "note").map((note) => lineOf(note)).filter((text) => text !== undefined);
  if (above.length > 0) notes.push({ level: "change", kind: "notes above the text left out", text: `left out: the note ${above.map((text) => `"${text}"`).join(", ")}` });
  const parts = [...childrenOf(body, "body.content"), ...childrenOf(body, "body.end")];
  return parts.map((part) => nitfToHtml(part, notes)).join("\n");
}

/** "By <person>Ann Lee</person><byttl>Correspondent in Tellan</byttl>"; a line that says more stays a line. */
function readNitfByline(byline: XmlElement): readonly (string | DraftName)[] {
  const people = descendantsOf(byline, "person").map(personName).filter((name) => name !== "");
  const [role] = descendantsOf(byline, "byttl").map(lineOf).filter((line) => line !== undefined);
  const rest = byline.children.map((child) => (typeof child === "string" ? child : ["person", "byttl"].includes(child.name) ? "" : textOf(child))).join(" ");
  const last = people.at(-1);
  const each = people.every((name) => !/\s(?:and|&)\s/iu.test(name));
  if (each && last !== undefined && /^\W*(?:(?:by|and)\W*)*$/iu.test(rest)) return [...people.slice(0, -1), role === undefined ? last : { name: last, role }];
  const line = byline.children.map((child) => (typeof child !== "string" && child.name === "byttl" ? `, ${textOf(child)}` : textOf(child))).join("").replace(/\s+/gu, " ").replace(/\s*,[\s,]*/gu, ", ").replace(/^[\s,]+/u, "").trim();
  return line === "" ? [] : [line];
}

function rightsOf(docdata: XmlElement | undefined, bodyHead: XmlElement | undefined): NewsItem["rights"] {
  const copyright = childOf(docdata, "doc.copyright");
  const rights = childOf(docdata, "doc.rights");
  const terms = Object.entries(rights?.attributes ?? {}).filter(([, value]) => value.trim() !== "").map(([key, value]) => `${key}: ${value}`);
  const line = lineOf(childOf(bodyHead, "rights"));
  const year = attributeOf(copyright, "year");
  const statement = [line, ...terms, ...(year === undefined ? [] : [`Copyright ${year}`])].filter((text) => text !== undefined).join("; ");
  return { holder: attributeOf(copyright, "holder") ?? attributeOf(rights, "owner"), statement: statement === "" ? undefined : statement };
}

function sourceOf(name: string | undefined, url: string | undefined): NewsItem["source"] {
  if (name === undefined) return undefined;
  return { name, url: url !== undefined && /^https?:\/\/[^\s<>"]+$/u.test(url) ? url : undefined };
}

// "20190304T000000-0500" where no time is known (NITF 3.1, date formats).
function dayAlone(date: string | undefined): string | undefined {
  return date?.replace(/T000000(?:Z|[+-]\d{4})?$/u, "");
}
