import type { Note } from "./draft.ts";
import { element, escapeHtml } from "./xml-html.ts";
import { attributeOf, childrenOf, descendantsOf, lineOf, textOf } from "./xml.ts";
import type { XmlElement, XmlNode } from "./xml.ts";

/** Writes the content of an element of NITF as HTML, block by block and in its order; what HTML has no element for is noted. */
export function nitfToHtml(parent: XmlElement, notes: Note[]): string {
  return parent.children.map((child, i) => (isMarkedQuotation(child, parent.children[i - 1]) ? nitfToHtml(child, notes) : nodeToHtml(child, notes))).join("");
}

// `"<q>It was low water,</q>"` and `<q>"It was low water,"</q>` have their quotation marks; others get them from <q>.
function isMarkedQuotation(node: XmlNode, before: XmlNode | undefined): node is XmlElement {
  return typeof node !== "string" && node.name === "q" && (/["'“”„«»‘’‹›]$/u.test(textOf(before)) || /^\s*["'“”„«»‘‹]/u.test(textOf(node)));
}

function nodeToHtml(node: XmlNode, notes: Note[]): string {
  if (typeof node === "string") return escapeHtml(node);
  const { name, attributes } = node;
  const inside = (): string => nitfToHtml(node, notes);
  const same = sameNames.get(name);
  if (same !== undefined) return element(same, pick(attributes, keptAttributes), inside());
  switch (name) {
    case "em":
      return element(/bold|strong/iu.test(`${attributes["class"] ?? ""} ${attributes["style"] ?? ""}`) ? "strong" : "em", {}, inside());
    case "bq":
      return element("blockquote", {}, inside());
    case "credit":
    case "datasource":
    case "tagline":
    case "bibliography":
    case "byline":
    case "byttl":
    case "abstract":
      return node.children.some((child) => typeof child !== "string" && child.name === "p") ? inside() : element("p", {}, inside());
    case "note":
    case "fn":
      notes.push({ level: "change", kind: "notes in the text kept as paragraphs", text: `kept as a paragraph: the note "${lineOf(node) ?? ""}"` });
      return childrenOf(node, "body.content").length > 0 || childrenOf(node, "p").length > 0 ? inside() : element("p", {}, inside());
    case "media":
      return mediaToHtml(node, notes);
    case "nitf-table":
      return descendantsOf(node, "table").map((table) => nodeToHtml(table, notes)).join("");
    case "nitf-table-metadata":
    case "nitf-col":
    case "nitf-colgroup":
    case "alt-code":
      return "";
    default:
      // <person>, <org>, <location>, <chron>, <money> and the like say what their words are; the words stay.
      return inside();
  }
}

/** Elements of NITF and the HTML they are taken from. */
const sameNames: ReadonlyMap<string, string> = new Map([
  ...["p", "br", "hr", "pre", "ul", "ol", "li", "dl", "dt", "dd", "a", "q", "sub", "sup", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup"].map((name) => [name, name] as const),
  ["hl1", "h2"],
  ["hl2", "h2"],
  ["object.title", "em"],
]);
const keptAttributes = ["href", "colspan", "rowspan", "align", "seqnum", "start"];

function pick(attributes: XmlElement["attributes"], names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.flatMap((name) => (attributes[name] === undefined ? [] : [[name === "seqnum" ? "value" : name, attributes[name]]])));
}

/** Pictures become figures; sound and film have no place in an article and are reported with their captions. */
function mediaToHtml(media: XmlElement, notes: Note[]): string {
  const type = attributeOf(media, "media-type") ?? "image";
  const references = childrenOf(media, "media-reference");
  // The same picture in several sizes.
  const [best] = references.toSorted((a, b) => Number(b.attributes["width"] ?? 0) - Number(a.attributes["width"] ?? 0));
  const caption = childrenOf(media, "media-caption").map((part) => nitfToHtml(part, notes)).join(" ");
  const source = attributeOf(best, "source") ?? attributeOf(best, "data-location");
  const words = childrenOf(media, "media-caption").map((part) => lineOf(part) ?? "").join(" ");
  const mime = attributeOf(best, "mime-type");
  if (!["image", "photo", "picture", "graphic"].includes(type) && mime?.startsWith("image/") !== true) {
    notes.push({ level: "warning", kind: "sound, film and other media left out", text: `left out: ${type} ${[source, words].filter((text) => text !== undefined && text !== "").map((text) => `"${text ?? ""}"`).join(" ")}` });
    return "";
  }
  const credit = childrenOf(media, "media-producer").map((part) => lineOf(part) ?? "").join(", ");
  const metadata = childrenOf(media, "media-metadata").map((entry) => `${attributeOf(entry, "name") ?? ""}: ${attributeOf(entry, "value") ?? lineOf(entry) ?? ""}`);
  if (metadata.length > 0) notes.push({ level: "change", kind: "metadata of pictures left out", text: `left out of ${source ?? "a picture"}: ${metadata.join("; ")}` });
  const image = element("img", { src: source ?? "", alt: attributeOf(best, "alternate-text") }, "");
  return element("figure", {}, `${image}${element("figcaption", {}, caption)}${credit === "" ? "" : element("cite", {}, escapeHtml(credit))}`);
}
