import type { AuthorityKind } from "./authority.ts";

/*
 * What the tables under /data/ are called and what their columns are: once, for the files, their schema and the page that
 * explains them.
 */

/** Types of Table Schema (https://specs.frictionlessdata.io/table-schema/). */
export type FieldType = "string" | "integer" | "number" | "boolean" | "date";

/** A column: its name and its type. */
export type Field<Name extends string = string> = readonly [name: Name, type: FieldType];

/** Columns of the table of articles, in their order. */
export const articleFields = [
  ["address", "string"],
  ["url", "string"],
  ["title", "string"],
  ["date", "string"],
  ["date_from", "date"],
  ["date_to", "date"],
  ["updated", "string"],
  ["kind", "string"],
  ["byline", "string"],
  ["dek", "string"],
  ["dateline", "string"],
  ["section", "string"],
  ["series", "string"],
  ["page", "string"],
  ["edition", "string"],
  ["volume", "string"],
  ["issue", "string"],
  ["people", "string"],
  ["places", "string"],
  ["organizations", "string"],
  ["topics", "string"],
  ["language", "string"],
  ["source", "string"],
  ["source_url", "string"],
  ["rights_holder", "string"],
  ["licence", "string"],
  ["rights_statement", "string"],
  ["full_text", "boolean"],
] as const satisfies readonly Field[];
export type ArticleField = (typeof articleFields)[number][0];

/** Columns of the tables of people, organizations and topics. */
export const recordFields = [
  ["id", "string"],
  ["url", "string"],
  ["name", "string"],
  ["sort_name", "string"],
  ["variants", "string"],
  ["description", "string"],
  ["born", "string"],
  ["died", "string"],
  ["wikidata", "string"],
  ["viaf", "string"],
  ["geonames", "string"],
  ["website", "string"],
  ["articles", "integer"],
  ["first_date", "string"],
  ["last_date", "string"],
] as const satisfies readonly Field[];

/** Columns of the table of places. */
export const placeFields = [
  ...recordFields,
  ["latitude", "number"],
  ["longitude", "number"],
  ["country", "string"],
  ["parents", "string"],
  ["place_kind", "string"],
] as const satisfies readonly Field[];
export type RecordField = (typeof placeFields)[number][0];

/** The columns of a table of people, places, organizations or topics. */
export function recordColumns(kind: AuthorityKind): readonly Field<RecordField>[] {
  return kind === "places" ? placeFields : recordFields;
}

/** Any column of any table. */
export type DataField = ArticleField | RecordField;

/** What a line of the JSON Lines has that no table has. */
export const lineOnlyFields = ["file", "contributors", "print", "images", "pictures", "rights", "corrections", "formerUrls", "body"] as const;
export type LineOnlyField = (typeof lineOnlyFields)[number];

/** Between the values of a column that has several. */
export const listSeparator = "|";

/** Folder of the files, from the site's root. */
export const dataFolder = "data";

/** Part of a file's name for the articles that stand in no certain year. */
export const withoutYear = "without-year";

/** Name of a file of articles: ("1987", "csv") -> "articles-1987.csv.gz". */
export function articlesFile(year: string, format: "jsonl" | "csv"): string {
  return `articles-${year}.${format}.gz`;
}

/** Citations of all articles, as CSL-JSON. */
export const citationsFile = "citations.csl.json.gz";

/** The description of all files, as a Frictionless data package. */
export const descriptorFile = "datapackage.json";

/** The columns of the tables of articles, to which the description refers. */
export const articleSchemaFile = "articles.schema.json";

/** Checksums of all files of the site. */
export const fixityFile = "manifest-sha256.txt";

/** Name of a table of names: "people.csv". */
export function recordsFile(kind: string): string {
  return `${kind}.csv`;
}
