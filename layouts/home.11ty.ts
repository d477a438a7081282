import type { CountedLink, HomePage } from "../src/model/page.ts";
import { hrefOf, type Site } from "../src/model/site.ts";
import { renderBriefs, renderCounted, renderTeaser } from "../src/html/brief.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import { jsonLd } from "../src/html/metadata.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import { renderTimeline, yearsOfLinks } from "../src/html/timeline.ts";
import { countArticles, formatCount, words } from "../src/html/words.ts";

export const data = paginate("home");

export function render({ value, site }: Shown<"home">): string {
  const main = value.counts.articles === 0 ? firstSteps() : front(site, value);
  const head = jsonLd({
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.title,
    url: site.origin + site.base,
    inLanguage: site.language,
  });
  return documentOf(site, value, main, { head, folio: folio(value) });
}

function front(site: Site, page: HomePage): Html {
  return html`<div class="front">
<div class="front-stories">
${page.lead && renderTeaser(page.lead, "lead")}
<div class="front-seconds">
${page.seconds.map((teaser) => renderTeaser(teaser, "second"))}
</div>
${page.briefs.length > 0 && html`<section class="front-briefs" aria-labelledby="more">
<h2 id="more">More from the archive</h2>
${renderBriefs(page.briefs)}
</section>
`}</div>
<div class="front-rail">
${rail("years", words.dates, hrefOf(site, "/dates/"), years(site, page.years))}
${rail("people", words.people, hrefOf(site, "/people/"), renderCounted(page.people, "counted"))}
${rail("places", words.places, hrefOf(site, "/places/"), renderCounted(page.places, "counted"))}
${rail("sections", words.sections, hrefOf(site, "/sections/"), renderCounted(page.sections, "counted"))}
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

// Up to so many years are listed one by one; more are listed by decade, below the drawing.
const mostYears = 12;

function years(site: Site, links: readonly CountedLink[]): Html | undefined {
  if (links.length === 0) return undefined;
  const list = links.length > mostYears ? decades(site, links) : links;
  return html`${renderTimeline(yearsOfLinks(links))}
${renderCounted(list, "counted decades")}`;
}

function decades(site: Site, links: readonly CountedLink[]): readonly CountedLink[] {
  const counts = new Map<string, number>();
  for (const { text, count } of links) {
    const decade = `${text.slice(0, -1)}0s`;
    counts.set(decade, (counts.get(decade) ?? 0) + count);
  }
  return [...counts].map(([text, count]) => ({ href: `${hrefOf(site, "/dates/")}#decade-${text}`, text, count }));
}

function folio({ counts, firstYear, lastYear }: HomePage): readonly string[] {
  const span = firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
  return [...(span === undefined ? [] : [span]), countArticles(counts.articles), `${formatCount(counts.people)} people, ${formatCount(counts.places)} places`];
}

function firstSteps(): Html {
  return html`<section class="first-steps" aria-labelledby="first-steps">
<h2 id="first-steps">Write the first article</h2>
<p>This archive has no article yet. Save a text file as <code>articles/2026/01/first-article.md</code>:</p>
<pre><code>---
title: The first article
date: 2026-01-31
byline: Your name
people: [Ada Lovelace]
places: [London]
---

The text, in Markdown.
</code></pre>
<p>Then run <code>npm start</code> again, or just save the file while it is running. The archive's title is in <code>articles/archive.yaml</code>.</p>
</section>`;
}
