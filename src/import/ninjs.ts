import { createHash } from "node:crypto";
import type { DraftImage, ImportedRecord, Note, SkippedRecord } from "./draft.ts";
import type { JsonObject } from "./json-value.ts";
import { draftOfNews } from "./news-draft.ts";
import type { NamedSubject, NewsText } from "./news-item.ts";
import { findNewest } from "./news-versions.ts";
import type { NewsVersion } from "./news-versions.ts";
import { isText, readNinjsObjects } from "./ninjs-objects.ts";
import type { NinjsRecord } from "./ninjs-objects.ts";
import { imageOf, referenceOf, rightsOf } from "./ninjs-picture.ts";
import { bestForm, formsOf, headlineOf, isHtml, isNitf, namesOf, objectsOf, plainWords, textValue, valueOf } from "./ninjs-value.ts";
import type { Form } from "./ninjs-value.ts";
import { nitfToHtml } from "./nitf-html.ts";
import type { SourceFile } from "./source-files.ts";
import { descendantsOf, parseXml } from "./xml.ts";

/**
 * Reads ninjs (IPTC News in JSON, versions 1, 2 and 3): one object a file, or a list of them. A text is an article; pictures
 * associated with it are its images; of several versions the newest counts.
 */
export function openNinjs(files: readonly SourceFile[], declared: string | undefined): (file: SourceFile) => Iterable<ImportedRecord> {
  const newest = findNewest(versionsIn(files, declared));
  return function* (file) {
    for (const record of readNinjsObjects(file, declared)) {
      if (record.kind === "skipped") yield record;
      else yield newest.skipOlder(versionOf(record)) ?? readObject(record);
    }
  };
}

function* versionsIn(files: readonly SourceFile[], declared: string | undefined): Generator<NewsVersion> {
  for (const file of files) for (const record of readNinjsObjects(file, declared)) if (record.kind === "ninjs") yield versionOf(record);
}

function versionOf({ object, file, line }: NinjsRecord): NewsVersion {
  return { id: textValue(object, "uri"), rank: [Number(textValue(object, "version") ?? 0) || 0, textValue(object, "versioncreated") ?? ""], file, line };
}

function readObject({ object, file, line, notes: given }: NinjsRecord): ImportedRecord {
  const id = textValue(object, "uri");
  const skip = (reason: string, detail?: string): SkippedRecord => ({ kind: "skipped", file, id, line, reason, ...(detail === undefined ? {} : { detail }), broken: false });
  const type = textValue(object, "type")?.toLowerCase() ?? "text";
  if (["picture", "graphic", "photo"].includes(type)) return skip("is a picture that no article uses", headlineOf(object));
  // "story", "advisory": agencies have types of their own for texts.
  if (!["text", "composite"].includes(type) && formsOf(object, "body", "bodies").length === 0) return skip(`is no article: ${type}`, headlineOf(object));
  const notes: Note[] = [...given];
  const provider = objectsOf(object, "infosources", "infosource").map((source) => textValue(source, "name")).find((name) => name !== undefined);
  const status = textValue(object, "pubstatus");
  const edNote = textValue(object, "ednote");
  const withdrawn = /cancel/iu.test(status ?? "");
  const headlines = formsOf(object, "headline", "headlines");
  const main = headlines.find(({ role }) => /^(?:main|simple)?$/iu.test(role)) ?? headlines[0];
  const others = headlines.filter((form) => form !== main && form.value !== main?.value);
  const summary = plainWords(bestForm(formsOf(object, "description", "descriptions"), false));
  return draftOfNews({
    sourceRecord: { file, id, sha256: createHash("sha256").update(JSON.stringify(object)).digest("hex") },
    line,
    headline: main === undefined ? textValue(object, "title") : plainWords(main),
    dek: others.find(({ role }) => /sub|deck|dek|second/iu.test(role))?.value ?? summary,
    byline: [textValue(object, "by", "byline")].filter((text) => text !== undefined),
    contributors: [],
    dateline: textValue(object, "dateline"),
    located: textValue(object, "located"),
    dates: ["firstcreated", "contentcreated", "versioncreated"].map((name) => textValue(object, name)),
    updated: textValue(object, "versioncreated"),
    text: textOf(formsOf(object, "body", "bodies"), notes),
    images: imagesOf(object, notes),
    subjects: subjectsOf(object),
    genre: objectsOf(object, "genres", "genre").map((genre) => textValue(genre, "name", "code")).find((name) => name !== undefined),
    section: undefined,
    series: undefined,
    print: undefined,
    source: provider === undefined ? undefined : { name: provider, id, url: id !== undefined && /^https?:\/\/[^\s<>"]+$/u.test(id) ? id : undefined },
    rights: rightsOf(object),
    language: textValue(object, "language"),
    status,
    embargo: textValue(object, "embargoed"),
    reason: withdrawn ? edNote : undefined,
    corrections: isCorrection(object) ? [edNote ?? "The source marks this version as a correction."] : [],
    extra: {
      urgency: textValue(object, "urgency"),
      slug: textValue(object, "slugline", "slug"),
      summary: others.some(({ role }) => /sub|deck|dek|second/iu.test(role)) ? summary : undefined,
      "other headlines": others.filter(({ role }) => !/sub|deck|dek|second/iu.test(role)).map(({ role, value }) => (role === "" ? value : `${role}: ${value}`)),
      "editor's note": withdrawn || isCorrection(object) ? undefined : edNote,
      expires: textValue(object, "expires"),
      events: namesOf(object, "events", "event"),
      objects: namesOf(object, "objects", "object"),
      mentions: mentionsOf(object),
      altids: valueOf(object, "altids") === undefined ? undefined : JSON.stringify(valueOf(object, "altids")),
    },
    notes,
  });
}

function isCorrection(object: JsonObject): boolean {
  return [...namesOf(object, "signals", "signal"), ...objectsOf(object, "signals", "signal").map((signal) => textValue(signal, "code", "uri") ?? "")].some((signal) => /correct/iu.test(signal));
}

function textOf(forms: readonly Form[], notes: Note[]): NewsText | undefined {
  const form = bestForm(forms, true);
  if (form === undefined) return undefined;
  if (forms.length > 1) notes.push({ level: "count", kind: "other forms of the same text left out" });
  if (isNitf(form)) {
    const parsed = parseXml(form.value, 1);
    const [content] = parsed.fault === undefined ? descendantsOf({ ...parsed.root, children: [parsed.root] }, "body.content") : [];
    if (content !== undefined) return { kind: "html", text: nitfToHtml(content, notes) };
    notes.push({ level: "warning", kind: "NITF inside could not be read", text: `took the text as HTML: its NITF could not be read (${parsed.fault?.message ?? "no body.content"})` });
    return { kind: "html", text: form.value };
  }
  return { kind: isHtml(form) || /^\s*<(?:p|div|h\d|ul|ol|article|section)\b/iu.test(form.value) ? "html" : "plain", text: form.value };
}

function imagesOf(object: JsonObject, notes: Note[]): readonly DraftImage[] {
  const own = textValue(object, "type") === "composite" ? [] : objectsOf(object, "renditions").filter((rendition) => /^image\//iu.test(textValue(rendition, "contenttype", "mimetype") ?? ""));
  const associated = objectsOf(object, "associations").flatMap((association): readonly DraftImage[] => {
    const type = textValue(association, "type")?.toLowerCase() ?? "picture";
    if (isText(association)) return [];
    if (["picture", "graphic", "photo"].includes(type)) return [imageOf(association)];
    notes.push({ level: "warning", kind: "sound, film and other parts left out", text: `left out: the ${type} ${JSON.stringify(headlineOf(association) ?? textValue(association, "uri") ?? "")}` });
    return [];
  });
  return own.length === 0 ? associated : [{ reference: referenceOf(own), lead: false }, ...associated];
}

const subjectKeys = [
  ["people", ["people", "person"]],
  ["organizations", ["organisations", "organisation"]],
  ["places", ["places", "place"]],
  ["topics", ["subjects", "subject"]],
] as const;

function subjectsOf(object: JsonObject): readonly NamedSubject[] {
  const named = subjectKeys.flatMap(([kind, keys]) => objectsOf(object, ...keys).flatMap((one): readonly NamedSubject[] => {
    const name = textValue(one, "name", "literal", "code");
    return name === undefined || isMention(one) ? [] : [{ kind, name, ids: idsOf(one) }];
  }));
  const keywords = valueOf(object, "keywords");
  const words = Array.isArray(keywords) ? keywords.filter((word): word is string => typeof word === "string") : [];
  return [...named, ...words.map((name) => ({ kind: "topics", name, ids: [] }) as const)];
}

// What an item only mentions is not what it is about.
function isMention(one: JsonObject): boolean {
  return /mention/iu.test(textValue(one, "rel") ?? "");
}

function mentionsOf(object: JsonObject): readonly string[] {
  return subjectKeys.flatMap(([, keys]) => objectsOf(object, ...keys).filter(isMention).map((one) => textValue(one, "name", "literal", "code"))).filter((name) => name !== undefined);
}

// ninjs 2 and 3 have addresses, ninjs 1 a scheme and a code.
function idsOf(one: JsonObject): readonly string[] {
  const [scheme, code] = [textValue(one, "scheme"), textValue(one, "code")];
  return [textValue(one, "uri"), code === undefined ? undefined : `${scheme === undefined || /[/:#]$/u.test(scheme) ? (scheme ?? "") : `${scheme}:`}${code}`].filter((id) => id !== undefined);
}
