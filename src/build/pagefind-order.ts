import { unpackBytes, type IndexFiles, type PagefindIndex } from "./pagefind-files.ts";
import type { PagefindRecord } from "./search-record.ts";

/**
 * Makes sure that a page's number is its record's: filters and days are written by the records' numbers, words and texts by the
 * pages'. Throws Error where Pagefind has left a record out, or put one elsewhere.
 */
export function requireOrderOf({ fragments }: PagefindIndex, made: IndexFiles, records: readonly PagefindRecord[]): void {
  // The service takes messages in the order they are sent in: a few places show whether it did.
  const places = [0, fragments.length >> 1, fragments.length - 1];
  if (fragments.length === records.length && places.every((place) => urlOf(fragments[place], made) === records[place]?.url)) return;
  throw new Error(`Pagefind has made ${fragments.length} pages of ${records.length} articles, or in another order.`);
}

function urlOf(fragment: string | undefined, made: IndexFiles): string | undefined {
  const packed = made.get(`fragment/${fragment}.pf_fragment`);
  if (packed === undefined) return undefined;
  const page: { readonly url?: string } = JSON.parse(new TextDecoder().decode(unpackBytes(packed)));
  return page.url;
}
