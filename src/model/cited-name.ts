import { isAgency } from "./credit.ts";
import { remembered } from "./remembered.ts";

/** An author as a bibliography files it: a person by family name, or a name that is not to be turned round. */
export type CitedName =
  | { readonly family: string; readonly given: string; readonly suffix: string | undefined }
  | { readonly literal: string };

/**
 * Takes a name as a byline prints it, and the name as a catalogue files it ("García Márquez, Gabriel") where a record says
 * so. Without one the last word is the family name, with the particles before it ("van der Berg"); agencies, staffs,
 * single names, and names in scripts that do not put a comma behind a family name stay as they are.
 */
export function citedName(name: string, filedAs?: string): CitedName {
  const [family, given, ...rest] = filedAs?.split(/\s*,\s*/u) ?? [];
  return family !== undefined && given !== undefined && rest.length < 2 ? { family, given, suffix: rest[0] } : namePrinted(name);
}

// A writer's articles, and each part of their pages that names the writer, ask for the same name.
const namePrinted = remembered((name): CitedName => {
  const { bare = name, suffix } = suffixed.exec(name)?.groups ?? {};
  const words = bare.trim().split(/\s+/u);
  if (words.length < 2 || isAgency(bare) || !personal.test(bare) || collective.test(bare) || (words.length > 2 && masthead.test(bare))) return { literal: name };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && particles.test(word));
  const at = particle === -1 ? words.length - 1 : particle;
  return { family: words.slice(at).join(" "), given: words.slice(0, at).join(" "), suffix };
});

// "Martin Luther King Jr.", "Sammy Davis, Jr", "Henry Adams III"
const suffixed = /^(?<bare>.+?),?\s+(?<suffix>[JS]r\.?|II|III|IV)$/u;

// Letters of scripts with family names behind given names, and what stands between them: no comma, no "&", no digits.
const personal = /^(?!The\s)[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{M}\s.'’ʻ‐-]+$/u;

const collective =
  /\b(?:agenc(?:y|ies)|agence|agencia|agentur|association|board|bureau|committee|correspondents?|council|department|desk|editors?|institute|ministry|newsroom|office|organi[sz]ation|redacción|redaktion|rédaction|reporters?|service|staff|team|university|wire|writers?)\b/iu;

// "Northern Press Union"; but Emily Post is a person.
const masthead = /\b(?:chronicle|gazette|herald|journal|news|post|press|times|tribune)\b/iu;

// Lower case alone: "de", "van der", "bin"; "Van Morrison" has a given name.
const particles = /^(?:af|al|av|ben|bin|d[aeiou]|dal|das|de[lnrs]?|della|dos|el|ibn|la|las|le|los|te[nr]?|van|vom|von|y|zu[mr]?)$/u;
