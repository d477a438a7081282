import type { PageKind, PageOf } from "../model/page.ts";
import type { Site } from "../model/site.ts";

/** What a template's `render` receives: one page value, and what all pages of the site share. */
export interface Shown<K extends PageKind> {
  readonly value: PageOf<K>;
  readonly site: Site;
}

/**
 * The data of a template that renders every page of one kind: one page per value, written at the value's address.
 * Articles are data, never templates (a template per article makes the engine quadratic).
 */
export function paginate<K extends PageKind>(kind: K) {
  return {
    pagination: { data: `slice.pages.${kind}`, size: 1, alias: "value" },
    permalink: ({ value }: Shown<K>): string => fileOfAddress(value.address),
    // A fixed date: without one the template file's own times would be read.
    date: "2000-01-01",
    eleventyExcludeFromCollections: true,
  };
}

/** The file an address is written to, from the site's root: "/people/" -> "/people/index.html", "/feed.xml" -> itself. */
export function fileOfAddress(address: string): string {
  return address.endsWith("/") ? `${address}index.html` : address;
}
