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
  readonly properties: ReadonlySet<string>;
}

const vocabulary = readVocabulary();
const documents = readDocuments(path.join(import.meta.dirname, "../sites"));

test("the golden sites have a document of every type that a site can have", () => {
  const types = new Set(documents.flatMap(({ value }) => typesIn(value)));
  for (const type of ["NewsArticle", "OpinionNewsArticle", "Person", "Place", "Organization", "ImageObject", "BreadcrumbList", "ListItem", "CollectionPage", "CorrectionComment", "WebSite", "SearchAction"]) expect(types).toContain(type);
});

test("a class of the vocabulary has its own properties and those of the classes above it", () => {
  expect(propertiesOf("NewsArticle")).toContain("dateline");
  expect(propertiesOf("NewsArticle")).toContain("headline");
  expect(propertiesOf("NewsArticle")).toContain("name");
  expect(propertiesOf("NewsArticle")).not.toContain("birthDate");
});

test("every document names the vocabulary, and only classes and properties that are in it", () => {
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
  return Object.entries(value).flatMap(([name, inner]) => [
    // "query-input" describes the input of the property "query": https://schema.org/docs/actions.html#part-4
    ...(name.startsWith("@") || known.has(name.replace(/-input$/u, "")) ? [] : [`${type} has no property ${name}`]),
    ...(inner === null ? [`${name} is null`] : []),
    ...faultsIn(inner),
  ]);
}

function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (!isObject(value)) return [];
  return [...(typeof value["@type"] === "string" ? [value["@type"]] : []), ...Object.values(value).flatMap(typesIn)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function propertiesOf(type: string): ReadonlySet<string> {
  const { above, properties } = vocabulary.get(type) ?? { above: [], properties: new Set<string>() };
  return above.reduce((all, parent) => all.union(propertiesOf(parent)), properties);
}

// "interface NewsArticleBase extends ArticleBase { "dateline"?: … }"; a class without properties of its own has its leaf alone.
function readVocabulary(): ReadonlyMap<string, Class> {
  const file = path.join(path.dirname(fileURLToPath(import.meta.resolve("schema-dts"))), "schema.d.ts");
  const classes = new Map<string, Class>();
  for (const { groups } of readFileSync(file, "utf8").matchAll(/^(?:export )?interface (?<name>\w+?)(?<part>Base|Leaf)(?: extends (?<above>[^{]+))? \{\n(?<body>[^]*?)^\}/gmu)) {
    const { name = "", above = "", body = "" } = groups ?? {};
    const before = classes.get(name);
    const parents = [...above.matchAll(/\b(\w+)Base\b/gu)].map(([, parent]) => parent ?? "").filter((parent) => parent !== name);
    const properties = [...body.matchAll(/^ {4}"(?<property>\w+)"\?:/gmu)].map(([, property]) => property ?? "");
    classes.set(name, { above: [...(before?.above ?? []), ...parents], properties: new Set([...(before?.properties ?? []), ...properties]) });
  }
  return classes;
}

function readDocuments(folder: string): readonly { readonly file: string; readonly value: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /[\\/]expected[\\/].*\.html$/u.test(file))
    .sort()
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/<script type="application\/ld\+json">(?<json>[^]*?)<\/script>/gu)].map(({ groups }): { file: string; value: unknown } => ({ file, value: JSON.parse(groups?.["json"] ?? "") })));
}
