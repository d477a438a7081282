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
  return element(node.name.toLowerCase(), node.attributes, node.children.map(xhtmlToHtml).join(""));
}
