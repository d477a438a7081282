import type { ArticlePage, Brief, Link, SeriesPart, SubjectLink } from "../src/model/page.ts";
import type { RoughCount } from "../src/model/rough-count.ts";
import type { Site } from "../src/model/site.ts";
import { canonicalOf } from "../src/model/site.ts";
import { renderBody } from "../src/html/body.ts";
import { renderByline } from "../src/html/byline.ts";
import { formatCount } from "../src/html/count.ts";
import { timeElement } from "../src/html/date.ts";
import { documentOf, foreign, native } from "../src/html/document.ts";
import { renderCite } from "../src/html/cite/cite.ts";
import { reportAddress } from "../src/html/report-address.ts";
import { renderCorrections } from "../src/html/corrections.ts";
import { renderFigure } from "../src/html/figure.ts";
import { headlineClass } from "../src/html/headline.ts";
import { attribute, html, type Html } from "../src/html/html.ts";
import { articleMetadata, rightsText } from "../src/html/metadata.ts";
import { kindLabel, renderBriefs, renderNeighbours } from "../src/html/brief.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { Strings } from "../src/html/strings/strings.ts";

export const data = paginate("article");

/** From this many characters of markup on (about 450 words), a text is printed in two columns. */
const longText = 3000;

export function render({ value, site }: Shown<"article">): string {
  const strings = stringsOf(site);
  const furniture = native(site, value.language);
  const main = html`<article class="article${isLong(value) ? " article-long" : ""}"${foreign(value.language)}>
${header(site, value)}
${meta(site, value)}
${value.lead && html`${renderFigure(value.lead, "lead", strings, furniture)}\n`}<div class="article-text prose">
${renderBody(value.body, value.dateline, strings, furniture)}</div>
${endNote(site, value)}</article>
${seriesNavigation(value.series, strings)}${inTheStory(value, strings)}${related(value.related, strings)}${renderNeighbours(value.older, value.newer, strings.article.neighbours, strings)}`;
  return documentOf(site, value, main, { head: articleMetadata(site, value), type: "article" });
}

function isLong({ body }: ArticlePage): boolean {
  return body.reduce((sum, block) => sum + (block.kind === "markup" ? block.markup.length : 0), 0) >= longText;
}

function header(site: Site, page: ArticlePage): Html {
  const strings = stringsOf(site);
  const kind = kindLabel(page.articleKind, strings);
  return html`<header class="article-header">
${(page.section ?? kind) && html`<p class="label"${native(site, page.language)}>${page.section && html`<a href="${page.section.href}">${page.section.text}</a>`}${page.section && kind ? " · " : ""}${kind}</p>\n`}<h1${attribute("class", headlineClass(page.title))}>${page.title}</h1>
${page.dek && html`<p class="dek">${page.dek}</p>\n`}${renderCorrections(page.corrections, strings, native(site, page.language))}</header>`;
}

function meta(site: Site, page: ArticlePage): Html {
  const strings = stringsOf(site);
  return html`<div class="article-meta"${native(site, page.language)}>
${renderByline(page.byline, strings)}<p class="article-date">${page.dayLink ? html`<a href="${page.dayLink.href}">${timeElement(page.date, strings)}</a>` : timeElement(page.date, strings)}</p>
${page.oldYear && html`<p class="article-age">${strings.article.old(page.oldYear)}</p>\n`}${page.updated?.earliest && html`<p class="article-updated">${strings.article.updated(timeElement(page.updated, strings))}</p>\n`}${page.print && html`<p class="article-print">${printPlace(page.print, strings)}</p>\n`}${page.series && html`<p class="article-series"><a href="#series">${partOf(page.series, strings)}</a></p>\n`}</div>`;
}

// Issue and edition as a catalogue writes them: "Vol. 12, no. 4, late edition, page A1".
function printPlace({ page, edition, volume, issue }: NonNullable<ArticlePage["print"]>, { article, comma }: Strings): string {
  return [volume && article.volume(volume), issue && article.issue(issue), edition, page && article.printPage(page)]
    .filter((part) => part !== undefined)
    .join(comma);
}

function endNote(site: Site, page: ArticlePage): Html {
  const strings = stringsOf(site);
  const rights = rightsText(site, page);
  const report = reportAddress(site, page);
  return html`<footer class="end-note"${native(site, page.language)}>
${page.contributors.map(({ name, role }) => html`<p class="contributor">${strings.article.contributed(name, role)}</p>\n`)}${page.source && html`<p class="source">${strings.article.firstPublished(page.source.url ? html`<a href="${page.source.url}">${page.source.name}</a>` : page.source.name, page.source.id)}</p>\n`}<p class="rights">${rights ?? strings.article.rightsUnknown}</p>
<p class="permalink">${strings.article.permalink} <a dir="ltr" href="${canonicalOf(site, page.address)}">${canonicalOf(site, page.address)}</a></p>
${report && html`<p class="report"><a href="${report}">${strings.article.reportMistake}</a></p>\n`}${renderCite(site, page)}</footer>`;
}

function partOf({ part, parts, name }: SeriesPart, strings: Strings): string {
  return strings.article.seriesPart(formatCount(part, strings), formatCount(parts, strings), name);
}

// What follows an article stands in named regions without headings: those of its page are its author's subheads.
function seriesNavigation(series: SeriesPart | undefined, strings: Strings): Html | undefined {
  if (series === undefined) return undefined;
  const one = (link: Link | undefined, word: string): Html | undefined =>
    link && html`<li><span class="label">${word}</span> <a href="${link.href}"${foreign(link.language)}>${link.text}</a></li>\n`;
  return html`<nav class="series" id="series" aria-labelledby="series-part">
<p class="box-title" id="series-part">${partOf(series, strings)}</p>
${series.parts > 1 && html`<ul>
${one(series.previous, strings.article.previousPart)}${one(series.next, strings.article.nextPart)}</ul>
`}</nav>
`;
}

function related(briefs: readonly Brief[], strings: Strings): Html | undefined {
  if (briefs.length === 0) return undefined;
  return html`<section class="related" aria-labelledby="related">
<p class="box-title" id="related">${strings.article.related}</p>
${renderBriefs(briefs, strings)}
</section>
`;
}

function inTheStory({ about }: ArticlePage, strings: Strings): Html | undefined {
  const { article, names } = strings;
  const groups: readonly (readonly [string, readonly SubjectLink[]])[] = [
    [names.people, about.people],
    [names.places, about.places],
    [names.organizations, about.organizations],
    [names.topics, about.topics],
  ];
  const filled = groups.filter(([, links]) => links.length > 0);
  if (filled.length === 0) return undefined;
  return html`<section class="in-the-story" aria-labelledby="in-the-story">
<p class="box-title" id="in-the-story">${article.inThisStory}</p>
<dl>${filled.map(([name, links]) => html`<div><dt class="label">${name}</dt>
${links.map(({ href, text, articles }) => html`<dd><a href="${href}">${text}</a>${others(articles, strings)}</dd>\n`)}</div>`)}</dl>
</section>
`;
}

// This article alone is no number to tell.
function others({ count, orMore }: RoughCount, strings: Strings): Html | undefined {
  if (count < 2) return undefined;
  const number = formatCount(count, strings);
  return html` <span class="count">${orMore ? strings.article.orMore(number) : number}</span>`;
}
