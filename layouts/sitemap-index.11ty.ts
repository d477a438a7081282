import { canonicalOf } from "../src/model/site.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("sitemap-index");

/** https://www.sitemaps.org/protocol.html#index */
export function render({ value, site }: Shown<"sitemap-index">): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${value.parts.map(({ address, modified }) => html`<sitemap><loc>${canonicalOf(site, address)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}</sitemap>
`)}</sitemapindex>
`.toString();
}
