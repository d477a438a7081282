import { z } from "zod";
import { date, id, text, webAddress } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

const wikidata = z.string().regex(/^Q[1-9]\d*$/u, twoLines("is not a Wikidata id", "write it as Q42"));
const digits = twoLines("is not a number", "write the digits of the id");
const numericId = z.union([z.string().regex(/^\d+$/u, digits), z.int(digits)], digits).transform(String);

const shared = {
  name: text,
  variants: z.array(text).optional(),
  sortName: text.optional(),
  description: text.optional(),
  profile: text.optional(),
  portrait: text.optional(),
  born: date.optional(),
  died: date.optional(),
  wikidata: wikidata.optional(),
  viaf: numericId.optional(),
  geonames: numericId.optional(),
  url: webAddress.optional(),
  formerIds: z.array(id).optional(),
  redact: z.boolean().optional(),
};

function degrees(limit: number, name: string) {
  const error = twoLines(`is not a ${name}`, `write degrees from -${limit} to ${limit}, such as ${limit === 90 ? "48.595" : "-38.0"}`);
  return z.number(error).min(-limit, error).max(limit, error);
}

/** A person, an organization or a topic. */
export const recordSchema = z.strictObject(shared);

/** A place. */
export const placeSchema = z.strictObject({
  ...shared,
  coordinates: z.tuple([degrees(90, "latitude"), degrees(180, "longitude")], twoLines("is not a pair of coordinates", "write latitude and longitude in degrees: [48.595, 38.0]")).optional(),
  country: id.optional(),
  parents: z.array(id).optional(),
  kind: text.optional(),
});
