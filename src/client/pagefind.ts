/** What we use of Pagefind 1.5.2's browser API; it ships no types for it. */
export interface PagefindModule {
  createInstance(options: { basePath: string; excerptLength?: number }): PagefindInstance;
}

export interface PagefindInstance {
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  /** Name of the fragment that holds the article's text, "en_f12850d". */
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  /** The link as it was indexed; `url` has been rewritten for another folder. */
  readonly raw_url: string;
  readonly content: string;
  /** The content with < and > escaped, and with zero-width spaces between words where the language has none. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Places of the words that were found, counted in words of the content. */
  readonly weighted_locations: readonly { readonly location: number; readonly balanced_score: number }[];
}
