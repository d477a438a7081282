import { readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../model/content-error.ts";
import type { Site } from "../../model/site.ts";
import { filesBelow } from "../files-below.ts";
import { OutputFolderError } from "../publish.ts";
import { factsOf, isPage, isSitemap, mainOf } from "./page-facts.ts";
import { RenderedFacts } from "./rendered-facts.ts";
import { SiteFacts } from "./site-facts.ts";
import { addressOf, verifySite } from "./verify-site.ts";

export interface VerifiedFolder {
  readonly pages: number;
  readonly files: number;
  /** Sorted by page. */
  readonly problems: readonly Problem[];
}

/**
 * Verifies a built site from its files alone, wherever they are. Links to paths that begin as one of `elsewhere` may lead to
 * nothing. Throws OutputFolderError where the folder holds none.
 */
export function verifyFolder(folder: string, elsewhere: readonly string[] = []): VerifiedFolder {
  const files = filesBelow(folder);
  if (!files.includes("index.html") || !files.includes("sitemap.xml")) throw new OutputFolderError(`${folder} holds no site; build one first, or name its folder: backfile verify _site`);
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const site = originOf(read("index.html"));
  const factsOfFile = (file: string) => factsOf(read(file), addressOf(file), site);
  const pages = files.filter((file) => isPage(file) || isSitemap(file));
  const rendered = new RenderedFacts();
  for (const file of pages) if (!isSitemap(file)) rendered.note(file, factsOfFile(file));
  const problems = verifySite({
    facts: new SiteFacts(rendered),
    files: new Set(files),
    gone: new Set(),
    sitemaps: pages.filter(isSitemap).map((file) => ({ file, ...factsOfFile(file) })),
    sources: () => new Map(),
    elsewhere,
    sheets: files.filter((file) => file.endsWith(".css")).map((file) => ({ file, text: read(file) })),
    base: site.base,
    mainOf: (page) => mainOf(read(page)),
  });
  return { pages: pages.length, files: files.length, problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)) };
}

// The home page says where the site is to stand.
function originOf(home: string): Pick<Site, "origin" | "base"> {
  const canonical = /<link rel="canonical" href="([^"]+)"/u.exec(home)?.[1];
  if (canonical === undefined || !URL.canParse(canonical)) throw new OutputFolderError("the home page has no canonical address, so that nothing can be verified; build the site again");
  const { origin, pathname } = new URL(canonical);
  return { origin, base: pathname };
}
