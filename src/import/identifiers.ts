/** Identifiers that authority records have too. */
export interface Identifiers {
  readonly wikidata?: string;
  readonly viaf?: string;
  readonly geonames?: string;
}

/**
 * Finds such identifiers among the codes and addresses of a source: "http://www.wikidata.org/entity/Q42", "wd:Q42",
 * "https://viaf.org/viaf/113230702", "gn:42".
 */
export function identifiersOf(ids: readonly string[]): Identifiers {
  const find = (pattern: RegExp): string | undefined => ids.map((id) => pattern.exec(id)?.[1]).find((match) => match !== undefined);
  const found = {
    wikidata: find(/(?:wikidata(?:\.org\/(?:entity|wiki)\/|:)|^wd:)(?:.*[:/])?(Q[1-9]\d*)$/iu),
    viaf: find(/(?:viaf\.org\/(?:viaf\/)?|^viaf:)(\d+)/iu),
    geonames: find(/(?:geonames\.org\/|^geonames:|^gn:)(\d+)/iu),
  };
  return { ...(found.wikidata === undefined ? {} : { wikidata: found.wikidata }), ...(found.viaf === undefined ? {} : { viaf: found.viaf }), ...(found.geonames === undefined ? {} : { geonames: found.geonames }) };
}
