import createMarkdownIt from "markdown-it";
import { isObject } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { Losses } from "./losses.ts";
import { element, escapeHtml } from "./xml-html.ts";

// A card's Markdown may hold HTML, which the reader of HTML judges like any other.
const markdown = createMarkdownIt({ html: true });

/**
 * Gives one of Ghost's cards (Koenig), of either of its formats, as HTML: a picture, a gallery, a bookmark. Undefined for a
 * card that is not known.
 */
export function cardToHtml(name: string, card: JsonObject, losses: Losses): string | undefined {
  const text = (key: string): string => textOf(card[key]);
  const caption = text("caption");
  const linked = (address: string, words: string): string => element("p", {}, element("a", { href: address }, words || escapeHtml(address)));
  switch (name) {
    case "image":
      return figure(card, caption);
    case "gallery":
      return `${listOf(card["images"]).filter(isObject).map((image) => figure(image, textOf(image["caption"]))).join("")}${caption === "" ? "" : element("p", {}, caption)}`;
    case "html":
      return text("html");
    case "markdown":
    case "card-markdown":
      return markdown.render(text("markdown"));
    case "code":
    case "codeblock":
      return element("pre", {}, escapeHtml(`\n${text("code")}`)) + paragraph(caption);
    case "hr":
    case "horizontalrule":
      return "<hr>";
    case "bookmark": {
      const about = isObject(card["metadata"]) ? card["metadata"] : {};
      return linked(text("url"), escapeHtml(textOf(about["title"]))) + paragraph(escapeHtml(textOf(about["description"]))) + paragraph(caption);
    }
    case "embed":
      losses.add("change", "embedded content kept as a link", text("url"));
      return linked(text("url"), "") + paragraph(caption);
    case "audio":
    case "video":
    case "file": {
      losses.add("change", "embedded content kept as a link", text("src"));
      return linked(text("src"), escapeHtml(text("title") || text("fileTitle") || text("fileName"))) + paragraph(caption || text("fileCaption"));
    }
    case "callout":
      return element("blockquote", {}, element("p", {}, `${escapeHtml(text("calloutEmoji"))} ${text("calloutText")}`));
    case "toggle":
      return element("p", {}, element("strong", {}, text("heading"))) + element("div", {}, text("content"));
    case "button":
      return linked(text("buttonUrl"), escapeHtml(text("buttonText")));
    case "header":
      return element("h2", {}, text("header")) + paragraph(text("subheader")) + (text("buttonUrl") === "" ? "" : linked(text("buttonUrl"), escapeHtml(text("buttonText"))));
    case "product":
      return `${text("productImageSrc") === "" ? "" : figure({ src: text("productImageSrc") }, "")}${element("p", {}, element("strong", {}, text("productTitle")))}${element("div", {}, text("productDescription"))}${text("productUrl") === "" ? "" : linked(text("productUrl"), escapeHtml(text("productButton")))}`;
    case "call-to-action":
      return element("div", {}, text("textValue")) + (text("buttonUrl") === "" ? "" : linked(text("buttonUrl"), escapeHtml(text("buttonText"))));
    case "email":
    case "email-cta":
      losses.add("warning", "text that only e-mails showed left out", text("html"));
      return "";
    case "paywall":
      losses.add("count", "mark dropped from where on only members read");
      return "";
    case "signup":
      losses.add("change", "forms for signing up dropped", text("header"));
      return "";
    default:
      return undefined;
  }
}

function figure(image: JsonObject, caption: string): string {
  const picture = element("img", { src: textOf(image["src"]), alt: typeof image["alt"] === "string" ? image["alt"] : undefined, title: textOf(image["title"]) || undefined }, "");
  const href = textOf(image["href"]);
  return element("figure", {}, (href === "" ? picture : element("a", { href }, picture)) + (caption === "" ? "" : element("figcaption", {}, caption)));
}

function paragraph(html: string): string {
  return html === "" ? "" : element("p", {}, html);
}

/** A value that should be text; "" for any other. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
