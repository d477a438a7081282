/** The Markdown text of an article, and the line of its file on which it begins (1-based). */
export interface Body {
  readonly markdown: string;
  readonly line: number;
}
