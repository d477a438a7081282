import { jsonTag, unescapeText } from "../../html/printed.ts";
import { canonicalOf, type Site } from "../../model/site.ts";
import { pointersOf, type Pointers } from "./pointers.ts";

/** What the finished text of a page says that has to agree with other pages, and what is wrong with it by itself. */
export interface PageFacts {
  /** What it leads to and shows within the site: "/people/ada/#works", "/images/bridge-640.webp"; percent-encoded, without the base path; some again and again, some joined by `joinLinks`. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  /** True where crawlers may list it: a page of HTML that is neither a redirect nor withdrawn nor the page of errors. */
  readonly indexed: boolean;
  /** Equal for pages whose main text is equal, and for few others; 0 where nobody would compare them. */
  readonly likeness: number;
  readonly faults: readonly PageFault[];
}

/** What is wrong, and how to mend it. */
export interface PageFault {
  readonly message: string;
  readonly fix: string;
}

type Origin = Pick<Site, "origin" | "base">;

/**
 * Reads the finished text of a page, as it was printed for an address. `pointers` is what its templates have told of it: see
 * `printWithPointers`.
 */
export function factsOf(text: string, address: string, site: Origin, pointers?: Pointers): PageFacts {
  if (address.endsWith(".txt")) return { links: listedPaths(text, /^Sitemap: (.+)$/gmu, site), ids: [], indexed: false, likeness: 0, faults: [] };
  if (address.endsWith(".xml")) return listFacts(text, text.includes("<feed") ? /<link rel="(?:self|alternate)"[^>]* href="([^"]*)"/gu : /<loc>([^<]*)<\/loc>/gu, site);
  if (address.endsWith(".json")) return listFacts(text, /"(?:home_page_url|feed_url|url)":\s?"([^"]*)"/gu, site, isJson(text) ? [] : [{ message: "cannot be parsed", fix: templateFix }]);
  return htmlFacts(text, address, site, pointers ?? pointersOf(text, address, site));
}

// Sitemaps name addresses in <loc>, Atom in href="" of its links, JSON Feed under "url".
function listFacts(text: string, pattern: RegExp, site: Origin, wrong: readonly PageFault[] = []): PageFacts {
  const links = listedPaths(text, pattern, site);
  const faults = links.includes("") ? [...wrong, { message: "names an address that is not below the site's own", fix: templateFix }] : wrong;
  return { links: links.filter((link) => link !== ""), ids: [], indexed: false, likeness: 0, faults };
}

function listedPaths(text: string, pattern: RegExp, { origin, base }: Origin): readonly string[] {
  const start = origin + base;
  return Array.from(text.matchAll(pattern), ([, url = ""]) => (url.startsWith(start) ? unescapeText(url.slice(start.length - 1)) : ""));
}

function htmlFacts(text: string, address: string, site: Origin, pointers: Pointers): PageFacts {
  const faults: PageFault[] = [];
  const fault = (message: string, fix: string = templateFix): void => void faults.push({ message, fix });
  const { ids, canonical, refresh, isNoindex } = pointers;

  for (const id of repeated(ids)) fault(`has the id "${id}" twice`, "an id may stand once on a page; mend the template or the heading that gives it");
  for (const anchor of pointers.anchors) if (!hasPlace(ids, anchor)) fault(`leads to ${anchor}, and has no such place`, anchorFix);
  for (const url of pointers.foreign) fault(`asks another host for ${url} when it is opened`, "put the file into the archive; a page of it asks nobody else");
  for (const what of pointers.inline) fault(`has ${what}, which the site's content security policy forbids`);
  const expected = refresh ?? canonicalOf(site, address);
  if (canonical !== expected) fault(canonical === undefined ? "has no canonical address" : `has the canonical address ${canonical} instead of ${expected}`);
  if (pointers.soundJson !== pointers.scripts) for (const json of scriptsOf(text)) if (!isJson(json)) fault("has JSON-LD that cannot be parsed");
  const main = mainOf(text);
  if (refresh === undefined && !/>[^<]*[^<\s]|<(?:img|svg)/u.test(main)) fault("is empty");
  const indexed = refresh === undefined && !isNoindex && address !== "/404.html";
  return { links: pointers.links, ids, indexed, likeness: indexed ? likenessOf(main) : 0, faults };
}

/** True for the files that name all pages: they are read when these are known. */
export function isSitemap(file: string): boolean {
  return /^sitemap(?:-\d+)?\.xml$/u.test(file);
}

/** True for the files of pages that have facts. */
export function isPage(file: string): boolean {
  return file.endsWith(".html") || file === "robots.txt" || isFeed(file);
}

/** True for the files of feeds. */
export function isFeed(file: string): boolean {
  return /(?:^|\/)feed\.(?:xml|json)$/u.test(file);
}

/** What to do about a mistake that no article can be blamed for. */
export const templateFix = "mend the template in layouts/ that prints it";

/** What to do about a link into the middle of a page. */
export const anchorFix = "correct what stands after the #, or take it out";

/** The beginning of any page: https://html.spec.whatwg.org/multipage/browsing-the-web.html#select-the-indicated-part */
export const everywhere: ReadonlySet<string> = new Set(["#", "#top"]);

function hasPlace(ids: readonly string[], anchor: string): boolean {
  return ids.includes(anchor.slice(1)) || everywhere.has(anchor) || ids.includes(decoded(anchor.slice(1)));
}

/** Part of an address as it was before it was percent-encoded. */
export function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that is one.
  }
}

/** The part of a page that is its own: what stands in its main element; "" where it has none. */
export function mainOf(text: string): string {
  const start = text.indexOf("<main");
  const end = text.lastIndexOf("</main>");
  return start === -1 || end === -1 ? "" : text.slice(start, end);
}

// Length, and a letter here and there: pages that agree in them are read again and compared (a checksum of every page would
// be a tenth of what rendering it costs). By FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/.
function likenessOf(main: string): number {
  const step = Math.ceil(main.length / lettersCompared) || 1;
  let hash = main.length;
  for (let i = 0; i < main.length; i += step) hash = Math.imul(hash ^ main.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const lettersCompared = 64;

function repeated(ids: readonly string[]): Iterable<string> {
  if (new Set(ids).size === ids.length) return [];
  return new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
}

function scriptsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf(jsonTag); at !== -1; at = text.indexOf(jsonTag, at + 1)) {
    found.push(text.slice(at + jsonTag.length, text.indexOf("</script>", at)));
  }
  return found;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
