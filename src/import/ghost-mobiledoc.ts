import { cardToHtml, listOf, textOf } from "./ghost-cards.ts";
import { isObject } from "./json-value.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { Losses } from "./losses.ts";
import { element, escapeHtml } from "./xml-html.ts";

/**
 * Gives a text in Mobiledoc (0.3), Ghost's format from version 1 to 5, as HTML.
 * https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
export function mobiledocToHtml(document: JsonObject, losses: Losses): string {
  return listOf(document["sections"]).map((section) => sectionToHtml(listOf(section), document, losses)).join("");
}

function sectionToHtml([type, first, second]: readonly JsonValue[], document: JsonObject, losses: Losses): string {
  switch (type) {
    case sections.markup: {
      const name = textOf(first).toLowerCase();
      // "aside" is how Ghost wrote its second kind of quotation.
      return element(/^(?:p|h[1-6]|blockquote)$/u.test(name) ? name : name === "aside" ? "blockquote" : "p", {}, markersToHtml(listOf(second), document));
    }
    case sections.image:
      return element("figure", {}, element("img", { src: textOf(first) }, ""));
    case sections.list:
      return element(first === "ol" ? "ol" : "ul", {}, listOf(second).map((item) => element("li", {}, markersToHtml(listOf(item), document))).join(""));
    case sections.card: {
      const [name, payload] = listOf(listOf(document["cards"])[Number(first)]);
      const card = cardToHtml(textOf(name), isObject(payload) ? payload : {}, losses);
      if (card === undefined) losses.add("warning", "parts of unknown kinds dropped", JSON.stringify([name ?? null, payload ?? null]));
      return card ?? "";
    }
    default:
      losses.add("warning", "parts of unknown kinds dropped", JSON.stringify([type ?? null, first ?? null]));
      return "";
  }
}

const sections = { markup: 1, image: 2, list: 3, card: 10 } as const;

// A marker opens some markups, closes as many as its third value says, and has text, or an atom such as a line break.
function markersToHtml(markers: readonly JsonValue[], document: JsonObject): string {
  const open: string[] = [];
  let html = "";
  for (const marker of markers) {
    const [kind, opens, closes, value] = listOf(marker);
    for (const index of listOf(opens)) {
      const [name, attributes] = listOf(listOf(document["markups"])[Number(index)]);
      const tag = /^[a-z][a-z0-9]*$/iu.test(textOf(name)) ? textOf(name).toLowerCase() : "span";
      open.push(tag);
      html += element(tag, attributesOf(listOf(attributes)), "").replace(`</${tag}>`, "");
    }
    html += kind === 1 ? atomToHtml(listOf(listOf(document["atoms"])[Number(value)])) : escapeHtml(textOf(value));
    for (let at = 0; at < Number(closes ?? 0); at++) {
      const tag = open.pop();
      if (tag !== undefined) html += `</${tag}>`;
    }
  }
  return html + open.reverse().map((tag) => `</${tag}>`).join("");
}

function attributesOf(pairs: readonly JsonValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.flatMap((name, at) => (at % 2 === 0 && /^[a-z-]+$/iu.test(textOf(name)) ? [[textOf(name), textOf(pairs[at + 1])]] : [])));
}

function atomToHtml([name, text]: readonly JsonValue[]): string {
  return name === "soft-return" ? "<br>" : escapeHtml(textOf(text));
}
