import { readDateField } from "./date-field.ts";
import type { DraftImage } from "./draft.ts";
import { bareCode, labelOf, nameOfProperty } from "./newsml-values.ts";
import type { ConceptNames } from "./newsml-values.ts";
import { attributeOf, childOf, childrenOf, lineOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Reads an item that is a picture as an image of an article. */
export function readNewsmlPicture(item: XmlElement, concepts: ConceptNames): DraftImage {
  const meta = childOf(item, "contentMeta");
  const language = attributeOf(item, "lang");
  const descriptions = childrenOf(meta, "description");
  const caption = descriptions.find((description) => bareRole(description) === "caption") ?? descriptions[0];
  const names = (name: string): readonly string[] => childrenOf(meta, name).map((property) => nameOfProperty(property, language, concepts)).filter((text) => text !== undefined);
  const labels = (name: string): readonly string[] => childrenOf(meta, name).map((property) => labelOf(property, language, concepts)).filter((text) => text !== undefined);
  const people = childrenOf(meta, "subject").filter((subject) => /person$/u.test(attributeOf(subject, "type") ?? "")).map((subject) => nameOfProperty(subject, language, concepts)).filter((name) => name !== undefined);
  return {
    reference: bestRendition(childrenOf(childOf(item, "contentSet"), "remoteContent")),
    caption: lineOf(caption) ?? lineOf(childOf(meta, "headline")),
    credit: lineOf(childOf(meta, "creditline")) ?? creditOf(lineOf(childOf(meta, "by")) ?? names("creator").join(", "), labels("infoSource")),
    date: readDateField(lineOf(childOf(meta, "contentCreated")) ?? "").value?.slice(0, 10),
    place: names("located")[0],
    ...(people.length > 0 ? { people } : {}),
    rights: { holder: labelOf(childOf(item, "rightsInfo", "copyrightHolder"), language, concepts), statement: lineOf(childOf(item, "rightsInfo", "usageTerms")) },
    lead: false,
  };
}

/** The largest picture file among renditions of one picture; those that are text or film do not count. */
export function bestRendition(renditions: readonly XmlElement[]): string | undefined {
  const pictures = renditions.filter((rendition) => /^image\//u.test(attributeOf(rendition, "contenttype") ?? "image/"));
  const sized = pictures.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  return sized.map((rendition) => attributeOf(rendition, "href")).find((href) => href !== undefined);
}

// In pixels; without them by name.
function sizeOf(rendition: XmlElement): number {
  const width = Number(attributeOf(rendition, "width") ?? Number.NaN);
  if (Number.isFinite(width)) return width;
  const name = (attributeOf(rendition, "rendition") ?? "").toLowerCase();
  return /high|main|full|original/u.test(name) ? 2 : /web|preview|mid/u.test(name) ? 1 : 0;
}

function bareRole(description: XmlElement): string {
  return (attributeOf(description, "role") ?? bareCode(description)).replace(/^.*:/u, "").toLowerCase();
}

function creditOf(by: string, sources: readonly string[]): string | undefined {
  const parts = [by, ...sources].filter((part) => part !== "");
  return parts.length === 0 ? undefined : [...new Set(parts)].join("/");
}
