import { documentOf } from "../src/html/document.ts";
import { html, trustedHtml } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { countArticles, formatCount } from "../src/html/words.ts";

export const data = paginate("about");

export function render({ value, site }: Shown<"about">): string {
  const { articles, people, places } = value.counts;
  const main = html`<div class="plain-page prose">
<h1>${value.title}</h1>
${value.markup === undefined ? html`<p>${site.description ?? value.description}</p>` : trustedHtml(value.markup)}
<p>The archive holds ${countArticles(articles)}, ${formatCount(people)} people and ${formatCount(places)} places.</p>
</div>`;
  return documentOf(site, value, main);
}
