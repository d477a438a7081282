import type { ArticlePage } from "../model/page.ts";
import { canonicalOf, type Site } from "../model/site.ts";
import { stringsOf } from "./strings/strings-of.ts";

/**
 * Href by which a reader reports a mistake in an article: a message that says which one, to the address of archive.yaml, or
 * its form with {title} and {url} filled in. Undefined where archive.yaml names neither.
 */
export function reportAddress(site: Site, page: Pick<ArticlePage, "title" | "address">): string | undefined {
  const { reportMistakes } = site;
  if (reportMistakes === undefined) return undefined;
  const url = canonicalOf(site, page.address);
  if (!/^https?:/u.test(reportMistakes)) {
    return `mailto:${encodeURI(reportMistakes)}?subject=${encoded(stringsOf(site).article.mistakeIn(page.title))}&body=${encoded(`${url}\r\n\r\n`)}`;
  }
  return reportMistakes.replace(/\{(?<part>title|url)\}/gu, (_, part: string) => encoded(part === "title" ? page.title : url));
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
