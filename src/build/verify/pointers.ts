import { hrefOf, type Site } from "../../model/site.ts";

/** What the attributes of a page point to. */
export interface Pointers {
  /** Other addresses and files of the site, each once. */
  readonly links: Set<string>;
  /** Places on the page itself, "#works". */
  readonly anchors: Set<string>;
  readonly ids: string[];
  canonical: string | undefined;
  /** The full address that the page leads on to by itself. */
  refresh: string | undefined;
  isNoindex: boolean;
  /** What a browser would fetch from elsewhere to show the page. */
  readonly foreign: string[];
  /** Scripts and styles in the page itself. */
  readonly inline: string[];
}

type Origin = Pick<Site, "origin" | "base">;

/**
 * Walks over the attributes of a page that this program has printed: there, `="` stands nowhere but in tags and in JSON-LD,
 * since a quotation mark in text is written &quot;. It takes a tenth of the time of a parser of any HTML.
 */
export function pointersOf(text: string, address: string, site: Origin): Pointers {
  const found: Pointers = { links: new Set(), anchors: new Set(), ids: [], canonical: undefined, refresh: undefined, isNoindex: false, foreign: [], inline: [] };
  const body = text.indexOf("<body>");
  const masthead = text.indexOf("</header>", body);
  const footer = text.lastIndexOf("</main>");
  if (body === -1 || masthead === -1 || footer < masthead) {
    walk(text, address, site, found);
    findInline(text, found);
    return found;
  }
  const head = text.slice(0, body);
  walk(head, address, site, found);
  findInline(head, found);
  addShared(text.slice(body, masthead), site, found);
  walk(text.slice(masthead, footer), address, site, found);
  addShared(text.slice(footer), site, found);
  return found;
}

// Masthead and footer are the same on nearly all pages, and half of all links.
const shared = new Map<string, Pointers>();

function addShared(part: string, site: Origin, into: Pointers): void {
  let found = shared.get(part);
  if (found === undefined) {
    found = { links: new Set(), anchors: new Set(), ids: [], canonical: undefined, refresh: undefined, isNoindex: false, foreign: [], inline: [] };
    walk(part, "/", site, found);
    findInline(part, found);
    if (shared.size > 100) shared.clear();
    shared.set(part, found);
  }
  for (const link of found.links) into.links.add(link);
  for (const anchor of found.anchors) into.anchors.add(anchor);
  into.ids.push(...found.ids);
  into.foreign.push(...found.foreign);
  into.inline.push(...found.inline);
}

// Not asked of the main text: articles have no HTML of their own, and looking through all of it would cost a fifth more.
function findInline(part: string, into: Pointers): void {
  if (part.includes("<style")) into.inline.push("a style element");
  if (part.includes("<script>")) into.inline.push("a script element without a file");
}

function walk(text: string, address: string, site: Origin, into: Pointers): void {
  function point(url: string, isFetched: boolean): void {
    if (url.startsWith("#")) return void into.anchors.add(url);
    const link = pathInSite(url, address, site);
    if (link !== undefined) into.links.add(link);
    else if (isFetched && isWeb.test(url) && !url.startsWith(`${site.origin}/`)) into.foreign.push(url);
  }

  function pointFromHref(url: string, at: number): void {
    if (text.startsWith("<a ", at - "<a href".length)) return point(url, false);
    const tag = tagAt(text, at);
    if (tag.startsWith('<link rel="canonical"')) into.canonical = url;
    else point(url, tag.startsWith("<link") && !tag.startsWith('<link rel="alternate"'));
  }

  function readContent(content: string, at: number): void {
    const of = (start: string): boolean => text.startsWith(start, at - start.length - " content".length);
    if (of('<meta name="robots"')) into.isNoindex ||= content.includes("noindex");
    else if (of('<meta property="og:image"')) point(content, false);
    else if (of('<meta http-equiv="refresh"')) {
      const url = content.slice(content.indexOf("url=") + "url=".length);
      point(url, false);
      into.refresh = url.startsWith("/") ? site.origin + url : url;
    }
  }

  for (let at = text.indexOf('="'); at !== -1; ) {
    const end = text.indexOf('"', at + 2);
    if (end === -1) break;
    const name = nameAt(text, at);
    if (name !== undefined) {
      const value = unescaped(text.slice(at + 2, end));
      if (name === "href") pointFromHref(value, at);
      else if (name === "id") into.ids.push(value);
      else if (name === "content") readContent(value, at);
      else if (name === "style") into.inline.push(`a style attribute: ${tagAt(text, at)}>`);
      else if (name === "srcset") for (const candidate of value.split(",")) point(candidate.trim().split(" ")[0] ?? "", true);
      else point(value, true);
    }
    // What follows is no markup.
    const isData = text.startsWith('="application/ld+json"', at);
    at = text.indexOf('="', isData ? text.indexOf("</script>", end) : end + 1);
  }
}

const isWeb = /^(?:https?:)?\/\//iu;

type Name = "href" | "id" | "src" | "srcset" | "action" | "content" | "style";

// The last letter tells the attributes that matter from "class" and most others.
function nameAt(text: string, at: number): Name | undefined {
  switch (text[at - 1]) {
    case "f":
      return isNamed(text, at, "href");
    case "d":
      return isNamed(text, at, "id");
    case "c":
      return isNamed(text, at, "src");
    case "n":
      return isNamed(text, at, "action");
    case "e":
      return isNamed(text, at, "style");
    case "t":
      return isNamed(text, at, "content") ?? isNamed(text, at, "srcset");
    default:
      return undefined;
  }
}

function isNamed<N extends Name>(text: string, at: number, name: N): N | undefined {
  return text.startsWith(name, at - name.length) && text[at - name.length - 1] === " " ? name : undefined;
}

function tagAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf("<", at), text.indexOf(">", at));
}

// An href as a path below the site, without the base path and what stands after "?"; undefined where it leads elsewhere.
function pathInSite(href: string, address: string, { origin, base }: Origin): string | undefined {
  if (href.startsWith("/") && href[1] !== "/") return belowBase(href, base);
  if (href.startsWith(origin + base)) return belowBase(href.slice(origin.length), base);
  if (href === "" || href.startsWith("//") || /^[a-z][a-z0-9+.-]*:/iu.test(href)) return undefined;
  const { pathname, hash } = new URL(href, `http://site${hrefOf({ base }, address)}`);
  return belowBase(pathname + hash, base);
}

// Beside the archive, on the same host, may stand anything.
function belowBase(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const link = path.slice(base.length - 1);
  return link.includes("?") ? link.replace(/\?[^#]*/u, "") : link;
}

/** Text of an attribute as it was before it was escaped. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
