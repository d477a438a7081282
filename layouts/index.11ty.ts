import type { IndexPage } from "../src/model/way-page.ts";
import { renderCounted } from "../src/html/brief.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { fullest, renderDecade } from "../src/html/periods.ts";
import { paginate, type Shown } from "../src/html/template.ts";

export const data = paginate("index");

export function render({ value, site }: Shown<"index">): string {
  const strings = stringsOf(site);
  const byDate = value.listKind === "period";
  const most = fullest(value.groups.flatMap(({ entries }) => entries));
  const main = html`<div class="index-page">
<header class="list-header">
<h1>${value.title}</h1>
<p class="list-count">${value.description}</p>
</header>
${letters(value, strings.list.jumpTo)}${value.ways.map(({ href, text }) => html`<p class="index-way"><a href="${href}">${text}</a></p>\n`)}${value.most.length > 0 && html`<section class="index-group index-most" aria-labelledby="most">
<h2 id="most">${strings.browse.mostArticles}</h2>
${renderCounted(value.most, "counted", strings)}
</section>
`}${value.groups.map(({ name, id, entries }) => html`<section class="index-group" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${byDate ? renderDecade(entries, most, strings) : renderCounted(entries, "counted", strings)}
</section>
`)}</div>`;
  return documentOf(site, value, main);
}

function letters({ letters: links }: IndexPage, label: string): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="letters" aria-label="${label}">
<ul>${links.map(({ href, text, isHere }) => html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${text}</a></li>`)}</ul>
</nav>
`;
}

