import { cardToHtml, listOf, textOf } from "./ghost-cards.ts";
import { isObject } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { Losses } from "./losses.ts";
import { element, escapeHtml } from "./xml-html.ts";

/** Gives a text in Lexical, Ghost's format since version 5.22, as HTML. */
export function lexicalToHtml(document: JsonObject, losses: Losses): string {
  return nodeToHtml(document["root"] ?? null, losses);
}

function nodeToHtml(node: JsonValue, losses: Losses): string {
  if (!isObject(node)) return "";
  const type = textOf(node["type"]);
  const children = (): string => listOf(node["children"]).map((child) => nodeToHtml(child, losses)).join("");
  switch (type) {
    case "root":
      return children();
    case "paragraph":
      return element("p", {}, children());
    case "heading":
    case "extended-heading":
      return element(/^h[1-6]$/u.test(textOf(node["tag"])) ? textOf(node["tag"]) : "h2", {}, children());
    case "quote":
    case "extended-quote":
    case "aside":
      return element("blockquote", {}, children());
    case "list": {
      const start = textOf(node["start"]);
      return node["listType"] === "number" ? element("ol", { start: start === "" ? undefined : start }, children()) : element("ul", {}, children());
    }
    case "listitem":
      return element("li", {}, children());
    case "link":
    case "autolink":
      return element("a", { href: textOf(node["url"]), title: textOf(node["title"]) || undefined }, children());
    case "linebreak":
      return "<br>";
    case "tab":
      return " ";
    case "text":
    case "extended-text":
    case "code-highlight":
      return formatted(escapeHtml(textOf(node["text"])), Number(node["format"] ?? 0));
    default: {
      const card = cardToHtml(type, node, losses);
      if (card !== undefined) return card;
      if (node["children"] === undefined || type === "") losses.add("warning", "parts of unknown kinds dropped", JSON.stringify(node));
      else losses.add("change", "parts of unknown kinds kept as their text", type);
      return element("div", {}, children());
    }
  }
}

// Lexical's TextFormatType: one bit each.
const formats = [[16, "code"], [1, "strong"], [2, "em"], [4, "s"], [8, "u"], [32, "sub"], [64, "sup"], [128, "mark"]] as const;

function formatted(html: string, format: number): string {
  return formats.reduce((inner, [bit, name]) => ((format & bit) === 0 ? inner : element(name, {}, inner)), html);
}
