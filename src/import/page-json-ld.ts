import { isObject, parseJson } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

/** What a page says of itself in JSON-LD (schema.org). */
export interface PageJsonLd {
  /** The article that the page is. */
  readonly article: JsonObject | undefined;
  /** Types of all that is described: "CollectionPage", "WebSite". */
  readonly types: ReadonlySet<string>;
  /** Descriptions that are no JSON. */
  readonly damaged: number;
}

/** Reads all JSON-LD of a page, lists and `@graph`s included. */
export function readJsonLd(document: Document): PageJsonLd {
  let damaged = 0;
  const objects = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    // Some content systems wrap it in CDATA or a comment.
    const parsed = parseJson((script.textContent ?? "").replace(/^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$|^\s*<!--|-->\s*$/gu, ""));
    if ("value" in parsed) return flatten(parsed.value);
    damaged++;
    return [];
  });
  const byId = new Map(objects.flatMap((object) => (typeof object["@id"] === "string" && Object.keys(object).length > 1 ? [[object["@id"], object] as const] : [])));
  const article = objects.find((object) => typesOf(object).some((type) => articleTypes.test(type)));
  return { article: article && resolve(article, byId), types: new Set(objects.flatMap(typesOf)), damaged };
}

/** The types of an object, without the address of schema.org. */
export function typesOf(object: JsonObject): readonly string[] {
  return [object["@type"] ?? null].flat().flatMap((type) => (typeof type === "string" ? [type.replace(/^https?:\/\/schema\.org\//u, "")] : []));
}

const articleTypes = /(?:Article|BlogPosting|Posting|Report|^Review|^Obituary)$/u;

function flatten(value: JsonValue): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (!isObject(value)) return [];
  const graph = value["@graph"];
  return graph === undefined ? [value] : [...(value["@type"] === undefined ? [] : [value]), ...flatten(graph)];
}

// `"author": {"@id": "#ann"}` stands for the object with that id.
function resolve(object: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
  const follow = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(follow);
    return isObject(value) && typeof value["@id"] === "string" && Object.keys(value).length === 1 ? (byId.get(value["@id"]) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, follow(value)]));
}

/** The texts of a value: of objects their names, of lists each: `{"name": "Ann Lee"}`, `["oil", "gas"]`. */
export function namesIn(value: JsonValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (!isObject(value)) return [];
  return namesIn(value["name"] ?? value["@value"] ?? value["text"]);
}

/** The objects of a value, of one or a list. */
export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return [value ?? null].flat().filter(isObject);
}
