import { timeElement } from "../src/html/date.ts";
import { documentOf, foreign } from "../src/html/document.ts";
import { html } from "../src/html/html.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("corrections");

export function render({ value, site }: Shown<"corrections">): string {
  const strings = stringsOf(site);
  const list = value.entries.map(({ correction, article }) => html`<li class="brief"><span class="brief-date">${timeElement(correction.date, strings)}</span> <a class="brief-title" href="${article.href}"${foreign(article.language)}>${article.text}</a> <p class="correction-text"${foreign(article.language)}>${correction.text}</p></li>
`);
  const main = html`<div class="plain-page">
<h1>${value.title}</h1>
${value.entries.length === 0 ? html`<p>${strings.pages.noCorrections}</p>` : html`<ol class="briefs">
${list}</ol>`}
</div>`;
  return documentOf(site, value, main);
}
