import type { AuthorityKind, AuthorityRecord } from "../model/authority.ts";
import type { Problem } from "../model/content-error.ts";
import { placeSchema, recordSchema } from "./authority-schema.ts";
import { locateFaults, type Fault, type YamlSource } from "./fault.ts";
import { id as idSchema, idFix } from "./schema-parts.ts";
import { imagePath } from "./image-path.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

export interface ParsedRecords {
  readonly records: readonly AuthorityRecord[];
  readonly problems: readonly Problem[];
}

/** Reads an authority file (people.yaml and its like): a map from id to record. Good records come back beside the problems of bad ones. */
export function parseRecords(kind: AuthorityKind, source: YamlSource): ParsedRecords {
  const yaml = readYaml(source);
  if (yaml.problems) return { records: [], problems: yaml.problems };
  const entries = entriesOf(yaml.value);
  if (entries === undefined) {
    return {
      records: [],
      problems: locateFaults(source, [{ path: [], at: "value", message: `${source.file}: expected ids with a record each`, fix: "write an id and a colon, and below it, indented, the keys: antony-blinken: {name: Antony Blinken}" }]),
    };
  }
  const faults: Fault[] = [];
  const records: AuthorityRecord[] = [];
  for (const [id, value] of entries) {
    if (!idSchema.safeParse(id).success) {
      faults.push({ path: [id], at: "key", message: `"${id}" is not an id`, fix: idFix(id) });
      continue;
    }
    const record = recordOf(kind, id, value);
    if ("faults" in record) faults.push(...record.faults.map((fault) => ({ ...fault, path: [id, ...fault.path] })));
    else records.push(record.record);
  }
  return { records, problems: locateFaults(source, faults) };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}

function recordOf(kind: AuthorityKind, id: string, value: unknown): { readonly record: AuthorityRecord } | { readonly faults: readonly Fault[] } {
  if (kind === "places") {
    const place = validate(placeSchema, value, { whole: id });
    if (place.faults) return { faults: place.faults };
    const { coordinates, country, parents, kind: placeKind } = place.value;
    return { record: { ...common(kind, id, place.value), coordinates, country, parents: parents ?? [], placeKind } };
  }
  const record = validate(recordSchema, value, { whole: id });
  return record.faults ? { faults: record.faults } : { record: common(kind, id, record.value) };
}

type CommonKeys = ReturnType<typeof recordSchema.parse>;

function common(kind: AuthorityKind, id: string, value: CommonKeys): AuthorityRecord {
  return {
    kind,
    id,
    name: value.name.trim(),
    variants: value.variants ?? [],
    sortName: value.sortName ?? value.name.trim(),
    description: value.description,
    profile: value.profile,
    portrait: value.portrait === undefined ? undefined : imagePath(`${kind}.yaml`, value.portrait),
    born: value.born,
    died: value.died,
    wikidata: value.wikidata,
    viaf: value.viaf,
    geonames: value.geonames,
    url: value.url,
    formerIds: value.formerIds ?? [],
    coordinates: undefined,
    country: undefined,
    parents: [],
    placeKind: undefined,
    redact: value.redact ?? false,
    implicit: false,
  };
}
