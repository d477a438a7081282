import type { PartialDate } from "./partial-date.ts";

/** The four kinds of subject an article can have; each has its own file, index and addresses. */
export const authorityKinds = ["people", "places", "organizations", "topics"] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/**
 * One person, place, organization or topic: the name it goes by here, the spellings that lead to it,
 * and the identifiers that say who or what is meant.
 */
export interface AuthorityRecord {
  readonly kind: AuthorityKind;
  /** Last part of its address: "sergey-lavrov" -> /people/sergey-lavrov/. */
  readonly id: string;
  readonly name: string;
  readonly variants: readonly string[];
  /** Name as a catalogue files it: "Lavrov, Sergey". */
  readonly sortName: string;
  readonly description: string | undefined;
  /** Markdown. */
  readonly profile: string | undefined;
  readonly portrait: string | undefined;
  readonly born: PartialDate | undefined;
  readonly died: PartialDate | undefined;
  readonly wikidata: string | undefined;
  readonly viaf: string | undefined;
  readonly geonames: string | undefined;
  readonly url: string | undefined;
  readonly formerIds: readonly string[];
  /** Places only: degrees north and east. */
  readonly coordinates: readonly [latitude: number, longitude: number] | undefined;
  readonly country: string | undefined;
  readonly parents: readonly string[];
  readonly placeKind: string | undefined;
  /** The name and every variant are withheld from the whole site. */
  readonly redact: boolean;
  /** True where no file names it: an article used a name that has no record. */
  readonly implicit: boolean;
}
