import { readCaption } from "./caption.ts";
import type { DraftImage, Note } from "./draft.ts";
import { readHtmlBlocks } from "./html-blocks.ts";
import { keepLink } from "./html-links.ts";
import { openLosses } from "./losses.ts";
import { readPhotoFacts } from "./photo-facts.ts";
import { renderBlocks } from "./render-blocks.ts";
import { compareWords } from "./round-trip.ts";

export interface HtmlOptions {
  /** The target that a link gets in the article, undefined where it cannot be kept; by default `keepLink`. */
  readonly link?: (href: string) => string | undefined;
  /** Number of the first image of the text, in its id "photo-1"; 1 by default. */
  readonly firstPhoto?: number;
}

/** A text of an archive, made from HTML. */
export interface HtmlConversion {
  readonly markdown: string;
  /** In the order of the text, which places each by its id; `reference` says where the source has the file. */
  readonly images: readonly DraftImage[];
  /** What Markdown cannot hold, and words that differ where the Markdown is read again. */
  readonly notes: readonly Note[];
}

/**
 * Makes Markdown of the children of an element (`readHtmlPiece` gives one for a string). Nothing is run or fetched.
 * The result is read back by the archive's own Markdown, and differences of words from the source are in the notes.
 */
export function htmlToMarkdown(root: Element, { link = keepLink, firstPhoto = 1 }: HtmlOptions = {}): HtmlConversion {
  const losses = openLosses();
  const { blocks, images, instead, notes } = readHtmlBlocks(root, { link, firstPhoto }, losses);
  const { markdown, unmarked } = renderBlocks(blocks);
  for (const words of unmarked) losses.add("change", "emphasis that Markdown cannot write", words);
  const credited = images.map(readWords);
  return {
    markdown,
    images: credited.map(({ image }) => image),
    notes: [...losses.notes(), ...credited.flatMap(({ note }) => note), ...compareWords(root, instead, notes, markdown)],
  };
}

// "The harbour of Tellan, at dawn on Jan. 3, 2020. Ann Lee/Reuters": the same readings as for plain text.
function readWords(image: DraftImage): { readonly image: DraftImage; readonly note: readonly Note[] } {
  const name = image.id ?? "an image";
  const caption = image.caption === undefined || image.credit !== undefined ? undefined : readCaption(image.caption);
  const { date, place, words } = readPhotoFacts(caption?.text ?? image.caption ?? "") ?? {};
  const notes: (Note | undefined)[] = [
    caption && { level: "guess", kind: "credits in captions", text: `took "${caption.credit}" at the end of its caption as the credit of ${name}` },
    words === undefined ? undefined : { level: "guess", kind: "photo dates and places", text: `took ${[place, date].filter((fact) => fact !== undefined).join(", ")} for ${name} from "${words}"` },
  ];
  return { image: { ...image, ...(caption && { caption: caption.text, credit: caption.credit }), date, place }, note: notes.filter((note) => note !== undefined) };
}
