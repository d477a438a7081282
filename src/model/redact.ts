import type { Article, ArticleImage, Contributor, Rights, SubjectNames } from "./article.ts";
import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import { authorityKinds } from "./authority.ts";
import type { ArchiveFault, Content } from "./build-archive.ts";
import { parseCredit } from "./credit.ts";
import { foldName, slugOf } from "./slug.ts";
import { redactionPattern } from "./redaction-pattern.ts";

/** What is printed instead of a redacted name. */
export const withheld = "[name withheld]";

// Bare brackets before "(" would be a link.
const withheldInMarkdown = "\\[name withheld\\]";

export interface Redacted {
  readonly content: Content;
  /** Addresses and file names that hold a redacted name: they cannot be changed without the editor. */
  readonly faults: readonly ArchiveFault[];
  /** Whether an address holds a redacted name. */
  readonly withholds: (address: string) => boolean;
}

/**
 * Takes every redacted record out of the content, and its name and variants out of all text: whole words, in any case,
 * across line breaks and emphasis. A bare surname goes only where it is listed as a variant.
 */
export function redactContent(content: Content): Redacted {
  const redacted = authorityKinds.flatMap((kind) => content.records[kind].filter((record) => record.redact));
  if (redacted.length === 0) return { content, faults: [], withholds: withholdsNothing };
  const names = redacted.flatMap(({ name, variants, sortName }) => [name, ...variants, ...(sortName === undefined ? [] : [sortName])]);
  const redaction = redactionOf(names, redacted.flatMap(({ id, formerIds }) => [id, ...formerIds]));
  const { text } = redaction;
  const gone = new Set([...names.map(foldName), ...redacted.map(({ id }) => id)]);
  const records = (kind: AuthorityKind): readonly AuthorityRecord[] =>
    content.records[kind].filter((record) => !record.redact).map((record) => redactRecord(record, redaction));
  return {
    content: {
      articles: content.articles.map((article) => redactArticle(article, redaction, gone)),
      records: { people: records("people"), places: records("places"), organizations: records("organizations"), topics: records("topics") },
      settings: {
        ...content.settings,
        title: text(content.settings.title),
        tagline: optional(content.settings.tagline, text),
        description: optional(content.settings.description, text),
        about: optional(content.settings.about, redaction.markdown),
        licence: optional(content.settings.licence, text),
      },
    },
    faults: [...content.articles.flatMap((article) => articleFaults(article, redaction, gone)), ...recordFaults(content, redaction), ...settingsFaults(content, redaction)],
    withholds: redaction.holds,
  };
}

// Not made where it is returned: it would hold all that stands there, every article as its file has it.
function withholdsNothing(): boolean {
  return false;
}

/**
 * Tells whether a text as an editor wrote it (front matter, Markdown, YAML) holds a withheld name or points to its record, in
 * any disguise that is known here; undefined where nothing is withheld. It finds too much rather than too little.
 */
export function withheldSearch(records: Content["records"]): ((text: string) => boolean) | undefined {
  const redacted = authorityKinds.flatMap((kind) => records[kind].filter((record) => record.redact));
  if (redacted.length === 0) return undefined;
  const names = redacted.flatMap(({ name, variants, sortName }) => [name, ...variants, sortName]);
  const pattern = redactionPattern(names);
  const slugs = [...new Set([...names, ...redacted.flatMap(({ id, formerIds }) => [id, ...formerIds])].map(longSlugOf))].filter((slug) => slug !== "");
  return (text) => {
    const bare = bareText(text);
    if (text.search(pattern) !== -1 || bare.search(pattern) !== -1) return true;
    const slug = `-${longSlugOf(bare)}-`;
    return slugs.some((name) => slug.includes(`-${name}-`));
  };
}

type Redactor = (text: string) => string;

/** How names are taken out of texts, and whether an address still holds one. */
interface Redaction {
  readonly text: Redactor;
  readonly markdown: Redactor;
  readonly holds: (address: string) => boolean;
}

function redactionOf(names: readonly string[], ids: readonly string[]): Redaction {
  const pattern = redactionPattern(names);
  // "o-neill" and "oneill" are both O'Neill. An id of one word ("witness") is no name.
  const slugs = new Set([...names.flatMap((name) => [longSlugOf(name), longSlugOf(name.replace(/['’]/gu, "-"))]), ...ids.filter((id) => id.includes("-"))]);
  slugs.delete("");
  return {
    text: (value) => value.replace(pattern, withheld),
    markdown: (value) => value.replace(pattern, withEmphasis),
    holds: (address) => [...slugs].some((slug) => `-${longSlugOf(address)}-`.includes(`-${slug}-`)),
  };
}

// "Jane *Doe*" -> "*[name withheld]*": signs of emphasis inside the name keep their partners outside of it.
function withEmphasis(name: string): string {
  const openers = name.match(/(?<=\s)[*_]+/gu) ?? [];
  const closers = name.match(/(?<![\s*_])[*_]+(?=\s)/gu) ?? [];
  return `${openers.join("")}${withheldInMarkdown}${closers.join("")}`;
}

function redactArticle(article: Article, redaction: Redaction, gone: ReadonlySet<string>): Article {
  const { text } = redaction;
  return {
    ...article,
    title: text(article.title),
    dek: optional(article.dek, text),
    byline: article.byline.map((person) => redactPerson(person, redaction)),
    contributors: article.contributors.map((person) => redactPerson(person, redaction)),
    dateline: article.dateline && { raw: text(article.dateline.raw), place: optional(article.dateline.place, text), date: article.dateline.date },
    section: optional(article.section, text),
    series: optional(article.series, text),
    subjects: redactSubjects(article.subjects, gone),
    print: article.print && {
      page: optional(article.print.page, text),
      edition: optional(article.print.edition, text),
      volume: optional(article.print.volume, text),
      issue: optional(article.print.issue, text),
    },
    images: article.images.map((image) => redactImage(image, redaction, gone)),
    source: article.source && { ...article.source, name: text(article.source.name), id: optional(article.source.id, text) },
    rights: redactRights(article.rights, text),
    corrections: article.corrections.map((correction) => ({ ...correction, text: text(correction.text) })),
    status: article.status.kind === "withdrawn" ? { ...article.status, reason: text(article.status.reason) } : article.status,
    // Where it came from, and the owner's own keys, may tell the name in ways that no pattern finds.
    provenance: undefined,
    extra: {},
    body: { ...article.body, markdown: redaction.markdown(article.body.markdown) },
  };
}

function redactPerson(person: Contributor, { text, holds }: Redaction): Contributor {
  const name = text(person.name);
  const isKept = name === person.name && person.id !== undefined && !holds(person.id);
  return { name, role: optional(person.role, text), id: isKept ? person.id : undefined };
}

function redactSubjects(subjects: SubjectNames, gone: ReadonlySet<string>): SubjectNames {
  const kept = (names: readonly string[]): readonly string[] => names.filter((name) => !gone.has(name) && !gone.has(foldName(name)));
  return { people: kept(subjects.people), places: kept(subjects.places), organizations: kept(subjects.organizations), topics: kept(subjects.topics) };
}

function redactImage(image: ArticleImage, { text, holds }: Redaction, gone: ReadonlySet<string>): ArticleImage {
  return {
    ...image,
    alt: text(image.alt),
    caption: optional(image.caption, text),
    credit: image.credit && parseCredit(text(image.credit.raw)),
    rights: redactRights(image.rights, text),
    place: optional(image.place, text),
    people: image.people.filter((name) => !gone.has(name) && !gone.has(foldName(name)) && !holds(name)),
  };
}

function redactRights(rights: Rights | undefined, text: Redactor): Rights | undefined {
  return rights && { holder: optional(rights.holder, text), licence: optional(rights.licence, text), statement: optional(rights.statement, text) };
}

function redactRecord(record: AuthorityRecord, { text, markdown }: Redaction): AuthorityRecord {
  return { ...record, description: optional(record.description, text), profile: optional(record.profile, markdown), placeKind: optional(record.placeKind, text) };
}

function optional(value: string | undefined, text: Redactor): string | undefined {
  return value === undefined ? undefined : text(value);
}

// A name in an address cannot be withheld: the address would lead nowhere. The editor has to choose another.
function articleFaults(article: Article, redaction: Redaction, gone: ReadonlySet<string>): readonly ArchiveFault[] {
  const { file, address, images, formerUrls, source, body, subjects } = article;
  const { holds } = redaction;
  const places: readonly { readonly value: string | undefined; readonly path: readonly PropertyKey[]; readonly what: string; readonly fix: string }[] = [
    { value: address, path: [], what: "the address", fix: "rename the file; the old address cannot be kept as a former one" },
    ...images.map(({ src }, i) => ({ value: src, path: ["images", i, "src"], what: "the picture's name", fix: "rename the picture's file" })),
    ...formerUrls.map((value, i) => ({ value, path: ["formerUrls", i], what: "the former address", fix: "take it out; it cannot lead here any more" })),
    { value: source?.url, path: ["source", "url"], what: "the source's address", fix: "take it out" },
    ...authorityKinds.flatMap((kind) =>
      subjects[kind].map((name, i) => ({
        value: gone.has(name) || gone.has(foldName(name)) ? undefined : name,
        path: [kind, i],
        what: `the name in ${kind}`,
        fix: "take it out, or write another name",
      })),
    ),
    ...body.targets.map(({ kind, target }) =>
      kind === "picture"
        ? { value: target, path: [], what: `a picture's name in the text (line ${body.line + targetLine(body, target)})`, fix: "rename the picture's file" }
        : { value: target, path: [], what: `the address of a link in the text (line ${body.line + targetLine(body, target)})`, fix: "take the link out" },
    ),
  ];
  const faults = places.filter(({ value }) => value !== undefined && holds(value)).map(({ path, what, fix }) => ({ file, path, message: `${what} holds a redacted name`, fix }));
  return faults.some(({ path }) => path.length === 0) ? faults : [...faults, ...textFaults(file, [], "the text", body.markdown, redaction)];
}

function recordFaults({ records }: Content, redaction: Redaction): readonly ArchiveFault[] {
  return authorityKinds.flatMap((kind) =>
    records[kind].filter(({ redact }) => !redact).flatMap(({ id, name, variants, formerIds, sortName, portrait, url, profile }) => [
      ...([id, name, ...variants, ...formerIds, sortName, portrait, url].some((value) => value !== undefined && redaction.holds(value))
        ? [{ file: `${kind}.yaml`, path: [id], message: `the record ${id} holds a redacted name`, fix: "give it another id and name, or redact it too" }]
        : []),
      ...textFaults(`${kind}.yaml`, [id, "profile"], `the profile of ${id}`, profile, redaction),
    ]),
  );
}

function settingsFaults({ settings }: Content, redaction: Redaction): readonly ArchiveFault[] {
  const former = [...settings.formerUrls].filter((addresses) => addresses.some(redaction.holds));
  return [
    ...former.map(([from]) => ({ file: "archive.yaml", path: ["formerUrls", from], message: "the former address holds a redacted name", fix: "take it out; it cannot lead here any more" })),
    ...textFaults("archive.yaml", ["about"], "the text", settings.about, redaction),
  ];
}

/** What would be left in a Markdown text: a name in an address, or one that markup divides ("Jane [Doe](...)"). */
function textFaults(file: string, path: readonly PropertyKey[], what: string, markdown: string | undefined, { markdown: redact, holds }: Redaction): readonly ArchiveFault[] {
  if (markdown === undefined) return [];
  if (markdown.split(/\s+/u).some((word) => address.test(word) && holds(word))) {
    return [{ file, path, message: `${what} holds an address that holds a redacted name`, fix: "take the link out" }];
  }
  const bare = bareText(redact(markdown));
  return redact(bare) === bare ? [] : [{ file, path, message: `${what} holds a redacted name that markup divides`, fix: "write it without markup; it is then withheld" }];
}

// "https://example.org/a", "example.org/a", "/a/b", "a@example.org"; not "either/or", and not the end of a sentence.
const address = /:\/\/|@|^[^\p{L}\p{N}]*\/|\]\(|[\p{L}\p{N}]\.\p{L}{2}/u;

function bareText(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]/gu, "")
    .replace(/&#(\d{1,6});|&#x([0-9a-f]{1,5});/giu, (_, decimal: string | undefined, hex: string | undefined) => String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? "20", 16) : Number(decimal)))
    .replace(/[*~`[\]\\\u00ad\u200b-\u200d\u2060\ufeff]/gu, "");
}

// The line below the body's first on which a target is named.
function targetLine({ targets }: Article["body"], target: string): number {
  return targets.find((one) => one.target === target)?.line ?? 0;
}

// A slug is cut where a file's name would be too long; the name may stand behind the cut.
function longSlugOf(value: string): string {
  return unescaped(value).split(/[^\p{L}\p{M}\p{N}'’]+/u).map(slugOf).filter((part) => part !== "").join("-");
}

// "Jane%20Doe" -> "Jane Doe"
function unescaped(value: string): string {
  return value.replace(/(?:%[0-9a-f]{2})+/giu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
