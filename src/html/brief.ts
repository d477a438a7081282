import type { ArticleKind } from "../model/article.ts";
import type { Brief, CountedLink, Link, Teaser } from "../model/page.ts";
import { yearOf } from "../model/partial-date.ts";
import { timeElement } from "./date.ts";
import { foreign } from "./document.ts";
import { isPortrait, renderPicture } from "./figure.ts";
import { headlineClass } from "./headline.ts";
import { attribute, html, type Html } from "./html.ts";
import { formatCount } from "./count.ts";
import type { Strings } from "./strings/strings.ts";

/** A list of articles, one line each: date, headline, place and section. */
export function renderBriefs(briefs: readonly Brief[], strings: Strings): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<ol class="briefs">
${briefs.map((brief) => html`<li class="brief"><span class="brief-date">${timeElement(brief.date, strings)}</span> <span><a class="brief-title" href="${brief.href}"${foreign(brief.language)}>${brief.text}</a>${furniture(brief, strings)}</span></li>
`)}</ol>`;
}

function furniture({ place, section, articleKind }: Brief, strings: Strings): Html | undefined {
  const kind = kindLabel(articleKind, strings);
  if (place === undefined && section === undefined && kind === undefined) return undefined;
  return html` <span class="brief-furniture">${place && html`<span class="brief-place">${place}</span>`}${section && html` <span class="brief-section">${section}</span>`}${kind && html` <span class="brief-kind">${kind}</span>`}</span>`;
}

/**
 * A list that runs over several years, a heading for each; a list of one year is a plain list. Articles without a
 * certain year come last.
 */
export function renderBriefsByYear(briefs: readonly Brief[], strings: Strings): Html | undefined {
  const years = new Map<string, Brief[]>();
  for (const brief of briefs) {
    const year = yearOf(brief.date) ?? strings.dates.undatedHeading;
    const group = years.get(year);
    if (group) group.push(brief);
    else years.set(year, [brief]);
  }
  if (years.size < 2) return renderBriefs(briefs, strings);
  return html`${[...years].map(([year, group]) => html`<div class="year-briefs">
<h3>${year}</h3>
${renderBriefs(group, strings)}
</div>
`)}`;
}

/** What an article is called where it is not plain news. */
export function kindLabel(kind: ArticleKind, { article }: Strings): string | undefined {
  return kind === "news" ? undefined : article.kinds[kind];
}

/** An article on the front page, with its picture where it comes with one: the lead large, the others in a row. */
export function renderTeaser(teaser: Teaser, role: "lead" | "second", strings: Strings): Html {
  const { href, text, language, section, dek, date, picture } = teaser;
  return html`<article class="teaser teaser-${role}${picture && isPortrait(picture) ? " teaser-upright" : ""}">
${teaserPicture(teaser, role)}<div class="teaser-story">
${section && html`<p class="label">${section}</p>\n`}<h2 class="${["teaser-title", headlineClass(text)].filter((name) => name !== undefined).join(" ")}"${foreign(language)}><a href="${href}">${text}</a></h2>
${dek && html`<p class="teaser-dek"${foreign(language)}>${dek}</p>\n`}<p class="teaser-date">${timeElement(date, strings)}</p>
</div>
</article>`;
}

// The headline beside it is the same link: the picture's is no second stop for the keyboard.
function teaserPicture({ href, picture }: Teaser, role: "lead" | "second"): Html | undefined {
  return picture && html`<a class="teaser-picture" href="${href}" tabindex="-1" aria-hidden="true">${renderPicture({ ...picture, alt: "" }, role === "lead" ? "teaser" : "second")}</a>\n`;
}

/** Links with the number of articles behind each. */
export function renderCounted(links: readonly CountedLink[], className: string, strings: Strings): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<ul class="${className}">${links.map(({ href, text, count, language }) => html`<li><a href="${href}"${foreign(language)}>${text}</a> <span class="count">${formatCount(count, strings)}</span></li>
`)}</ul>`;
}

/** Older and newer neighbours, in that order. */
export function renderNeighbours(older: Link | undefined, newer: Link | undefined, label: string, strings: Strings): Html | undefined {
  if (older === undefined && newer === undefined) return undefined;
  const one = (link: Link | undefined, rel: string, word: string): Html | undefined =>
    link && html`<a class="neighbour neighbour-${rel}" href="${link.href}"${attribute("rel", rel)}><span class="neighbour-word">${word}</span> <span${foreign(link.language)}>${link.text}</span></a>\n`;
  return html`<nav class="neighbours" aria-label="${label}">
${one(older, "prev", strings.frame.older)}${one(newer, "next", strings.frame.newer)}</nav>`;
}
