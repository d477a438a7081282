import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeSearchIndex } from "../../src/build/search-index.ts";
import { openEngine, type Answer, type Engine } from "../../src/client/engine.ts";
import { parseQuestion } from "../../src/client/question-address.ts";
import { harbourNames, harbourRecords, searchRecord } from "../browser/search-records.ts";

/* The real Pagefind over shards on disk; only the network is ours. */

const folder = mkdtempSync(join(tmpdir(), "search-engine-"));
const asked: string[] = [];
const broken = new Set<string>();

beforeAll(async () => {
  const harbour = harbourRecords();
  const records = [
    searchRecord("", "A note without a date", { text: "The harbour master kept a parrot, not a carrot - or so he said." }),
    ...harbour.slice(0, 30),
    searchRecord("1987-06-20", "Le port de Norrby", { language: "fr", text: "Les pêcheurs du port attendaient le harbour master." }),
    ...harbour.slice(30),
    searchRecord("1989-12-08", "Lavrov visits", {
      text: "The minister spoke of Georgia–European ties and said “no comment”, the company’s U.S. lawyers said. An F-16 and 1,204 oil-producing firms, AT & T among them, paid $5.00 and/or more.",
      aliases: ["Sergei Lavrov", "Sergueï Lavrov"],
      section: "Abroad",
      picture: "/archive/images/lavrov.jpg",
    }),
    searchRecord("1989-12-09", "Łódź–Køge ferry", { text: "Herr Müller of Straße 4 and Mrs Mueller of Aarhus met O’Neill’s brother at a quest." }),
  ];
  await writeSearchIndex(records, harbourNames(), folder, { jobs: 2, limit: 6_000 });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void (asked.length = 0));

function open(): Promise<Engine> {
  const network = async (input: string | URL | Request): Promise<Response> => {
    const path = String(input).split("?")[0] ?? "";
    asked.push(path.slice(folder.length + 1));
    if ([...broken].some((part) => path.includes(part)) || !existsSync(path)) return new Response("out of order", { status: 503 });
    return new Response(readFileSync(path));
  };
  return openEngine({ base: `${folder}/`, site: "/archive/", language: "es", network });
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
    ["a phrase over a lone hyphen", '?q="carrot+or+so"', ["A note without a date"]],
    ["a phrase that goes from the text into the title", '?q="more+Lavrov"', []],
    ["a possessive", "?q=company’s", ["Lavrov visits"]],
    ["a possessive without its apostrophe", "?q=companys", ["Lavrov visits"]],
    ["the owner in a possessive", "?q=company+lawyer", ["Lavrov visits"]],
    ["a straight apostrophe for a curly one", "?q=O'Neill", ["Łódź–Køge ferry"]],
    ["no apostrophe for a curly one", "?q=oneill", ["Łódź–Køge ferry"]],
    ["initials", "?q=U.S.+lawyers", ["Lavrov visits"]],
    ["initials without their points", "?q=US+lawyers", ["Lavrov visits"]],
    ["a letter and a number", "?q=F-16", ["Lavrov visits"]],
    ["a number", "?q=1,204", ["Lavrov visits"]],
    ["an amount", "?q=$5.00", ["Lavrov visits"]],
    ["a hyphenated word", "?q=oil-producing", ["Lavrov visits"]],
    ["the parts of a hyphenated word", "?q=producing+oil", ["Lavrov visits"]],
    ["a sign that stands alone, in a phrase", '?q="AT+%26+T+among"', ["Lavrov visits"]],
    ["a slash", '?q="and/or+more"', ["Lavrov visits"]],
    ["a word behind a dash in a title", "?q=Køge", ["Łódź–Køge ferry"]],
    ["letters that have no accent to lose", "?q=Lodz+Koge+Strasse", ["Łódź–Køge ferry"]],
    ["an umlaut, which finds both spellings", '?q="Müller+of"', ["Łódź–Køge ferry"]],
    ["an umlaut written out, which finds both", '?q="Herr+Mueller"', ["Łódź–Køge ferry"]],
    ["an umlaut left out, which finds both", '?q="Mrs+Muller"', ["Łódź–Køge ferry"]],
    ["a ring written as two letters", "?q=Århus", ["Łódź–Køge ferry"]],
    ["ue that is no umlaut", "?q=qust", []],
    ["another spelling of a name", "?q=Sergueï+Lavrov", ["Lavrov visits"]],
    ["a phrase of the title", '?q="lavrov+visits"', ["Lavrov visits"]],
    ["another language, by its own rules", "?q=pêcheur", ["Le port de Norrby"]],
    ["nothing to read", "?q=%3F%3F%3F", []],
    ["a word that is nowhere", "?q=xylophone", []],
    ["a word that is nowhere, by date", "?q=parrot+xylophone&sort=newest", []],
    ["a beginning of a word is not the word", "?q=parro", []],
    ["a beginning of a word with a star", "?q=parro*", ["A note without a date"]],
    ["a plural", "?q=parrots", ["A note without a date"]],
    ["accents that the article does not have", "?q=Géorgia", ["Lavrov visits"]],
    ["words of JavaScript's own", "?q=__proto__+constructor", []],
  ])("%s: %s", async (_, address, expected) => expect(await titles(address)).toEqual(expected));

  test("shows date, section, picture and an excerpt without what is hidden", async () => {
    const { hits } = await ask("?q=sergei");
    expect(hits[0]).toMatchObject({ href: "/archive/1989/12/lavrov-visits/", date: "1989-12-08", section: "Abroad", picture: "/archive/images/lavrov.jpg" });
    expect(hits[0]?.excerpt.map(({ text }) => text).join("")).toBe(
      "The minister spoke of Georgia–European ties and said “no comment”, the company’s U.S. lawyers said. An F-16 and 1,204 oil-producing firms, AT & T among them, paid $5.00 and/or more.",
    );
  });

  test("marks every form of what was found, and of a phrase only the whole", async () => {
    const marked = async (address: string): Promise<readonly string[]> => (await ask(address)).hits.flatMap(({ excerpt }) => excerpt.filter((piece) => piece.marked).map(({ text }) => text));
    expect(await marked("?q=lawyer+europeans")).toEqual(["European", "lawyers"]);
    expect(await marked("?q=mueller")).toEqual(["Müller", "Mueller"]);
    expect(await marked('?q="a+parrot"')).toEqual(["a", "parrot"]);
  });

  test("while the reader types the last word may go on", async () => {
    const engine = await open();
    expect((await engine.ask({ ...parseQuestion("?q=kept+parro"), typing: true })).total).toBe(1);
    expect((await engine.ask({ ...parseQuestion("?q=parrots"), typing: true })).total).toBe(1);
  });

  test("where no article has all the words, gives those with most of them, and says so", async () => {
    const { partial, hits } = await ask("?q=parrot+xylophone+harbour+master");
    expect([partial, hits[0]?.title]).toEqual([true, "A note without a date"]);
    expect(await ask("?q=parrot+harbour")).toMatchObject({ partial: false, total: 1 });
  });
});

describe("a date in the query", () => {
  test("is understood as a period, in the page's language too", async () => {
    expect(await ask("?q=7+March+1986")).toMatchObject({ total: 1, period: { period: "1986-03-07", text: "7 March 1986", rest: "" }, hits: [{ title: "Harbour report 15" }] });
    expect(await ask("?q=herring+marzo+de+1986")).toMatchObject({ total: 0, period: { period: "1986-03" } });
    expect(await ask("?q=coal+marzo+de+1986")).toMatchObject({ total: 1 });
  });

  test("stays words in quotation marks, and where the reader has set dates", async () => {
    expect(await ask('?q="March+1986"')).toMatchObject({ total: 0, period: undefined });
    expect(await ask("?q=March+1986&from=1986")).toMatchObject({ total: 0, period: undefined });
  });
});

describe("names", () => {
  test.each([
    ["nils berg", ["Nils Berg"]],
    ["BERG, Nils", []],
    ["N. Berg", ["Nils Berg"]],
    ["Soderoe", ["Söderö"]],
    ["norrby", ["Norrby"]],
    ["harbour", []],
  ])("the query %s is the name %j", async (words, expected) => {
    const { known } = await (await open()).advise(parseQuestion(`?q=${encodeURIComponent(words)}`));
    expect(known.map(({ name }) => name)).toEqual(expected);
  });

  test("have their page's address and their number of articles", async () => {
    const { known } = await (await open()).advise(parseQuestion("?q=nils+berg"));
    expect(known).toEqual([{ kind: "people", name: "Nils Berg", href: "/archive/people/nils-berg/", count: 54 }]);
  });

  test("are offered while typing, by any of their words", async () => {
    const engine = await open();
    expect((await engine.complete("ber")).map(({ name }) => name)).toEqual(["Nils Berg"]);
    expect((await engine.complete("holm as")).map(({ name }) => name)).toEqual(["Astrid Holm"]);
    expect(await engine.complete("xyz")).toEqual([]);
  });

  test.each([
    ["Astrid Hollm", "Astrid Holm"],
    ["Astird", "Astrid"],
    ["Nils Berk", "Nils Berg"],
    ["hering", "herring"],
    ["harbuor coal", "harbour coal"],
    ["Astrid Holm", undefined],
    ["xylophone", undefined],
    ["herring", undefined],
  ])("for %s, %s may have been meant", async (words, expected) => {
    expect((await (await open()).advise(parseQuestion(`?q=${encodeURIComponent(words)}`))).meant).toBe(expected);
  });
});

describe("order and range", () => {
  test("newest first asks the newest shard alone until more are wanted", async () => {
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
    expect(await titles("?q=harbour&from=1986-03-07&to=1986-04-06&sort=oldest")).toEqual(["Harbour report 15"]);
    expect(await titles("?from=1986-03&to=1986-04&sort=newest")).toEqual(["Harbour report 16", "Harbour report 15"]);
    expect(asked.filter((path) => /^en\/(?:1984|1987|1988|1989)/u.test(path))).toEqual([]);
  });
});

describe("filters", () => {
  test("need no words, and no word index", async () => {
    expect(await ask("?person=Astrid+Holm&sort=newest")).toMatchObject({ total: 6, complete: true });
    expect(asked.filter((path) => path.includes("/words/") || path.includes("wasm"))).toEqual([]);
  });

  test("narrow words, and each other", async () => {
    expect(await ask("?q=herring&person=Astrid+Holm")).toMatchObject({ total: 2 });
    expect(await ask("?person=Astrid+Holm&place=S%C3%B6der%C3%B6")).toMatchObject({ total: 3 });
    expect(await ask("?place=Norrby&place=S%C3%B6der%C3%B6")).toMatchObject({ total: 15 });
    expect(await ask("?section=Trade&q=coal")).toMatchObject({ total: 10 });
    expect(await ask("?person=Nobody")).toMatchObject({ total: 0, complete: true });
  });

  test("are counted over the results, in every shard", async () => {
    const engine = await open();
    const archive = await engine.facets(parseQuestion(""));
    expect(archive.filters.person).toEqual([["Nils Berg", 54], ["Astrid Holm", 6]]);
    expect(archive.filters.place).toEqual([["Norrby", 60], ["Söderö", 15]]);
    expect(archive.filters.topic).toEqual([]);
    expect(archive.periods).toEqual([["1985", 12], ["1986", 12], ["1987", 13], ["1988", 12], ["1989", 14]]);
    const herring = await engine.facets(parseQuestion("?q=herring&sort=newest&person=Nils+Berg"));
    expect(herring.total).toBe(18);
    expect(herring.filters.section).toEqual([["Trade", 10], ["Shipping", 8]]);
    expect(herring.periods.reduce((sum, [, count]) => sum + count, 0)).toBe(18);
  });

  test("of few years are counted by month, without gaps", async () => {
    const { periods } = await (await open()).facets(parseQuestion("?q=herring&from=1985&to=1985"));
    expect(periods.map(([period]) => period)).toEqual(["1985-01", "1985-02", "1985-03", "1985-04", "1985-05", "1985-06", "1985-07", "1985-08", "1985-09", "1985-10"]);
    expect(periods.map(([, count]) => count)).toEqual([1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
  });
});

describe("a file that does not arrive", () => {
  test.each(["shards.json", "/head", "/words/", "wasm.en", "/texts/"])("%s is an error, never an empty answer, and can be asked for again", async (part) => {
    broken.add(part);
    await expect(ask("?q=herring")).rejects.toThrow("status 503");
    const engine = part === "shards.json" ? undefined : await open();
    if (engine) await expect(engine.ask(parseQuestion("?q=herring"))).rejects.toThrow("status 503");
    broken.clear();
    expect(await (engine ?? (await open())).ask(parseQuestion("?q=herring"))).toMatchObject({ total: 20 });
  });
});
