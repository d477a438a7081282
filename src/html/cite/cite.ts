import type { Site } from "../../model/site.ts";
import { attribute, escapeText, html, trustedSilently, type Html } from "../html.ts";
import { perSite } from "../per-site.ts";
import { foreign } from "../document.ts";
import { stringsOf } from "../strings/strings-of.ts";
import { apa } from "./apa.ts";
import { bibtex } from "./bibtex.ts";
import { chicago } from "./chicago.ts";
import { citationOf, type Cited } from "./citation.ts";
import { dataAddress } from "./data-address.ts";
import { mla } from "./mla.ts";
import { ris } from "./ris.ts";

/**
 * How to cite an article, folded away: three styles as text, two file formats to copy and to download. The files stand in
 * the page itself, as data addresses, so that neither a script nor another file is needed.
 */
export function renderCite(site: Site, page: Cited): Html {
  const citation = citationOf(site, page);
  const { opening, link, download } = frameOf(site);
  const { address } = page;
  const name = escapeText(address.slice(address.lastIndexOf("/", address.length - 2) + 1, -1));
  const file = (format: string, extension: string, href: string, text: string): string =>
    `<dt>${format} ${link}${name}.${extension}" href="${href}">${download}</a></dt><dd><pre>${escapeText(text.slice(0, -"\n".length))}</pre></dd>\n`;
  const [entry, record] = [bibtex(citation), ris(citation)];
  return trustedSilently(`${opening}<dt>Chicago</dt><dd>${chicago(citation).toString()}</dd>
<dt>APA</dt><dd>${apa(citation).toString()}</dd>
<dt>MLA</dt><dd>${mla(citation).toString()}</dd>
${file("BibTeX", "bib", dataAddress("application/x-bibtex", entry), entry)}${file("RIS", "ris", dataAddress("application/x-research-info-systems", record.replaceAll("\n", "\r\n")), record)}</dl>
</details>
`);
}

// The styles are in English; the word to download a file is in the site's own language.
const frameOf = perSite((site) => {
  const { article } = stringsOf(site);
  const isEnglish = /^en\b/u.test(site.language);
  return {
    opening: html`<details class="cite"><summary>${article.cite}</summary>\n<dl${isEnglish ? undefined : foreign("en")}>\n`.toString(),
    link: `<a${attribute("lang", isEnglish ? undefined : site.language)?.toString() ?? ""} download="`,
    download: escapeText(article.download),
  };
});
