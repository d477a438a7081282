import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { articleSchema } from "../../../src/content/article-schema.ts";

const resourceSchema = z.object({
  name: z.string(),
  path: z.string(),
  profile: z.string(),
  format: z.string(),
  mediatype: z.string(),
  encoding: z.literal("utf-8"),
  compression: z.literal("gz").optional(),
  schema: z.unknown().optional(),
});

/** A data package (https://specs.frictionlessdata.io/data-package/), as far as readers need it. */
export const packageSchema = z.object({
  profile: z.literal("data-package"),
  name: z.string().regex(/^[-a-z0-9._/]+$/u),
  title: z.string(),
  homepage: z.url(),
  licenses: z.array(z.object({ name: z.string() })).optional(),
  resources: z.array(resourceSchema).min(1),
});

export const tableSchema = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.enum(["string", "integer", "number", "boolean", "date"]), description: z.string() })),
  missingValues: z.array(z.string()),
  primaryKey: z.string(),
});

/** The text of a resource. */
export function textOf(data: string, resource: z.infer<typeof resourceSchema>): string {
  const bytes = readFileSync(path.join(data, resource.path));
  return (resource.compression === "gz" ? gunzipSync(bytes) : bytes).toString("utf8");
}

export function readPackage(data: string): z.infer<typeof packageSchema> {
  return packageSchema.parse(JSON.parse(readFileSync(path.join(data, "datapackage.json"), "utf8")));
}

/** A resource's columns; the description may name the file that holds them. */
export function columnsOf(data: string, { schema }: z.infer<typeof resourceSchema>): z.infer<typeof tableSchema> {
  return tableSchema.parse(typeof schema === "string" ? JSON.parse(readFileSync(path.join(data, schema), "utf8")) : schema);
}

const named = z.array(z.object({ id: z.string(), name: z.string() })).optional();
const lineSchema = z.looseObject({ url: z.url(), address: z.string(), file: z.string(), people: named, places: named, organizations: named, topics: named, pictures: z.record(z.string(), z.string()).optional(), body: z.string().optional() });

/**
 * Writes the content folder that a data package was made from, as far as it holds it: what anybody could do who finds the
 * data and nothing else. `site` is the folder the package's pictures are taken from, by their addresses.
 */
export function restoreContent(data: string, content: string, settings: Readonly<Record<string, unknown>>, site: { readonly folder: string; readonly url: string }): void {
  const write = (file: string, bytes: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), bytes);
  };
  const { resources } = readPackage(data);
  // JSON is YAML, too.
  write("archive.yaml", JSON.stringify(settings));
  for (const resource of resources) {
    if (["people", "places", "organizations", "topics"].includes(resource.name)) write(`${resource.name}.yaml`, JSON.stringify(recordsOf(textOf(data, resource))));
    if (resource.format !== "jsonl") continue;
    for (const text of textOf(data, resource).trimEnd().split("\n")) {
      const { address: _address, url: _url, file, pictures, body = "", people, places, organizations, topics, ...matter } = lineSchema.parse(JSON.parse(text));
      const ids = (list: z.infer<typeof named>): readonly string[] | undefined => list?.map(({ id }) => id);
      const front = { ...matter, people: ids(people), places: ids(places), organizations: ids(organizations), topics: ids(topics) };
      // Whatever a line has is a key that an article may have.
      articleSchema.parse(JSON.parse(JSON.stringify(front)));
      write(file, `---\n${JSON.stringify(front)}\n---\n${body}`);
      for (const [place, url] of Object.entries(pictures ?? {})) write(place, readFileSync(path.join(site.folder, url.slice(site.url.length))));
    }
  }
}

function recordsOf(csv: string): Readonly<Record<string, unknown>> {
  const rows: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true });
  const text = (value: string | undefined): string | undefined => value || undefined;
  const list = (value: string | undefined): readonly string[] | undefined => text(value)?.split("|");
  return Object.fromEntries(rows.map(({ id = "", name, variants, sort_name, description, born, died, wikidata, viaf, geonames, website, latitude, longitude, country, parents, place_kind }) => [id, {
    name, variants: list(variants), sortName: text(sort_name), description: text(description), born: text(born), died: text(died), wikidata: text(wikidata), viaf: text(viaf), geonames: text(geonames), url: text(website),
    ...(latitude && longitude ? { coordinates: [Number(latitude), Number(longitude)] } : {}), country: text(country), parents: list(parents), kind: text(place_kind),
  }]));
}
