import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { DraftImage, ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import { draftOfNews } from "./news-draft.ts";
import type { NewsItem, NewsText } from "./news-item.ts";
import { indexNewsml, isPictureClass, itemNames, newsmlVersion, partsOfPackage } from "./newsml-index.ts";
import type { NewsmlIndex } from "./newsml-index.ts";
import { readNewsmlMeta } from "./newsml-item.ts";
import { bestRendition } from "./newsml-picture.ts";
import { findTexts, textOfXml } from "./newsml-text.ts";
import { classOf } from "./newsml-values.ts";
import { readNitfDocument } from "./nitf.ts";
import { findPart, readPart } from "./remote-part.ts";
import type { SourceFile } from "./source-files.ts";
import { readXmlRecords } from "./xml-records.ts";
import type { XmlRecord } from "./xml-records.ts";
import { attributeOf, childOf, childrenOf, lineOf, parseXml } from "./xml.ts";

/**
 * Reads NewsML-G2 (IPTC, versions 2.0 to 2.34): single items, packages and messages. A text with NITF, XHTML or plain text
 * inside or in a file beside it is an article; pictures that a package or a link brings together with one text are its
 * images; of several versions the newest counts. Catalogues and remote parts are never fetched.
 */
export function openNewsml(files: readonly SourceFile[], declared: string | undefined): (file: SourceFile) => Iterable<ImportedRecord> {
  const index = indexNewsml(files, declared);
  return function* (file) {
    if (index.parts.has(resolve(file.path))) return;
    for (const record of readXmlRecords(file, itemNames, declared)) {
      if (record.kind === "skipped") yield record;
      else yield index.newest.skipOlder(newsmlVersion(record, file)) ?? readItem(record, file, index);
    }
  };
}

function readItem(record: XmlRecord, file: SourceFile, index: NewsmlIndex): ImportedRecord {
  const { root, raw, line } = record;
  const id = attributeOf(root, "guid");
  const skip = (reason: string, detail?: string, broken = false): SkippedRecord => ({ kind: "skipped", file: file.name, id, line, reason, ...(detail === undefined ? {} : { detail }), broken });
  if (root.name === "packageItem") {
    const missing = partsOfPackage(root).filter((part) => !index.items.has(part));
    const detail = [lineOf(childOf(root, "contentMeta", "headline")), ...(missing.length === 0 ? [] : [`not among the files: ${missing.join(", ")}`])].filter((text) => text !== undefined);
    return skip("is a package: its texts are articles of their own", detail.length === 0 ? undefined : detail.join("; "));
  }
  if (root.name !== "newsItem") return skip(`is no article: ${root.name}`);
  const name = classOf(root);
  if (isPictureClass(name)) {
    return id !== undefined && index.used.has(id) ? skip("is a picture of an article") : skip("is a picture that no article uses", lineOf(childOf(root, "contentMeta", "headline")) ?? lineOf(childOf(root, "itemMeta", "title")));
  }
  if (["audio", "video", "animation"].includes(name)) return skip(`is no article: ${name}`, lineOf(childOf(root, "contentMeta", "headline")));
  const found = readText(record, file);
  const meta = readNewsmlMeta(root, index.concepts);
  if (found.missing !== undefined && !/cancel/u.test(meta.status ?? "")) return skip("has its text elsewhere", found.missing, true);
  const images = id === undefined ? [] : (index.picturesOf.get(id) ?? []).map((picture) => index.pictures.get(picture)).filter((image) => image !== undefined);
  const item = withNitf({ ...meta, text: undefined, images: [...ownImages(record), ...images], sourceRecord: { file: file.name, id, sha256: createHash("sha256").update(raw).digest("hex") }, line }, found);
  return draftOfNews({ ...item, notes: [...record.notes, ...item.notes] });
}

type FoundText = { readonly text?: NewsText; readonly nitf?: Omit<NewsItem, "sourceRecord" | "line">; readonly notes: readonly Note[]; readonly missing?: undefined } | { readonly missing: string };

function readText({ root }: XmlRecord, file: SourceFile): FoundText {
  const [best, ...others] = findTexts(root);
  if (best === undefined) return { notes: [] };
  const notes: Note[] = others.length === 0 ? [] : [{ level: "count", kind: "other forms of the same text left out" }];
  if (best.kind === "nitf") return { nitf: readNitfDocument(best.root, []), notes };
  if (best.kind !== "remote") return { text: best, notes };
  const part = findPart(file, best.href);
  if (part.missing !== undefined) return { missing: part.missing };
  const read = readPart(part.path);
  if (read.missing !== undefined) return { missing: `${best.href} ${read.missing}` };
  const taken: Note = { level: "change", kind: "text taken from another file", text: `took the text from ${best.href}` };
  if (/nitf|xml/iu.test(best.contentType ?? best.href) && !/html/iu.test(best.contentType ?? best.href)) {
    if (/<!ENTITY/u.test(read.text)) return { missing: `${best.href} declares entities of its own, which are not expanded` };
    const parsed = parseXml(read.text, 1);
    if (parsed.fault) return { missing: `${best.href}:${String(parsed.fault.line)}:${String(parsed.fault.column)} ${parsed.fault.message}` };
    const text = textOfXml(parsed.root);
    if (text === undefined) return { missing: `${best.href} holds no paragraphs` };
    if (text.kind === "nitf") return { nitf: readNitfDocument(text.root, []), notes: [...notes, taken] };
    if (text.kind !== "remote") return { text, notes: [...notes, taken] };
  }
  return { text: { kind: /html/iu.test(best.contentType ?? best.href) ? "html" : "plain", text: read.text }, notes: [...notes, taken] };
}

// What NewsML says holds; what it leaves out is taken from the NITF inside.
function withNitf(item: NewsItem, found: FoundText): NewsItem {
  if (found.missing !== undefined) return item;
  const notes = [...item.notes, ...found.notes];
  const { nitf } = found;
  if (nitf === undefined) return { ...item, text: found.text, notes };
  const subjects = item.subjects.length > 0 ? item.subjects : nitf.subjects;
  return {
    ...item,
    headline: item.headline ?? nitf.headline,
    dek: item.dek ?? nitf.dek,
    byline: item.byline.length > 0 ? item.byline : nitf.byline,
    dateline: item.dateline ?? nitf.dateline,
    dates: [...item.dates, ...nitf.dates],
    text: nitf.text,
    subjects,
    genre: item.genre ?? nitf.genre,
    section: item.section ?? nitf.section,
    series: item.series ?? nitf.series,
    print: nitf.print,
    source: item.source ?? nitf.source,
    rights: { holder: item.rights.holder ?? nitf.rights.holder, statement: item.rights.statement ?? nitf.rights.statement },
    status: item.status ?? nitf.status,
    embargo: item.embargo ?? nitf.embargo,
    reason: item.reason ?? nitf.reason,
    corrections: item.corrections.length > 0 ? item.corrections : nitf.corrections,
    extra: { ...nitf.extra, ...Object.fromEntries(Object.entries(item.extra).filter(([, value]) => value !== undefined)) },
    notes: [...notes, ...nitf.notes],
  };
}

// An item of text may hold its picture itself.
function ownImages({ root }: XmlRecord): readonly DraftImage[] {
  const reference = bestRendition(childrenOf(childOf(root, "contentSet"), "remoteContent").filter((part) => /^image\//u.test(attributeOf(part, "contenttype") ?? "")));
  return reference === undefined ? [] : [{ reference, lead: false }];
}
