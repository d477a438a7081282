import type { CataloguedArticle } from "../../model/archive.ts";
import type { SitemapEntry, SitemapIndexPage, SitemapPage } from "../../model/page.ts";
import { dayOf } from "../../model/partial-date.ts";

/** A page that crawlers should know. */
export interface ListedPage {
  readonly address: string;
  /** The newest article shown there. */
  readonly newest: Pick<CataloguedArticle, "date" | "updated"> | undefined;
  /** Full addresses of its own pictures, each in its largest size. */
  readonly images: readonly string[];
}

/** How much a sitemap may hold. */
export interface SitemapLimits {
  readonly addresses: number;
  /** Of the file, uncompressed. */
  readonly bytes: number;
}

/** https://www.sitemaps.org/protocol.html#index */
const limitsOfProtocol: SitemapLimits = { addresses: 50_000, bytes: 52_428_800 };

/** One sitemap, or an index with parts where there is more than one may hold. `origin` and `base` are the site's. */
export function sitemapPages(pages: readonly ListedPage[], { origin, base }: { readonly origin: string; readonly base: string }, limits = limitsOfProtocol): readonly (SitemapPage | SitemapIndexPage)[] {
  const parts: SitemapEntry[][] = [];
  let room = 0;
  for (const { address, newest, images } of pages) {
    const entry = { address, modified: newest && lastModified(newest), images };
    const bytes = mostBytes(entry, origin.length + base.length);
    const part = parts.at(-1);
    if (part === undefined || part.length >= limits.addresses || bytes > room) {
      parts.push([entry]);
      room = limits.bytes - frameBytes - bytes;
    } else {
      part.push(entry);
      room -= bytes;
    }
  }
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return [{ kind: "sitemap", address: "/sitemap.xml", entries: only ?? [] }];
  const numbered = parts.map((entries, i): SitemapPage => ({ kind: "sitemap", address: `/sitemap-${i + 1}.xml`, entries }));
  return [{ kind: "sitemap-index", address: "/sitemap.xml", parts: numbered.map(({ address, entries }) => ({ address, modified: newestOf(entries) })) }, ...numbered];
}

// From the content alone: an update, or the day of publication.
function lastModified({ date, updated }: Pick<CataloguedArticle, "date" | "updated">): string | undefined {
  return (updated && dayOf(updated)) ?? dayOf(date);
}

function newestOf(entries: readonly SitemapEntry[]): string | undefined {
  return entries.reduce<string | undefined>((newest, { modified }) => (modified !== undefined && modified > (newest ?? "") ? modified : newest), undefined);
}

/** What stands around the entries of a sitemap. */
const frameBytes = 500;

/** A UTF-16 unit of an address takes at most three bytes, and each of these three characters, percent-encoded. */
const bytesOfUnit = 9;

/** The markup around an address, with the day. */
const markupBytes = 80;

// An upper bound, which is cheaper than printing: 50,000 usual addresses are far below the limit.
function mostBytes({ address, images }: SitemapEntry, originLength: number): number {
  const one = (href: string): number => markupBytes + originLength + href.length * bytesOfUnit;
  return images.reduce((sum, href) => sum + one(href), one(address));
}
