import { canonicalOf } from "../src/model/site.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("sitemap");

/** https://www.sitemaps.org/protocol.html */
export function render({ value, site }: Shown<"sitemap">): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${value.entries.map(({ address, modified }) => html`<url><loc>${canonicalOf(site, address)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}</url>
`)}</urlset>
`.toString();
}
