import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { indexShard, writeManifest } from "../../src/build/search-index.ts";
import { planShards } from "../../src/build/search-shards.ts";
import { openEngine, type Answer, type Engine } from "../../src/client/engine.ts";
import { parseQuestion } from "../../src/client/question.ts";
import { harbourRecords, searchRecord } from "../browser/search-records.ts";

/* The real Pagefind over shards on disk; only the network is ours. */

const folder = mkdtempSync(join(tmpdir(), "search-engine-"));
const asked: string[] = [];
const broken = new Set<string>();

beforeAll(async () => {
  const harbour = harbourRecords();
  const records = [
    searchRecord("", "A note without a date", { text: "The harbour master kept a parrot." }),
    ...harbour.slice(0, 30),
    searchRecord("1987-06-20", "Le port de Norrby", { language: "fr", text: "Les pêcheurs du port attendaient le harbour master." }),
    ...harbour.slice(30),
    searchRecord("1989-12-08", "Lavrov visits", {
      text: "The minister spoke of Georgia–European ties and said “no comment”, the company’s U.S. lawyers said.",
      aliases: ["Sergei Lavrov", "Sergueï Lavrov"],
    }),
  ];
  const entries = await Promise.all(planShards(records, 6_000).map((shard) => indexShard(shard, folder)));
  writeManifest(entries, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

let engines = 0;

function open(): Promise<Engine> {
  engines++;
  const network = async (input: string | URL | Request): Promise<Response> => {
    const path = String(input).split("?")[0] ?? "";
    asked.push(path.slice(folder.length + 1));
    if ([...broken].some((part) => path.includes(part)) || !existsSync(path)) return new Response("out of order", { status: 503 });
    return new Response(readFileSync(path));
  };
  return openEngine({
    base: `${folder}/`,
    network,
    replaceFetch: (fetch) => vi.stubGlobal("fetch", fetch),
    // A module of its own for every engine, as in every worker.
    importModule: async (url) => import(/* @vite-ignore */ `${pathToFileURL(url.split("?")[0] ?? "").href}?${url.split("?")[1]}-${engines}`),
  });
}

async function ask(address: string): Promise<Answer> {
  return (await open()).ask(parseQuestion(address));
}

async function titles(address: string): Promise<readonly string[]> {
  return (await ask(address)).hits.map(({ title }) => title);
}

describe("finding", () => {
  test("asks all shards by relevance, and counts all", async () => {
    expect(await ask("?q=herring")).toMatchObject({ total: 20, complete: true });
    expect((await ask("?q=herring")).hits).toHaveLength(10);
  });

  test.each([
    ["a phrase stands as it is", '?q="parrot+kept"', []],
    ["a phrase is found", '?q="kept+a+parrot"', ["A note without a date"]],
    ["a phrase and a word", '?q="harbour+master"+parrot', ["A note without a date"]],
    ["the word after a dash", "?q=european", ["Lavrov visits"]],
    ["a phrase over a dash", '?q="georgia–european+ties"', ["Lavrov visits"]],
    ["a possessive without its apostrophe", "?q=companys", ["Lavrov visits"]],
    ["initials", "?q=U.S.+lawyers", ["Lavrov visits"]],
    ["another spelling of a name", "?q=Sergueï+Lavrov", ["Lavrov visits"]],
    ["a phrase of the title", '?q="lavrov+visits"', ["Lavrov visits"]],
    ["another language, by its own rules", "?q=pêcheur", ["Le port de Norrby"]],
    ["nothing to read", "?q=%3F%3F%3F", []],
    ["a word that is nowhere", "?q=xylophone", []],
    ["a word that is nowhere, beside one that is", "?q=parrot+xylophone", []],
    ["a beginning of a word, for those who type", "?q=parro", ["A note without a date"]],
    ["another form of a word", "?q=parrots+keeping", []],
    ["a plural", "?q=parrots", ["A note without a date"]],
    ["accents that the article does not have", "?q=Géorgia", ["Lavrov visits"]],
  ])("%s: %s", async (_, address, expected) => expect(await titles(address)).toEqual(expected));

  test("shows date, section, picture and an excerpt without what is hidden", async () => {
    const { hits } = await ask("?q=sergei");
    expect(hits[0]).toMatchObject({ href: "/archive/1989/12/lavrov-visits/", date: "1989-12-08", section: "", picture: "" });
    expect(hits[0]?.excerpt.map(({ text }) => text).join("")).toBe(
      "The minister spoke of Georgia–European ties and said “no comment”, the company’s U.S. lawyers said.",
    );
  });
});

describe("order and range", () => {
  test("newest first asks the newest shard alone until more are wanted", async () => {
    asked.length = 0;
    const engine = await open();
    const first = await engine.ask(parseQuestion("?q=harbour+master&sort=newest"));
    expect(first.hits.map(({ title }) => title).slice(0, 3)).toEqual(["Harbour report 60", "Harbour report 59", "Harbour report 58"]);
    expect(first.complete).toBe(false);
    expect([...new Set(asked.filter((path) => path.startsWith("en/")).map((path) => path.split("/")[1]))]).toEqual(["1989"]);
    const more = await engine.ask(parseQuestion("?q=harbour+master&sort=newest&show=200"));
    expect(more).toMatchObject({ total: 62, complete: true });
    expect(more.hits.map(({ date }) => date)).toEqual(more.hits.map(({ date }) => date).toSorted().reverse().filter((date) => date !== "undated").concat("undated"));
  });

  test("oldest first begins at the other end; the undated come last in both", async () => {
    const { hits } = await ask("?q=harbour+master&sort=oldest&show=200");
    expect(hits.map(({ title }) => title).slice(0, 2)).toEqual(["Harbour report 1", "Harbour report 2"]);
    expect(hits.at(-1)?.title).toBe("A note without a date");
  });

  test("two languages of the same time stand in one order", async () => {
    const { hits } = await ask("?q=harbour+master&sort=oldest&from=1987-06&to=1987-07");
    expect(hits.map(({ title }) => title)).toEqual(["Harbour report 30", "Le port de Norrby", "Harbour report 31"]);
  });

  test("a range is exact and loads only the shards it touches", async () => {
    asked.length = 0;
    expect(await titles("?q=harbour&from=1986-03-07&to=1986-04-06&sort=oldest")).toEqual(["Harbour report 15"]);
    expect(await titles("?from=1986-03&to=1986-04&sort=newest")).toEqual(["Harbour report 16", "Harbour report 15"]);
    expect(asked.filter((path) => /^en\/(?:1984|1987|1988|1989)/u.test(path))).toEqual([]);
  });
});

describe("filters", () => {
  test("need no words, and no word index", async () => {
    asked.length = 0;
    expect(await ask("?person=Astrid+Holm&sort=newest")).toMatchObject({ total: 6, complete: true });
    expect(asked.filter((path) => path.includes("pf_index") || path.includes("wasm"))).toEqual([]);
  });

  test("narrow words, and each other", async () => {
    expect(await ask("?q=herring&person=Astrid+Holm")).toMatchObject({ total: 2 });
    expect(await ask("?person=Astrid+Holm&place=S%C3%B6der%C3%B6")).toMatchObject({ total: 3 });
    expect(await ask("?person=Nobody")).toMatchObject({ total: 0, complete: true });
  });

  test("are counted over the whole archive", async () => {
    const facets = await (await open()).facets(["person", "place", "nothing"]);
    expect(Object.fromEntries(facets)).toEqual({
      person: [["Nils Berg", 54], ["Astrid Holm", 6]],
      place: [["Norrby", 60], ["Söderö", 15]],
      nothing: [],
    });
  });
});

describe("a file that does not arrive", () => {
  test.each(["shards.json", "pf_meta", "pf_index", "wasm.en", "pf_fragment"])("%s is an error, never an empty answer", async (part) => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    broken.add(part);
    await expect(ask("?q=herring")).rejects.toThrow("status 503");
    broken.clear();
    expect(await ask("?q=herring")).toMatchObject({ total: 20 });
    silent.mockRestore();
  });
});
