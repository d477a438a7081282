import type { XmlNode } from "./xml.ts";

/** Writes a text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** Writes an element, with attributes that have a value, around HTML. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, html: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`])).join("");
  return voidNames.has(name) ? `<${name}${written}>` : `<${name}${written}>${html}</${name}>`;
}

const voidNames: ReadonlySet<string> = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Writes XHTML as the HTML that it means: names without prefixes, and no "/>" that HTML would not read. */
export function xhtmlToHtml(node: XmlNode): string {
  if (typeof node === "string") return escapeHtml(node);
  const name = node.name.toLowerCase();
  // <company>, <person> and other marks of an agency's own say what their words are; the words stay.
  return element(htmlNames.has(name) ? name : "span", node.attributes, node.children.map(xhtmlToHtml).join(""));
}

// The elements of HTML that a text may have, and those that are dropped with what is in them.
const htmlNames: ReadonlySet<string> = new Set(
  "a abbr address article aside audio b bdi bdo blockquote br caption center cite code col colgroup data dd del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label li link main map mark menu meta nav noscript object ol p picture pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td template tfoot th thead time title tr tt u ul var video wbr".split(" "),
);
