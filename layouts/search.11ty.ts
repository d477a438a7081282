import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { SearchStrings } from "../src/html/strings/strings.ts";
import type { Link } from "../src/model/page.ts";
import { hrefOf } from "../src/model/site.ts";

export const data = paginate("search");

/** Address of the folder that the search index is written to. */
export const searchIndexAddress = "/pagefind/";

/** The search page. Without its script the form leads here again, to the ways to browse. */
export function render({ value, site }: Shown<"search">): string {
  const { names, search } = stringsOf(site);
  const main = html`<div class="search" data-search data-base="${site.base}" data-index="${hrefOf(site, searchIndexAddress)}" data-strings="${JSON.stringify(search.script)}">
<h1>${value.title}</h1>
<form class="search-form" role="search" aria-label="${search.form}" action="${hrefOf(site, value.address)}" data-part="form">
${field(search, names.search)}
${order(search)}
${filters(search)}
</form>
<div class="search-main">
<noscript><p class="search-advice">${search.needsScript}</p></noscript>
<ul class="search-chips" aria-label="${search.inUse}" data-part="chips" hidden></ul>
<div class="search-known" data-part="known" hidden></div>
<p class="search-meant" data-part="meant" hidden></p>
<p class="search-status" role="status" data-part="status"></p>
<div class="search-problem" data-part="problem" hidden>
<p>${search.problem}</p>
<p><button type="button" data-part="retry">${search.retry}</button></p>
</div>
${advice(search)}
<ol class="search-results" data-part="results" hidden></ol>
<p class="search-further"><button type="button" data-part="more" hidden>${search.more}</button></p>
${ways(value.ways, search.ways)}
</div>
</div>`;
  return documentOf(site, value, main, { script: site.searchScript });
}

function field(search: SearchStrings, button: string): Html {
  return html`<div class="search-words">
<label for="search-q">${search.words}</label>
<div class="search-combo">
<input id="search-q" type="search" name="q" maxlength="400" autocomplete="off" spellcheck="false" data-part="field">
<ul class="search-names" id="search-names" aria-label="${search.names}" data-part="names" hidden></ul>
</div>
<button type="submit">${button}</button>
</div>`;
}

function order(search: SearchStrings): Html {
  return html`<p class="search-order">
<label for="search-sort">${search.order}</label>
<select id="search-sort" name="sort">
<option value="relevance">${search.orders.relevance}</option>
<option value="newest">${search.orders.newest}</option>
<option value="oldest">${search.orders.oldest}</option>
</select>
</p>`;
}

function filters(search: SearchStrings): Html {
  return html`<details class="search-filters" data-part="filters">
<summary>${search.filters}</summary>
<div class="search-fields">
<div class="search-bounds">
${bound("from", search.from, search.dateHint)}
${bound("to", search.to, search.dateHint)}
</div>
<div class="search-periods" data-part="periods" role="group" aria-label="${search.script.byPeriod}" hidden></div>
${facetNames.map((name) => facet(name, search))}</div>
</details>`;
}

const facetNames = ["person", "place", "organization", "topic", "section", "author"] as const;

function facet(name: (typeof facetNames)[number], search: SearchStrings): Html {
  return html`<section class="search-facet" data-facet="${name}" aria-labelledby="search-${name}" hidden>
<h2 id="search-${name}">${search.facets[name]}</h2>
<input type="search" aria-label="${search.facets[name]}: ${search.find}" placeholder="${search.find}" autocomplete="off" spellcheck="false">
<ul></ul>
<p></p>
</section>
`;
}

function bound(name: string, label: string, hint: string): Html {
  return html`<p>
<label for="search-${name}">${label} <span class="search-hint">${hint}</span></label>
<input id="search-${name}" type="text" name="${name}" maxlength="10" pattern="[0-9]{4}(-[0-9]{2}){0,2}" autocomplete="off">
</p>`;
}

function advice({ advice: lines, adviceTitle }: SearchStrings): Html {
  return html`<div class="search-advice" data-part="advice" hidden>
<p>${adviceTitle}</p>
<ul>
${lines.map((line) => html`<li>${line}</li>\n`)}</ul>
</div>`;
}

function ways(links: readonly Link[], label: string): Html {
  return html`<nav class="search-ways" aria-label="${label}" data-part="ways">
<ul>
${links.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>\n`)}</ul>
</nav>`;
}
