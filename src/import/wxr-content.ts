import { attributeOf, readHtmlPiece } from "./html-document.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { HtmlConversion } from "./html-to-markdown.ts";
import { parseJson, isObject } from "./json-value.ts";
import { openLosses } from "./losses.ts";
import type { Losses } from "./losses.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import type { Shortcode } from "./shortcodes.ts";
import { markParagraphs } from "./wp-paragraphs.ts";
import type { WxrItem } from "./wxr-item.ts";
import type { WxrAttachment } from "./wxr-kinds.ts";
import { wxrLinks } from "./wxr-links.ts";
import type { WxrSite } from "./wxr-site.ts";
import { element, escapeHtml } from "./xml-html.ts";

/** Makes Markdown of the text of a post or page, its shortcodes, galleries and embedded addresses included. */
export function readWxrContent(item: WxrItem, text: string, site: WxrSite, firstPhoto: number): HtmlConversion {
  const losses = openLosses();
  const plain = replaceShortcodes(text, knownNames, (code) => readShortcode(code, item, site, losses));
  const html = markParagraphs(linkAddresses(plain, losses)) + readFootnotes(item, losses);
  reportBlocks(html, losses);
  const root = readHtmlPiece(html);
  for (const image of root.querySelectorAll("img")) fillFromLibrary(image, site);
  const converted = htmlToMarkdown(root, { link: wxrLinks(item.link, site, losses), firstPhoto });
  return { ...converted, notes: [...losses.notes(), ...converted.notes] };
}

const knownNames: ReadonlySet<string> = new Set(["gallery", "embed", "audio", "video", "playlist", "caption", "wp_caption"]);

function readShortcode({ name, attributes, values, content, raw }: Shortcode, item: WxrItem, site: WxrSite, losses: Losses): string | undefined {
  switch (name) {
    case "caption":
    case "wp_caption": {
      const { picture, words = "" } = /^\s*(?<picture>(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?)(?<words>[^]*)$/iu.exec(content ?? "")?.groups ?? {};
      return picture === undefined ? undefined : `\n\n<figure>${picture}<figcaption>${attributes.get("caption") ?? words}</figcaption></figure>\n\n`;
    }
    case "gallery":
      return readGallery(attributes.get("ids") ?? attributes.get("include"), item, site, losses);
    case "embed":
      return link(content ?? attributes.get("src") ?? "", losses);
    case "audio":
    case "video":
    case "playlist": {
      const ids = (attributes.get("ids") ?? "").split(",").map((id) => site.attachments.get(id.trim())?.url);
      const addresses = [...["src", "mp4", "m4v", "webm", "mp3", "m4a", "ogg", "ogv", "wav", "flv"].map((key) => attributes.get(key)), ...values, ...ids].filter((address) => address !== undefined);
      return addresses.length === 0 ? undefined : addresses.map((address) => link(address, losses)).join("");
    }
    default: {
      losses.add("warning", "shortcodes kept as text", content === undefined ? raw : raw.slice(0, raw.indexOf("]") + 1));
      if (content === undefined) return undefined;
      const end = `[/${name}]`;
      return raw.slice(0, raw.length - content.length - end.length) + replaceShortcodes(content, knownNames, (code) => readShortcode(code, item, site, losses)) + end;
    }
  }
}

// Without numbers a gallery shows what was uploaded with the post.
function readGallery(ids: string | undefined, { id }: WxrItem, site: WxrSite, losses: Losses): string {
  const wanted = ids === undefined ? (site.attached.get(id) ?? []) : ids.split(",").map((each) => each.trim()).filter((each) => each !== "");
  const figures = wanted.map((each) => {
    const attachment = site.attachments.get(each);
    if (attachment === undefined) losses.add("warning", "pictures of a gallery that the export does not hold", `attachment ${each}`);
    return attachment === undefined ? "" : figureOf(attachment);
  });
  return `\n\n${figures.join("\n\n")}\n\n`;
}

function figureOf({ url, alt, caption, credit }: WxrAttachment): string {
  const words = `${escapeHtml(caption ?? "")}${credit === undefined ? "" : ` ${element("span", { class: "credit" }, escapeHtml(credit))}`}`;
  return element("figure", {}, element("img", { src: url, alt }, "") + element("figcaption", {}, words));
}

function link(address: string, losses: Losses): string {
  const bare = address.trim();
  losses.add("change", "embedded content kept as a link", bare);
  return `\n\n${element("a", { href: bare }, escapeHtml(bare))}\n\n`;
}

// WordPress embeds what an address in a line of its own leads to.
function linkAddresses(html: string, losses: Losses): string {
  return html.replace(/(?<before>^[ \t]*|<p>\s*)(?<address>https?:\/\/[^\s<>"]+)(?<after>[ \t]*$|\s*<\/p>)/gmu, (_whole, before: string, address: string, after: string) => {
    losses.add("change", "embedded content kept as a link", address);
    return `${before}${element("a", { href: address }, escapeHtml(address))}${after}`;
  });
}

// WordPress 6.3 keeps the notes outside of the text: [{"id": "...", "content": "..."}].
function readFootnotes({ meta }: WxrItem, losses: Losses): string {
  const stored = meta.get("footnotes")?.[0] ?? "";
  if (stored.trim() === "") return "";
  const parsed = parseJson(stored);
  const notes = "value" in parsed && Array.isArray(parsed.value) ? parsed.value.filter(isObject) : undefined;
  if (notes === undefined) {
    losses.add("warning", "footnotes that cannot be read", stored);
    return "";
  }
  const items = notes.map(({ id, content }) => element("li", { id: String(id) }, `${String(content)} ${element("a", { href: `#${String(id)}-link` }, "↩")}`));
  return `\n\n${element("ol", { class: "wp-block-footnotes" }, items.join(""))}`;
}

// `<!-- wp:latest-posts {"postsToShow":3} /-->` has nothing between two tags.
function reportBlocks(html: string, losses: Losses): void {
  for (const [, name = "", settings = ""] of html.matchAll(/<!--\s+wp:([a-z][\w/-]*)\s+((?:(?!-->)[^])*?)\/-->/gu)) {
    if (name !== "footnotes") losses.add("warning", "blocks dropped that WordPress fills when it shows them", `${name} ${settings}`.trim());
  }
}

// `class="wp-image-12"` names the file of the library, whichever size of it stands there.
function fillFromLibrary(image: Element, site: WxrSite): void {
  const id = /(?:^|\s)wp-image-(?<id>\d+)(?:\s|$)/u.exec(image.getAttribute("class") ?? "")?.groups?.["id"];
  const attachment = id === undefined ? undefined : site.attachments.get(id);
  if (attachment === undefined) return;
  if (attributeOf(image, "data-orig-file") === undefined && attachment.url !== "") image.setAttribute("data-orig-file", attachment.url);
  if (attachment.alt !== undefined && attributeOf(image, "alt") === undefined) image.setAttribute("alt", attachment.alt);
}
