import path from "node:path";
import { describe, expect, test } from "vitest";
import { html, trustedHtml } from "../../../src/html/html.ts";
import { perSite } from "../../../src/html/per-site.ts";
import { readContentFolder } from "../../../src/content/content-folder.ts";
import { prepareSite } from "../../../src/build/prepare.ts";
import { pagePrinter } from "../../../src/build/render-page.ts";
import { typeset } from "../../../src/build/typeset.ts";
import { splitLinks } from "../../../src/build/verify/facts-section.ts";
import { pointersOf, printWithPointers, type Pointers } from "../../../src/build/verify/pointers.ts";

const site = { origin: "https://post.example.org", base: "/archive/" };

function told({ links, anchors, ids, canonical, refresh, isNoindex, foreign, inline, scripts }: Pointers) {
  return { scripts, links: [...new Set(links.flatMap(splitLinks))].sort(), anchors: [...new Set(anchors)].sort(), ids: ids.toSorted(), canonical, refresh, isNoindex, foreign: foreign.toSorted(), inline };
}

function heard(print: () => { toString(): string }): ReturnType<typeof told> {
  const { text, pointers } = printWithPointers("/1987/bridge/", site, () => print().toString());
  expect(told(pointersOf(text, "/1987/bridge/", site))).toEqual(told(pointers));
  return told(pointers);
}

describe.each(["../../../articles", "../../sites/names/articles", "../../sites/images/articles", "../../sites/dates/articles", "../../sites/kitchen-sink/articles"])("what the templates tell of the pages of %s", (content) => {
  test("is what stands in their text", { timeout: 120_000 }, async () => {
    const { pages, site: whole } = await prepareSite(readContentFolder(path.join(import.meta.dirname, content)), { siteUrl: "https://archive.example.org", basePath: "/a/", asOf: undefined });
    let compared = 0;
    for (const page of pages) {
      const { address } = page;
      if (!/\/$|\.html$/u.test(address)) continue;
      const { text, pointers } = printWithPointers(address, whole, await pagePrinter(typeset(page.make(), whole), whole));
      expect({ address, ...told(pointers) }).toEqual({ address, ...told(pointersOf(text, address, whole)) });
      const scripts = Array.from(text.matchAll(/<script type="application\/ld\+json">(?<json>[^<]*)<\/script>/gu), ({ groups }) => groups?.["json"] ?? "");
      for (const json of scripts) expect(() => void JSON.parse(json), address).not.toThrow();
      expect(pointers.soundJson, address).toBe(scripts.length);
      compared++;
    }
    expect(compared).toBeGreaterThan(3);
  });
});

test("what is heard is the value, however its attribute is put together", async () => {
  const [name, here] = ["a&b", "/archive/x/"];
  const { links, ids, anchors } = heard(() => html`<p id="p-${name}-${3}"><a class="y" href="${here}?q=1&amp;r=${html`a&amp;b`}#w">x</a><a href="#p-${[name, "-", 3]}">y</a>${trustedHtml('<a href="/archive/z/">z</a>')}</p>`);
  expect({ links, ids, anchors }).toEqual({ links: ["/x/#w", "/z/"], ids: ["p-a&b-3"], anchors: ["#p-a&b-3"] });
});

test("what is printed once and shown on every page is heard on every page", async () => {
  const footer = perSite((one) => html`<footer id="f"><a href="${one.base}about/">About</a></footer>`);
  const whole = { ...site, title: "", tagline: undefined, description: undefined, language: "en", textLanguage: undefined, licence: undefined, reportMistakes: undefined, stylesheet: "", searchScript: "", icon: "" };
  footer(whole);
  for (const _page of [1, 2]) expect(heard(() => html`<main>${footer(whole)}</main>`)).toMatchObject({ links: ["/about/"], ids: ["f"] });
});

test("styles, scripts and what other hosts would be asked for", async () => {
  const { inline, foreign } = heard(() => html`<style>p {}</style><img src="${"https://cdn.example.com/a.png"}" srcset="${"/archive/b.png"} 1x, ${"//c.example.com/c.png"} 2x">`);
  expect({ inline, foreign }).toEqual({ inline: ["a style element"], foreign: ["//c.example.com/c.png", "https://cdn.example.com/a.png"] });
});
