import { readDateField } from "./date-field.ts";
import type { DraftImage, DraftRights } from "./draft.ts";
import type { JsonObject } from "./json-value.ts";
import { bestForm, formsOf, headlineOf, namesOf, objectsOf, plainWords, textValue } from "./ninjs-value.ts";

/** Reads a picture as an image of an article. */
export function imageOf(picture: JsonObject): DraftImage {
  const people = namesOf(picture, "people", "person");
  const caption = plainWords(bestForm(formsOf(picture, "description", "descriptions"), false)) ?? textValue(picture, "caption") ?? headlineOf(picture);
  const by = textValue(picture, "creditline") ?? textValue(picture, "by", "byline");
  return {
    reference: referenceOf(objectsOf(picture, "renditions")) ?? textValue(picture, "href"),
    alt: textValue(picture, "alttext", "altext"),
    caption,
    credit: by,
    date: readDateField(textValue(picture, "contentcreated") ?? "").value?.slice(0, 10),
    place: textValue(picture, "located"),
    ...(people.length > 0 ? { people } : {}),
    rights: rightsOf(picture),
    lead: false,
  };
}

/** The largest picture file among renditions. */
export function referenceOf(renditions: readonly JsonObject[]): string | undefined {
  const pictures = renditions.filter((rendition) => /^image\//iu.test(textValue(rendition, "contenttype", "mimetype") ?? "image/"));
  const size = (rendition: JsonObject): number => Number(textValue(rendition, "width") ?? 0);
  return pictures.toSorted((a, b) => size(b) - size(a)).map((rendition) => textValue(rendition, "href")).find((href) => href !== undefined);
}

/** Holder, notice and terms. */
export function rightsOf(object: JsonObject): DraftRights {
  const statement = [textValue(object, "copyrightnotice"), textValue(object, "usageterms")].filter((text) => text !== undefined).join(" ");
  return { holder: textValue(object, "copyrightholder"), statement: statement === "" ? undefined : statement };
}
