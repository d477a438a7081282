import type { BreadcrumbList, CollectionPage, CreativeWork, ImageObject, ListItem, NewsArticle, Organization, Person, Place, QuantitativeValue, SearchAction, WebSite } from "schema-dts";
import { citedName } from "../model/cited-name.ts";
import type { ArticlePage, Figure, Frame, ListPage, Writer } from "../model/page.ts";
import { canonicalOf, hrefOf, type Site } from "../model/site.ts";
import { jsonProperty } from "../model/json-property.ts";
import { licenceAddress } from "../model/licence-address.ts";
import { dayOf, monthOf, yearOf, type PartialDate } from "../model/partial-date.ts";
import { formatRights } from "./rights.ts";
import { escapeText, trustedSilently, type Html } from "./html.ts";
import { jsonLd, jsonLdFrom, jsonLdOf, jsonLdStart, type Draft, type JsonLd, type Says } from "./json-ld.ts";
import { perSite } from "./per-site.ts";

/**
 * Head elements of an article: what crawlers, libraries and reference managers read. Zotero's generic translator makes a
 * newspaper article of them. Of Highwire's tags only those that say where it stood on paper: `citation_title` and
 * `citation_journal_title` would make it a journal article.
 */
export function articleMetadata(site: Site, page: ArticlePage): Html {
  const { date, updated, print, section } = page;
  const published = certainTime(date);
  let creators = "";
  for (const { name } of page.byline) creators += tag("name", "dc.creator", name) + tag("name", "author", name);
  const place = print === undefined ? "" : tag("name", "citation_firstpage", print.page) + tag("name", "citation_volume", print.volume) + tag("name", "citation_issue", print.issue);
  return trustedSilently(`<meta name="dc.type" content="newspaperArticle">
${tag("name", "dc.title", page.title)}${creators}${tag("name", "dc.source", page.source?.name ?? site.title)}${tag("name", "dc.identifier", canonicalOf(site, page.address))}${tag("name", "dc.language", page.language ?? site.language)}${tag("name", "dc.date", date.precision === "undated" ? withoutDate : date.text)}${place}${tag("property", "article:published_time", published)}${tag("property", "article:modified_time", updated && certainTime(updated))}${tag("property", "article:section", section?.text)}${tag("name", "dc.rights", rightsText(site, page))}${newsArticle(site, page, published).toString()}`);
}

function tag(attribute: "name" | "property", name: string, content: string | undefined): string {
  return content === undefined || content === "" ? "" : `<meta ${attribute}="${name}" content="${escapeText(content)}">\n`;
}

// Where a page names no date, Zotero takes the first time element on it: that of some other article.
const withoutDate = "n.d.";

/** Of the home page: the archive, and how it is searched. */
export function siteMetadata(site: Site): Html {
  // "query-input" is an annotation of a property, https://schema.org/docs/actions.html#part-4, and no property itself.
  const search: Draft<SearchAction> & { readonly "query-input": string } = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${canonicalOf(site, "/search/")}?q={words}` },
    "query-input": "required name=words",
  };
  const document: JsonLd<WebSite> = {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.title,
    url: canonicalOf(site, "/"),
    description: site.description,
    inLanguage: site.textLanguage ?? site.language,
    potentialAction: search,
  };
  return jsonLd(document);
}

/** The way from the home page to a page, for search engines; nothing on the home page itself. */
export function breadcrumbList(site: Site, { address, trail, title }: Frame): Html | undefined {
  return address === "/" || address === "/404.html" ? undefined : jsonLdFrom(crumbsAbove(site, trail), title);
}

// The articles of a day come one after another: what is above them is written out once.
function crumbsAbove(site: Site, trail: Trail): string {
  const last = lastCrumbs(site);
  if (last.trail === undefined || !isSame(last.trail, trail)) {
    const above = [{ href: hrefOf(site, "/"), text: site.title }, ...trail];
    const document: JsonLd<BreadcrumbList> = {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: [
        ...above.map(({ href, text }, i): Draft<ListItem> => ({ "@type": "ListItem", position: i + 1, name: text, item: site.origin + href })),
        // The page itself needs no address: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
        { "@type": "ListItem", position: above.length + 1, name: "" },
      ],
    };
    last.trail = trail;
    last.json = jsonLdStart(document);
  }
  return last.json;
}

type Trail = Frame["trail"];

const lastCrumbs = perSite((): { trail: Trail | undefined; json: string } => ({ trail: undefined, json: "" }));

function isSame(one: Trail, other: Trail): boolean {
  return one.length === other.length && one.every(({ href, text }, i) => other[i]?.href === href && other[i].text === text);
}

/** Of a page that is there for its list: of a period, a subject, an author or a section. */
export function collectionMetadata(site: Site, page: ListPage): Html {
  const document: JsonLd<CollectionPage> = {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    "@id": `${canonicalOf(site, page.address)}#page`,
    url: canonicalOf(site, page.address),
    name: page.title,
    description: page.description,
    inLanguage: site.language,
    isPartOf: { "@type": "WebSite", name: site.title, url: canonicalOf(site, "/") },
    about: page.record && { "@id": canonicalOf(site, page.address) },
    mainEntity: { "@type": "ItemList", numberOfItems: page.count },
  };
  return jsonLd(document);
}

/** The rights of an article in one line, or undefined where nothing is known of them. */
export function rightsText(site: Site, { rights }: Pick<ArticlePage, "rights">): string | undefined {
  return rights === undefined ? site.licence : formatRights(rights);
}

/** Head elements of the first page of a person, place, organization or topic. */
export function subjectMetadata(site: Site, page: ListPage): Html | undefined {
  if (page.record === undefined) return undefined;
  const { record } = page.record;
  const sameAs = [
    record.wikidata && `http://www.wikidata.org/entity/${record.wikidata}`,
    record.viaf && `http://viaf.org/viaf/${record.viaf}`,
    record.geonames && `https://sws.geonames.org/${record.geonames}/`,
    record.url,
  ].filter((link) => link !== undefined);
  const [latitude, longitude] = record.coordinates ?? [];
  const document: JsonLd<Person | Place | Organization> | TopicDocument = {
    "@context": "https://schema.org",
    "@type": subjectTypes[record.kind],
    "@id": canonicalOf(site, page.address),
    name: record.name,
    alternateName: record.variants.length > 0 ? record.variants : undefined,
    description: record.description,
    birthDate: record.born && calendarDate(record.born),
    deathDate: record.died && calendarDate(record.died),
    geo: latitude === undefined ? undefined : { "@type": "GeoCoordinates", latitude, longitude },
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
  return jsonLd(document);
}

/** A topic is no more than a thing; what is said of it is what all kinds have. */
type TopicDocument = Omit<JsonLd<Organization>, "@type"> & { readonly "@type": "Thing" };

const subjectTypes = { people: "Person", places: "Place", organizations: "Organization", topics: "Thing" } as const;

// As ISO 8601 has it: a day, a month or a year, where it is known for certain.
function calendarDate(date: PartialDate): string | undefined {
  return date.approximate || date.uncertain ? undefined : (dayOf(date) ?? monthOf(date) ?? yearOf(date));
}

// Its address; the name of one that has none.
function licenceOf(licence: string | undefined): string | Draft<CreativeWork> | undefined {
  return licence === undefined ? undefined : (licenceAddress(licence) ?? { "@type": "CreativeWork", name: licence });
}

// A day or a moment; never a guess for "1987-03~" or "undated".
function certainTime(date: PartialDate): string | undefined {
  if (date.approximate || date.uncertain) return undefined;
  return date.precision === "time" ? date.text : dayOf(date);
}

const schemaTypes = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  review: "ReviewNewsArticle",
  obituary: "NewsArticle",
  letter: "OpinionNewsArticle",
  interview: "NewsArticle",
  notice: "NewsArticle",
} as const;

// The widest file, what it shows, and whose it is as far as its credit can be read.
function imageObject(site: Site, { picture, caption, credit }: Figure): Draft<ImageObject> | undefined {
  const file = picture?.formats.at(-1)?.files.at(-1);
  if (file === undefined) return undefined;
  return {
    "@type": "ImageObject",
    url: site.origin + file.href,
    width: pixels(file.width),
    height: pixels(file.height),
    caption,
    creditText: credit?.raw,
    creator: credit?.photographer === undefined ? undefined : { "@type": "Person", name: credit.photographer },
  };
}

// UN/CEFACT's code for pixels; the vocabulary knows no plain number here.
function pixels(value: number): Draft<QuantitativeValue> {
  return { "@type": "QuantitativeValue", value, unitCode: "E37" };
}

// An agency, a staff or a single name is not said to be a person.
function authorOf(site: Site, { name, href, filedAs }: Pick<Writer, "name"> & Partial<Pick<Writer, "href" | "filedAs">>): Draft<Person | Organization> {
  return { "@type": "literal" in citedName(name, filedAs) ? "Organization" : "Person", name, url: href && site.origin + href };
}

function newsArticle(site: Site, page: ArticlePage, published: string | undefined): Html {
  const { about, byline, contributors, corrections, print, rights, series, source, updated } = page;
  const url = canonicalOf(site, page.address);
  const subjects: Draft<Person | Place | Organization>[] = [];
  for (const { text, href } of about.people) subjects.push({ "@type": "Person", name: text, url: site.origin + href });
  for (const { text, href } of about.places) subjects.push({ "@type": "Place", name: text, url: site.origin + href });
  for (const { text, href } of about.organizations) subjects.push({ "@type": "Organization", name: text, url: site.origin + href });
  const say: Says<NewsArticle> = jsonProperty;
  return jsonLdOf(
    schemaTypes[page.articleKind],
    say("@id", url) +
      say("mainEntityOfPage", url) +
      say("headline", page.title) +
      say("description", page.dek) +
      say("inLanguage", page.language ?? site.language) +
      say("datePublished", published) +
      say("dateModified", updated && certainTime(updated)) +
      say("author", byline.length > 0 ? byline.map((writer) => authorOf(site, writer)) : undefined) +
      say("articleSection", page.section?.text) +
      say("dateline", page.dateline?.raw) +
      say("printPage", print?.page) +
      say("about", subjects.length > 0 ? subjects : undefined) +
      say("keywords", about.topics.length > 0 ? about.topics.map(({ text }) => text) : undefined) +
      say("contributor", contributors.length > 0 ? contributors.map(({ name }) => authorOf(site, { name })) : undefined) +
      (series === undefined ? "" : say("isPartOf", { "@type": "CreativeWorkSeries", name: series.name }) + say("position", series.part)) +
      say("copyrightHolder", rights?.holder === undefined ? undefined : { "@type": "Organization", name: rights.holder }) +
      say("license", licenceOf(rights === undefined ? site.licence : rights.licence)) +
      (source === undefined ? "" : say("isBasedOn", source.url) + say("sourceOrganization", { "@type": "Organization", name: source.name })) +
      say("printEdition", print?.edition) +
      say("image", page.lead && imageObject(site, page.lead)) +
      publisherOf(site) +
      say("correction", corrections.length > 0 ? corrections.map(({ date, text }) => ({ "@type": "CorrectionComment", text, datePublished: certainTime(date) })) : undefined),
  );
}

const publisherOf = perSite((site) => {
  const say: Says<NewsArticle> = jsonProperty;
  return say("publisher", { "@type": "Organization", name: site.title });
});
