import type { Rights } from "./article.ts";
import { remembered } from "./remembered.ts";

/**
 * True where a licence lets anybody pass a text on word for word: those of Creative Commons (also NC and ND: a verbatim
 * copy is what they allow), Open Data Commons, the Open Government Licence, and the public domain. Takes SPDX identifiers,
 * usual names and addresses; words that are none of these ("CC BY, photographs excepted") are no such licence.
 */
export const isOpenLicence = remembered((licence) => openLicences.test(licence.trim()));

const openLicences = new RegExp(
  `^(?:${[
    // "CC0-1.0", "CC BY-NC 4.0", "CC-BY-SA-3.0-DE"
    String.raw`CC[ -]?(?:0|Zero|BY(?:[ -](?:NC|SA|ND))*)(?:[ -]\d\.\d)?(?:[ -](?:International|Universal|[A-Z]{2,3}))?`,
    String.raw`Creative Commons (?:Zero|Attribution(?:[ -](?:NonCommercial|ShareAlike|NoDerivatives|NoDerivs))*)(?: v?\d\.\d)?(?: (?:International|Unported|Universal))?`,
    String.raw`https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/[a-z-]+(?:\/\d\.\d)?(?:\/[a-z.-]+)*\/?`,
    String.raw`Public[ -]Domain(?: Mark)?(?: 1\.0)?`,
    "PDM",
    String.raw`(?:PDDL|ODC-By|ODbL)(?:-1\.0)?`,
    String.raw`OGL(?:-[A-Z]+)*(?:-\d\.\d)?`,
    String.raw`Open Government Licen[cs]e(?: v?\d\.\d)?`,
  ].join("|")})$`,
  "iu",
);

/** What decides whether a whole text may be handed on. */
export interface Sharing {
  /** Licence of the articles that name no rights. */
  readonly licence: string | undefined;
  /** "licensed": where a licence allows it; "all": always, because the archive's owner says so. */
  readonly fullText: FullText;
}

export const fullTextChoices = ["licensed", "all"] as const;
export type FullText = (typeof fullTextChoices)[number];

/** True where an article's whole text may be handed on, as data or in a feed. Rights of which nothing is known do not allow it. */
export function mayShareText({ rights }: { readonly rights: Rights | undefined }, { licence, fullText }: Sharing): boolean {
  if (fullText === "all") return true;
  const own = rights === undefined ? licence : rights.licence;
  return own !== undefined && isOpenLicence(own);
}
