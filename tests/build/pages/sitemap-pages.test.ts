import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { render as renderIndex } from "../../../layouts/sitemap-index.11ty.ts";
import { render as renderSitemap } from "../../../layouts/sitemap.11ty.ts";
import { sitemapPages, type ListedPage, type SitemapLimits } from "../../../src/build/pages/sitemap-pages.ts";
import { dated, site } from "../../html/samples.ts";

function listed(address: string, date = "1987-03-02", updated?: string, images: readonly string[] = []): ListedPage {
  return { address, newest: { date: dated(date), updated: updated === undefined ? undefined : dated(updated) }, images };
}

function printed(pages: readonly ListedPage[], limits?: SitemapLimits): { readonly fileName: string; readonly contents: string }[] {
  return sitemapPages(pages, site, limits).map((value) => ({ fileName: value.address.slice(1), contents: value.kind === "sitemap" ? renderSitemap({ value, site }) : renderIndex({ value, site }) }));
}

const many = Array.from({ length: 10 }, (_, i) => listed(`/1987/03/ärende-${i}/`, `1987-03-0${(i % 9) + 1}`));

describe("sitemaps", () => {
  test("are one file, with the day of the content, and the pictures of each page", () => {
    const [{ contents } = { contents: "" }] = printed([listed("/a/", "1987-03-02", "1988-01-05", ["https://archive.example.org/images/a-1200.png"]), listed("/b/", "1987-03"), { ...listed("/c/"), newest: undefined }]);
    expect(contents).toContain(`<url><loc>https://archive.example.org/a/</loc><lastmod>1988-01-05</lastmod><image:image><image:loc>https://archive.example.org/images/a-1200.png</image:loc></image:image></url>
<url><loc>https://archive.example.org/b/</loc></url>
<url><loc>https://archive.example.org/c/</loc></url>`);
  });

  test("are parts and an index, where there are more addresses than one may hold", () => {
    const files = printed(many, { addresses: 4, bytes: 1_000_000 });
    expect(files.map(({ fileName, contents }) => [fileName, contents.match(/<loc>/gu)?.length])).toEqual([["sitemap.xml", 3], ["sitemap-1.xml", 4], ["sitemap-2.xml", 4], ["sitemap-3.xml", 2]]);
    expect(files[0]?.contents).toContain("<sitemap><loc>https://archive.example.org/sitemap-3.xml</loc><lastmod>1987-03-09</lastmod></sitemap>");
  });

  test("or more bytes, of which no part has more than it may", () => {
    const bytes = 1500;
    const files = printed(many, { addresses: 50_000, bytes });
    expect(files.length).toBeGreaterThan(3);
    for (const { contents } of files.slice(1)) expect(Buffer.byteLength(contents)).toBeLessThanOrEqual(bytes);
    expect(files.slice(1).flatMap(({ contents }) => contents.match(/<loc>/gu) ?? [])).toHaveLength(many.length);
  });

  test("of 50,000 addresses are one file, and of one more two", () => {
    const pages = Array.from({ length: 50_001 }, (_, i) => ({ address: `/1987/03/report-number-${i}/`, newest: undefined, images: [] }));
    expect(sitemapPages(pages.slice(1), site)).toHaveLength(1);
    expect(sitemapPages(pages, site)).toHaveLength(3);
  });

  test("are valid by the schemas of sitemaps.org and of images", async () => {
    // The package "sitemap" brings the schema that sitemaps.org publishes.
    const protocol = readFileSync(fileURLToPath(new URL("../../../node_modules/sitemap/schema/sitemap.xsd", import.meta.url)), "utf8");
    const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, "../../fixtures", name), "utf8");
    const schema = '<schema xmlns="http://www.w3.org/2001/XMLSchema"><import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/><import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/></schema>';
    const preload = [{ fileName: "sitemap.xsd", contents: protocol }, { fileName: "image.xsd", contents: fixture("sitemap-image.xsd") }];
    const [index, ...parts] = printed([listed("/a/", "1987-03-02", undefined, ["https://archive.example.org/images/a%20b.png", "https://archive.example.org/images/c.png"]), ...many], { addresses: 5, bytes: 1_000_000 });
    expect((await validateXML({ xml: parts, schema, preload })).errors).toEqual([]);
    expect((await validateXML({ xml: index === undefined ? [] : [index], schema: fixture("sitemap-index.xsd") })).errors).toEqual([]);
    const wrong = parts.map((part) => ({ ...part, contents: part.contents.replaceAll("image:loc", "image:url") }));
    expect((await validateXML({ xml: wrong, schema, preload })).valid).toBe(false);
  });
});
