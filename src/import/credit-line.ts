import { parseCredit } from "../model/credit.ts";

/**
 * True where a text has the form of a photo credit: names between slashes ("Ann Lee/Pool"), a distributor behind "via"
 * ("Handout via Reuters"), a known agency alone ("AFP"), a label ("Courtesy of the Harbour Museum").
 *
 * Whether it is one depends on where it stands: it must be the end of a caption. Ordinary prose is told by its full stop,
 * its small words and its lower-case names: "yes/no", "the Boeing/Airbus dispute.".
 */
export function looksLikeCredit(text: string): boolean {
  if (text.length > longestCredit || endsWithStop(text)) return false;
  const labelled = label.exec(text)?.[0];
  if (labelled !== undefined) return countWords(text.slice(labelled.length)) <= mostWords && !/[.!?;:]\s/u.test(text.slice(labelled.length));
  const [names = "", ...via] = text.split(/\s+via\s+/u);
  const parts = separate(names);
  if (![...parts, ...via].every((part) => isName(part) || isKnownAgency(part))) return false;
  if (via.length > 0) return true;
  if (parts.some(isKnownAgency)) return true;
  // "Ann Lee/The Sandhaven Post": no known agency, but a full name; "Alpha/Beta" may be anything.
  return names.includes("/") && parts.length > 1 && parts.some((part) => countWords(part) > 1);
}

/** True for an agency, a pool or a collection that can stand alone in a credit: "Reuters", "AFP", "Pool". */
export function isKnownAgency(text: string): boolean {
  // "Courtesy of the museum" is a credit, but no name.
  if (isLabelled(text)) return false;
  const { agencies, pool, collection, photographer } = parseCredit(text);
  return photographer === undefined && (agencies.length > 0 || pool || collection !== undefined);
}

/** True where a text says of itself that it is a credit: "Photo by Ann Lee", "Courtesy of the museum". */
export function isLabelled(text: string): boolean {
  return label.test(text);
}

/** True for two to four words with capitals, which may be a photographer's name: "Ann Lee", "Jan van der Berg". */
export function looksLikeFullName(text: string): boolean {
  const count = countWords(text);
  return count >= 2 && count <= 4 && isName(text) && !/[\d@/]/u.test(text) && !endsWithStop(text);
}

/** The longest credit lines of the wire services have some 100 characters. */
const longestCredit = 140;
const mostWords = 8;

const label =
  /^(?:(?:photo(?:graph)?|image|picture|illustration|screenshot|video|drawing|map|graphic|handout|file photo|courtesy)\s+(?:by|of|from|via|courtesy of|credit)|(?:photo|image|credit|foto|picture|illustration|graphic)s?:|courtesy:|©)\s+/iu;

// "Ann Lee | Reuters" and "Ann Lee – AFP" are read only with a known agency at their end; else the dash is prose.
function separate(names: string): readonly string[] {
  if (names.includes("/")) return names.split("/").map((part) => part.trim());
  const parts = names.split(/\s[|–—-]\s/u).map((part) => part.trim());
  return parts.length > 1 && isKnownAgency(parts.at(-1) ?? "") ? parts : [names.trim()];
}

// Every word begins with a capital or a figure, small words between names excepted: "TPX Images of the Day", "Lee, Jin-man".
function isName(part: string): boolean {
  const parts = part.split(/[\s,]+/u);
  return parts.length <= mostWords && parts.some((word) => nameWord.test(word)) && parts.every((word) => nameWord.test(word) || small.test(word));
}

const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@][\p{L}\p{M}\p{N}'’.&@_-]*$/u;
const small = /^(?:of|the|and|for|by|in|de|da|di|do|dos|das|del|della|du|la|le|el|al|van|von|der|den|ter|ten|bin|ibn|y|e|d[’']\p{Lu}\p{L}*|al-\p{Lu}\p{L}*|&)$/u;

function countWords(text: string): number {
  return text.trim().split(/[\s,]+/u).length;
}

// "Reuters." ends a sentence, "Getty Images Inc." and "Ann Lee Jr." do not.
function endsWithStop(text: string): boolean {
  return /[.!?…:;,]["'”’)\]]*$/u.test(text) && !/\b(?:Inc|Co|Corp|Ltd|Jr|Sr|\p{L}\.\p{L})\.$/u.test(text);
}
