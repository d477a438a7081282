import type { NewsText } from "./news-item.ts";
import { element, xhtmlToHtml } from "./xml-html.ts";
import { attributeOf, childOf, childrenOf, descendantsOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** The text of an item, in the best of the forms it comes in. */
export type NewsmlText =
  | { readonly kind: "nitf"; readonly root: XmlElement }
  | NewsText
  /** It stands in another file. */
  | { readonly kind: "remote"; readonly href: string; readonly contentType: string | undefined };

/** Finds the forms of an item's text, the best first: NITF, HTML, plain text, another file. */
export function findTexts(item: XmlElement): readonly NewsmlText[] {
  const set = childOf(item, "contentSet");
  const inline = childrenOf(set, "inlineXML").flatMap((part) => part.children.map((child) => (typeof child === "string" ? undefined : textOfXml(child))).filter((text) => text !== undefined));
  const data = childrenOf(set, "inlineData").flatMap((part): readonly NewsmlText[] => {
    // Base64 holds pictures and office files.
    if (attributeOf(part, "encoding") !== undefined || textOf(part).trim() === "") return [];
    return [{ kind: /html/iu.test(attributeOf(part, "contenttype") ?? "") ? "html" : "plain", text: textOf(part) }];
  });
  const remote = childrenOf(set, "remoteContent").flatMap((part): readonly NewsmlText[] => {
    const [href, contentType] = [attributeOf(part, "href"), attributeOf(part, "contenttype")];
    return href === undefined || !isTextType(contentType, href) ? [] : [{ kind: "remote", href, contentType }];
  });
  const order = ["nitf", "html", "plain", "remote"];
  return [...inline, ...data, ...remote].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Text of an XML vocabulary: NITF as it is, XHTML by its body, anything else that has paragraphs by its blocks; of data alone none. */
export function textOfXml(root: XmlElement): NewsmlText | undefined {
  if (root.name === "nitf") return { kind: "nitf", root };
  const [nitf] = descendantsOf(root, "nitf");
  if (nitf !== undefined) return { kind: "nitf", root: nitf };
  if (!["p", "html", "body", "div"].includes(root.name) && descendantsOf(root, "p").length === 0) return undefined;
  const body = root.name === "html" ? childOf(root, "body") : root;
  return { kind: "html", text: element("div", {}, (body?.children ?? []).map(xhtmlToHtml).join("")) };
}

function isTextType(contentType: string | undefined, href: string): boolean {
  if (contentType !== undefined) return /^text\/|xhtml|nitf|\bxml$/iu.test(contentType) && !/svg/iu.test(contentType);
  return /\.(?:html?|xhtml|xml|nitf|txt)$/iu.test(href);
}
