import type { Page, PageKind, PageOf } from "../model/page.ts";

export type PagesByKind = { readonly [K in PageKind]: readonly PageOf<K>[] };

/**
 * The pages of one Eleventy run, by kind. A class, because Eleventy hands class instances to its templates as they are,
 * and copies large plain objects for every template.
 */
export class Slice {
  readonly pages: PagesByKind;

  constructor(pages: readonly Page[]) {
    const of = <K extends PageKind>(kind: K): readonly PageOf<K>[] => pages.filter((page): page is PageOf<K> => page.kind === kind);
    this.pages = {
      article: of("article"),
      list: of("list"),
      index: of("index"),
      "places-map": of("places-map"),
      "on-this-day": of("on-this-day"),
      home: of("home"),
      search: of("search"),
      about: of("about"),
      "not-found": of("not-found"),
      tombstone: of("tombstone"),
      corrections: of("corrections"),
      redirect: of("redirect"),
      feed: of("feed"),
      sitemap: of("sitemap"),
      "sitemap-index": of("sitemap-index"),
      robots: of("robots"),
      opensearch: of("opensearch"),
      data: of("data"),
    };
  }
}
