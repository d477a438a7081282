/**
 * A photo credit as printed, and its parts where the usual order of the wire services can be read:
 * photographer / collection / pool / agencies "via" distributor, as in
 * "Andrew Harnik/Pool/AFP via Getty Images".
 */
export interface Credit {
  readonly raw: string;
  readonly photographer: string | undefined;
  readonly collection: string | undefined;
  readonly pool: boolean;
  readonly agencies: readonly string[];
  readonly distributor: string | undefined;
}

/** Takes a credit line as printed; the raw text is always kept, parts that cannot be read stay empty. */
export function parseCredit(raw: string): Credit {
  const text = raw.trim();
  if (text.length > longestCredit) return { ...empty, raw: text };
  const bare = text.replace(wrapping, "$<inner>").replace(label, "").replace(/\.$/u, "");
  const [names = "", ...via] = bare.split(/(?:^|\s+)via\s+/iu);
  const distributor = via.length === 0 ? undefined : via.join(" via ").trim() || undefined;
  const parts = partsOf(names);
  // One name alone may be a photographer's, an agency's or a family album's: only a known agency is read.
  if (parts.length === 1 && distributor === undefined && !parts.some(isKnown)) return { ...empty, raw: text };
  const [first, ...rest] = parts;
  const photographer = first === undefined || isKnown(first) ? undefined : first;
  const others = (photographer === undefined ? parts : rest).filter((part) => !isPool(part));
  return {
    raw: text,
    photographer,
    collection: others.find(isCollection),
    pool: parts.some(isPool),
    agencies: others.filter((part) => !isCollection(part)),
    distributor,
  };
}

/** A longer line is a caption that stands in the wrong place. */
const longestCredit = 300;

const empty: Credit = { raw: "", photographer: undefined, collection: undefined, pool: false, agencies: [], distributor: undefined };

// "(Vano Shlamov/AFP)", "[AP]": brackets around the whole line.
const wrapping = /^[([](?<inner>[^()[\]]*)[)\]]$/u;

// "Photo: ", "Photo by ", "Credit: ", "Foto: ", "© "
const label = /^(?:(?:photo(?:graph)?s?|image|picture|credit|foto|photographie|by)(?:\s+(?:by|credit|courtesy of))?\s*:?\s+|©\s*|\(c\)\s+|courtesy of\s+)/iu;

// "A/B/C" and "A / B"; "A | B" and "A - B" only in lines without a slash. A comma is no separator: "AP Photo/Lee, Jin-man" is one name.
function partsOf(names: string): readonly string[] {
  const separator = names.includes("/") || /,\s*pool$/iu.test(names) ? /\//u : /\||\s[–—-]\s|;/u;
  const parts = names.replace(/,\s*pool$/iu, "/Pool").split(separator).map((part) => part.trim()).filter((part) => part !== "");
  return agencyFirst(parts);
}

// AP's own order is agency first: "AP Photo/Alex Brandon" is the same credit as "Alex Brandon/AP".
function agencyFirst(parts: readonly string[]): readonly string[] {
  const [first, second, ...rest] = parts;
  const agency = first === undefined ? undefined : /^(?<agency>.+?)\s+(?:photo|image)$/iu.exec(first)?.groups?.["agency"];
  if (agency === undefined || !isAgency(agency)) return parts;
  return second === undefined || isKnown(second) ? [agency, ...parts.slice(1)] : [second, agency, ...rest];
}

const isPool = (part: string): boolean => /^(?:pool|pool photo)$/iu.test(part);

// "TPX Images of the Day" is a selection inside an agency, not an agency.
const isCollection = (part: string): boolean => /\b(?:images? of the day|collection|archives?|library|museum)\b|^file(?: photo)?$/iu.test(part);

/** True for the agencies that stand alone in credit lines; others are read by their place behind the photographer. */
export const isAgency = (part: string): boolean =>
  /^(?:AP|AFP|Reuters|UPI|dpa|EPA|EFE|ANSA|APA|TASS|ITAR-TASS|Sputnik|RIA Novosti|Xinhua|Kyodo(?: News)?|PA|PA Media|Getty(?: Images)?|Magnum(?: Photos)?|Bettmann|Corbis|Alamy|Shutterstock|Bloomberg|Anadolu|Zuma(?: Press)?|SIPA|NASA|Associated Press|Agence France-Presse|Ukrinform)$/iu.test(part);

const isKnown = (part: string): boolean => isPool(part) || isCollection(part) || isAgency(part);
