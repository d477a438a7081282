import { isRecorded } from "./draft.ts";
import type { ArticleDraft, DraftImage, DraftName } from "./draft.ts";

/**
 * Writes a draft as the text of an article file: front matter, then Markdown. The same draft always gives the same bytes.
 * Takes the name of the importer for the provenance ("sgml").
 */
export function renderArticleFile(draft: ArticleDraft, importer: string): string {
  const { sourceRecord, byline } = draft;
  const changes = draft.notes.filter(isRecorded).map((note) => note.text ?? note.kind);
  const entries: readonly (string | undefined)[] = [
    `title: ${renderScalar(draft.title)}`,
    `date: ${draft.date}`,
    draft.updated === undefined ? undefined : `updated: ${draft.updated}`,
    entry("dek", draft.dek),
    byline.length === 1 && typeof byline[0] === "string" ? entry("byline", byline[0]) : list("byline", byline),
    list("contributors", draft.contributors ?? []),
    entry("dateline", draft.dateline),
    entry("kind", draft.genre),
    entry("section", draft.section),
    entry("series", draft.series),
    map("print", draft.print),
    list("people", draft.people),
    list("places", draft.places),
    list("organizations", draft.organizations),
    list("topics", draft.topics),
    ...images(draft.images ?? []),
    map("source", draft.source),
    map("rights", draft.rights),
    entry("language", draft.language),
    ...corrections(draft.corrections ?? []),
    ...status(draft.status),
    list("formerUrls", draft.formerUrls ?? []),
    "provenance:",
    `  importer: ${renderScalar(importer)}`,
    `  source: ${renderScalar(sourceRecord.file)}`,
    sourceRecord.id === undefined ? undefined : `  record: ${renderScalar(sourceRecord.id)}`,
    // Always in quotes: some hashes begin with a letter, and a column of hashes should look alike.
    `  sha256: "${sourceRecord.sha256}"`,
    ...(changes.length > 0 ? ["  changes:", ...changes.map((change) => `    - ${renderScalar(change)}`)] : []),
    ...extra(draft.extra ?? {}),
  ];
  return `---\n${entries.filter((line) => line !== undefined).join("\n")}\n---\n\n${draft.body}\n`;
}

function entry(key: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${key}: ${renderScalar(value)}`;
}

// { name: "The Post", id: "7" }: keys in the order of the draft, values in quotes.
function map(key: string, values: object | undefined): string | undefined {
  const pairs = values === undefined ? "" : flowPairs(values);
  return pairs === "" ? undefined : `${key}: { ${pairs} }`;
}

function flowPairs(values: object): string {
  return Object.entries(values).flatMap(([key, value]: readonly [string, unknown]) => (typeof value === "string" ? [`${key}: ${quote(value)}`] : [])).join(", ");
}

function images(drafts: readonly DraftImage[]): readonly string[] {
  if (drafts.length === 0) return [];
  return ["images:", ...drafts.flatMap((image) => {
    const lines = [
      entry("src", image.src),
      entry("id", image.id),
      entry("alt", image.alt),
      entry("caption", image.caption),
      entry("credit", image.credit),
      map("rights", image.rights),
      image.date === undefined ? undefined : `date: ${image.date}`,
      entry("place", image.place),
      list("people", image.people ?? []),
      image.lead ? "lead: true" : undefined,
    ];
    return lines.filter((line) => line !== undefined).map((line, at) => `${at === 0 ? "  - " : "    "}${line}`);
  })];
}

function corrections(drafts: NonNullable<ArticleDraft["corrections"]>): readonly string[] {
  if (drafts.length === 0) return [];
  return ["corrections:", ...drafts.map((correction) => `  - { ${flowPairs(correction)} }`)];
}

function status(draft: ArticleDraft["status"]): readonly string[] {
  switch (draft?.kind) {
    case undefined:
      return [];
    case "draft":
      return ["status: draft"];
    case "embargoed":
      return ["status: embargoed", `embargo: ${draft.until}`];
    case "withdrawn":
      return ["status: withdrawn", `withdrawn: { ${flowPairs({ date: draft.date, reason: draft.reason })} }`];
  }
}

function extra(values: NonNullable<ArticleDraft["extra"]>): readonly string[] {
  const lines = Object.entries(values).map(([key, value]) => (typeof value === "string" ? `  ${renderScalar(key)}: ${renderScalar(value)}` : `  ${list(renderScalar(key), value) ?? `${renderScalar(key)}: []`}`));
  return lines.length === 0 ? [] : ["extra:", ...lines];
}

function list(key: string, values: readonly (string | DraftName)[]): string | undefined {
  return values.length === 0 ? undefined : `${key}: [${values.map(item).join(", ")}]`;
}

function item(value: string | DraftName): string {
  if (typeof value !== "string") return value.role === undefined ? item(value.name) : `{ ${flowPairs(value)} }`;
  return renderItem(value);
}

/** Writes a text as an item of a [list], which a comma or a bracket would end. */
export function renderItem(text: string): string {
  return /[,"[\]{}]/u.test(text) ? quote(text) : renderScalar(text);
}

/**
 * Writes a text on one line as a YAML scalar of its own line, in quotes wherever a reader of YAML 1.1 or 1.2 could take it
 * for anything but that text: "1987", "no", "FORD: RESULTS", "[sic]".
 */
export function renderScalar(text: string): string {
  return plain.test(text) && !reserved.test(text) ? text : quote(text);
}

function quote(text: string): string {
  // JSON's escapes are YAML's; the characters that JSON leaves and YAML forbids or breaks lines at are escaped too.
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// A letter first; no ":" and no "#" anywhere.
const plain = /^\p{L}(?:[\p{L}\p{N} ,.!?"'()/$%&;+*=<>-]*[\p{L}\p{N}.!?"')/$%&+*<>-])?$/u;
const reserved = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;
