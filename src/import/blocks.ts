/** What words of a text are marked with. */
export interface Marks {
  readonly strong?: true;
  readonly emphasis?: true;
  readonly deleted?: true;
  readonly link?: LinkMark;
}

/** Two stretches belong to one link where they share this value. */
export interface LinkMark {
  readonly href: string;
  readonly title: string | undefined;
}

/** A stretch of a paragraph with one set of marks. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string; readonly marks: Marks }
  | { readonly kind: "break"; readonly marks: Marks }
  /** Calls a footnote by its label. */
  | { readonly kind: "reference"; readonly label: string; readonly marks: Marks };

/** The structure of a text, as far as the Markdown of an archive can hold it. */
export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | ListBlock
  | TableBlock
  | { readonly kind: "preformatted"; readonly lines: readonly string[] }
  | { readonly kind: "rule" }
  /** The place of an image of the front matter. */
  | { readonly kind: "figure"; readonly id: string }
  | { readonly kind: "footnote"; readonly label: string; readonly blocks: readonly Block[] };

export interface ListBlock {
  readonly kind: "list";
  /** Number of the first item; undefined for bullets. */
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

export interface TableBlock {
  readonly kind: "table";
  /** Cells of the head; empty where the table has none. */
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly sides: readonly (Side | undefined)[];
}

export type TableCell = readonly Inline[];
export type Side = "left" | "center" | "right";
