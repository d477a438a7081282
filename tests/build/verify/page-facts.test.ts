import { describe, expect, test } from "vitest";
import { factsOf } from "../../../src/build/verify/page-facts.ts";

const site = { origin: "https://post.example.org", base: "/archive/" };
const address = "/1987/bridge/";

/** A page as the templates print it, with parts replaced. */
function pageOf({ head = "", main = "<h1>The Bridge Opens</h1>", canonical = "https://post.example.org/archive/1987/bridge/" } = {}): string {
  return `<!DOCTYPE html>
<html lang="en"><head><title>The Bridge</title>
<link rel="canonical" href="${canonical}">
<link rel="stylesheet" href="/archive/assets/style.css">
${head}</head>
<body>
<a class="skip" href="#main">Skip</a>
<header class="masthead"><a href="/archive/">Post</a></header>
<main id="main">
${main}
</main>
<footer><a href="/archive/about/">About</a></footer>
</body></html>`;
}

function messagesOf(text: string): readonly string[] {
  return factsOf(text, address, site).faults.map(({ message }) => message);
}

test("a page leads to addresses and files below the base path", () => {
  const main = `<h1>A</h1><a href="/archive/people/ada/?page=2#works">Ada</a> <a href="/archive/">Home</a> <a href="https://post.example.org/archive/feed.xml">Feed</a>
<img src="/archive/images/b-320.webp" srcset="/archive/images/b-320.webp 320w, /archive/images/b-640.webp 640w">
<a href="../ferry/">Ferry</a> <a href="/elsewhere/">on the same host</a> <a href="https://example.com/x">web</a> <a href="mailto:a@b.c">mail</a>`;
  expect([...new Set(factsOf(pageOf({ main }), address, site).links)].sort()).toEqual([
    "/", "/1987/ferry/", "/about/", "/assets/style.css", "/feed.xml", "/images/b-320.webp", "/images/b-640.webp", "/people/ada/#works",
  ]);
});

test("text that looks like an attribute is none", () => {
  const { links, ids, faults } = factsOf(pageOf({ head: '<script type="application/ld+json">{"headline":" id=","description":" src=\\"x"}</script>', main: "<h1>A</h1><p>href=&quot;/archive/x/&quot; id=&quot;main&quot;</p>" }), address, site);
  expect(links).not.toContain("/x/");
  expect(ids).toEqual(["main"]);
  expect(faults).toEqual([]);
});

test("a page that was cut short inside its data is read as far as it goes", () => {
  const text = pageOf({ head: '<script type="application/ld+json">{"a":" id="}</script>' });
  expect(messagesOf(text.slice(0, text.indexOf('"a"')))).toEqual(["has JSON-LD that cannot be parsed", "is empty"]);
});

describe("what is wrong with a page by itself", () => {
  test.each([
    ["nothing", pageOf(), []],
    ["an id twice", pageOf({ main: '<h1 id="a">A</h1><h2 id="a">B</h2>' }), ['has the id "a" twice']],
    ["a place that it does not have", pageOf({ main: '<h1>A</h1><a href="#no">x</a><a href="#top">top</a>' }), ["leads to #no, and has no such place"]],
    ["a picture of another host", pageOf({ main: '<h1>A</h1><img src="https://cdn.example.com/a.png">' }), ["asks another host for https://cdn.example.com/a.png when it is opened"]],
    ["a style sheet of another host", pageOf({ head: '<link rel="stylesheet" href="//fonts.example.com/a.css">' }), ["asks another host for //fonts.example.com/a.css when it is opened"]],
    ["a style attribute", pageOf({ main: '<h1 style="color: red">A</h1>' }), ['has a style attribute: <h1 style="color: red">, which the site\'s content security policy forbids']],
    ["an inline script", pageOf({ head: "<script>alert(1)</script>" }), ["has a script element without a file, which the site's content security policy forbids"]],
    ["JSON-LD that is none", pageOf({ head: '<script type="application/ld+json">{"a":}</script>' }), ["has JSON-LD that cannot be parsed"]],
    ["another page's canonical address", pageOf({ canonical: "https://post.example.org/archive/" }), ["has the canonical address https://post.example.org/archive/ instead of https://post.example.org/archive/1987/bridge/"]],
    ["no main text", pageOf({ main: "<div> </div>" }), ["is empty"]],
  ])("%s", (_what, text, messages) => {
    expect(messagesOf(text)).toEqual(messages);
  });

  test("no canonical address", () => {
    expect(messagesOf(pageOf().replace(/<link rel="canonical"[^>]*>/u, ""))).toEqual(["has no canonical address"]);
  });
});

test("a redirect leads to its target, which is its canonical address, and is not listed", () => {
  const text = '<html><head><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=/archive/new/"><link rel="canonical" href="https://post.example.org/archive/new/"></head><body><a href="/archive/new/">x</a></body></html>';
  expect(factsOf(text, "/old/", site)).toEqual({ links: ["/new/", "/new/"], ids: [], indexed: false, likeness: 0, faults: [] });
});

test("pages are listed unless they say noindex or are the page of errors", () => {
  expect(factsOf(pageOf(), address, site).indexed).toBe(true);
  expect(factsOf(pageOf({ head: '<meta name="robots" content="noindex">' }), address, site).indexed).toBe(false);
});

test("a JSON Feed names addresses, and is JSON", () => {
  const feed = '{"home_page_url":"https://post.example.org/archive/","items":[{"url":"https://post.example.org/archive/a/"}]}';
  expect(factsOf(feed, "/feed.json", site)).toMatchObject({ links: ["/", "/a/"], indexed: false, faults: [] });
  expect(factsOf(`${feed},`, "/feed.json", site).faults).toMatchObject([{ message: "cannot be parsed" }]);
});

test("a sitemap names addresses; one that is not below the site is a fault", () => {
  const sitemap = (loc: string): string => `<urlset><url><loc>https://post.example.org/archive/a/</loc></url><url><loc>${loc}</loc></url></urlset>`;
  expect(factsOf(sitemap("https://post.example.org/archive/b/?x=1&amp;y"), "/sitemap.xml", site)).toMatchObject({ links: ["/a/", "/b/?x=1&y"], faults: [] });
  expect(factsOf(sitemap("https://other.example.org/"), "/sitemap.xml", site).faults).toMatchObject([{ message: "names an address that is not below the site's own" }]);
});
