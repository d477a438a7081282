import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { describe, expect, test } from "vitest";

/*
 * Every JSON-LD document of the golden sites against the vocabulary of schema.org, as the package schema-dts holds it: an
 * interface for each class, which names its properties and the class it extends.
 */

interface Class {
  readonly above: readonly string[];
  /** Its own properties, each with the classes and data types that its value may be of. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

const vocabulary = readVocabulary();
const documents = readDocuments(path.join(import.meta.dirname, "../sites"));

test("the golden sites have a document of every type that a site can have", () => {
  const types = new Set(documents.flatMap(({ value }) => typesIn(value)));
  for (const type of ["NewsArticle", "OpinionNewsArticle", "Person", "Place", "Organization", "ImageObject", "BreadcrumbList", "ListItem", "CollectionPage", "CorrectionComment", "WebSite", "SearchAction"]) expect(types).toContain(type);
});

test("a class of the vocabulary has its own properties and those of the classes above it", () => {
  const properties = [...propertiesOf("NewsArticle").keys()];
  expect(properties).toEqual(expect.arrayContaining(["dateline", "headline", "name"]));
  expect(properties).not.toContain("birthDate");
});

test("every document names the vocabulary, only classes and properties that are in it, and values of their types", () => {
  const faults = documents.flatMap(({ file, value }) => [...(isObject(value) && value["@context"] === "https://schema.org" ? [] : ["no context"]), ...faultsIn(value)].map((fault) => `${file}: ${fault}`));
  expect(faults.slice(0, 20)).toEqual([]);
});

describe("the check finds", () => {
  test.each([
    [{ "@type": "NewsArtikel" }, "there is no class NewsArtikel"],
    [{ "@type": "NewsArticle", headlin: "Dues" }, "NewsArticle has no property headlin"],
    [{ "@type": "NewsArticle", author: [{ "@type": "Person", headline: "Ek" }] }, "Person has no property headline"],
    [{ "@type": "NewsArticle", headline: null }, "headline is null"],
    [{ author: { name: "Ek" } }, "an object without a class"],
    [{ "@type": "NewsArticle", author: { "@type": "Place", name: "Oslo" } }, "author is a Place, and not one of Organization, Person"],
    [{ "@type": "NewsArticle", datePublished: "1987-03~" }, 'datePublished is "1987-03~", and not one of Date, DateTime'],
    [{ "@type": "Person", sameAs: "Q42" }, 'sameAs is "Q42", and not one of URL'],
    [{ "@type": "NewsArticle", printPage: 1 }, "printPage is 1, and not one of Text"],
    [{ "@type": "ItemList", numberOfItems: "ten" }, 'numberOfItems is "ten", and not one of Integer'],
  ])("in %j: %s", (document, fault) => {
    expect(faultsIn(document)).toContain(fault);
  });
});

function faultsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(faultsIn);
  if (!isObject(value)) return [];
  const type = value["@type"];
  // {"@id": …} alone names another object.
  if (typeof type !== "string") return Object.keys(value).join() === "@id" ? [] : ["an object without a class", ...Object.values(value).flatMap(faultsIn)];
  if (!vocabulary.has(type)) return [`there is no class ${type}`];
  const known = propertiesOf(type);
  return Object.entries(value).flatMap(([name, inner]) => {
    // "query-input" describes the input of the property "query": https://schema.org/docs/actions.html#part-4
    if (name.startsWith("@") || (name.endsWith("-input") && known.has(name.replace(/-input$/u, "")))) return [];
    const range = known.get(name);
    if (range === undefined) return [`${type} has no property ${name}`, ...faultsIn(inner)];
    if (inner === null) return [`${name} is null`];
    const values: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
    const wrong = values.filter((one) => !range.some((wanted) => isOf(one, wanted)));
    return [...wrong.map((one) => `${name} is ${isObject(one) ? `a ${String(one["@type"])}` : JSON.stringify(one)}, and not one of ${range.join(", ")}`), ...faultsIn(inner)];
  });
}

// A class or a data type: https://schema.org/DataType. A thing may be named by its address alone, as Google asks for in the
// items of a breadcrumb list (https://schema.org/docs/datamodel.html). An object without a class is told of elsewhere.
function isOf(value: unknown, wanted: string): boolean {
  if (isObject(value)) return typeof value["@type"] === "string" ? isA(value["@type"], wanted) : true;
  const check = dataTypes[wanted] ?? dataTypes["URL"];
  return check !== undefined && check(value);
}

const dataTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === "string",
  URL: (value) => typeof value === "string" && /^https?:\/\//u.test(value) && URL.canParse(value),
  // ISO 8601, also of a month or a year.
  Date: (value) => typeof value === "string" && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value),
  DateTime: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u.test(value),
  Number: (value) => typeof value === "number",
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === "boolean",
};

function isA(type: string, wanted: string): boolean {
  return type === wanted || (vocabulary.get(type)?.above ?? []).some((above) => isA(above, wanted));
}

function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (!isObject(value)) return [];
  return [...(typeof value["@type"] === "string" ? [value["@type"]] : []), ...Object.values(value).flatMap(typesIn)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function propertiesOf(type: string): ReadonlyMap<string, readonly string[]> {
  const { above, properties } = vocabulary.get(type) ?? { above: [], properties: new Map<string, readonly string[]>() };
  return new Map([...above.flatMap((parent) => [...propertiesOf(parent)]), ...properties]);
}

// "interface NewsArticleBase extends ArticleBase { "dateline"?: … }"; a class without properties of its own has its leaf alone.
function readVocabulary(): ReadonlyMap<string, Class> {
  const file = path.join(path.dirname(fileURLToPath(import.meta.resolve("schema-dts"))), "schema.d.ts");
  const classes = new Map<string, Class>();
  for (const { groups } of readFileSync(file, "utf8").matchAll(/^(?:export )?interface (?<name>\w+?)(?<part>Base|Leaf)(?: extends (?<above>[^{]+))? \{\n(?<body>[^]*?)^\}/gmu)) {
    const { name = "", above = "", body = "" } = groups ?? {};
    const before = classes.get(name);
    const parents = [...above.matchAll(/\b(\w+)Base\b/gu)].map(([, parent]) => parent ?? "").filter((parent) => parent !== name);
    const properties = [...body.matchAll(/^ {4}"(?<property>\w+)"\?: SchemaValue<(?<range>[^,]+),/gmu)].map(([, property = "", range = ""]) => [property, range.split(" | ").filter((one) => one !== "IdReference")] as const);
    classes.set(name, { above: [...(before?.above ?? []), ...parents], properties: new Map([...(before?.properties ?? []), ...properties]) });
  }
  return classes;
}

function readDocuments(folder: string): readonly { readonly file: string; readonly value: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /[\\/]expected[\\/].*\.html$/u.test(file))
    .sort()
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/<script type="application\/ld\+json">(?<json>[^]*?)<\/script>/gu)].map(({ groups }): { file: string; value: unknown } => ({ file, value: JSON.parse(groups?.["json"] ?? "") })));
}
