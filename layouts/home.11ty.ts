import type { CountedLink, HomePage, Link } from "../src/model/page.ts";
import { hrefOf, type Site } from "../src/model/site.ts";
import { renderBriefs, renderCounted, renderTeaser } from "../src/html/brief.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { siteMetadata } from "../src/html/metadata.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { renderTimeline } from "../src/html/timeline.ts";
import { countArticles, countOf } from "../src/html/count.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import type { Strings } from "../src/html/strings/strings.ts";

export const data = paginate("home");

export function render({ value, site }: Shown<"home">): string {
  const strings = stringsOf(site);
  const main = value.counts.articles === 0 ? firstSteps(strings) : front(site, value, strings);
  return documentOf(site, value, main, { head: siteMetadata(site), folio: folio(value, strings) });
}

function front(site: Site, page: HomePage, strings: Strings): Html {
  return html`<div class="front">
<div class="front-stories">
${page.lead && renderTeaser(page.lead, "lead", strings)}
<div class="front-seconds">
${page.seconds.map((teaser) => renderTeaser(teaser, "second", strings))}
</div>
${page.briefs.length > 0 && html`<section class="front-briefs" aria-labelledby="more">
<h2 id="more">${strings.home.more}</h2>
${renderBriefs(page.briefs, strings)}
</section>
`}</div>
<div class="front-rail">
${rail("years", strings.names.dates, hrefOf(site, "/dates/"), years(site, page, strings))}
${rail("on-this-day", strings.browse.onThisDay, hrefOf(site, "/on-this-day/"), months(page.months))}
${rail("people", strings.names.people, hrefOf(site, "/people/"), renderCounted(page.people, "counted", strings))}
${rail("places", strings.names.places, hrefOf(site, "/places/"), renderCounted(page.places, "counted", strings))}
</div>
<div class="front-foot">
${rail("sections", strings.names.sections, hrefOf(site, "/sections/"), renderCounted(page.sections, "counted", strings))}
${rail("topics", strings.names.topics, hrefOf(site, "/topics/"), renderCounted(page.topics, "counted", strings))}
${rail("organizations", strings.names.organizations, hrefOf(site, "/organizations/"), renderCounted(page.organizations, "counted", strings))}
</div>
</div>`;
}

function rail(id: string, name: string, href: string, content: Html | undefined): Html | undefined {
  if (content === undefined) return undefined;
  return html`<section aria-labelledby="${id}">
<h2 class="label" id="${id}"><a href="${href}">${name}</a></h2>
${content}
</section>`;
}

function months(links: readonly Link[]): Html {
  return html`<ul class="months">${links.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>
`)}</ul>`;
}

// Up to so many years are listed one by one; more are listed by decade, below the drawing.
const mostYears = 12;

function years(site: Site, { years: links, volume }: HomePage, strings: Strings): Html | undefined {
  if (links.length === 0) return undefined;
  const list = links.length > mostYears ? decades(site, links, strings) : links;
  return html`${volume && renderTimeline(volume, strings)}
${renderCounted(list, "counted decades", strings)}`;
}

function decades(site: Site, links: readonly CountedLink[], { dates }: Strings): readonly CountedLink[] {
  const counts = new Map<string, number>();
  for (const { text, count } of links) {
    const decade = `${text.slice(0, -1)}0`;
    counts.set(decade, (counts.get(decade) ?? 0) + count);
  }
  return [...counts].map(([decade, count]) => ({ href: `${hrefOf(site, "/dates/")}#decade-${decade}`, text: dates.decade(decade), count }));
}

function folio({ counts, firstYear, lastYear }: HomePage, strings: Strings): readonly string[] {
  const span = firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  return [...(span === undefined ? [] : [span]), countArticles(counts.articles, strings), strings.home.peopleAndPlaces(countOf(counts.people, strings.counts.people, strings), countOf(counts.places, strings.counts.places, strings))];
}

function firstSteps({ home }: Strings): Html {
  return html`<section class="first-steps" aria-labelledby="first-steps">
<h2 id="first-steps">${home.firstSteps}</h2>
<p>${home.firstStepsSave(html`<code>articles/2026/01/first-article.md</code>`)}</p>
<pre><code>---
title: The first article
date: 2026-01-31
byline: Your name
people: [Ada Lovelace]
places: [London]
---

The text, in Markdown.
</code></pre>
<p>${home.firstStepsRun(html`<code>npm start</code>`, html`<code>articles/archive.yaml</code>`)}</p>
</section>`;
}
