import { canonicalOf } from "../src/model/site.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("sitemap");

/** https://www.sitemaps.org/protocol.html, with pictures: https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
export function render({ value, site }: Shown<"sitemap">): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${value.entries.map(({ address, modified, images }) => html`<url><loc>${canonicalOf(site, address)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}${images.map((image) => html`<image:image><image:loc>${image}</image:loc></image:image>`)}</url>
`)}</urlset>
`.toString();
}
