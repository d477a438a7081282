import { describe, expect, test } from "vitest";
import { factsFromBytes, factsToBytes, type StoredFacts } from "../../../src/build/verify/facts-bytes.ts";
import { isSitemap, type PageFacts } from "../../../src/build/verify/page-facts.ts";
import { RenderedFacts } from "../../../src/build/verify/rendered-facts.ts";
import { SiteFacts } from "../../../src/build/verify/site-facts.ts";
import { verifySite } from "../../../src/build/verify/verify-site.ts";

type Facts = Readonly<Record<string, Partial<PageFacts>>>;

const sound: Facts = {
  "index.html": { links: ["/people/ada/#works", "/images/a.webp"], ids: ["main"], indexed: true, likeness: 1 },
  "people/ada/index.html": { links: ["/", "/caf%C3%A9/"], ids: ["main", "works"], indexed: true, likeness: 2 },
  "café/index.html": { links: ["/"], indexed: true, likeness: 3 },
  "old/index.html": { links: ["/"] },
  "sitemap.xml": { links: ["/", "/people/ada/", "/caf%C3%A9/"] },
};

/** What a page shows. */
type TextOf = (page: string) => string;
const different: TextOf = (page) => page;
const same: TextOf = () => "same";

const nothing: PageFacts = { links: [], ids: [], indexed: false, likeness: 0, faults: [] };

function rendered(pages: Facts): RenderedFacts {
  const facts = new RenderedFacts();
  for (const [name, page] of Object.entries(pages)) if (!isSitemap(name)) facts.note(name, { ...nothing, ...page });
  return facts;
}

/** What is wrong with pages that were made now and, where `stored` tells of others, with these. */
function problemsNow(made: Facts, site: { readonly files: readonly string[]; readonly stored?: StoredFacts; readonly gone?: readonly string[]; readonly mainOf?: TextOf | undefined; readonly elsewhere?: readonly string[]; readonly sitemap?: Partial<PageFacts> | undefined }): readonly string[] {
  const sources = new Map([["people/ada/index.html", "people.yaml"]]);
  const sitemaps = site.sitemap === undefined ? [] : [{ ...nothing, ...site.sitemap, file: "sitemap.xml" }];
  return verifySite({ facts: new SiteFacts(rendered(made), site.stored), sitemaps, gone: new Set(site.gone), files: new Set(site.files), sources: () => sources, elsewhere: site.elsewhere ?? [], sheets: [], base: "/", mainOf: site.mainOf ?? different })
    .map(({ file, message, fix }) => `${file}: ${message}; ${fix}`);
}

function problemsOf(changes: Facts, files: readonly string[] = ["images/a.webp"], mainOf = different, elsewhere: readonly string[] = []): readonly string[] {
  const pages: Facts = { ...sound, ...changes };
  return problemsNow(pages, { files: [...Object.keys(pages), ...files], mainOf, elsewhere, sitemap: pages["sitemap.xml"] });
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
    expect(problemsOf(alike, ["images/a.webp"], same)).toEqual(["people/eda/index.html: the page /people/eda/ shows the same as /people/ada/; keep one of the two"]);
  });

  test("also where a third page looks like both, of another kind or with another text", () => {
    const sitemap = { links: ["/", "/people/ada/", "/caf%C3%A9/", "/people/bo/", "/people/eda/"] };
    const alike = { "café/index.html": { links: ["/"], indexed: true, likeness: 2 }, "people/bo/index.html": { indexed: true, likeness: 2 }, "people/eda/index.html": { indexed: true, likeness: 2 }, "sitemap.xml": sitemap };
    const textOf = (page: string): string => (page === "people/ada/index.html" ? "Ada" : "Bo");
    expect(problemsOf(alike, ["images/a.webp"], textOf)).toEqual(["people/eda/index.html: the page /people/eda/ shows the same as /people/bo/; keep one of the two"]);
  });

  test("but an author and an organization of one name may", () => {
    expect(problemsOf({ "café/index.html": { links: ["/"], indexed: true, likeness: 2 } }, ["images/a.webp"], same)).toEqual([]);
  });
});

describe("of pages that were not made again", () => {
  const pages = Object.keys(sound);
  const stored = (all: Facts = sound): StoredFacts => factsFromBytes(factsToBytes(new SiteFacts(rendered(all)).toStore(new Set(Object.keys(all)))));
  const now = (made: Facts, gone: readonly string[] = [], mainOf = different): readonly string[] =>
    problemsNow(made, { files: [...new Set([...pages, "feed.xml", "images/a.webp", ...Object.keys(made)])].filter((file) => !gone.includes(file)), stored: stored({ ...sound, "feed.xml": { links: ["/people/ada/"] } }), gone, mainOf, sitemap: { links: [...(sound["sitemap.xml"]?.links ?? []), "/people/eda/"].filter((link) => link !== "/people/eda/" || "people/eda/index.html" in made) } })
      .map((problem) => problem.split(";")[0] ?? "");

  test("nothing is wrong where nothing has changed under them", () => {
    expect(now({})).toEqual([]);
    expect(now({ "people/ada/index.html": { ids: ["works"], indexed: true, likeness: 5 } })).toEqual([]);
  });

  test("a page or a picture that is gone is missed by those that lead to it", () => {
    expect(now({}, ["images/a.webp"])).toEqual(["index.html: the page / leads to /images/a.webp, which is not there"]);
    expect(now({}, ["old/index.html"])).toEqual([]);
  });

  test("but not by a page that was made again without the link", () => {
    expect(now({ "index.html": { links: ["/people/ada/#works"], indexed: true } }, ["images/a.webp"])).toEqual([]);
  });

  test("a place that a page has no more is missed, and one that it still has is found from a new page", () => {
    expect(now({ "people/ada/index.html": { ids: ["life"], indexed: true } })).toEqual(["index.html: the page / leads to /people/ada/#works, and that page has no such place"]);
    expect(now({ "old/index.html": { links: ["/people/ada/#works"] } })).toEqual([]);
    expect(now({ "old/index.html": { links: ["/people/ada/#life"] } })).toEqual(["old/index.html: the page /old/ leads to /people/ada/#life, and that page has no such place"]);
  });

  test("a feed or a sitemap must not name a page that has become a redirect; a page may lead to it", () => {
    expect(now({ "people/ada/index.html": { ids: ["works"], indexed: false } })).toEqual([
      "feed.xml: the page /feed.xml names /people/ada/, which crawlers must not list",
      "sitemap.xml: the page /sitemap.xml names /people/ada/, which crawlers must not list",
    ]);
  });

  test("a redirect that has become a page is missed in the sitemap", () => {
    expect(now({ "old/index.html": { links: ["/"], indexed: true } })).toEqual(["old/index.html: the page /old/ is missing in the sitemap"]);
  });

  test("a new page that shows the same as one of them is named", () => {
    const twin = { "people/eda/index.html": { indexed: true, likeness: 2 } };
    expect(now(twin)).toEqual([]);
    expect(now(twin, [], same)).toEqual(["people/eda/index.html: the page /people/eda/ shows the same as /people/ada/"]);
    expect(now({ ...twin, "people/ada/index.html": { ids: ["works"], indexed: true, likeness: 9 } }, [], same)).toEqual([]);
  });
});

describe("what a build leaves for the next", () => {
  const long = (n: number): PageFacts => ({ ...nothing, links: Array.from({ length: n }, (_, i) => `/${n}-${i}/`), ids: ["main", "é"], indexed: true, likeness: 4_000_000_000 + n });
  const leads = (section: StoredFacts["sections"][number] | undefined): readonly string[] => section?.links ?? [];

  test("is the same when it comes back from bytes, and is written again as it was read", () => {
    const facts = new SiteFacts(rendered({ "a/index.html": long(3), "b/index.html": {} })).toStore(new Set(["a/index.html", "b/index.html"]));
    const bytes = factsToBytes(facts);
    const back = factsFromBytes(bytes);
    const plain = ({ hidden, sections }: StoredFacts): unknown => ({ hidden, sections: sections.map(({ count, names, rows, links, ids, anchored }) => ({ count, names, rows, links, ids, anchored })) });
    expect(plain(back)).toEqual(plain(facts));
    expect(back.hidden).toEqual(["b/index.html"]);
    expect(Buffer.concat(factsToBytes(factsFromBytes([Buffer.concat(bytes)])))).toEqual(Buffer.concat(bytes));
    expect(factsFromBytes([]).sections).toEqual([]);
    expect(new SiteFacts(rendered({}), back).idsOf("a/index.html")).toEqual(["main", "é"]);
  });

  test("grows by what was made, until most of it does not hold any more", () => {
    let facts: StoredFacts = new SiteFacts(rendered({ "gone/index.html": long(40), "a/index.html": long(1) })).toStore(new Set(["gone/index.html", "a/index.html"]));
    const seen: number[] = [];
    for (let build = 2; build <= 5; build++) {
      facts = factsFromBytes(factsToBytes(new SiteFacts(rendered({ "a/index.html": long(build) }), facts).toStore(new Set(["a/index.html", "style.css"]))));
      seen.push(facts.sections.reduce((sum, { count }) => sum + count, 0));
    }
    expect(seen).toEqual([3, 4, 1, 2]);
    expect(leads(facts.sections[0])).toEqual(long(4).links);
    expect(leads(facts.sections[1])).toEqual(long(5).links);
  });

  test("names a link once that a page has twice", () => {
    const [section] = new SiteFacts(rendered({ "a/index.html": { links: ["/x/", "/y/", "/x/"] }, "b/index.html": { links: ["/x/"] } })).now;
    expect([...(section?.rows ?? [])]).toEqual([0, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0]);
    expect(leads(section)).toEqual(["/x/", "/y/"]);
  });
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
    expect(problemsOf(many(uploads), undefined, undefined, ["/wp-content/"])).toEqual([]);
    expect(problemsOf(many(["/gone/", "/people/bob/"]), undefined, undefined, ["/"]).map((problem) => problem.split(";")[0])).toEqual([
      "people.yaml: the page /people/ada/ leads to /people/bob/, which is not there",
      "old/index.html: the page /old/ leads to /people/bob/, which is not there",
    ]);
  });
});
