import { openMemoryBound } from "./bound-memory.ts";
import type { ImportedRecord } from "./draft.ts";
import { ownCopy } from "./own-copy.ts";
import { pathOf } from "./old-address.ts";
import { readTextPieces, recognizeFile } from "./source-text.ts";
import type { SourceFile } from "./source-files.ts";
import { placeWxrItem } from "./wxr-place.ts";
import { isArticle, readAttachment } from "./wxr-kinds.ts";
import type { WxrAttachment } from "./wxr-kinds.ts";
import { plainHtml } from "./plain-html.ts";
import { readWxrItem } from "./wxr-item.ts";
import { childOf, childrenOf, descendantsOf, lineOf, parseXml, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";
import { readXmlRecords } from "./xml-records.ts";

/** What the articles of a WordPress site need to know of one another, from all its export files. */
export interface WxrSite {
  /** Names of authors by their logins. */
  readonly authors: Map<string, string>;
  /** Names of categories by their numbers. */
  readonly terms: Map<string, string>;
  readonly attachments: Map<string, WxrAttachment>;
  /** Numbers of the attachments that were uploaded with a post, by the post's. */
  readonly attached: Map<string, string[]>;
  /** New addresses of the articles by their numbers: "/2019/03/pier/". */
  readonly addresses: Map<string, string>;
  /** Numbers of the articles by the paths they had, without a slash at the end. */
  readonly byPath: Map<string, string>;
  /** Hosts that the site answers at, without "www.". */
  readonly hosts: Set<string>;
  /** Files that are no WordPress export. */
  readonly refused: Map<string, ImportedRecord>;
}

/**
 * Reads all export files of a site once for what their articles share. Of each article only its number and its address
 * are kept, of each file of the media library a few lines, so that the memory stays far below the files' size.
 */
export function surveyWxr(files: readonly SourceFile[]): WxrSite {
  const site: WxrSite = { authors: new Map(), terms: new Map(), attachments: new Map(), attached: new Map(), addresses: new Map(), byPath: new Map(), hosts: new Set(), refused: new Map() };
  const boundMemory = openMemoryBound();
  for (const file of files) {
    const head = readHead(file);
    if ("kind" in head) {
      site.refused.set(file.name, head);
      continue;
    }
    readChannel(head.channel, site);
    for (const record of readXmlRecords(file, ["item"], undefined)) {
      boundMemory();
      if (record.kind === "xml") surveyItem(record.root, site);
    }
  }
  return site;
}

function surveyItem(root: XmlElement, site: WxrSite): void {
  const item = readWxrItem(root);
  if (item.type === "attachment") {
    site.attachments.set(item.id, readAttachment(item));
    if (item.parent !== "" && item.parent !== "0") {
      const parent = ownCopy(item.parent);
      site.attached.set(parent, [...(site.attached.get(parent) ?? []), item.id]);
    }
  } else if (isArticle(item)) {
    site.addresses.set(item.id, ownCopy(`/${placeWxrItem(item).path.slice(0, -".md".length)}/`));
    const path = pathOf(item.link);
    if (path !== undefined && path !== "/") site.byPath.set(ownCopy(path.replace(/\/+$/u, "")), item.id);
  }
}

function readChannel(channel: XmlElement | undefined, { authors, terms, hosts }: WxrSite): void {
  for (const author of childrenOf(channel, "author")) {
    const [login, shown] = ["author_login", "author_display_name"].map((name) => plainHtml(textOf(childOf(author, name))));
    if (login !== undefined && login !== "") authors.set(login, shown || login);
  }
  for (const category of childrenOf(channel, "category")) {
    const [id, name] = [lineOf(childOf(category, "term_id")), plainHtml(textOf(childOf(category, "cat_name")))];
    if (id !== undefined && name !== "") terms.set(id, name);
  }
  for (const name of ["base_site_url", "base_blog_url", "link"]) {
    const address = lineOf(childOf(channel, name));
    if (address !== undefined && URL.canParse(address)) hosts.add(hostOf(address));
  }
}

/** The host of an address without "www.". */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./u, "");
}

/** Longer than the list of all authors, categories and tags of any site. */
const longestHead = 67_108_864;

// What stands before the first item.
function readHead({ path, name: file }: SourceFile): { readonly channel: XmlElement | undefined } | ImportedRecord {
  const refuse = (line: number, reason: string, detail: string): ImportedRecord => ({ kind: "skipped", file, id: undefined, line, reason, detail, broken: true });
  const { charset } = recognizeFile(path, "utf-8");
  // readXmlRecords says what is wrong with it.
  if (charset === undefined) return { channel: undefined };
  let head = "";
  for (const piece of readTextPieces(path, charset)) {
    head += piece;
    const end = head.search(/<item[\s>]/u);
    if (end !== -1) head = head.slice(0, end);
    if (end !== -1 || head.length > longestHead) break;
  }
  if (!/\sxmlns:wp\s*=|<wp:wxr_version/u.test(head)) {
    const begin = /<(?<name>[A-Za-z_][\w.:-]*)/u.exec(head)?.groups?.["name"];
    return refuse(1, "is not a WordPress export", begin === undefined ? "it is not XML" : `it begins with <${begin}> and has no namespace wp`);
  }
  if (/<!ENTITY/u.test(head)) return { channel: undefined };
  const whole = `${head.replace(/<\/channel>[^]*$/u, "")}</channel></rss>`;
  const parsed = parseXml(whole, 1);
  if (parsed.fault) return refuse(parsed.fault.line, "has a damaged head", parsed.fault.message);
  return { channel: descendantsOf(parsed.root, "channel")[0] };
}
