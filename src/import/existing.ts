import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { load } from "js-yaml";
import { fingerprintOf } from "../content/fingerprint.ts";
import type { SourceRecord } from "./draft.ts";

/** An article of the content folder that an earlier import wrote. */
export interface ExistingArticle {
  /** Path inside the content folder. */
  readonly path: string;
  /** Hash of the record it was made from. */
  readonly sha256: string | undefined;
  /** Of its Markdown, by which equal texts are known; undefined where it has none. */
  readonly text: string | undefined;
}

/**
 * Finds the articles that came from an importer, by their source record, wherever an editor has moved them since.
 * Takes the content folder, which need not exist, the importer's name, and whether its ids are those of the whole world.
 */
export function findImported(content: string, importer: string, worldwide: boolean): ReadonlyMap<string, ExistingArticle> {
  const found = new Map<string, ExistingArticle>();
  for (const path of articleFiles(content)) {
    const { header, body } = splitArticle(readFileSync(join(content, path), "utf8"));
    const provenance = readProvenance(header);
    if (provenance?.["importer"] !== importer) continue;
    const { source, record, sha256 } = provenance;
    if (typeof source !== "string" || (record !== undefined && typeof record !== "string")) continue;
    found.set(recordKey({ file: source, id: record }, worldwide), { path, sha256: typeof sha256 === "string" ? sha256 : undefined, text: fingerprintOfText(body) });
  }
  return found;
}

/** What two records must share to be the same one: file and id, or an id that says whose it is ("urn:newsml:...", "SP:7"). */
export function recordKey(record: Pick<SourceRecord, "file" | "id">, worldwide: boolean): string {
  return worldwide && record.id?.includes(":") === true ? `\n${record.id}` : `${record.file}\n${record.id ?? ""}`;
}

/** Two articles with equal Markdown have the same; undefined where there is none. */
export function fingerprintOfText(body: string): string | undefined {
  return body.trim() === "" ? undefined : fingerprintOf(body.trim());
}

function articleFiles(content: string): readonly string[] {
  if (!existsSync(content)) return [];
  const paths = readdirSync(content, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(".md")).map((path) => path.replaceAll(sep, "/")).sort();
}

function splitArticle(text: string): { readonly header: string | undefined; readonly body: string } {
  const { yaml, body = "" } = /^---\r?\n(?<yaml>.*?)\n---\r?\n(?<body>.*)$/su.exec(text)?.groups ?? {};
  return { header: yaml, body };
}

function readProvenance(header: string | undefined): Record<string, unknown> | undefined {
  // Most articles of an archive were not imported from here: look before parsing.
  if (!header?.includes("provenance:")) return undefined;
  try {
    const values: unknown = load(header);
    return isRecord(values) && isRecord(values["provenance"]) ? values["provenance"] : undefined;
  } catch {
    // `check` and `build` report front matter that is no YAML; here it only means that the article is not known.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
