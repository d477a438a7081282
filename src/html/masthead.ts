import type { Frame } from "../model/page.ts";
import { hrefOf, type Site } from "../model/site.ts";
import { html, type Html } from "./html.ts";
import { perSite } from "./per-site.ts";
import { stringsOf } from "./strings/strings-of.ts";
import type { NameStrings } from "./strings/strings.ts";

/** The head of the front page: the archive's name as its title, and the line that on paper holds number and date. */
export function renderNameplate(site: Site, folio: readonly string[]): Html {
  return html`<header class="nameplate">
<h1 class="nameplate-title">${site.title}</h1>
${site.tagline && html`<p class="nameplate-tagline">${site.tagline}</p>\n`}<p class="folio">${folio.map((part) => html`<span>${part}</span> `)}</p>
<div class="nameplate-bar">
${waysIn(site, undefined)}
${searchbox(site)}
</div>
</header>`;
}

/** The head of every other page: a small nameplate, the ways in, the search box. */
export function renderMasthead(site: Site, { address }: Pick<Frame, "address">): Html {
  return ways.some(([way]) => way === address) ? mastheadOf(site, address) : commonMasthead(site);
}

const commonMasthead = perSite((site) => mastheadOf(site, undefined));

function mastheadOf(site: Site, address: string | undefined): Html {
  return html`<header class="masthead">
<p class="masthead-title"><a href="${hrefOf(site, "/")}">${site.title}</a></p>
${waysIn(site, address)}
${address !== "/search/" && html`${searchbox(site)}\n`}</header>`;
}

const ways = [
  ["/dates/", "dates"],
  ["/people/", "people"],
  ["/places/", "places"],
  ["/search/", "search"],
] as const satisfies readonly (readonly [string, keyof NameStrings])[];

function waysIn(site: Site, here: string | undefined): Html {
  const { frame, names } = stringsOf(site);
  return html`<nav class="ways" aria-label="${frame.waysIn}">
<ul>
${ways.map(([address, name]) => html`<li><a href="${hrefOf(site, address)}"${address === here && html` aria-current="page"`}>${names[name]}</a></li>\n`)}</ul>
</nav>`;
}

function searchbox(site: Site): Html {
  const { frame, names } = stringsOf(site);
  return html`<form class="searchbox" role="search" action="${hrefOf(site, "/search/")}">
<input type="search" name="q" aria-label="${frame.searchLabel}" placeholder="${frame.searchLabel}" autocomplete="off">
<button type="submit">${names.search}</button>
</form>`;
}
