import type { Frame, Link } from "../model/page.ts";
import { canonicalOf, hrefOf, type Site } from "../model/site.ts";
import { attribute, html, type Html } from "./html.ts";
import { directionOf } from "./language.ts";
import { breadcrumbList } from "./metadata.ts";
import { renderMasthead, renderNameplate } from "./masthead.ts";
import { perSite } from "./per-site.ts";
import { stringsOf } from "./strings/strings-of.ts";
import type { NameStrings } from "./strings/strings.ts";

export interface DocumentOptions {
  /** Href of a module script; only the search page has one. */
  readonly script?: string;
  /** More elements for the head: metadata of one kind of page. */
  readonly head?: Html;
  /** Open Graph type. The default, "website", would make Zotero file an article as a web page. */
  readonly type?: "website" | "article";
  /** The home page sets the archive's name as a large nameplate, with these parts in the line beneath it. */
  readonly folio?: readonly string[];
}

/** A whole HTML document: head, masthead, the page's own main element, footer. Takes finished markup for `main`. */
export function documentOf(site: Site, frame: Frame, main: Html, options: DocumentOptions = {}): string {
  const heading = frame.address === "/" ? site.title : `${frame.title} – ${site.title}`;
  return html`<!DOCTYPE html>
<html lang="${site.language}"${attribute("dir", directionOf(site.language))}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<meta name="description" content="${frame.description}">
<link rel="canonical" href="${canonicalOf(site, frame.address)}">
${headLinks(site)}${openGraph(site, frame, options.type ?? "website")}${options.head}${breadcrumbList(site, frame)}${script(options.script)}</head>
<body>
<a class="skip" href="#main">${stringsOf(site).frame.skip}</a>
${options.folio ? renderNameplate(site, options.folio) : renderMasthead(site, frame)}
${breadcrumb(site, frame, options.type)}<main id="main">
${main}
</main>
${footer(site)}
</body>
</html>
`.toString();
}

/** Attributes for the interface's words inside a text of another language: the archive's lang and dir, or nothing. */
export function native(site: Site, language: string | undefined): Html | undefined {
  return language === undefined ? undefined : foreign(site.language);
}

/** Attributes for text that may be in another language than its surroundings: lang and dir, or nothing. */
export function foreign(language: string | undefined): Html | undefined {
  if (language === undefined) return undefined;
  return html` lang="${language}" dir="${directionOf(language) ?? "ltr"}"`;
}

const headLinks = perSite((site) => html`<link rel="icon" type="image/svg+xml" href="${site.icon}">
<link rel="stylesheet" href="${site.stylesheet}">
<link rel="alternate" type="application/atom+xml" href="${hrefOf(site, "/feed.xml")}" title="${site.title}">
<link rel="alternate" type="application/feed+json" href="${hrefOf(site, "/feed.json")}" title="${site.title}">
<link rel="search" type="application/opensearchdescription+xml" href="${hrefOf(site, "/opensearch.xml")}" title="${site.title}">
`);

function openGraph(site: Site, frame: Frame, type: string): Html {
  const largest = frame.picture?.formats.at(-1)?.files.at(-1);
  return html`<meta property="og:type" content="${type}">
<meta property="og:title" content="${frame.title}">
<meta property="og:description" content="${frame.description}">
<meta property="og:url" content="${canonicalOf(site, frame.address)}">
<meta property="og:site_name" content="${site.title}">
${largest && html`<meta property="og:image" content="${site.origin}${largest.href}">
<meta property="og:image:alt" content="${frame.picture?.alt}">
`}`;
}

function script(href: string | undefined): Html | undefined {
  return href === undefined ? undefined : html`<script type="module" src="${href}"></script>\n`;
}

// An article's headline follows at once and is not said twice.
function breadcrumb(site: Site, frame: Frame, type: DocumentOptions["type"]): Html | undefined {
  if (frame.address === "/") return undefined;
  const strings = stringsOf(site);
  const trail: readonly Link[] = [{ href: hrefOf(site, "/"), text: strings.names.home }, ...frame.trail];
  return html`<nav class="breadcrumb" aria-label="${strings.frame.breadcrumb}">
<ol>${trail.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}${type !== "article" && html`<li aria-current="page"${foreign(frame.language)}>${frame.title}</li>`}</ol>
</nav>
`;
}

const footerLinks = [
  ["/dates/", "dates"],
  ["/people/", "people"],
  ["/places/", "places"],
  ["/organizations/", "organizations"],
  ["/topics/", "topics"],
  ["/sections/", "sections"],
  ["/authors/", "authors"],
  ["/search/", "search"],
  ["/corrections/", "corrections"],
  ["/about/", "about"],
  ["/data/", "data"],
  ["/feed.xml", "feed"],
] as const satisfies readonly (readonly [string, keyof NameStrings])[];

const footer = perSite((site) => {
  const { frame, names } = stringsOf(site);
  return html`<footer class="footer">
<p class="footer-title">${site.title}</p>
<ul>${footerLinks.map(([address, name]) => html`<li><a href="${hrefOf(site, address)}">${names[name]}</a></li>`)}</ul>
${site.licence && html`<p class="footer-licence">${frame.licence(site.licence)}</p>\n`}</footer>`;
});
