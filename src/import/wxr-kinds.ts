import { readCaption } from "./caption.ts";
import { ownCopy } from "./own-copy.ts";
import { plainHtml } from "./plain-html.ts";
import type { WxrItem } from "./wxr-item.ts";

/** A file of WordPress's media library, as an article shows it. */
export interface WxrAttachment {
  readonly url: string;
  readonly alt: string | undefined;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** The day it was taken, where the camera had written it into the file. */
  readonly date: string | undefined;
}

/** Reads an attachment: its caption is its excerpt, the rest stands in its custom fields. */
export function readAttachment({ attachmentUrl, excerpt, content, meta }: WxrItem): WxrAttachment {
  const first = (name: string): string | undefined => copied(plainHtml(meta.get(name)?.[0] ?? ""));
  const camera = meta.get("_wp_attachment_metadata")?.[0] ?? "";
  const credit = ["_media_credit", "media_credit", "_navis_media_credit", "_credit", "credit", "photo_credit", "_wp_attachment_credit"].map(first).find((value) => value !== undefined) ?? copied(plainHtml(serialized(camera, "credit") ?? ""));
  // What the library calls the description stands in for a caption.
  const text = plainHtml(excerpt) || plainHtml(content);
  const split = credit === undefined ? readCaption(text) : undefined;
  return { url: ownCopy(attachmentUrl), alt: first("_wp_attachment_image_alt"), caption: copied(split?.text ?? text), credit: credit ?? copied(split?.credit ?? ""), date: dayOf(serialized(camera, "created_timestamp")) };
}

/** True for what readers saw as a page of its own; what WordPress and its plugins keep for themselves is none. */
export function isArticle({ type }: WxrItem): boolean {
  return type !== "attachment" && !internalTypes.test(type);
}

// WordPress 6 and widespread plugins (Advanced Custom Fields, Contact Form 7, WooCommerce's orders, page builders).
const internalTypes =
  /^(?:revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf.*|wpcf7.*|wpforms.*|ninja.*|shop_order.*|shop_coupon|scheduled-action|elementor_.*|vc_.*|et_.*|fl-.*|jetpack.*|feedback|amp_.*|mc4wp.*|tablepress_table|ml-slider|popup.*|)$/u;

// PHP's serialize: s:6:"credit";s:7:"Ann Lee";
function serialized(text: string, name: string): string | undefined {
  const at = text.indexOf(`"${name}";`);
  return at === -1 ? undefined : /^s:\d+:"(?<value>[^"]*)"|^i:(?<number>\d+)/u.exec(text.slice(at + name.length + 3))?.[0].replace(/^s:\d+:"|^i:|"$/gu, "");
}

// WordPress keeps the camera's clock as if it were Greenwich's; a clock that was never set says 1970 or 0.
function dayOf(seconds: string | undefined): string | undefined {
  const time = Number(seconds ?? 0) * 1000;
  return Number.isSafeInteger(time) && time > 63_072_000_000 && time < 8.64e15 ? ownCopy(new Date(time).toISOString().slice(0, 10)) : undefined;
}

function copied(text: string): string | undefined {
  return text === "" ? undefined : ownCopy(text);
}
