import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import type { Link } from "../src/model/page.ts";
import { hrefOf } from "../src/model/site.ts";

export const data = paginate("search");

/** Address of the folder that the search index is written to. */
export const searchIndexAddress = "/pagefind/";

/** The search page. Without its script the form leads here again, to the ways to browse. */
export function render({ value, site }: Shown<"search">): string {
  const main = html`<div class="search" data-search data-base="${site.base}" data-index="${hrefOf(site, searchIndexAddress)}">
<h1>${value.title}</h1>
${form(hrefOf(site, value.address))}
<noscript><p class="search-advice">Searching needs JavaScript, which is switched off here. The archive can be browsed without it:</p></noscript>
<p class="search-status" role="status" data-part="status"></p>
<div class="search-problem" data-part="problem" hidden>
<p>A part of the search index did not arrive. Is the connection still there?</p>
<p><button type="button" data-part="retry">Try again</button></p>
</div>
${advice}
<ol class="search-results" data-part="results" hidden></ol>
<p class="search-further"><button type="button" data-part="more" hidden>More results</button></p>
${ways(value.ways)}
</div>`;
  return documentOf(site, value, main, { script: site.searchScript });
}

function form(action: string): Html {
  return html`<form class="search-form" role="search" aria-label="Search the articles" action="${action}" data-part="form">
<p class="search-words">
<label for="search-q">Words, names or “exact phrases”</label>
<input id="search-q" type="search" name="q" maxlength="400" autocomplete="off" spellcheck="false">
<button type="submit">Search</button>
</p>
<p class="search-order">
<label for="search-sort">Order</label>
<select id="search-sort" name="sort">
<option value="relevance">Best match first</option>
<option value="newest">Newest first</option>
<option value="oldest">Oldest first</option>
</select>
</p>
<details class="search-filters" data-part="filters">
<summary>Person, place and dates</summary>
<div class="search-fields">
${choice("person", "Person")}
${choice("place", "Place")}
${bound("from", "From")}
${bound("to", "To")}
</div>
</details>
</form>`;
}

function choice(name: string, label: string): Html {
  return html`<p>
<label for="search-${name}">${label}</label>
<input id="search-${name}" type="text" name="${name}" list="search-${name}-list" maxlength="400" autocomplete="off" spellcheck="false">
<datalist id="search-${name}-list" data-filter="${name}"></datalist>
</p>`;
}

function bound(name: string, label: string): Html {
  return html`<p>
<label for="search-${name}">${label} <span class="search-hint">(year, month or day: 1987-10)</span></label>
<input id="search-${name}" type="text" name="${name}" maxlength="10" inputmode="numeric" pattern="[0-9]{4}(-[0-9]{2}){0,2}" autocomplete="off">
</p>`;
}

const advice = html`<div class="search-advice" data-part="advice" hidden>
<p>Nothing was found. You could try</p>
<ul>
<li>fewer words, or another spelling of a name;</li>
<li>the words without quotation marks, which ask for an exact phrase;</li>
<li>no person, place or dates;</li>
<li>or one of these ways into the archive:</li>
</ul>
</div>`;

function ways(links: readonly Link[]): Html {
  return html`<nav class="search-ways" aria-label="Ways to browse" data-part="ways">
<ul>
${links.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>\n`)}</ul>
</nav>`;
}
