import { describe, expect, test } from "vitest";
import type { PageFacts } from "../../../src/build/verify/page-facts.ts";
import { factsFromBytes, factsToBytes } from "../../../src/build/verify/facts-bytes.ts";
import { SiteFacts } from "../../../src/build/verify/site-facts.ts";
import { verifySite } from "../../../src/build/verify/verify-site.ts";

const sound: Readonly<Record<string, Partial<PageFacts>>> = {
  "index.html": { links: ["/people/ada/#works", "/images/a.webp"], ids: ["main"], indexed: true, likeness: 1 },
  "people/ada/index.html": { links: ["/", "/caf%C3%A9/"], ids: ["main", "works"], indexed: true, likeness: 2 },
  "café/index.html": { links: ["/"], indexed: true, likeness: 3 },
  "old/index.html": { links: ["/"] },
  "sitemap.xml": { links: ["/", "/people/ada/", "/caf%C3%A9/"] },
};

function problemsOf(changes: Readonly<Record<string, Partial<PageFacts>>>, files: readonly string[] = ["images/a.webp"], same = false, elsewhere: readonly string[] = []): readonly string[] {
  const facts = new SiteFacts();
  const pages = { ...sound, ...changes };
  for (const [name, page] of Object.entries(pages)) facts.set(name, { links: [], ids: [], indexed: false, likeness: 0, faults: [], ...page });
  const sources = new Map([["people/ada/index.html", "people.yaml"]]);
  return verifySite({ facts, files: new Set([...Object.keys(pages), ...files]), sources: () => sources, elsewhere, sheets: [], base: "/", mainOf: (page) => (same ? "same" : page) })
    .map(({ file, message, fix }) => `${file}: ${message}; ${fix}`);
}

test("a sound site has no problems", () => {
  expect(problemsOf({})).toEqual([]);
});

describe("a problem names the source, the page, what is wrong and what to do", () => {
  test("a dead link", () => {
    expect(problemsOf({ "people/ada/index.html": { links: ["/gone/"], ids: ["works"], indexed: true } })).toEqual([
      "people.yaml: the page /people/ada/ leads to /gone/, which is not there; correct the link; one that leads out of the archive is a full web address, https://...",
    ]);
  });

  test("a link without its last slash, which only some hosts mend", () => {
    expect(problemsOf({ "old/index.html": { links: ["/people/ada"] } })).toEqual(["old/index.html: the page /old/ leads to /people/ada, which is not there; write /people/ada/"]);
  });

  test("a dead anchor", () => {
    expect(problemsOf({ "people/ada/index.html": { ids: [], indexed: true } })).toEqual([
      "index.html: the page / leads to /people/ada/#works, and that page has no such place; correct what stands after the #, or take it out",
    ]);
  });

  test("a picture that is missing", () => {
    expect(problemsOf({}, [])).toMatchObject([/the page \/ leads to \/images\/a\.webp, which is not there/u].map((pattern) => expect.stringMatching(pattern)));
  });

  test("a page that the sitemap forgets, and one that it must not name", () => {
    const found = problemsOf({ "sitemap.xml": { links: ["/", "/old/", "/people/ada/"] } });
    expect(found).toEqual([
      "sitemap.xml: the page /sitemap.xml names /old/, which crawlers must not list; mend the template in layouts/ that prints it",
      "café/index.html: the page /café/ is missing in the sitemap; mend the plan of pages in src/build/plan.ts",
    ]);
  });

  test("two pages that show the same, and not two that only look alike", () => {
    const sitemap = { links: ["/", "/people/ada/", "/caf%C3%A9/", "/people/eda/"] };
    const alike = { "people/eda/index.html": { indexed: true, likeness: 2 }, "sitemap.xml": sitemap };
    expect(problemsOf(alike)).toEqual([]);
    expect(problemsOf(alike, ["images/a.webp"], true)).toEqual(["people/eda/index.html: the page /people/eda/ shows the same as /people/ada/; keep one of the two"]);
  });

  test("but an author and an organization of one name may", () => {
    expect(problemsOf({ "café/index.html": { links: ["/"], indexed: true, likeness: 2 } }, ["images/a.webp"], true)).toEqual([]);
  });
});

test("facts come back from bytes and from another process as they were", () => {
  const there = new SiteFacts();
  there.set("a", { links: ["/x/", "/y/"], ids: ["main", "é"], indexed: true, likeness: 4_000_000_000, faults: [{ message: "is empty", fix: "fill it" }] });
  there.set("b", { links: [], ids: [], indexed: false, likeness: 0, faults: [] });
  const here = new SiteFacts();
  here.set("c", { links: ["/y/"], ids: [], indexed: true, likeness: 1, faults: [] });
  here.merge(factsFromBytes(factsToBytes(there.pack())), (name) => (name === "b" ? undefined : name));
  const textsOf = (numbers: Uint32Array): readonly string[] => Array.from(numbers, (number) => here.texts[number] ?? "");
  expect([...here.names]).toEqual(["c", "a"]);
  expect(textsOf(here.linksOf("a"))).toEqual(["/x/", "/y/"]);
  expect(textsOf(here.idsOf("a"))).toEqual(["main", "é"]);
  expect([here.isIndexed("a"), here.likenessOf("a"), here.faultsOf("a")]).toEqual([true, 4_000_000_000, [{ message: "is empty", fix: "fill it" }]]);
  expect(factsFromBytes(new Uint8Array()).names).toEqual([]);
});

test("texts of pages that are gone are dropped when they are most of all", () => {
  const long = (n: number): PageFacts => ({ links: Array.from({ length: n }, (_, i) => `/${n}-${i}/`), ids: ["main"], indexed: true, likeness: n, faults: [] });
  const there = new SiteFacts();
  there.set("large", long(40));
  there.set("small", long(5));
  const here = new SiteFacts();
  here.merge(there.pack(), (name) => (name === "small" ? name : undefined));
  const { names, texts } = here.pack();
  expect({ names, texts: texts.toSorted() }).toEqual({ names: ["small"], texts: [...long(5).links, "main"] });
  const again = new SiteFacts();
  again.merge(here.pack());
  expect(Array.from(again.linksOf("small"), (link) => again.texts[link])).toEqual(long(5).links);
  expect(Array.from(again.idsOf("small"), (id) => again.texts[id])).toEqual(["main"]);
});

describe("where there are many dead links, as in the texts of an old site", () => {
  const many = (links: readonly string[]): Readonly<Record<string, Partial<PageFacts>>> => ({ "people/ada/index.html": { links: ["/", ...links], ids: ["works"], indexed: true }, "old/index.html": { links: links.slice(0, 3) } });
  const uploads = Array.from({ length: 30 }, (_, i) => `/wp-content/uploads/${i}.pdf`);

  test("they are one problem for each folder that they lead to, with the way out", () => {
    expect(problemsOf(many([...uploads, "/contact.php"]))).toEqual([
      "old/index.html: 33 links in 2 files lead to addresses below /wp-content/ that are not there, this one to /wp-content/uploads/0.pdf; `npm run check` lists them, to be corrected; or leave them as they are with elsewhere: [/wp-content/] in archive.yaml, where something else than the archive stands there, or nothing any more",
      "people.yaml: the page /people/ada/ leads to /contact.php, which is not there; correct the link; one that leads out of the archive is a full web address, https://...",
    ]);
  });

  test("they are one problem altogether, where each leads elsewhere", () => {
    expect(problemsOf(many(Array.from({ length: 30 }, (_, i) => `/page-${i}/`)))).toEqual([expect.stringMatching(/^old\/index\.html: 33 links in 2 files lead to addresses that are not there, this one to \/page-0\/; .* elsewhere: \[\/\] in archive\.yaml/u)]);
  });

  test("they are none below what archive.yaml names; the archive's own lists are always checked", () => {
    expect(problemsOf(many(uploads), undefined, false, ["/wp-content/"])).toEqual([]);
    expect(problemsOf(many(["/gone/", "/people/bob/"]), undefined, false, ["/"]).map((problem) => problem.split(";")[0])).toEqual([
      "people.yaml: the page /people/ada/ leads to /people/bob/, which is not there",
      "old/index.html: the page /old/ leads to /people/bob/, which is not there",
    ]);
  });
});
