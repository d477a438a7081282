import { parseHTML } from "linkedom";

/** Reads a whole page. Nothing in it is run or fetched. */
export function readHtmlPage(html: string): Document {
  // linkedom finds head and body only inside of <html>.
  return parseHTML(/<html[\s>]/iu.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`).document;
}

/** Reads a piece of a page, such as the text of a blog post, as the children of an element. */
export function readHtmlPiece(html: string): Element {
  // A stray "</body>" would end the piece there.
  return readHtmlPage(html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/giu, "")).body;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === elementType;
}

export function isText(node: Node): boolean {
  return textTypes.has(node.nodeType);
}

/** The element's name in lower case. */
export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** An attribute without white space around it; undefined where it is missing or blank. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.getAttribute(name)?.trim() || undefined;
}

/** True where one of an element's classes matches. */
export function hasClass(element: Element, pattern: RegExp): boolean {
  return (element.getAttribute("class") ?? "").split(/\s+/u).some((name) => pattern.test(name));
}

const elementType = 1;
// Text and CDATA.
const textTypes: ReadonlySet<number> = new Set([3, 4]);

/** Elements that begin and end a line of their own (HTML, 15.3); all others, unknown ones too, run on in the text. */
export const blockNames: ReadonlySet<string> = new Set([
  "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
  "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
  "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td",
  "tfoot", "th", "thead", "tr", "ul", "xmp",
]);
