/** Where a link or a picture of a body leads. */
export interface Target {
  readonly kind: "link" | "picture";
  /** As written, percent signs decoded: "../08/moon.md", "photo-2", "https://example.org/". */
  readonly target: string;
  /** Lines below the body's first (0-based), where the paragraph with it begins. */
  readonly line: number;
}

/** The Markdown text of an article, the line of its file on which it begins (1-based), and where it leads. */
export interface Body {
  readonly markdown: string;
  readonly line: number;
  readonly targets: readonly Target[];
}
