import { listening, openingBefore, unescapeText, type PrintedName, type PrintListener } from "../../html/printed.ts";
import { hrefOf, type Site } from "../../model/site.ts";

/** What the attributes of a page point to. */
export interface Pointers {
  /** Other addresses and files of the site, each once. */
  readonly links: ReadonlySet<string>;
  /** Places on the page itself, "#works". */
  readonly anchors: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly canonical: string | undefined;
  /** The full address that the page leads on to by itself. */
  readonly refresh: string | undefined;
  readonly isNoindex: boolean;
  /** What a browser would fetch from elsewhere to show the page. */
  readonly foreign: readonly string[];
  /** Scripts and styles in the page itself. */
  readonly inline: readonly string[];
  /** How many JSON-LD documents the page has of which it is known that they can be parsed. */
  readonly soundJson: number;
}

type Origin = Pick<Site, "origin" | "base">;

/**
 * What a page points to, from its finished text: walks over the attributes of a page that this program has printed. There,
 * `="` stands nowhere but in tags and in JSON-LD, since a quotation mark in text is written &quot;.
 */
export function pointersOf(text: string, address: string, site: Origin): Pointers {
  const found = new PointerListener(address, site);
  if (text.includes("<style")) found.forbidden("a style element");
  if (text.includes("<script>")) found.forbidden("a script element without a file");
  found.markup(text);
  return found;
}

/**
 * Prints a page, and says what it points to: what its templates print is heard, their own text need not be walked over
 * again. A test compares it with `pointersOf`.
 */
export async function printWithPointers(address: string, site: Origin, print: () => Promise<string>): Promise<{ readonly text: string; readonly pointers: Pointers }> {
  const pointers = new PointerListener(address, site);
  return { text: await listening(pointers, print), pointers };
}

class PointerListener implements Pointers, PrintListener {
  readonly links = new Set<string>();
  readonly anchors = new Set<string>();
  readonly ids: string[] = [];
  readonly foreign: string[] = [];
  readonly inline: string[] = [];
  canonical: string | undefined;
  refresh: string | undefined;
  isNoindex = false;
  soundJson = 0;
  readonly #address: string;
  readonly #site: Origin;

  constructor(address: string, site: Origin) {
    this.#address = address;
    this.#site = site;
  }

  attribute(opening: string, name: PrintedName, value: string): void {
    switch (name) {
      case "href":
        if (opening.startsWith('<link rel="canonical"')) this.canonical = value;
        else this.#point(value, opening.startsWith("<link") && !opening.startsWith('<link rel="alternate"'));
        return;
      case "id":
        this.ids.push(value);
        return;
      case "content":
        this.#readContent(opening, value);
        return;
      case "style":
        this.inline.push(`a style attribute: ${opening} style="${value}">`);
        return;
      case "srcset":
        for (const candidate of value.split(",")) this.#point(candidate.trim().split(" ")[0] ?? "", true);
        return;
      case "src":
      case "action":
        this.#point(value, true);
    }
  }

  markup(text: string): void {
    for (let at = text.indexOf('="'); at !== -1; ) {
      const end = text.indexOf('"', at + 2);
      if (end === -1) break;
      const name = nameAt(text, at);
      if (name !== undefined) this.attribute(openingBefore(text, at - name.length - 1), name, unescapeText(text.slice(at + 2, end)));
      // What follows is no markup.
      const isData = text.startsWith('="application/ld+json"', at);
      at = text.indexOf('="', isData ? text.indexOf("</script>", end) : end + 1);
    }
  }

  forbidden(what: string): void {
    this.inline.push(what);
  }

  json(): void {
    this.soundJson++;
  }

  #point(url: string, isFetched: boolean): void {
    if (url.startsWith("#")) return void this.anchors.add(url);
    const link = pathInSite(url, this.#address, this.#site);
    if (link !== undefined) this.links.add(link);
    else if (isFetched && isWeb.test(url) && !url.startsWith(`${this.#site.origin}/`)) this.foreign.push(url);
  }

  #readContent(opening: string, content: string): void {
    if (opening === '<meta name="robots"') this.isNoindex ||= content.includes("noindex");
    else if (opening === '<meta property="og:image"') this.#point(content, false);
    else if (opening === '<meta http-equiv="refresh"') {
      const url = content.slice(content.indexOf("url=") + "url=".length);
      this.#point(url, false);
      this.refresh = url.startsWith("/") ? this.#site.origin + url : url;
    }
  }
}

const isWeb = /^(?:https?:)?\/\//iu;

// The last letter tells the attributes that matter from "class" and most others.
function nameAt(text: string, at: number): PrintedName | undefined {
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

function isNamed<N extends PrintedName>(text: string, at: number, name: N): N | undefined {
  return text.startsWith(name, at - name.length) && text[at - name.length - 1] === " " ? name : undefined;
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
