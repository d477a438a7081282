import { attributeOf } from "./html-document.ts";
import { collapse } from "./html-text.ts";
import type { JsonObject } from "./json-value.ts";
import { namesIn, objectsIn, readJsonLd, typesOf } from "./page-json-ld.ts";
import { plainHtml } from "./plain-html.ts";

/** A value and where the page states it: "JSON-LD headline". */
export interface Stated {
  readonly value: string;
  readonly from: string;
}

/** What a page says of itself for machines, each list with the most reliable statement first. */
export interface PageMetadata {
  readonly titles: readonly Stated[];
  readonly dates: readonly Stated[];
  readonly updates: readonly Stated[];
  readonly authors: readonly string[];
  readonly descriptions: readonly Stated[];
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
  readonly subjects: Readonly<Record<"people" | "places" | "organizations", readonly string[]>>;
  readonly publisher: string | undefined;
  /** The page's own address: canonical, og:url, or the one a browser noted when it saved the page. */
  readonly address: string | undefined;
  readonly language: string | undefined;
  readonly rights: Readonly<Partial<Record<"holder" | "licence" | "statement", string>>>;
  readonly print: Readonly<Partial<Record<"page" | "edition" | "volume" | "issue", string>>>;
  readonly dateline: string | undefined;
  readonly picture: { readonly reference: string; readonly alt: string | undefined; readonly caption: string | undefined; readonly credit: string | undefined } | undefined;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** schema.org types of the article: "OpinionNewsArticle". */
  readonly types: readonly string[];
  /** What the page says it is, where it says so; "site" is Open Graph's word for all that is no article. */
  readonly kind: "article" | "list" | "site" | "unknown";
  readonly damagedJsonLd: number;
}

/** Reads JSON-LD, Open Graph, Dublin Core and Highwire (citation_...) metadata, in this order, then HTML's own. */
export function readPageMetadata(document: Document, html: string): PageMetadata {
  const metas = metasOf(document);
  const { article, types, damaged } = readJsonLd(document);
  const meta = (...names: readonly string[]): readonly Stated[] => names.flatMap((from) => (metas.get(from) ?? []).map((value) => ({ value, from })));
  // Highwire writes days as 2018/11/05.
  const days = (stated: readonly Stated[]): readonly Stated[] => stated.map(({ value, from }) => ({ value: value.replace(/^(\d{4})\/(\d\d)\/(\d\d)$/u, "$1-$2-$3"), from }));
  const ld = (...keys: readonly string[]): readonly Stated[] => keys.flatMap((key) => namesIn(article?.[key]).map((value) => ({ value: plainHtml(value), from: `JSON-LD ${key}` })));
  const values = (stated: readonly Stated[]): readonly string[] => [...new Set(stated.map(({ value }) => value))];
  const firstOf = (stated: readonly Stated[]): string | undefined => stated[0]?.value;
  // The first of these kinds of metadata that says anything says all.
  const firstList = (...lists: readonly (readonly Stated[])[]): readonly string[] => values(lists.find((list) => list.length > 0) ?? []);
  const image = objectsIn(article?.["image"])[0];
  const reference = firstOf([...ldAddress(article, "image"), ...meta("og:image:secure_url", "og:image", "og:image:url")]);
  return {
    titles: [...ld("headline", "name"), ...meta("og:title", "citation_title", "dc.title", "dcterms.title")],
    dates: [...ld("datePublished"), ...days(meta("article:published_time", "dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date", "dcterms.date", "citation_publication_date", "citation_online_date", "citation_date", "datepublished", "parsely-pub-date", "sailthru.date"))],
    updates: [...ld("dateModified"), ...meta("article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "datemodified")],
    authors: firstList(ld("author", "creator"), meta("article:author").filter(isName), meta("dc.creator", "dcterms.creator"), meta("citation_author", "citation_authors"), meta("author", "parsely-author", "byl").filter(isName)),
    descriptions: [...ld("alternativeHeadline", "description"), ...meta("og:description", "dc.description", "dcterms.abstract", "description")],
    sections: firstList(ld("articleSection", "printSection"), meta("article:section"), meta("citation_section", "section")),
    keywords: firstList(listed(ld("keywords")), meta("article:tag"), listed(meta("dc.subject", "dcterms.subject")), listed(meta("citation_keywords")), listed(meta("news_keywords", "keywords"))),
    subjects: subjectsOf(article),
    publisher: firstOf([...ld("publisher"), ...meta("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher")]),
    address: addressOf(document, metas, article, html),
    language: firstOf([...ld("inLanguage"), ...meta("og:locale", "dc.language", "dcterms.language", "citation_language")]) ?? attributeOf(document.documentElement, "lang"),
    rights: rightsOf(firstOf(ld("copyrightHolder")), firstOf(ldAddress(article, "license")), firstOf(meta("dc.rights", "dcterms.rights", "copyright"))),
    print: printOf({ page: firstOf([...ld("printPage", "pageStart"), ...meta("citation_firstpage")]), edition: firstOf(ld("printEdition")), volume: firstOf(meta("citation_volume")), issue: firstOf(meta("citation_issue")) }),
    dateline: firstOf(ld("dateline")),
    picture: reference === undefined ? undefined : { reference, alt: firstOf(meta("og:image:alt")), caption: plain(image?.["caption"]), credit: plain(image?.["creditText"]) },
    corrections: objectsIn(article?.["correction"]).flatMap((correction) => {
      const [date, text] = [namesIn(correction["datePublished"])[0], namesIn(correction["text"] ?? correction["name"])[0]];
      return date === undefined || text === undefined ? [] : [{ date, text: plainHtml(text) }];
    }),
    types: article === undefined ? [] : typesOf(article),
    kind: kindOf(metas, article !== undefined, types),
    damagedJsonLd: damaged,
  };
}

function metasOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name = (attributeOf(element, "property") ?? attributeOf(element, "name") ?? attributeOf(element, "itemprop") ?? "").toLowerCase().replace(/^dc:/u, "dc.").replace(/^dcterms:/u, "dcterms.");
    const value = collapse(element.getAttribute("content") ?? "");
    if (name !== "" && value !== "") found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

// Open Graph wants an author's address there, and many write the name.
function isName({ value }: Stated): boolean {
  return !/^https?:|^@|^www\./iu.test(value);
}

function listed(stated: readonly Stated[]): readonly Stated[] {
  return stated.flatMap(({ value, from }) => value.split(/\s*[,;|]\s*/u).filter((part) => part !== "").map((part) => ({ value: part, from })));
}

function subjectsOf(article: JsonObject | undefined): PageMetadata["subjects"] {
  const about = objectsIn(article?.["about"]);
  const named = (pattern: RegExp): readonly string[] => [...new Set(about.filter((thing) => typesOf(thing).some((type) => pattern.test(type))).flatMap(namesIn))];
  return { people: named(/^Person$/u), places: [...new Set([...named(/Place$|^(?:City|Country|State)$/u), ...namesIn(article?.["contentLocation"])])], organizations: named(/Organization$|Corporation$/u) };
}

function ldAddress(article: JsonObject | undefined, key: string): readonly Stated[] {
  return [article?.[key] ?? null].flat().flatMap((value) => {
    const address = typeof value === "string" ? value : objectsIn(value).flatMap((object) => namesIn(object["url"] ?? object["contentUrl"] ?? object["@id"]))[0];
    return address === undefined || address === "" ? [] : [{ value: address, from: `JSON-LD ${key}` }];
  });
}

function addressOf(document: Document, metas: ReadonlyMap<string, readonly string[]>, article: JsonObject | undefined, html: string): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]');
  // https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
  const saved = /<!--\s*saved from url=\(\d+\)(?<address>\S+?)\s*-->/u.exec(html.slice(0, savedHead))?.groups?.["address"];
  const candidates = [canonical === null ? undefined : attributeOf(canonical, "href"), metas.get("og:url")?.[0], ...ldAddress(article, "mainEntityOfPage").map(({ value }) => value), ...ldAddress(article, "url").map(({ value }) => value), saved];
  // Some sites give every page the address of the front page.
  return candidates.find((address) => address !== undefined && /^https?:\/\/[^/]+\/./iu.test(address));
}

const savedHead = 2000;

function rightsOf(holder: string | undefined, licence: string | undefined, statement: string | undefined): PageMetadata["rights"] {
  return { ...(holder === undefined ? {} : { holder }), ...(licence === undefined ? {} : { licence }), ...(statement === undefined ? {} : { statement }) };
}

function printOf(parts: Readonly<Record<"page" | "edition" | "volume" | "issue", string | undefined>>): PageMetadata["print"] {
  return Object.fromEntries(Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function plain(value: JsonObject[string] | undefined): string | undefined {
  return plainHtml(namesIn(value)[0] ?? "") || undefined;
}

function kindOf(metas: ReadonlyMap<string, readonly string[]>, article: boolean, types: ReadonlySet<string>): PageMetadata["kind"] {
  const type = metas.get("og:type")?.[0]?.toLowerCase();
  if (article || type === "article" || metas.has("citation_title") || metas.has("article:published_time")) return "article";
  if (["CollectionPage", "SearchResultsPage", "ProfilePage", "ContactPage"].some((name) => types.has(name))) return "list";
  return type === "website" || type === "profile" ? "site" : "unknown";
}
