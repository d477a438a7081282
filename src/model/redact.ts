import type { Article, ArticleImage, Contributor, Rights, SubjectNames } from "./article.ts";
import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import { authorityKinds } from "./authority.ts";
import type { ArchiveFault, Content } from "./build-archive.ts";
import { parseCredit } from "./credit.ts";
import { foldName, slugOf } from "./slug.ts";
import { namePattern } from "./name-pattern.ts";

/** What is printed instead of a redacted name. */
export const withheld = "[name withheld]";

// Bare brackets before "(" would be a link.
const withheldInMarkdown = "\\[name withheld\\]";

export interface Redacted {
  readonly content: Content;
  /** Addresses and file names that hold a redacted name: they cannot be changed without the editor. */
  readonly faults: readonly ArchiveFault[];
}

/**
 * Takes every redacted record out of the content, and its name and variants out of all text: whole words, in any case,
 * across line breaks and emphasis. A bare surname goes only where it is listed as a variant.
 */
export function redactContent(content: Content): Redacted {
  const redacted = authorityKinds.flatMap((kind) => content.records[kind].filter((record) => record.redact));
  if (redacted.length === 0) return { content, faults: [] };
  const names = redacted.flatMap(({ name, variants }) => [name, ...variants]);
  const pattern = namePattern(names, "giu");
  const text = (value: string): string => value.replace(pattern, withheld);
  const gone = new Set([...names.map(foldName), ...redacted.map(({ id }) => id)]);
  const records = (kind: AuthorityKind): readonly AuthorityRecord[] =>
    content.records[kind].filter((record) => !record.redact).map((record) => redactRecord(record, text));
  return {
    content: {
      articles: content.articles.map((article) => redactArticle(article, text, gone)),
      records: { people: records("people"), places: records("places"), organizations: records("organizations"), topics: records("topics") },
      settings: {
        ...content.settings,
        title: text(content.settings.title),
        tagline: optional(content.settings.tagline, text),
        description: optional(content.settings.description, text),
        about: optional(content.settings.about, text),
      },
    },
    faults: [...content.articles.flatMap((article) => pathFaults(article, names)), ...recordFaults(content, names)],
  };
}

type Redactor = (text: string) => string;

function redactArticle(article: Article, text: Redactor, gone: ReadonlySet<string>): Article {
  return {
    ...article,
    title: text(article.title),
    dek: optional(article.dek, text),
    byline: article.byline.map((person) => redactPerson(person, text)),
    contributors: article.contributors.map((person) => redactPerson(person, text)),
    dateline: article.dateline && { raw: text(article.dateline.raw), place: optional(article.dateline.place, text), date: article.dateline.date },
    section: optional(article.section, text),
    series: optional(article.series, text),
    subjects: redactSubjects(article.subjects, gone),
    images: article.images.map((image) => redactImage(image, text, gone)),
    source: article.source && { ...article.source, name: text(article.source.name) },
    rights: redactRights(article.rights, text),
    corrections: article.corrections.map((correction) => ({ ...correction, text: text(correction.text) })),
    status: article.status.kind === "withdrawn" ? { ...article.status, reason: text(article.status.reason) } : article.status,
    // Where it came from, and the owner's own keys, may tell the name in ways that no pattern finds.
    provenance: undefined,
    extra: {},
    body: { ...article.body, markdown: text(article.body.markdown).replaceAll(withheld, withheldInMarkdown) },
  };
}

function redactPerson(person: Contributor, text: Redactor): Contributor {
  return { ...person, name: text(person.name), role: optional(person.role, text) };
}

function redactSubjects(subjects: SubjectNames, gone: ReadonlySet<string>): SubjectNames {
  const kept = (names: readonly string[]): readonly string[] => names.filter((name) => !gone.has(name) && !gone.has(foldName(name)));
  return { people: kept(subjects.people), places: kept(subjects.places), organizations: kept(subjects.organizations), topics: kept(subjects.topics) };
}

function redactImage(image: ArticleImage, text: Redactor, gone: ReadonlySet<string>): ArticleImage {
  return {
    ...image,
    alt: text(image.alt),
    caption: optional(image.caption, text),
    credit: image.credit && parseCredit(text(image.credit.raw)),
    rights: redactRights(image.rights, text),
    place: optional(image.place, text),
    people: image.people.filter((name) => !gone.has(name) && !gone.has(foldName(name))),
  };
}

function redactRights(rights: Rights | undefined, text: Redactor): Rights | undefined {
  return rights && { holder: optional(rights.holder, text), licence: rights.licence, statement: optional(rights.statement, text) };
}

function redactRecord(record: AuthorityRecord, text: Redactor): AuthorityRecord {
  return { ...record, description: optional(record.description, text), profile: optional(record.profile, text) };
}

function optional(value: string | undefined, text: Redactor): string | undefined {
  return value === undefined ? undefined : text(value);
}

function pathFaults(article: Article, names: readonly string[]): readonly ArchiveFault[] {
  const places: { readonly value: string; readonly path: readonly PropertyKey[]; readonly what: string; readonly fix: string }[] = [
    { value: article.address, path: [], what: "address", fix: "rename the file; the old address cannot be kept as a former one" },
    ...article.images.flatMap(({ src }, i) => (src === undefined ? [] : [{ value: src, path: ["images", i, "src"], what: "picture's name", fix: "rename the picture's file" }])),
    ...article.formerUrls.map((value, i) => ({ value, path: ["formerUrls", i], what: "former address", fix: "take it out; it cannot lead here any more" })),
  ];
  const inAddresses = article.body.markdown.split(/\s+/u).some((word) => /[/.]/u.test(word) && holdsName(word, names));
  if (inAddresses) places.push({ value: names.join(" "), path: [], what: "text links to an address that", fix: "take the link out" });
  return places.filter(({ value }) => holdsName(value, names)).map(({ path, what, fix }) => ({ file: article.file, path, message: `the ${what} holds a redacted name`, fix }));
}

function recordFaults({ records }: Content, names: readonly string[]): readonly ArchiveFault[] {
  return authorityKinds.flatMap((kind) =>
    records[kind]
      .filter((record) => !record.redact && [record.id, record.name, ...record.variants, ...record.formerIds].some((value) => holdsName(value, names)))
      .map(({ id }) => ({ file: `${kind}.yaml`, path: [id], message: `the record ${id} holds a redacted name`, fix: "give it another id and name, or redact it too" })),
  );
}

// "/1987/03/jane-doe-in-court/" holds "Jane Doe".
function holdsName(value: string, names: readonly string[]): boolean {
  const slug = `-${slugOf(value)}-`;
  return names.some((name) => slugOf(name) !== "" && slug.includes(`-${slugOf(name)}-`));
}
