import type { Problem } from "../../model/content-error.ts";
import { fingerprintOf } from "../../content/fingerprint.ts";
import { fileOfAddress } from "../../html/template.ts";
import { leadsElsewhere, linkFix, notThere } from "../text-links.ts";
import { eachRow, likenessIn, linksIn, splitLinks, type FactsSection } from "./facts-section.ts";
import { gatherDeadLinks, type LinkProblem } from "./gather-dead-links.ts";
import { anchorFix, decoded, everywhere, isFeed, templateFix, type PageFacts, type PageFault } from "./page-facts.ts";
import { sheetFaults, type Sheet } from "./sheet-faults.ts";
import type { SiteFacts } from "./site-facts.ts";

/** A finished site that nobody has seen yet. */
export interface FinishedSite {
  /** Of all its pages but the sitemaps, by their files. */
  readonly facts: SiteFacts;
  /** Read one after the other, once. */
  readonly sitemaps: Iterable<ReadSitemap>;
  /** All its files: pages, pictures, scripts. */
  readonly files: FileSet;
  /** Files that the site had when what is told of pages that were not made now was verified, and that it has no more. */
  readonly gone: ReadonlySet<string>;
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

/** Knows the files of a site, by their paths from its root, and names them all. */
export interface FileSet extends Iterable<string> {
  has(file: string): boolean;
}

/** A sitemap, or one of its parts. */
export interface ReadSitemap extends Pick<PageFacts, "links" | "faults"> {
  readonly file: string;
}

/**
 * What is wrong with a finished site: links, anchors and pictures that lead nowhere, the sitemap and the feed against the
 * pages, two pages that show the same, what a style sheet asks for, and whatever is wrong with a page by itself. Empty where all is well.
 */
export function verifySite(site: FinishedSite): readonly Problem[] {
  const ofSheets = site.sheets.flatMap((sheet) => sheetFaults(sheet, site.files, site.base).map((fault): Found => ({ page: sheet.file, ...fault })));
  const ofPages = site.facts.faults.flatMap(([page, faults]) => faults.map((fault): Found => ({ page, ...fault })));
  const found = [...ofPages, ...linkFaults(site), ...sitemapFaults(site), ...duplicates(site), ...ofSheets];
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
  /** True where it is wrong in feeds only. */
  readonly isOfFeeds?: boolean;
}

type Trouble = Omit<Found, "page">;

// Of pages that were made now, all links; of the others those under which something has changed.
function linkFaults(site: FinishedSite): readonly Found[] {
  const { facts, gone } = site;
  const newlyHidden = facts.newlyHidden();
  const isDoubtful = (link: string): boolean => {
    const file = fileOfLink(link);
    return gone.has(file) || newlyHidden.has(file) || (link.includes("#") && facts.isMade(file));
  };
  const isAnyDoubtful = gone.size > 0 || newlyHidden.size > 0;
  return [
    ...facts.before.flatMap((section) => troublesIn(section, (isAnyDoubtful ? section.links : section.anchored).filter((links) => splitLinks(links).some(isDoubtful)), site)),
    ...facts.now.flatMap((section) => troublesIn(section, section.links, site)),
  ];
}

// Each link is looked up once, however many pages have it; who has it is asked only where something is wrong.
function troublesIn(section: FactsSection, links: readonly string[], site: FinishedSite): readonly Found[] {
  const troubles = new Map<string, readonly Trouble[]>();
  for (const joined of links) {
    const found = splitLinks(joined).flatMap((link) => troubleOf(link, site) ?? []);
    if (found.length > 0) troubles.set(joined, found);
  }
  if (troubles.size === 0) return [];
  const found: Found[] = [];
  eachRow(section.rows, (index, row) => {
    const page = section.names[index] ?? "";
    for (const number of linksIn(section.rows, row)) {
      const those = troubles.get(section.links[number] ?? "");
      if (those === undefined || !site.files.has(page) || !site.facts.isLatest(section, index)) continue;
      for (const trouble of those) if (!trouble.isOfFeeds || isFeed(page)) found.push({ page, ...trouble });
    }
  });
  return found;
}

function troubleOf(link: string, { facts, files, elsewhere }: FinishedSite): Trouble | undefined {
  const file = fileOfLink(link);
  if (!files.has(file)) {
    const path = pathOf(link);
    return leadsElsewhere(path, elsewhere) ? undefined : { link, isDead: true, message: notThere(link), fix: linkFix(path, (one) => files.has(one)) };
  }
  const anchor = link.includes("#") ? link.slice(link.indexOf("#") + 1) : undefined;
  if (anchor === undefined) return facts.hidden.has(file) ? { ...unlisted(file), isOfFeeds: true } : undefined;
  if (everywhere.has(`#${anchor}`) || facts.idsOf(file).includes(decoded(anchor))) return undefined;
  return { link, message: `leads to ${link}, and that page has no such place`, fix: anchorFix };
}

function unlisted(file: string): PageFault {
  return { message: `names ${addressOf(file)}, which crawlers must not list`, fix: templateFix };
}

function pathOf(link: string): string {
  const end = link.indexOf("#");
  return end === -1 ? link : link.slice(0, end);
}

function fileOfLink(link: string): string {
  return fileOfAddress(decoded(pathOf(link))).slice(1);
}

// Crawlers are to be told of every page that they may list, and of no other.
function sitemapFaults(site: FinishedSite): readonly Found[] {
  const { facts, files, sitemaps } = site;
  const listed = new Set<string>();
  const found: Found[] = [];
  for (const { file: page, links, faults } of sitemaps) {
    for (const fault of faults) found.push({ page, ...fault });
    for (const link of links) {
      const file = fileOfLink(link);
      listed.add(file);
      if (files.has(file) && !facts.hidden.has(file)) continue;
      const trouble = troubleOf(link, site);
      if (trouble !== undefined) found.push({ page, ...trouble });
    }
  }
  for (const page of files) {
    if (page.endsWith(".html") && !listed.has(page) && !facts.hidden.has(page)) found.push({ page, message: "is missing in the sitemap", fix: "mend the plan of pages in src/build/plan.ts" });
  }
  return found;
}

// Only among pages of one kind: "Reuters" may be an author and an organization with the same articles. Nearly all pages differ in
// their likeness; of the others each is read once.
function duplicates({ facts, files, mainOf }: FinishedSite): readonly Found[] {
  const first = new Map<number, string>();
  const doubled = new Set<number>();
  const byText = new Map<string, string>();
  const found: Found[] = [];
  const textOf = (page: string): string => `${kindOf(page)} ${fingerprintOf(mainOf(page))}`;
  const note = (page: string, other: string): void => void found.push({ page, message: `shows the same as ${addressOf(other)}`, fix: "keep one of the two" });
  const compare = (page: string): void => {
    const text = textOf(page);
    const other = byText.get(text);
    if (other === undefined) byText.set(text, page);
    else note(page, other);
  };
  // The first page of a likeness is not read before there is a second.
  const hasFirst = (likeness: number): boolean => {
    const page = first.get(likeness);
    if (page === undefined) return false;
    if (!doubled.has(likeness)) compare(page);
    doubled.add(likeness);
    return true;
  };
  for (const { names, rows } of facts.now) {
    eachRow(rows, (index, row) => {
      const [page, likeness] = [names[index] ?? "", likenessIn(rows, row)];
      if (likeness === 0) return;
      if (hasFirst(likeness)) compare(page);
      else first.set(likeness, page);
    });
  }
  for (const section of facts.before) {
    eachRow(section.rows, (index, row) => {
      const likeness = likenessIn(section.rows, row);
      const other = first.has(likeness) ? (section.names[index] ?? "") : "";
      if (!files.has(other) || !facts.isLatest(section, index) || !hasFirst(likeness)) return;
      const page = byText.get(textOf(other));
      if (page !== undefined) note(page, other);
    });
  }
  return found;
}

// By its first folder.
function kindOf(page: string): string {
  return page.slice(0, page.indexOf("/"));
}

/** The address of a page's file: "people/index.html" -> "/people/". */
export function addressOf(file: string): string {
  return `/${file === "index.html" || file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file}`;
}
