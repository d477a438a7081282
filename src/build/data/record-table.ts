import type { Archive, CataloguedArticle, Subject } from "../../model/archive.ts";
import type { AuthorityKind } from "../../model/authority.ts";
import { compareText } from "../../model/build-archive.ts";
import { listSeparator, recordColumns, type Field, type RecordField } from "../../model/data-tables.ts";
import { canonicalOf, type Site } from "../../model/site.ts";
import { csvLine, type Cell } from "./csv.ts";

/** The table of all people, places, organizations or topics, in the order of their ids, with how many articles name each. */
export function recordTable({ subjects }: Pick<Archive, "subjects">, site: Site, kind: AuthorityKind): string {
  const columns: readonly Field<RecordField>[] = recordColumns(kind);
  const rows = [...subjects[kind].values()].sort((a, b) => compareText(a.record.id, b.record.id)).map((subject) => rowOf(subject, site));
  return [csvLine(columns.map(([name]) => name)), ...rows.map((row) => csvLine(columns.map(([name]) => row[name])))].join("");
}

function rowOf({ record, articles }: Subject, site: Site): Readonly<Record<RecordField, Cell>> {
  return {
    id: record.id,
    url: canonicalOf(site, `/${record.kind}/${record.id}/`),
    name: record.name,
    sort_name: record.sortName,
    variants: record.variants.join(listSeparator) || undefined,
    description: record.description,
    born: record.born?.text,
    died: record.died?.text,
    wikidata: record.wikidata,
    viaf: record.viaf,
    geonames: record.geonames,
    website: record.url,
    articles: articles.length,
    first_date: articles.findLast(isDated)?.date.text,
    last_date: articles.find(isDated)?.date.text,
    latitude: record.coordinates?.[0],
    longitude: record.coordinates?.[1],
    country: record.country,
    parents: record.parents.join(listSeparator) || undefined,
    place_kind: record.placeKind,
  };
}

// Articles stand newest first, those without a date last.
function isDated({ date }: CataloguedArticle): boolean {
  return date.precision !== "undated";
}
