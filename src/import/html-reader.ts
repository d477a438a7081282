import type { Block, Marks } from "./blocks.ts";
import type { BlockBuilder } from "./block-builder.ts";
import type { DraftImage } from "./draft.ts";
import type { Footnotes } from "./html-footnotes.ts";
import type { Losses } from "./losses.ts";

/** What the parts of the reader of HTML share while they read one text. */
export interface HtmlReader {
  readonly losses: Losses;
  /** The target of a link, undefined where it cannot be kept. */
  readonly link: (href: string) => string | undefined;
  /** Number of the first image, in its id "photo-1". */
  readonly firstPhoto: number;
  readonly images: DraftImage[];
  readonly footnotes: Footnotes;
  /** For the elements whose words do not stand at their place in the text: what stands there instead, mostly nothing. */
  readonly instead: Map<Element, string>;
  /** Reads nodes as blocks of their own. */
  readonly read: (nodes: Iterable<Node>, place: Place) => readonly Block[];
}

/** Where a node stands. */
export interface Place {
  readonly marks: Marks;
  /** How many lists and quotations it stands in. */
  readonly nesting: number;
  /** How many elements. */
  readonly depth: number;
}

/** How an element that may have any content is read on: its children, at a place, into a builder. */
export type ReadChildren = (element: Element, place: Place, into: BlockBuilder) => void;
