import type { NewsArticle } from "schema-dts";
import { describe, expect, test } from "vitest";
import { render } from "../../layouts/article.11ty.ts";
import { documentOf } from "../../src/html/document.ts";
import { headlineClass } from "../../src/html/headline.ts";
import { html } from "../../src/html/html.ts";
import { directionOf } from "../../src/html/language.ts";
import { jsonLd, type JsonLd } from "../../src/html/json-ld.ts";
import { bareArticle, site } from "./samples.ts";

test.each([
  ["ar", "rtl"],
  ["fa-AF", "rtl"],
  ["he", "rtl"],
  ["az-Arab", "rtl"],
  ["ar-Latn", undefined],
  ["en-GB", undefined],
  ["zh-Hant", undefined],
])("the direction of %s is %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

describe("metadata", () => {
  test("cannot end its script, whatever a headline says", () => {
    const article: JsonLd<NewsArticle> = { "@context": "https://schema.org", "@type": "NewsArticle", headline: "</script><script>alert(1)" };
    const markup = jsonLd(article).toString();
    expect(markup.match(/<\/script>/gu)).toHaveLength(1);
    expect(JSON.parse(markup.slice(markup.indexOf("{"), markup.lastIndexOf("}") + 1))).toMatchObject({ headline: "</script><script>alert(1)" });
  });
});

describe("a page", () => {
  const page = documentOf(site, bareArticle, html`<h1>x</h1>`);

  test("has one main landmark that the skip link leads to", () => {
    expect(page.match(/<main id="main">/gu)).toHaveLength(1);
    expect(page).toContain('<a class="skip" href="#main">');
  });

  test("has no script and no style attribute, which a strict content policy would refuse", () => {
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json">)|\sstyle=/u);
  });

  test("sets the archive's name as the title of the front page alone", () => {
    const front = documentOf(site, { ...bareArticle, address: "/", title: site.title }, html``, { folio: ["1987–1990"] });
    expect(front).toContain('<h1 class="nameplate-title">The Harbour Record</h1>');
    expect(page).toContain('<p class="masthead-title">');
  });
});

describe("an article in another language", () => {
  const page = render({ site, value: { ...bareArticle, language: "ar", title: "رسوم الميناء" } });

  test("has its language and direction, and its furniture those of the archive", () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<article class="article" lang="ar" dir="rtl">');
    expect(page).toContain('<div class="article-meta" lang="en" dir="ltr">');
  });
});

describe("a headline", () => {
  test.each([
    ["Votes", undefined],
    ["x".repeat(109), undefined],
    ["x".repeat(110), "headline-long"],
    ["😀".repeat(109), undefined],
  ])("%s", (text, expected) => {
    expect(headlineClass(text)).toBe(expected);
  });
});
