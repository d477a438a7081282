import type { BlockBuilder } from "./block-builder.ts";
import { attributeOf, nameOf } from "./html-document.ts";
import { emojiOf, isPictureFile, isTrackingDot, readFigure, readPicture } from "./html-pictures.ts";
import type { HtmlReader, Place } from "./html-reader.ts";
import { collapse, wordsOfHtml } from "./html-text.ts";

/** Reads pictures, embedded content, and what is no part of a text; gives false for any other element. */
export function readSpecial(element: Element, reader: HtmlReader, place: Place, into: BlockBuilder): boolean {
  const name = nameOf(element);
  if (name === "img" || name === "amp-img") {
    placePicture(element, { caption: "", credit: "" }, reader, place, into);
    return true;
  }
  const figure = readFigure(element, reader.instead);
  if (figure) {
    reader.instead.set(element, "");
    into.flush();
    placePicture(figure.image, figure, reader, place, into);
    return true;
  }
  if (name === "noscript") return readNoscript(element, reader, place, into);
  if (embedNames.has(name)) return readEmbed(element, reader, into);
  const dropped = droppedNames.get(name);
  if (dropped === undefined) return false;
  reader.instead.set(element, "");
  const words = collapse(element.textContent ?? "") || (attributeOf(element, "src") ?? "");
  if (dropped !== "" && (words !== "" || alwaysReported.has(name))) reader.losses.add(name === "style" ? "count" : "change", dropped, name === "style" ? undefined : words);
  return true;
}

// Behind a picture that a script loads later stands the same picture for those without scripts.
function readNoscript(element: Element, reader: HtmlReader, place: Place, into: BlockBuilder): true {
  reader.instead.set(element, "");
  for (const image of element.querySelectorAll("img")) {
    const { reference } = readPicture(image, undefined);
    if (!reader.images.some((other) => other.reference === reference)) placePicture(image, { caption: "", credit: "" }, reader, place, into);
  }
  const words = wordsOfHtml(element, new Map([[element, collapse(element.textContent ?? "")]]));
  if (words !== "") reader.losses.add("change", "text for browsers without scripts dropped", words);
  return true;
}

function readEmbed(element: Element, { link, losses, instead }: HtmlReader, into: BlockBuilder): true {
  const address = ["src", "data", "data-src"].map((name) => attributeOf(element, name)).find((value) => value !== undefined)
    ?? [...element.querySelectorAll("source, embed, param[name=movie]")].map((source) => attributeOf(source, "src") ?? attributeOf(source, "value")).find((value) => value !== undefined);
  const target = address === undefined ? undefined : link(address);
  const words = collapse(attributeOf(element, "title") ?? "") || (target ?? "");
  instead.set(element, target === undefined ? "" : words);
  into.flush();
  if (target === undefined) losses.add("warning", "embedded content without a usable address dropped", address ?? nameOf(element));
  else {
    losses.add("change", "embedded content kept as a link", target);
    into.inline({ kind: "text", text: words, marks: { link: { href: target, title: undefined } } });
  }
  into.flush();
  return true;
}

function placePicture(image: Element, { caption, credit }: { readonly caption: string; readonly credit: string }, reader: HtmlReader, { marks, nesting }: Place, into: BlockBuilder): void {
  const { losses, images, instead } = reader;
  const sign = emojiOf(image);
  if (sign !== undefined) {
    instead.set(image, sign);
    return into.inline({ kind: "text", text: sign, marks });
  }
  if (isTrackingDot(image)) return losses.add("count", "pictures of one pixel dropped");
  const href = attributeOf(image.closest("a[href]") ?? image, "href");
  const { reference, otherReferences, alt, title } = readPicture(image, href);
  if (reference === undefined) losses.add("warning", "pictures written into the page itself not taken", alt || caption || "without a description");
  if (reference === undefined && caption === "" && credit === "" && !alt) return;
  const id = `photo-${String(reader.firstPhoto + images.length)}`;
  if (title !== undefined && title !== caption) losses.add("change", "titles of pictures dropped", title);
  if (href !== undefined && !isPictureFile(href)) losses.add("change", "links around pictures dropped", href);
  if (nesting > 0) losses.add("change", "pictures moved below the list, quotation or table they stood in", reference ?? id);
  images.push({ id, reference, ...(otherReferences.length === 0 ? {} : { otherReferences }), alt, caption: caption || undefined, credit: credit || undefined, lead: false });
  into.figure({ kind: "figure", id });
}

const embedNames: ReadonlySet<string> = new Set(["iframe", "embed", "object", "video", "audio", "applet"]);

// What is no part of the text, and what the report says of it; nothing where nobody would miss it.
const droppedNames: ReadonlyMap<string, string> = new Map([
  ["script", "scripts dropped"], ["style", "style sheets dropped"], ["template", "templates of scripts dropped"],
  ["svg", "drawings (SVG) dropped"], ["canvas", "drawings of scripts dropped"],
  ["input", "form fields dropped"], ["button", "form fields dropped"], ["select", "form fields dropped"], ["textarea", "form fields dropped"],
  ["datalist", "form fields dropped"], ["output", "form fields dropped"], ["progress", "form fields dropped"], ["meter", "form fields dropped"],
  ["head", ""], ["title", ""], ["meta", ""], ["link", ""], ["base", ""], ["source", ""], ["track", ""], ["param", ""], ["map", ""], ["area", ""], ["wbr", ""],
  ["frame", "frames dropped"], ["frameset", "frames dropped"], ["noframes", ""],
]);
const alwaysReported: ReadonlySet<string> = new Set(["script", "svg", "canvas", "frame"]);
