import type { Block, Inline } from "./blocks.ts";
import { textOfInline, trimInline } from "./inline-space.ts";

/** Collects blocks in order; what runs on in a line becomes a paragraph as soon as a block follows. */
export interface BlockBuilder {
  readonly inline: (run: Inline) => void;
  readonly block: (block: Block) => void;
  /** Places a picture: before the paragraph that it begins, else behind it. */
  readonly figure: (figure: Block) => void;
  /** Ends the paragraph. */
  readonly flush: () => void;
  readonly finish: () => readonly Block[];
}

/** `apart`: where figures go that cannot stand here, in a list or a quotation. */
export function openBlocks(apart: Block[] | undefined): BlockBuilder {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  let waiting: Block[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(line), ...waiting);
    line = [];
    waiting = [];
  };
  return {
    inline: (run) => void line.push(run),
    block: (block) => {
      flush();
      blocks.push(block);
    },
    figure: (figure) => {
      if (apart !== undefined) apart.push(figure);
      else if (textOfInline(line).trim() === "") blocks.push(figure);
      else waiting.push(figure);
    },
    flush,
    finish: () => {
      flush();
      return blocks;
    },
  };
}

// Two line breaks and more are how old pages part paragraphs.
function paragraphsOf(line: readonly Inline[]): readonly Block[] {
  const paragraphs: Inline[][] = [[]];
  let breaks = 0;
  for (const run of line) {
    if (run.kind === "break") breaks++;
    else if (run.kind === "reference" || run.text.trim() !== "") breaks = 0;
    if (breaks > 1) paragraphs.push([]);
    else paragraphs.at(-1)?.push(run);
  }
  return paragraphs
    .map(trimInline)
    .filter((content) => content.some((run) => run.kind === "reference" || (run.kind !== "break" && run.text.trim() !== "")))
    .map((content) => ({ kind: "paragraph", content }));
}
