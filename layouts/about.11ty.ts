import { documentOf } from "../src/html/document.ts";
import { html, trustedHtml } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { countArticles, countOf } from "../src/html/count.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";

export const data = paginate("about");

export function render({ value, site }: Shown<"about">): string {
  const strings = stringsOf(site);
  const { articles, people, places } = value.counts;
  const main = html`<div class="plain-page prose">
<h1>${value.title}</h1>
${value.markup === undefined ? html`<p>${site.description ?? value.description}</p>` : trustedHtml(value.markup)}
<p>${strings.pages.holds(countArticles(articles, strings), countOf(people, strings.counts.people, strings), countOf(places, strings.counts.places, strings))}</p>
</div>`;
  return documentOf(site, value, main);
}
