import { z } from "zod";
import { date, id, text, webAddress } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

const wikidata = z.string().regex(/^Q[1-9]\d*$/u, twoLines("is not a Wikidata id", "write it as Q42"));
const numericId = z.union([z.string().regex(/^\d+$/u), z.int()], { error: twoLines("is not a number", "write the digits of the id") }).transform(String);

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
};

const degrees = (limit: number, name: string) =>
  z.number().min(-limit, twoLines(`is no ${name}`, `write degrees from -${limit} to ${limit}`)).max(limit, twoLines(`is no ${name}`, `write degrees from -${limit} to ${limit}`));

/** A person, an organization or a topic. */
export const recordSchema = z.strictObject(shared);

/** A place. */
export const placeSchema = z.strictObject({
  ...shared,
  coordinates: z.tuple([degrees(90, "latitude"), degrees(180, "longitude")]).optional(),
  country: id.optional(),
  parents: z.array(id).optional(),
  kind: text.optional(),
});

export const recordKeys: readonly string[] = Object.keys(recordSchema.shape);
export const placeKeys: readonly string[] = Object.keys(placeSchema.shape);
