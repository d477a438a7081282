import { keepBracketedCodes } from "./bracketed-codes.ts";
import { cleanText } from "./clean-text.ts";
import type { Note } from "./draft.ts";
import { cardToHtml, textOf } from "./ghost-cards.ts";
import { lexicalToHtml } from "./ghost-lexical.ts";
import { mobiledocToHtml } from "./ghost-mobiledoc.ts";
import { readHtmlPiece } from "./html-document.ts";
import { keepLink } from "./html-links.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { HtmlConversion } from "./html-to-markdown.ts";
import { isObject, parseJson } from "./json-value.ts";
import type { JsonObject } from "./json-value.ts";
import { openLosses } from "./losses.ts";
import type { Losses } from "./losses.ts";
import { pathOf } from "./old-address.ts";
import { isTooDeep } from "./page-depth.ts";

/** Makes Markdown of a post's text: of the HTML that Ghost published, or of what its editor keeps, Lexical or Mobiledoc. */
export function readGhostContent(post: JsonObject, addresses: ReadonlyMap<string, string>): HtmlConversion {
  const losses = openLosses();
  const cleaned: Note[] = [];
  const html = keepBracketedCodes(cleanText(htmlOf(post, losses), "text", cleaned), cleaned);
  const endless = isTooDeep(html);
  if (endless) losses.add("warning", "text that cannot be read", "it nests its elements without end");
  const root = readHtmlPiece(endless ? "" : html);
  simplifyCards(root, losses);
  const converted = htmlToMarkdown(root, { link: (href) => ghostLink(href, addresses, losses) });
  return { ...converted, notes: [...cleaned, ...losses.notes(), ...converted.notes] };
}

function htmlOf(post: JsonObject, losses: Losses): string {
  const html = textOf(post["html"]);
  if (html !== "") return html;
  for (const [key, toHtml] of [["lexical", lexicalToHtml], ["mobiledoc", mobiledocToHtml]] as const) {
    const text = textOf(post[key]);
    if (text === "") continue;
    const parsed = parseJson(text);
    if ("value" in parsed && isObject(parsed.value)) return toHtml(parsed.value, losses);
    losses.add("warning", `${key} that cannot be read`, "fault" in parsed ? parsed.fault : text);
  }
  // Before version 1 there was Markdown.
  return textOf(post["markdown"]) === "" ? "" : (cardToHtml("markdown", post, losses) ?? "");
}

// The pictures of a bookmark are another site's; the clock and the buttons of a player are no text.
function simplifyCards(root: Element, losses: Losses): void {
  for (const image of root.querySelectorAll(".kg-bookmark-card img")) {
    losses.add("count", "pictures of bookmarked pages dropped");
    image.remove();
  }
  for (const player of root.querySelectorAll(".kg-audio-card, .kg-video-card")) {
    const media = player.querySelector("audio, video");
    const words = player.querySelector(".kg-audio-title, figcaption")?.textContent ?? "";
    if (!media) continue;
    if (words.trim() !== "") media.setAttribute("title", words.trim());
    player.replaceWith(media);
  }
}

/** Links inside the site lead to the articles' new addresses: "__GHOST_URL__/fog/" -> "/fog/". */
function ghostLink(href: string, addresses: ReadonlyMap<string, string>, losses: Losses): string | undefined {
  const own = /^__GHOST_URL__(?<path>\/.*)?$/su.exec(href.trim());
  if (!own) return keepLink(href);
  const path = own.groups?.["path"] ?? "/";
  const slug = pathOf(path.replace(/[?#].*$/su, ""))?.split("/").findLast((part) => part !== "");
  const address = addresses.get(slug ?? "");
  if (address === undefined) losses.add("warning", "links to files and pages of the old site that are no articles here", path);
  return address ?? keepLink(path);
}
