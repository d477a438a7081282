import { parseHTML } from "linkedom";

/** What Zotero saves of a page, as far as an article of a newspaper has it. */
export interface ZoteroItem {
  readonly itemType: string;
  readonly title: string | undefined;
  readonly creators: readonly string[];
  readonly publicationTitle: string | undefined;
  readonly date: string | undefined;
  readonly section: string | undefined;
  readonly pages: string | undefined;
  readonly language: string | undefined;
  readonly rights: string | undefined;
  readonly url: string | undefined;
  readonly abstractNote: string | undefined;
}

/*
 * The rules of Zotero's translators "Embedded Metadata" and "RDF", as published at github.com/zotero/translators, commit
 * 2814370 of June 2026, told again in a few lines: their licence (AGPL) keeps them out of this project. What they know of
 * vocabularies that no page of ours has is left out; such a page is refused.
 */

/** Reads a page as Zotero would. Throws where it has what is not told again here. */
export function saveToZotero(markup: string): ZoteroItem {
  const { document } = parseHTML(markup);
  // Embedded Metadata.js, init: name or else property, several in one attribute; whatever has a known prefix is a statement.
  const statements = [...document.querySelectorAll("meta")].flatMap((element) => {
    const names = element.getAttribute("name") ?? element.getAttribute("property") ?? "";
    const content = element.getAttribute("content") ?? "";
    return content === "" ? [] : names.split(/\s+/u).map((name) => ({ name, content }));
  });
  const all = (name: string): readonly string[] => statements.filter((statement) => statement.name.toLowerCase() === name).map(({ content }) => content);
  // RDF.js, getFirstResults: the first property of a list that has a value.
  const first = (...names: readonly string[]): string | undefined => names.flatMap(all)[0];
  const unknown = statements.map(({ name }) => name).filter((name) => /^(?:bib|bibo|z|eprints?|prism|vcard|foaf|so|book|music|video|dcterms|codemeta)[.:_]|^parsely-page$|^generator$/iu.test(name));
  if (unknown.length > 0 || document.querySelector('link[rel^="schema."], html[prefix], head[prefix], #wp-block-library-css, .yoast-schema-graph') !== null) throw new Error(`nothing is told of ${unknown.join(", ")}`);

  const publicationTitle = first("dc.source") ?? first("og:site_name");
  const title = first("dc.title", "og:title") ?? document.title;
  return {
    itemType: itemTypeOf(first, statements.map(({ name }) => name)),
    // addLowQualityMetadata: the newspaper's name behind a dash is taken off.
    title: publicationTitle === undefined ? title : title.replace(new RegExp(String.raw`\s*[-–—=_:|~#]\s*${RegExp.escape(publicationTitle)}\s*$`, "iu"), ""),
    creators: creatorsOf(all, document),
    publicationTitle,
    // RDF.js, importItem, in its order; then the first time element of the page.
    date: first("og:published_time", "article:published_time", "dc.date.issued", "dc.date") ?? document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined,
    section: first("article:section"),
    // addHighwireMetadata
    pages: [first("citation_firstpage"), first("citation_lastpage")].filter((page) => page !== undefined).join("-") || undefined,
    language: first("citation_language") ?? first("dc.language") ?? document.documentElement.getAttribute("lang") ?? undefined,
    rights: first("dc.rights"),
    url: first("citation_public_url") ?? first("og:url") ?? document.querySelector('head > link[rel="canonical"]')?.getAttribute("href") ?? undefined,
    abstractNote: first("citation_abstract") ?? first("og:description") ?? first("description"),
  };
}

const itemTypes = ["newspaperArticle", "journalArticle", "magazineArticle", "webpage", "blogPost", "report", "book"];

// Embedded Metadata.js: some Highwire tags decide alone. RDF.js, detectType: og before dc before guesses.
function itemTypeOf(first: (...names: readonly string[]) => string | undefined, names: readonly string[]): string {
  const decided: readonly (readonly [RegExp, string])[] = [
    [/citation_journal_title$/u, "journalArticle"],
    [/citation_technical_report_institution$/u, "report"],
    [/citation_conference(?:_title)?$/u, "conferencePaper"],
    [/citation_(?:in)?book_title$/u, "bookSection"],
    [/citation_dissertation_institution$/u, "thesis"],
  ];
  const highwire = decided.find(([tag]) => names.some((name) => tag.test(name)))?.[1];
  if (highwire !== undefined) return highwire;
  const og = first("og:type");
  if (og === "website") return "webpage";
  const dc = first("dc.type");
  if (dc !== undefined && itemTypes.includes(dc)) return dc;
  if (names.some((name) => /citation_(?:title|series_title)$/u.test(name))) return "journalArticle";
  return "webpage";
}

// Highwire's authors go before Dublin Core's; without either the author tag, and then whatever looks like a byline.
function creatorsOf(all: (name: string) => readonly string[], document: Document): readonly string[] {
  for (const tag of ["citation_author", "dc.creator", "author", "article:author"]) if (all(tag).length > 0) return all(tag);
  const bylines = [...document.querySelectorAll('[class*="byline" i], .vcard, a[rel="author"]')].map(({ textContent }) => textContent);
  return bylines.map((text) => `guessed: ${text}`);
}
