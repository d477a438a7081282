/** Where a link or a picture of a body leads. */
export interface Target {
  readonly kind: "link" | "picture";
  /** As written, percent signs decoded: "../08/moon.md", "photo-2", "https://example.org/". */
  readonly target: string;
  /** Lines below the body's first (0-based), where the paragraph with it begins. */
  readonly line: number;
}

/** The text of an article, and what every build must know of it without reading it again. */
export interface Body {
  readonly markdown: string;
  /** Line of its file on which it begins (1-based). */
  readonly line: number;
  readonly targets: readonly Target[];
  /** Lines below the body's first (0-based) that are first-level headings. */
  readonly headlines: readonly number[];
  /** Lets go of the Markdown, where it can be read again when asked for. */
  letGo?(): void;
}
