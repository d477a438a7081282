/** Identifiers that authority records have too. */
export interface Identifiers {
  readonly wikidata?: string | undefined;
  readonly viaf?: string | undefined;
  readonly geonames?: string | undefined;
}

/**
 * Finds such identifiers among the codes and addresses of a source: "http://www.wikidata.org/entity/Q42", "wd:Q42",
 * "https://viaf.org/viaf/113230702", "gn:42".
 */
export function identifiersOf(ids: readonly string[]): Identifiers {
  const find = (pattern: RegExp): string | undefined => ids.map((id) => pattern.exec(id)?.[1]).find((match) => match !== undefined);
  return {
    wikidata: find(/(?:wikidata(?:\.org\/(?:entity|wiki)\/|:)|^wd:)(?:.*[:/])?(Q[1-9]\d*)$/iu),
    viaf: find(/(?:viaf\.org\/(?:viaf\/)?|^viaf:)(\d+)/iu),
    geonames: find(/(?:geonames\.org\/|^geonames:|^gn:)(\d+)/iu),
  };
}
