import { hrefOf } from "../src/model/site.ts";
import { documentOf } from "../src/html/document.ts";
import { html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("not-found");

export function render({ value, site }: Shown<"not-found">): string {
  const main = html`<div class="plain-page prose">
<h1>${value.title}</h1>
<p>Nothing stands at this address. The article may have been cited with a slip in its address.</p>
<ul>
<li><a href="${hrefOf(site, "/search/")}">Search the archive</a></li>
<li><a href="${hrefOf(site, "/dates/")}">Look by date</a></li>
<li><a href="${hrefOf(site, "/people/")}">Look by person</a></li>
<li><a href="${hrefOf(site, "/places/")}">Look by place</a></li>
</ul>
</div>`;
  return documentOf(site, value, main);
}
