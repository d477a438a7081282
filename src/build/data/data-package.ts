import { stringsOf } from "../../html/strings/strings-of.ts";
import { authorityKinds } from "../../model/authority.ts";
import { articleFields, articlesFile, articleSchemaFile, citationsFile, dataFolder, descriptorFile, recordColumns, recordsFile, type DataField, type Field } from "../../model/data-tables.ts";
import { canonicalOf, type Site } from "../../model/site.ts";
import { slugOf } from "../../model/slug.ts";
import { dataAddress } from "../pages/data-page.ts";
import type { PageContext } from "../pages/context.ts";
import { recordTable } from "./record-table.ts";
import { articlesByYear } from "./runs.ts";

/** The data that stands uncompressed: tables of names, the description of all tables, and their schema. */
export function dataTexts({ archive, site }: PageContext): readonly { readonly path: string; readonly text: string }[] {
  const kinds = authorityKinds.filter((kind) => archive.subjects[kind].size > 0);
  const { title, description, licence } = archive.settings;
  const descriptor = {
    profile: "data-package",
    name: slugOf(title) || "archive",
    title,
    description,
    homepage: canonicalOf(site, dataAddress),
    // A name is that of a licence's identifier: https://specs.frictionlessdata.io/data-package/#licenses
    licenses: licence !== undefined && /^[\w.-]+$/u.test(licence) ? [{ name: licence }] : undefined,
    resources: [
      ...articlesByYear(archive.articles).flatMap(([year]) => [
        { ...table(`articles-${year}`, articlesFile(year, "csv")), compression: "gz", schema: articleSchemaFile },
        { name: `articles-${year}-lines`, path: articlesFile(year, "jsonl"), profile: "data-resource", format: "jsonl", mediatype: "application/jsonl", encoding: "utf-8", compression: "gz" },
      ]),
      { name: "citations", path: citationsFile, profile: "data-resource", format: "json", mediatype: "application/vnd.citationstyles.csl+json", encoding: "utf-8", compression: "gz" },
      ...kinds.map((kind) => ({ ...table(kind, recordsFile(kind)), schema: schema(site, recordColumns(kind), "id") })),
    ],
  };
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return [
    ...kinds.map((kind) => ({ path: `${dataFolder}/${recordsFile(kind)}`, text: recordTable(archive, site, kind) })),
    { path: `${dataFolder}/${articleSchemaFile}`, text: json(schema(site, articleFields, "address")) },
    { path: `${dataFolder}/${descriptorFile}`, text: json(descriptor) },
  ];
}

function table(name: string, path: string): Readonly<Record<string, unknown>> {
  return { name, path, profile: "tabular-data-resource", format: "csv", mediatype: "text/csv", encoding: "utf-8", dialect: { delimiter: ",", lineTerminator: "\r\n", doubleQuote: true, header: true } };
}

/** A table's columns as Table Schema. */
function schema(site: Site, fields: readonly Field<DataField>[], primaryKey: DataField): Readonly<Record<string, unknown>> {
  const { data } = stringsOf(site);
  return { fields: fields.map(([name, type]) => ({ name, type, description: data.fields[name] })), missingValues: [""], primaryKey };
}
