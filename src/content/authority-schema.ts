import { z } from "zod";
import { date, id, text, webAddress } from "./schema-parts.ts";
import { twoLines } from "./validate.ts";

const wikidata = z.string().regex(/^Q[1-9]\d*$/u, twoLines("is not a Wikidata id", "write it as Q42"));
const digits = twoLines("is not a number", "write the digits of the id");
const numericId = z.union([z.string().regex(/^\d+$/u, digits), z.int(digits)], digits).transform(String);

const shared = {
  name: text.describe("The name as readers know it."),
  variants: z.array(text).optional().describe("Other spellings that lead here."),
  sortName: text.optional().describe("The name as a catalogue files it: Lavrov, Sergey."),
  description: text.optional().describe("One line of who or what it is."),
  profile: text.optional().describe("A longer text, in Markdown."),
  portrait: text.optional().describe("A picture of the content folder."),
  born: date.optional().describe("Date of birth or foundation."),
  died: date.optional().describe("Date of death or end."),
  wikidata: wikidata.optional().describe("Wikidata id: Q42."),
  viaf: numericId.optional().describe("VIAF id."),
  geonames: numericId.optional().describe("GeoNames id."),
  url: webAddress.optional().describe("Its own website."),
  formerIds: z.array(id).optional().describe("Ids it had before; their addresses lead here."),
  redact: z.boolean().optional().describe("Withholds the name and every variant from the whole site."),
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
  coordinates: z.tuple([degrees(90, "latitude"), degrees(180, "longitude")], twoLines("is not a pair of coordinates", "write latitude and longitude in degrees: [48.595, 38.0]")).optional().describe("Degrees north and east: [48.595, 38.0]."),
  country: id.optional().describe("Id of the country it lies in."),
  parents: z.array(id).optional().describe("Ids of the places it lies in; several for a disputed place."),
  kind: text.optional().describe("What kind of place it is: city, region, country."),
});
