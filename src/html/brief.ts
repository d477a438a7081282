import type { Brief, CountedLink, Link, Teaser } from "../model/page.ts";
import { timeElement } from "./date.ts";
import { foreign } from "./document.ts";
import { renderPicture } from "./figure.ts";
import { attribute, html, type Html } from "./html.ts";
import { formatCount, kindLabels, words } from "./words.ts";

/** A list of articles, one line each: date, headline, place and section. */
export function renderBriefs(briefs: readonly Brief[]): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<ol class="briefs">
${briefs.map((brief) => html`<li class="brief"><span class="brief-date">${timeElement(brief.date)}</span> <a class="brief-title" href="${brief.href}"${foreign(brief.language)}>${brief.text}</a>${furniture(brief)}</li>
`)}</ol>`;
}

function furniture({ place, section, articleKind }: Brief): Html | undefined {
  const kind = kindLabels[articleKind];
  if (place === undefined && section === undefined && kind === undefined) return undefined;
  return html` <span class="brief-furniture">${place && html`<span class="brief-place">${place}</span>`}${section && html` <span class="brief-section">${section}</span>`}${kind && html` <span class="brief-kind">${kind}</span>`}</span>`;
}

/** An article on the front page: picture, headline and dek. */
export function renderTeaser(teaser: Teaser, role: "teaser" | "second"): Html {
  return html`<article class="teaser teaser-${role}">
${teaser.picture && html`<a class="teaser-picture" href="${teaser.href}" tabindex="-1" aria-hidden="true">${renderPicture({ ...teaser.picture, alt: "" }, role)}</a>\n`}${teaser.section && html`<p class="label">${teaser.section}</p>\n`}<h2 class="teaser-title"${foreign(teaser.language)}><a href="${teaser.href}">${teaser.text}</a></h2>
${teaser.dek && html`<p class="teaser-dek"${foreign(teaser.language)}>${teaser.dek}</p>\n`}<p class="teaser-date">${timeElement(teaser.date)}</p>
</article>`;
}

/** Links with the number of articles behind each. */
export function renderCounted(links: readonly CountedLink[], className: string): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<ul class="${className}">${links.map(({ href, text, count, language }) => html`<li><a href="${href}"${foreign(language)}>${text}</a> <span class="count">${formatCount(count)}</span></li>
`)}</ul>`;
}

/** Older and newer neighbours, in that order. */
export function renderNeighbours(older: Link | undefined, newer: Link | undefined, label: string): Html | undefined {
  if (older === undefined && newer === undefined) return undefined;
  const one = (link: Link | undefined, rel: string, word: string): Html | undefined =>
    link && html`<a class="neighbour neighbour-${rel}" href="${link.href}"${attribute("rel", rel)}><span class="neighbour-word">${word}</span> <span${foreign(link.language)}>${link.text}</span></a>\n`;
  return html`<nav class="neighbours" aria-label="${label}">
${one(older, "prev", words.older)}${one(newer, "next", words.newer)}</nav>`;
}
