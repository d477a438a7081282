import { forbiddenTags, listening, openingBefore, pointerKind, styleAttribute, unescapeText, type PagePart, type PointerKind, type PointerName, type PrintListener } from "../../html/printed.ts";
import { hrefOf, type Site } from "../../model/site.ts";
import { joinLinks } from "./facts-section.ts";

/** What the attributes of a page point to. */
export interface Pointers {
  /** Other addresses and files of the site, some of them again and again; those of a part that stands on every page are one text: see `joinLinks`. */
  readonly links: readonly string[];
  /** Places on the page itself, "#works". */
  readonly anchors: readonly string[];
  readonly ids: readonly string[];
  readonly canonical: string | undefined;
  /** The full address that the page leads on to by itself. */
  readonly refresh: string | undefined;
  readonly isNoindex: boolean;
  /** What a browser would fetch from elsewhere to show the page. */
  readonly foreign: readonly string[];
  /** Scripts and styles in the page itself. */
  readonly inline: readonly string[];
  /** How many JSON-LD documents the page has. */
  readonly scripts: number;
  /** Of how many of them it is known that they can be parsed. */
  readonly soundJson: number;
}

type Origin = Pick<Site, "origin" | "base">;

/**
 * What a page points to, from its finished text: walks over the attributes of a page that this program has printed. There,
 * `="` stands nowhere but in tags and in JSON-LD, since a quotation mark in text is written &quot;.
 */
export function pointersOf(text: string, address: string, site: Origin): Pointers {
  const found = new PointerListener(address, site);
  for (const [what, tag] of Object.entries(forbiddenTags)) if (text.includes(tag)) found.forbidden(what);
  found.markup(text);
  return found;
}

/**
 * Prints a page, and says what it points to: what its templates print is heard, their own text need not be walked over
 * again. A test compares it with `pointersOf`.
 */
export function printWithPointers(address: string, site: Origin, print: () => string): { readonly text: string; readonly pointers: Pointers } {
  const pointers = new PointerListener(address, site);
  return { text: listening(pointers, print), pointers };
}

class PointerListener implements Pointers, PrintListener {
  readonly links: string[] = [];
  readonly anchors: string[] = [];
  readonly ids: string[] = [];
  readonly foreign: string[] = [];
  readonly inline: string[] = [];
  canonical: string | undefined;
  refresh: string | undefined;
  isNoindex = false;
  scripts = 0;
  soundJson = 0;
  readonly #address: string;
  readonly #site: Origin;
  readonly #start: string;

  constructor(address: string, site: Origin) {
    this.#address = address;
    this.#site = site;
    this.#start = site.origin + site.base;
  }

  attribute(kind: PointerKind, value: string): void {
    switch (kind) {
      case "link":
      case "preview":
        return this.#point(value, false);
      case "part":
        return this.#point(value, true);
      case "parts":
        for (const candidate of value.split(",")) this.#point(candidate.trim().split(" ")[0] ?? "", true);
        return;
      case "id":
        return void this.ids.push(value);
      case "canonical":
        this.canonical = value;
        return;
      case "robots":
        this.isNoindex ||= value.includes("noindex");
        return;
      case "refresh":
        this.#leadOn(value.slice(value.indexOf("url=") + "url=".length));
    }
  }

  markup(text: string): void {
    for (let at = text.indexOf('="'); at !== -1; ) {
      const end = text.indexOf('"', at + 2);
      if (end === -1) break;
      const name = nameAt(text, at);
      if (name !== undefined) this.#read(openingBefore(text, at - name.length - 1), name, unescapeText(text.slice(at + 2, end)));
      // What follows is no markup.
      const isData = text.startsWith('="application/ld+json"', at);
      if (isData) this.script();
      const next = isData ? text.indexOf("</script>", end) : end + 1;
      at = next === -1 ? -1 : text.indexOf('="', next);
    }
  }

  forbidden(what: string): void {
    this.inline.push(what);
  }

  script(): void {
    this.scripts++;
  }

  json(): void {
    this.soundJson++;
  }

  part(part: PagePart): void {
    const { links, anchors, ids, foreign, inline, scripts, soundJson } = pointersOfPart(part, this.#site);
    this.links.push(...links);
    this.anchors.push(...anchors);
    this.ids.push(...ids);
    this.foreign.push(...foreign);
    this.inline.push(...inline);
    this.scripts += scripts;
    this.soundJson += soundJson;
  }

  #read(opening: string, name: PointerName, value: string): void {
    const kind = pointerKind(opening, name);
    if (kind !== undefined) this.attribute(kind, value);
    else if (name === "style") this.forbidden(styleAttribute(opening, value));
  }

  #point(url: string, isFetched: boolean): void {
    if (url.startsWith("#")) return void this.anchors.push(url);
    const link = this.#pathOf(url);
    if (link !== undefined) this.links.push(link);
    else if (isFetched && isWeb.test(url) && !url.startsWith(`${this.#site.origin}/`)) this.foreign.push(url);
  }

  #leadOn(url: string): void {
    this.#point(url, false);
    this.refresh = url.startsWith("/") ? this.#site.origin + url : url;
  }

  // An href as a path below the site, without the base path and what stands after "?"; undefined where it leads elsewhere.
  #pathOf(href: string): string | undefined {
    const { origin, base } = this.#site;
    if (href.startsWith("/") && !href.startsWith("//")) return belowBase(href, base);
    if (href.startsWith(this.#start)) return belowBase(href.slice(origin.length), base);
    if (href === "" || href.startsWith("//") || /^[a-z][a-z0-9+.-]*:/iu.test(href)) return undefined;
    const { pathname, hash } = new URL(href, `http://site${hrefOf({ base }, this.#address)}`);
    return belowBase(pathname + hash, base);
  }
}

// Read once: it is told of on every page. Its links do not depend on the page's own address, and its attributes are none of the head.
function pointersOfPart(part: PagePart, site: Origin): Pointers {
  const known = parts.get(part);
  if (known !== undefined && known.site === site) return known.pointers;
  const found = new PointerListener("/", site);
  part.tell(found);
  const pointers = { ...found, links: found.links.length === 0 ? [] : [joinLinks(found.links)] };
  parts.set(part, { site, pointers });
  return pointers;
}

const parts = new WeakMap<PagePart, { readonly site: Origin; readonly pointers: Pointers }>();

const isWeb = /^(?:https?:)?\/\//iu;

// The last letter tells the attributes that matter from "class" and most others.
function nameAt(text: string, at: number): PointerName | undefined {
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

function isNamed<N extends PointerName>(text: string, at: number, name: N): N | undefined {
  return text.startsWith(name, at - name.length) && text[at - name.length - 1] === " " ? name : undefined;
}

// Beside the archive, on the same host, may stand anything.
function belowBase(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const link = path.slice(base.length - 1);
  return link.includes("?") ? link.replace(/\?[^#]*/u, "") : link;
}
