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
${letters(value.groups, strings.list.jumpTo)}${value.groups.map(({ name, id, entries }) => html`<section class="index-group" aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${byDate ? renderDecade(entries, most, strings) : renderCounted(entries, "counted", strings)}
</section>
`)}</div>`;
  return documentOf(site, value, main);
}

function letters(groups: Shown<"index">["value"]["groups"], label: string): Html | undefined {
  if (groups.length < 2) return undefined;
  return html`<nav class="letters" aria-label="${label}">
<ul>${groups.map(({ name, id }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul>
</nav>
`;
}
