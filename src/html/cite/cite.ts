import type { Site } from "../../model/site.ts";
import { escapeText, trustedSilently, type Html } from "../html.ts";
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
  const isEnglish = /^en\b/u.test(site.language);
  const style = (name: string, text: Html): string => `<dt>${name}</dt><dd>${text.toString()}</dd>\n`;
  const name = escapeText(page.address.split("/").at(-2) ?? "article");
  const link = `<a${isEnglish ? "" : ` lang="${escapeText(site.language)}"`} download="${name}.`;
  const file = (format: string, text: string, type: string, extension: string): string =>
    `<dt>${format} ${link}${extension}" href="${dataAddress(type, text)}">${escapeText(article.download)}</a></dt><dd><pre>${escapeText(text.slice(0, -"\n".length))}</pre></dd>\n`;
  return trustedSilently(`<details class="cite"><summary>${escapeText(article.cite)}</summary>
<dl${isEnglish ? "" : (foreign("en")?.toString() ?? "")}>
${style("Chicago", chicago(citation))}${style("APA", apa(citation))}${style("MLA", mla(citation))}${file("BibTeX", bibtex(citation), "x-bibtex", "bib")}${file("RIS", ris(citation), "x-research-info-systems", "ris")}</dl>
</details>
`);
}

// RIS ends its lines as Windows does. What an address may hold stays readable, and compresses with the text above it.
function dataAddress(type: string, text: string): string {
  const lines = type === "x-bibtex" ? text : text.replaceAll("\n", "\r\n");
  return `data:application/${type},${escapeText(encodeURI(lines.toWellFormed()).replaceAll("#", "%23"))}`;
}
