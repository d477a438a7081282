import type { Dateline } from "../model/dateline.ts";
import type { BodyBlock, Figure } from "../model/page.ts";
import { renderFigure } from "./figure.ts";
import { html, trustedHtml, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/** The text of an article: its blocks in order, figures that follow one another as a gallery, the dateline run in. `furniture` as of renderFigure. */
export function renderBody(blocks: readonly BodyBlock[], dateline: Dateline | undefined, strings: Strings, furniture?: Html): Html {
  const pieces: Html[] = dateline === undefined ? [] : [openWith(dateline, blocks[0])];
  const rest = dateline !== undefined && startsWithText(blocks[0]) ? blocks.slice(1) : blocks;
  let figures: Figure[] = [];
  for (const block of rest) {
    if (block.kind === "figure") {
      figures.push(block.figure);
      continue;
    }
    pieces.push(renderFigures(figures, strings, furniture), trustedHtml(block.markup));
    figures = [];
  }
  return html`${pieces}${renderFigures(figures, strings, furniture)}`;
}

function renderFigures(figures: readonly Figure[], strings: Strings, furniture: Html | undefined): Html {
  const each = html`${figures.map((figure) => html`${renderFigure(figure, "text", strings, furniture)}\n`)}`;
  return figures.length > 1 ? html`<div class="gallery">\n${each}</div>\n` : each;
}

// "LONDON, March 2 — The bank ..." in the first paragraph; a line of its own before anything else.
function openWith({ raw }: Dateline, block: BodyBlock | undefined): Html {
  const place = html`<span class="dateline">${raw.replace(/\s*[-–—:]+$/u, "")}</span>`;
  return startsWithText(block) ? html`${trustedHtml(paragraph)}${place} — ${trustedHtml(block.markup.slice(paragraph.length))}` : html`<p>${place}</p>\n`;
}

const paragraph = "<p>";

function startsWithText(block: BodyBlock | undefined): block is Extract<BodyBlock, { kind: "markup" }> {
  return block?.kind === "markup" && block.markup.startsWith(paragraph);
}
