import { ImportError } from "./import-error.ts";

/** What a column of a table may become. */
const tableFields = [
  "title", "date", "updated", "dek", "byline", "contributors", "dateline", "kind", "section", "series", "page", "edition", "volume", "issue",
  "people", "places", "organizations", "topics", "image", "alt", "caption", "credit", "source", "url", "id", "holder", "licence", "rights",
  "language", "status", "embargo", "formerUrls", "body",
] as const;
export type TableField = (typeof tableFields)[number];

/** Which columns make which field; several are joined in their order. */
export type ColumnMap = ReadonlyMap<TableField, readonly string[]>;

/** Reads the values of `--map`: "title=headline", "people=Person 1". Throws ImportError for what is no mapping. */
export function parseMap(values: readonly string[]): ColumnMap {
  const map = new Map<TableField, string[]>();
  for (const value of values) {
    const { field, column } = /^(?<field>[^=]+)=(?<column>.+)$/su.exec(value)?.groups ?? {};
    const known = tableFields.find((name) => name === field?.trim());
    if (known === undefined || column === undefined) throw new ImportError(`--map takes a field and a column, such as title=headline, not "${value}"; the fields are ${tableFields.join(", ")}`);
    map.set(known, [...(map.get(known) ?? []), column.trim()]);
  }
  return map;
}

/** Names that tables give to a field, beside its own; compared without case, blanks, hyphens and underscores. */
const otherNames: Readonly<Partial<Record<TableField, readonly string[]>>> = {
  title: ["headline", "heading", "hed", "name"],
  date: ["published", "pubdate", "publicationdate", "publishdate", "publishedat", "dateissued", "firstpublished"],
  updated: ["modified", "lastmodified", "updatedat", "dateupdated"],
  dek: ["summary", "description", "abstract", "standfirst", "subtitle", "subheadline", "excerpt", "lede"],
  byline: ["author", "authors", "creator", "creators", "by", "writer"],
  kind: ["genre"],
  section: ["category", "desk", "rubric"],
  page: ["pagenumber"],
  people: ["persons", "person"],
  places: ["locations", "location", "place"],
  organizations: ["organisations", "companies", "orgs"],
  topics: ["tags", "keywords", "subjects", "subject"],
  image: ["photo", "picture", "imagefile"],
  credit: ["photocredit"],
  source: ["publication", "newspaper"],
  url: ["link", "address", "permalink", "weburl"],
  id: ["articleid", "recordid", "guid", "uuid", "identifier"],
  holder: ["copyright", "copyrightholder", "rightsholder"],
  licence: ["license"],
  language: ["lang"],
  formerUrls: ["oldurl", "formerurl"],
  body: ["text", "content", "fulltext", "story", "articletext", "bodytext"],
};

/** Columns that were taken for a field by their names, as the report counts them: `column "headline" taken as title`. */
export interface ChosenColumns {
  readonly map: ColumnMap;
  readonly guessed: readonly string[];
}

/**
 * Chooses the columns of a table: those named with the command, then, for every other field, a column of its name or of a
 * name that is common for it.
 */
export function chooseColumns(columns: readonly string[], given: ColumnMap): ChosenColumns {
  const map = new Map<TableField, readonly string[]>(given);
  const used = new Set([...given.values()].flat());
  const guessed: string[] = [];
  for (const names of [(field: TableField) => [fold(field)], (field: TableField) => otherNames[field] ?? []]) {
    for (const field of tableFields) {
      const column = map.has(field) ? undefined : columns.find((name) => !used.has(name) && names(field).includes(fold(name)));
      if (column === undefined) continue;
      map.set(field, [column]);
      used.add(column);
      if (column !== field) guessed.push(`column "${column}" taken as ${field}`);
    }
  }
  return { map, guessed };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/gu, "");
}
