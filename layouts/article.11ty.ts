import type { ArticlePage, Link } from "../src/model/page.ts";
import type { Site } from "../src/model/site.ts";
import { canonicalOf } from "../src/model/site.ts";
import { renderBody } from "../src/html/body.ts";
import { renderByline } from "../src/html/byline.ts";
import { formatDate, timeElement } from "../src/html/date.ts";
import { documentOf, foreign, native } from "../src/html/document.ts";
import { renderFigure } from "../src/html/figure.ts";
import { headlineClass } from "../src/html/headline.ts";
import { attribute, html, type Html } from "../src/html/html.ts";
import { articleMetadata, rightsText } from "../src/html/metadata.ts";
import { renderNeighbours } from "../src/html/brief.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { kindLabels, words } from "../src/html/words.ts";

export const data = paginate("article");

/** From this many characters of markup on (about 450 words), a text is printed in two columns. */
const longText = 3000;

export function render({ value, site }: Shown<"article">): string {
  const main = html`<article class="article${isLong(value) ? " article-long" : ""}"${foreign(value.language)}>
${header(site, value)}
${meta(site, value)}
${value.lead && html`${renderFigure(value.lead, "lead")}\n`}<div class="article-text prose">
${renderBody(value.body, value.dateline)}</div>
${endNote(site, value)}</article>
${inTheStory(value)}${renderNeighbours(value.older, value.newer, "Neighbouring articles")}`;
  return documentOf(site, value, main, { head: articleMetadata(site, value), type: "article" });
}

function isLong({ body }: ArticlePage): boolean {
  return body.reduce((sum, block) => sum + (block.kind === "markup" ? block.markup.length : 0), 0) >= longText;
}

function header(site: Site, page: ArticlePage): Html {
  const kind = kindLabels[page.articleKind];
  return html`<header class="article-header">
${(page.section ?? kind) && html`<p class="label"${attribute("lang", page.language && site.language)}>${page.section && html`<a href="${page.section.href}">${page.section.text}</a>`}${page.section && kind ? " · " : ""}${kind}</p>\n`}<h1${attribute("class", headlineClass(page.title))}>${page.title}</h1>
${page.dek && html`<p class="dek">${page.dek}</p>\n`}${page.corrections.map(({ date, text }) => html`<p class="correction"><strong>Correction, ${formatDate(date)}:</strong> ${text}</p>\n`)}</header>`;
}

function meta(site: Site, page: ArticlePage): Html {
  return html`<div class="article-meta"${native(site, page.language)}>
${renderByline(page.byline)}<p class="article-date">${page.dayLink ? html`<a href="${page.dayLink.href}">${timeElement(page.date)}</a>` : timeElement(page.date)}</p>
${page.updated?.earliest && html`<p class="article-updated">Updated ${timeElement(page.updated)}</p>\n`}${page.print && html`<p class="article-print">${printPlace(page.print)}</p>\n`}</div>`;
}

// Issue and edition as a catalogue writes them: "Vol. 12, no. 4, late edition, page A1".
function printPlace({ page, edition, volume, issue }: NonNullable<ArticlePage["print"]>): string {
  return [volume && `Vol. ${volume}`, issue && `no. ${issue}`, edition, page && `page ${page}`]
    .filter((part) => part !== undefined)
    .join(", ");
}

function endNote(site: Site, page: ArticlePage): Html {
  const rights = rightsText(site, page);
  return html`<footer class="end-note"${native(site, page.language)}>
${page.contributors.map(({ name, role }) => html`<p class="contributor">${contribution(name, role)}</p>\n`)}${page.source && html`<p class="source">First published by ${page.source.url ? html`<a href="${page.source.url}">${page.source.name}</a>` : page.source.name}${page.source.id && html` (${page.source.id})`}.</p>\n`}<p class="rights">${rights ?? "Rights not cleared."}</p>
<p class="permalink">Permanent address: <a href="${canonicalOf(site, page.address)}">${canonicalOf(site, page.address)}</a></p>
</footer>`;
}

function contribution(name: string, role: string | undefined): string {
  return role === undefined ? `${name} contributed to this report.` : `${name}, ${role}, contributed to this report.`;
}

function inTheStory({ about, series }: ArticlePage): Html | undefined {
  const groups: readonly (readonly [string, readonly Link[]])[] = [
    [words.people, about.people],
    [words.places, about.places],
    [words.organizations, about.organizations],
    [words.topics, about.topics],
  ];
  const filled = groups.filter(([, links]) => links.length > 0);
  if (filled.length === 0 && series === undefined) return undefined;
  return html`<section class="in-the-story" aria-labelledby="in-the-story">
<h2 id="in-the-story">In this story</h2>
<dl>${filled.map(([name, links]) => html`<div><dt class="label">${name}</dt>
${links.map(({ href, text }) => html`<dd><a href="${href}">${text}</a></dd>\n`)}</div>`)}${series && html`<div><dt class="label">Series</dt><dd>${series}</dd></div>`}</dl>
</section>
`;
}
