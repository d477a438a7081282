import { z } from "zod";
import { articleSchema } from "./article-schema.ts";
import { placeSchema, recordSchema } from "./authority-schema.ts";
import { settingsSchema } from "./settings-schema.ts";

/** JSON Schemas (draft 2020-12) of the front matter and the YAML files, by file name, so that editors complete and check while typing. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    "article.schema.json": formatSchema("The front matter of an article", articleSchema),
    "archive.schema.json": formatSchema("archive.yaml", settingsSchema),
    "places.schema.json": formatSchema("places.yaml", z.record(z.string(), placeSchema)),
    "records.schema.json": formatSchema("people.yaml, organizations.yaml and topics.yaml", z.record(z.string(), recordSchema)),
  };
}

// What is written in a file, before dates and ids are read: the input side.
function formatSchema(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, undefined, 2)}\n`;
}
