import type { Problem } from "../../model/content-error.ts";
import { fileOfAddress } from "../../html/template.ts";
import { leadsElsewhere, linkFix, notThere } from "../text-links.ts";
import { gatherDeadLinks, type LinkProblem } from "./gather-dead-links.ts";
import { anchorFix, decoded, everywhere, templateFix, type PageFault } from "./page-facts.ts";
import { sheetFaults, type Sheet } from "./sheet-faults.ts";
import type { SiteFacts } from "./site-facts.ts";

/** A finished site that nobody has seen yet. */
export interface FinishedSite {
  /** Of all its pages, by their files. */
  readonly facts: SiteFacts;
  /** All its files: pages, pictures, scripts. */
  readonly files: ReadonlySet<string>;
  /** Content files that pages are there for, by the pages' files; asked only where something is wrong. */
  readonly sources: () => ReadonlyMap<string, string | undefined>;
  /** Where in a content file a link to a path stands, as far as that can be told. */
  readonly placeOf?: ((file: string, link: string) => Pick<Problem, "line" | "column" | "excerpt">) | undefined;
  /** Beginnings of paths that links may lead to though nothing stands there: see `leadsElsewhere`. */
  readonly elsewhere: readonly string[];
  readonly sheets: readonly Sheet[];
  /** The path the site stands at, with both slashes. */
  readonly base: string;
  /** Reads the main text of a page. */
  readonly mainOf: (page: string) => string;
}

/**
 * What is wrong with a finished site: links, anchors and pictures that lead nowhere, the sitemap and the feed against the
 * pages, two pages that show the same, what a style sheet asks for, and whatever is wrong with a page by itself. Empty where all is well.
 */
export function verifySite(site: FinishedSite): readonly Problem[] {
  const ofSheets = site.sheets.flatMap((sheet) => sheetFaults(sheet, site.files, site.base).map((fault): Found => ({ page: sheet.file, ...fault })));
  const found = [...pageFaults(site), ...sitemapFaults(site), ...duplicates(site), ...ofSheets];
  if (found.length === 0) return [];
  const sources = site.sources();
  const problems = found.map(({ page, link, isDead = false, message, fix }): LinkProblem => {
    const file = sources.get(page) ?? page;
    const place = link === undefined ? undefined : site.placeOf?.(file, link);
    return { file, line: undefined, column: undefined, ...place, message: `the ${page.endsWith(".css") ? "style sheet" : "page"} ${addressOf(page)} ${message}`, fix, deadLink: isDead ? link : undefined };
  });
  return gatherDeadLinks(problems);
}

interface Found extends PageFault {
  readonly page: string;
  /** The link that is wrong. */
  readonly link?: string;
  /** True where there is not even a page. */
  readonly isDead?: boolean;
}

function pageFaults(site: FinishedSite): readonly Found[] {
  const { facts } = site;
  const troubles = troublesOfLinks(site);
  const found: Found[] = [];
  for (const page of facts.names) {
    for (const fault of facts.faultsOf(page)) found.push({ page, ...fault });
    if (troubles.size === 0) continue;
    for (const link of facts.linksOf(page)) {
      const trouble = troubles.get(link);
      if (trouble !== undefined) found.push({ page, ...trouble });
    }
  }
  return found;
}

// Each link is looked up once, however many pages have it.
function troublesOfLinks({ facts, files, elsewhere }: FinishedSite): ReadonlyMap<number, Omit<Found, "page">> {
  const used = new Uint8Array(facts.texts.length);
  for (const page of facts.names) for (const link of facts.linksOf(page)) used[link] = 1;
  const anchors = anchorsOf(facts);
  const troubles = new Map<number, Omit<Found, "page">>();
  for (const [number, link] of facts.texts.entries()) {
    if (used[number] !== 1) continue;
    const [path = "", anchor] = link.split("#");
    const file = fileOfAddress(decoded(path)).slice(1);
    if (!files.has(file)) {
      if (leadsElsewhere(path, elsewhere)) continue;
      troubles.set(number, { link, isDead: true, message: notThere(link), fix: linkFix(path, (one) => files.has(one)) });
    } else if (anchor !== undefined && !everywhere.has(`#${anchor}`) && !anchors.has(`${file}#${decoded(anchor)}`)) {
      troubles.set(number, { link, message: `leads to ${link}, and that page has no such place`, fix: anchorFix });
    }
  }
  return troubles;
}

// Of the pages to whose places something leads.
function anchorsOf(facts: SiteFacts): ReadonlySet<string> {
  const wanted = new Set(facts.texts.filter((text) => text.startsWith("/") && text.includes("#")).map((link) => fileOfAddress(decoded(link.split("#")[0] ?? "")).slice(1)));
  const anchors = new Set<string>();
  for (const page of wanted) for (const id of facts.idsOf(page)) anchors.add(`${page}#${facts.texts[id]}`);
  return anchors;
}

// Crawlers are to be told of every page that they may list, and of no other.
function sitemapFaults({ facts }: FinishedSite): readonly Found[] {
  const listed = new Set<string>();
  const found: Found[] = [];
  for (const list of facts.names) {
    if (!/^sitemap(?:-\d+)?\.xml$|(?:^|\/)feed\.(?:xml|json)$/u.test(list)) continue;
    for (const number of facts.linksOf(list)) {
      const file = fileOfAddress(decoded(facts.texts[number] ?? "")).slice(1);
      if (!file.endsWith(".html")) continue;
      if (facts.has(file) && !facts.isIndexed(file)) found.push({ page: list, message: `names ${addressOf(file)}, which crawlers must not list`, fix: templateFix });
      if (list.startsWith("sitemap")) listed.add(file);
    }
  }
  for (const page of facts.names) {
    if (facts.isIndexed(page) && !listed.has(page)) found.push({ page, message: "is missing in the sitemap", fix: "mend the plan of pages in src/build/plan.ts" });
  }
  return found;
}

// Only among pages of one kind: "Reuters" may be an author and an organization with the same articles.
function duplicates({ facts, mainOf }: FinishedSite): readonly Found[] {
  const first = new Map<string, string>();
  const found: Found[] = [];
  for (const page of facts.names) {
    const likeness = facts.likenessOf(page);
    if (likeness === 0) continue;
    const key = `${page.slice(0, page.indexOf("/"))} ${likeness}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, page);
    else if (mainOf(page) === mainOf(other)) found.push({ page, message: `shows the same as ${addressOf(other)}`, fix: "keep one of the two" });
  }
  return found;
}

/** The address of a page's file: "people/index.html" -> "/people/". */
export function addressOf(file: string): string {
  return `/${file === "index.html" || file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file}`;
}
