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
  const [names = "", distributor] = splitLast(text, /\s+via\s+/iu);
  const parts = names.split("/").map((part) => part.trim()).filter((part) => part !== "");
  if (parts.length < 2 && distributor === undefined) return { ...empty, raw: text };
  const [photographer, ...rest] = parts;
  const pool = rest.some(isPool);
  const others = rest.filter((part) => !isPool(part));
  return {
    raw: text,
    photographer,
    collection: others.find(isCollection),
    pool,
    agencies: others.filter((part) => !isCollection(part)),
    distributor,
  };
}

const empty: Credit = { raw: "", photographer: undefined, collection: undefined, pool: false, agencies: [], distributor: undefined };

const isPool = (part: string): boolean => /^pool$/iu.test(part);

// "TPX Images of the Day" is a selection inside an agency, not an agency.
const isCollection = (part: string): boolean => /\b(images? of the day|collection|archives?|library)\b/iu.test(part);

function splitLast(text: string, separator: RegExp): readonly [string, string | undefined] {
  const pieces = text.split(separator);
  const last = pieces.length > 1 ? pieces.pop() : undefined;
  return [pieces.join(" via "), last];
}
