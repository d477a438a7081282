import { attributeOf, hasClass, nameOf } from "./html-document.ts";
import { collapse, wordsOfHtml } from "./html-text.ts";

/** A picture of a page as its markup describes it. */
export interface HtmlPicture {
  /** Its largest file that the page names, as written there; undefined where the picture is part of the page ("data:"). */
  readonly reference: string | undefined;
  /** Its other files, as written there. */
  readonly otherReferences: readonly string[];
  /** Undefined where the page gives none. */
  readonly alt: string | undefined;
  readonly title: string | undefined;
}

/** What stands around one picture and belongs to it. */
export interface HtmlFigure {
  readonly image: Element;
  readonly caption: string;
  readonly credit: string;
}

/** Reads an `<img>`; a link around it may lead to the same picture in full size. */
export function readPicture(image: Element, link: string | undefined): HtmlPicture {
  const lazy = ["data-orig-file", "data-full-url", "data-src", "data-lazy-src", "data-original"].map((name) => attributeOf(image, name));
  const named = [isPictureFile(link) ? link : undefined, ...lazy, ...["data-srcset", "srcset"].map((name) => largestOf(attributeOf(image, name))), attributeOf(image, "src")];
  const [reference, ...otherReferences] = new Set(named.filter((address) => address !== undefined && !/^data:/iu.test(address)));
  const title = attributeOf(image, "title");
  const alt = image.getAttribute("alt");
  return {
    reference,
    otherReferences: otherReferences.filter((address) => address !== undefined),
    alt: alt === null ? undefined : collapse(alt),
    title: title === undefined || collapse(title) === collapse(alt ?? "") ? undefined : collapse(title),
  };
}

/** True for the dots of one pixel that count readers. */
export function isTrackingDot(image: Element): boolean {
  return ["width", "height"].every((side) => /^[01](?:px)?$/u.test(attributeOf(image, side) ?? ""));
}

/** The sign that a small picture stands for: `<img class="emoji" alt="🙂">`. */
export function emojiOf(image: Element): string | undefined {
  return hasClass(image, /^(?:emoji|wp-smiley)$/u) ? attributeOf(image, "alt") : undefined;
}

/**
 * Reads an element as one picture with its caption: `<figure>`, or a box of any kind whose classes say which part is the
 * caption. Undefined where it holds no or several pictures, or more text than a caption has.
 */
export function readFigure(element: Element, instead: ReadonlyMap<Element, string>): HtmlFigure | undefined {
  const name = nameOf(element);
  if (name !== "figure" && !["div", "dl", "p", "span", "aside", "section", "table"].includes(name)) return undefined;
  const [image, second] = element.querySelectorAll("img");
  if (!image || second) return undefined;
  const captions = [...element.querySelectorAll("figcaption, [class]")].filter((part) => nameOf(part) === "figcaption" || hasClass(part, captionClass));
  if (name !== "figure" && captions.length === 0) return undefined;
  if (captions.some((part) => part.contains(image)) || element.querySelector("table table, pre, h1, h2, h3, iframe, video, ul, ol, p + p + p")) return undefined;
  const credits = [...element.querySelectorAll("[class], cite, small")].filter((part) => !part.contains(image) && (["cite", "small"].includes(nameOf(part)) || hasClass(part, creditClass)));
  const outer = credits.filter((part) => !credits.some((other) => other !== part && other.contains(part)));
  const caption = wordsOfHtml(element, new Map([...instead, ...outer.map((part) => [part, ""] as const)]));
  if (caption.length > longestCaption) return undefined;
  return { image, caption, credit: outer.map((part) => wordsOfHtml(part, instead)).filter((words) => words !== "").join(" ") };
}

/** True for an address or a path that ends like a picture's file: "photo.jpg", "photo.JPG?w=300". */
export function isPictureFile(address: string | undefined): boolean {
  return address !== undefined && /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)(?:[?#]|$)/iu.test(address);
}

const captionClass = /^(?:wp-)?(?:image-|img-|photo-|picture-|media-|figure-)?caption(?:-?text)?$|__caption(?:-text)?$|^(?:image|photo)-description$|^gallery-caption$/iu;
const creditClass = /credit|^(?:image|photo|picture|media)-?(?:by|byline|author|source|copyright|attribution)$|^attribution$|^photographer$|__(?:source|copyright|photographer)$/iu;

/** Captions are a few sentences; a box with more is a part of the page. */
const longestCaption = 1500;

// "a.jpg 300w, b.jpg 1024w" and "a.jpg, b.jpg 2x". A comma inside of an address is not followed by a blank.
function largestOf(srcset: string | undefined): string | undefined {
  const candidates = (srcset ?? "").split(/,\s+/u).flatMap((part) => {
    const { url, size } = /^\s*(?<url>\S+?)(?:\s+(?<size>[\d.]+)[wx])?,?\s*$/u.exec(part)?.groups ?? {};
    return url === undefined ? [] : [{ url, size: Number(size ?? 1) }];
  });
  return candidates.toSorted((a, b) => b.size - a.size)[0]?.url;
}
