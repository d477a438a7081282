/** What every page of a site has in common: names, origin and the addresses of its own files. */
export interface Site {
  readonly title: string;
  readonly tagline: string | undefined;
  readonly description: string | undefined;
  /** BCP 47 tag of the interface. */
  readonly language: string;
  /** Tag of articles that name none, where the interface does not speak their language; else undefined. */
  readonly textLanguage: string | undefined;
  /** Origin without a path, "https://archive.example.org". */
  readonly origin: string;
  /** Path the site stands under, with both slashes: "/" or "/archive/". */
  readonly base: string;
  readonly licence: string | undefined;
  /** Where readers report mistakes: see Settings. */
  readonly reportMistakes: string | undefined;
  /** Href of the style sheet, base included. */
  readonly stylesheet: string;
  /** Href of the search page's script, base included. */
  readonly searchScript: string;
  /** Href of the icon, base included. */
  readonly icon: string;
}

/** Href of an address of this site, percent-encoded: hrefOf(site, "/people/") -> "/archive/people/". */
export function hrefOf(site: Pick<Site, "base">, address: string): string {
  return encodeURI(site.base + address.slice(1));
}

/** The full, permanent URL of an address of this site. */
export function canonicalOf(site: Pick<Site, "base" | "origin">, address: string): string {
  return site.origin + hrefOf(site, address);
}
