import type { Site } from "../../model/site.ts";
import { attribute, html, type Html } from "../html.ts";
import { foreign } from "../document.ts";
import { stringsOf } from "../strings/strings-of.ts";
import { apa } from "./apa.ts";
import { bibtex } from "./bibtex.ts";
import { chicago } from "./chicago.ts";
import { citationOf, type Cited } from "./citation.ts";
import { mla } from "./mla.ts";
import { ris } from "./ris.ts";

/**
 * How to cite an article, folded away: three styles as text, two file formats to copy and to download. The files stand in
 * the page itself, as data addresses, so that neither a script nor another file is needed.
 */
export function renderCite(site: Site, page: Cited): Html {
  const citation = citationOf(site, page);
  const { article } = stringsOf(site);
  const styles = [["Chicago", chicago(citation)], ["APA", apa(citation)], ["MLA", mla(citation)]] as const;
  const files = [["BibTeX", bibtex(citation), "x-bibtex", "bib"], ["RIS", ris(citation), "x-research-info-systems", "ris"]] as const;
  const name = page.address.split("/").at(-2) ?? "article";
  return html`<details class="cite"><summary>${article.cite}</summary>
<dl${isEnglish(site) ? undefined : foreign("en")}>
${styles.map(([style, text]) => html`<dt>${style}</dt><dd>${text}</dd>\n`)}${files.map(([format, text, type, extension]) => html`<dt>${format} <a${attribute("lang", isEnglish(site) ? undefined : site.language)} download="${name}.${extension}" href="${dataAddress(type, text)}">${article.download}</a></dt><dd><pre>${text.slice(0, -"\n".length)}</pre></dd>\n`)}</dl>
</details>
`;
}

function isEnglish({ language }: Site): boolean {
  return /^en\b/u.test(language);
}

// RIS ends its lines as Windows does. What an address may hold stays readable, and compresses with the text above it.
function dataAddress(type: string, text: string): string {
  return `data:application/${type},${encodeURI(text.toWellFormed().replaceAll("\n", type === "x-bibtex" ? "\n" : "\r\n")).replaceAll("#", "%23")}`;
}
