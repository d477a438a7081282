import { hrefOf } from "../src/model/site.ts";
import { documentOf } from "../src/html/document.ts";
import { html } from "../src/html/html.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("not-found");

export function render({ value, site }: Shown<"not-found">): string {
  const { lookBy, nothingHere } = stringsOf(site).pages;
  const main = html`<div class="plain-page prose">
<h1>${value.title}</h1>
<p>${nothingHere}</p>
<ul>
<li><a href="${hrefOf(site, "/search/")}">${lookBy.search}</a></li>
<li><a href="${hrefOf(site, "/dates/")}">${lookBy.dates}</a></li>
<li><a href="${hrefOf(site, "/people/")}">${lookBy.people}</a></li>
<li><a href="${hrefOf(site, "/places/")}">${lookBy.places}</a></li>
</ul>
</div>`;
  return documentOf(site, value, main);
}
