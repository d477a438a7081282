import { attributeOf, childOf, childrenOf, lineOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Names of concepts that other items of the import tell, by their codes: "per:17" is "Serge Lindqvist". */
export type ConceptNames = ReadonlyMap<string, string>;

/** The code of a property, "stat:usable", or its address, or what it literally says. */
export function codeOf(property: XmlElement | undefined): string | undefined {
  return attributeOf(property, "qcode") ?? attributeOf(property, "uri") ?? attributeOf(property, "code") ?? attributeOf(property, "literal");
}

/** "stat:usable" and "http://cv.iptc.org/newscodes/pubstatusg2/usable" are both "usable". */
export function bareCode(property: XmlElement | undefined): string {
  return (codeOf(property) ?? "").replace(/^.*[:/#]/u, "").toLowerCase();
}

/** What a property is called: in the language of the item, in any other, as its text, as a literal, by its concept. A code alone is no name. */
export function nameOfProperty(property: XmlElement | undefined, language: string | undefined, concepts: ConceptNames): string | undefined {
  if (property === undefined) return undefined;
  const names = childrenOf(property, "name");
  const mine = names.find((name) => language !== undefined && attributeOf(name, "lang")?.split("-")[0] === language.split("-")[0]) ?? names[0];
  const own = property.children.every((child) => typeof child === "string") ? lineOf(property) : undefined;
  return lineOf(mine) ?? own ?? attributeOf(property, "literal") ?? concepts.get(codeOf(property) ?? "");
}

/** The name of who did something, or what the code says: "nprov:AP" is AP. */
export function labelOf(property: XmlElement | undefined, language: string | undefined, concepts: ConceptNames): string | undefined {
  return nameOfProperty(property, language, concepts) ?? (codeOf(property)?.replace(/^[\w.-]+:/u, "") || undefined);
}

/** The codes of a property and of what it is the same as, codes of the item's own catalogue written out as addresses. */
export function idsOfProperty(property: XmlElement, item: XmlElement): readonly string[] {
  return [property, ...childrenOf(property, "sameAs")].flatMap((concept) => {
    const [qcode, uri] = [attributeOf(concept, "qcode"), attributeOf(concept, "uri")];
    return [...(qcode === undefined ? [] : [resolveCode(qcode, item)]), ...(uri === undefined ? [] : [uri])];
  });
}

// <catalog><scheme alias="wd" uri="http://www.wikidata.org/entity/"/></catalog>: "wd:Q42" is that address with "Q42".
function resolveCode(qcode: string, item: XmlElement): string {
  const [alias = "", ...code] = qcode.split(":");
  const schemes = childrenOf(item, "catalog").flatMap((catalog) => childrenOf(catalog, "scheme"));
  const uri = attributeOf(schemes.find((scheme) => attributeOf(scheme, "alias") === alias), "uri");
  return uri === undefined ? qcode : uri + code.join(":");
}

/** "text", "picture", "composite" ...; an item without a class is text. */
export function classOf(item: XmlElement): string {
  return bareCode(childOf(item, "itemMeta", "itemClass")) || "text";
}
