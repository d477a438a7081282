import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clean } from "@citation-js/core/lib/plugins/input/csl.js";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContentFolder } from "../../../src/content/content-folder.ts";
import { loadArchive } from "../../../src/content/load-archive.ts";
import type { CataloguedArticle } from "../../../src/model/archive.ts";
import { readTree } from "../trees.ts";
import { makeWorkFolder, type WorkFolder } from "../work-folder.ts";
import { columnsOf, readPackage, restoreContent, textOf } from "./restore.ts";

/*
 * The data of the golden site that has everything an article can have, with articles beside it whose texts may not be
 * passed on, or that are not published.
 */

let work: WorkFolder;
let data = "";

const others: Readonly<Record<string, string>> = {
  "1987/04/closed.md": "title: 'A text with \"rights\", of others'\ndate: 198X\nrights: {holder: A Wire Service}\nbyline: [Karin Ek]\nimages: [{caption: The closed caption.}]\n---\nThe closed text.\n",
  "1987/04/open.md": "title: Of a day between two\ndate: 1987-04-01/1987-04-03\nrights: {holder: A Wire Service, licence: CC BY 4.0}\n---\nThe open text.\n",
  "1987/04/about.md": "title: About that time\ndate: 1987-04~\nextra: {note: The owner’s own note}\nprovenance: {importer: text, source: old/path.txt}\n---\nThe text.\n",
  "1987/04/draft.md": "title: Hidden draft\ndate: 1987-04-02\nstatus: draft\n---\nHidden.\n",
  "1987/04/gone.md": "title: Hidden and gone\ndate: 1987-04-02\nstatus: withdrawn\nwithdrawn: {date: 1987-05-01, reason: It was wrong}\n---\nHidden.\n",
  "1987/04/later.md": "title: Hidden until later\ndate: 1987-04-02\nstatus: embargoed\nembargo: 2090-01-01T00:00:00Z\n---\nHidden.\n",
};

beforeAll(async () => {
  work = makeWorkFolder();
  data = path.join(work.site, "data");
  cpSync(path.resolve(import.meta.dirname, "../../sites/kitchen-sink/articles"), work.content, { recursive: true });
  mkdirSync(path.join(work.content, "1987/04"));
  for (const [file, text] of Object.entries(others)) writeFileSync(path.join(work.content, file), `---\n${text}`);
  await work.build();
});
afterAll(() => work.remove());

function articles(content: string): readonly CataloguedArticle[] {
  return loadArchive(readContentFolder(content), undefined).archive.articles;
}

function texts(): string {
  return readPackage(data).resources.map((resource) => textOf(data, resource)).join("\n");
}

test("the description names every file once, says what is in it, and nothing else lies there", () => {
  const { resources } = readPackage(data);
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  const known = [...resources.map((resource) => resource.path), "index.html", "datapackage.json", "articles.schema.json", "manifest-sha256.txt"];
  expect([...readTree(data).keys()].sort()).toEqual(known.sort());
});

test("every table has the columns of its schema, a key that is there once, and values of their types", () => {
  const tables = readPackage(data).resources.filter(({ profile }) => profile === "tabular-data-resource");
  expect(tables.map(({ name }) => name)).toEqual(["articles-without-year", "articles-1962", "articles-1987", "articles-1990", "people", "places", "organizations", "topics"]);
  for (const table of tables) {
    const { fields, primaryKey } = columnsOf(data, table);
    const text = textOf(data, table);
    const [header]: readonly (readonly string[])[] = parse(text, { to: 1 });
    expect(header).toEqual(fields.map(({ name }) => name));
    const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true });
    expect(new Set(rows.map((row) => row[primaryKey])).size).toBe(rows.length);
    for (const { name, type } of fields) for (const row of rows) expect(row[name], `${table.name}.${name}`).toMatch(lexical[type]);
  }
});

// What a value of each type looks like in a table; nothing is always allowed.
const lexical = {
  string: /^/u,
  integer: /^(?:-?\d+)?$/u,
  number: /^(?:-?\d+(?:\.\d+)?)?$/u,
  boolean: /^(?:true|false)$/u,
  date: /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/u,
} as const;

test("the same articles are in the tables, in the lines and among the citations", () => {
  const { resources } = readPackage(data);
  const of = (format: string): string => resources.filter((resource) => resource.format === format && (format !== "csv" || resource.name.startsWith("articles-"))).map((resource) => textOf(data, resource)).join("");
  const addresses = articles(work.content).map(({ address }) => address).sort();
  expect(of("jsonl").trimEnd().split("\n").map((line) => JSON.parse(line).address).sort()).toEqual(addresses);
  expect(JSON.parse(of("json")).map(({ id }: { readonly id: string }) => id).sort()).toEqual(addresses);
  const rows = resources.filter(({ name, format }) => format === "csv" && name.startsWith("articles-")).flatMap((resource): readonly Readonly<Record<string, string>>[] => parse(textOf(data, resource), { columns: true }));
  expect(rows.map(({ address }) => address).sort()).toEqual(addresses);
});

test("all citations are CSL-JSON without a mistake, as Citation.js checks it", () => {
  const citations = readPackage(data).resources.find(({ name }) => name === "citations");
  const items: readonly unknown[] = citations === undefined ? [] : JSON.parse(textOf(data, citations));
  expect(items).toHaveLength(articles(work.content).length);
  expect(clean(items, false)).toEqual(items);
});

describe("rights are respected", () => {
  test.each([
    ["a text whose licence allows it is there", "The open text.", true],
    ["a text whose rights name no licence is not", "The closed text.", false],
    ["and neither are its captions", "The closed caption.", false],
    ["what is known of it is", "A text with", true],
    ["nothing of a draft, an embargoed or a withdrawn article is", "Hidden", false],
    ["the owner's own keys are not", "own note", false],
    ["what the importer noted is not", "old/path", false],
  ])("%s", (_, words, isThere) => {
    expect(texts().includes(words)).toBe(isThere);
  });

  test("the table says of each article whether its text is there, and by which licence", () => {
    const row = (name: string): Readonly<Record<string, string>> | undefined => readPackage(data).resources
      .filter(({ name: table, format }) => format === "csv" && table.startsWith("articles-"))
      .flatMap((table): readonly Readonly<Record<string, string>>[] => parse(textOf(data, table), { columns: true }))
      .find(({ address }) => address === name);
    expect(row("/1987/04/closed/")).toMatchObject({ rights_holder: "A Wire Service", licence: "", full_text: "false" });
    expect(row("/1987/04/open/")).toMatchObject({ licence: "CC BY 4.0", full_text: "true" });
    expect(row("/1987/03/short/")).toMatchObject({ licence: "CC0-1.0", full_text: "true" });
  });

  test("the page says how many texts there are", () => {
    expect(readFileSync(path.join(data, "index.html"), "utf8")).toContain("for 7 of 8 articles");
  });

  test("`fullText: all` hands on every text", async () => {
    const settings = path.join(work.content, "archive.yaml");
    const before = readFileSync(settings, "utf8");
    writeFileSync(settings, `${before}\nfullText: all\n`);
    const clean = path.join(await work.buildClean(), "data");
    writeFileSync(settings, before);
    expect(readPackage(clean).resources.some((resource) => textOf(clean, resource).includes("The closed text."))).toBe(true);
  });
});

test("a table tells a partial date by the days it can mean, and an unknown one by none", () => {
  const dates = readPackage(data).resources
    .filter(({ format, name }) => format === "csv" && name.startsWith("articles-"))
    .flatMap((table): readonly Readonly<Record<string, string>>[] => parse(textOf(data, table), { columns: true }))
    .map(({ date, date_from, date_to }) => `${date}: ${date_from} ${date_to}`);
  expect(dates).toEqual(expect.arrayContaining(["198X: 1980-01-01 1989-12-31", "1987-04~: 1987-04-01 1987-04-30", "1987-04-01/1987-04-03: 1987-04-01 1987-04-03", "undated:  "]));
});

test("the articles can be made again of the data package, and give the same package, byte for byte", async () => {
  const again = makeWorkFolder();
  try {
    const settings = { title: "The Kitchen Sink", description: "An invented archive with every part that a page can have.", siteUrl: "https://sink.example.org", licence: "CC0-1.0" };
    restoreContent(data, again.content, settings, { folder: work.site, url: settings.siteUrl });
    const [before, after] = [articles(work.content), articles(again.content)];
    expect(after.map(withoutOwn)).toEqual(before.map(withoutOwn));
    await again.build();
    const [made, remade] = [readTree(data), readTree(path.join(again.site, "data"))];
    const withoutPictures = (text: string): string => text.replace(/(?<=\/images\/)[^"]+/gu, "");
    const { resources } = readPackage(data);
    for (const resource of resources) expect(withoutPictures(textOf(path.join(again.site, "data"), resource)), resource.name).toBe(withoutPictures(textOf(data, resource)));
    expect(remade.get("datapackage.json")).toEqual(made.get("datapackage.json"));
    expect(existsSync(path.join(again.site, "1987/03/everything/index.html"))).toBe(true);
  } finally {
    again.remove();
  }
});

// Everything that an article says to readers: not where in its file it says it, nor what is the owner's and the importer's.
function withoutOwn({ provenance: _provenance, extra: _extra, body, images, rights, language, about, ...article }: CataloguedArticle): unknown {
  const isShared = article.address !== "/1987/04/closed/";
  return {
    ...article,
    about: Object.fromEntries(Object.entries(about).map(([kind, records]) => [kind, records.map(({ id, name }) => `${id} ${name}`)])),
    rights: rights ?? { holder: undefined, licence: "CC0-1.0", statement: undefined },
    language: language ?? "en",
    images: isShared ? images : [],
    body: isShared ? body.markdown : "",
  };
}
