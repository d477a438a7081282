import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archive, CataloguedArticle } from "../../model/archive.ts";
import type { Problem } from "../../model/content-error.ts";
import type { Site } from "../../model/site.ts";
import type { Generation } from "../generation.ts";
import { placeOfLink } from "../text-links.ts";
import { factsFromBytes, factsToBytes, type Pieces } from "./facts-bytes.ts";
import { generationFiles, goneFiles } from "./generation-files.ts";
import { factsOf, isPage, isSitemap, mainOf } from "./page-facts.ts";
import type { RenderedFacts } from "./rendered-facts.ts";
import { SiteFacts } from "./site-facts.ts";
import { addressOf, verifySite, type FinishedSite } from "./verify-site.ts";

/** A generation that is finished and not yet published. */
export interface FinishedBuild {
  /** The folder it stands in. */
  readonly folder: string;
  readonly generation: Generation;
  readonly site: Site;
  /** Content files that pages are there for, by the pages' files; asked only where something is wrong. */
  readonly sources: () => ReadonlyMap<string, string | undefined>;
  readonly archive: Archive;
}

/** What the last build has verified: the published generation, and the facts of its pages. */
export interface VerifiedBefore {
  readonly generation: Generation;
  /** See `verifyBuild`. */
  readonly facts: Pieces;
}

export interface VerifiedBuild {
  readonly problems: readonly Problem[];
  /** For the next build: see `verifyBuild`. */
  readonly facts: Pieces;
}

/**
 * Verifies a generation from what was collected while its pages were rendered. Of pages that are still what they were when the
 * last build verified them, only what may have changed under them is looked at. A page of which nobody has told is read.
 */
export function verifyBuild({ folder, generation, site, sources, archive }: FinishedBuild, rendered: RenderedFacts, last?: VerifiedBefore): VerifiedBuild {
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  const factsOfFile = (file: string) => factsOf(read(file), addressOf(file), site);
  for (const [name, { fingerprint }] of generation.units) {
    if (!rendered.has(name) && fingerprint !== last?.generation.units.get(name)?.fingerprint && isPage(name)) rendered.note(name, factsOfFile(name));
  }
  const files = generationFiles(generation);
  const facts = new SiteFacts(rendered, last && factsFromBytes(last.facts));
  const problems = verifySite({
    facts,
    files,
    gone: last === undefined ? new Set() : goneFiles(last.generation, generation),
    sitemaps: [...files].filter(isSitemap).values().map((file) => ({ file, ...factsOfFile(file) })),
    sources,
    placeOf: placesIn(archive),
    elsewhere: archive.settings.elsewhere,
    sheets: [...files].filter((file) => file.endsWith(".css")).map((file) => ({ file, text: read(file) })),
    base: site.base,
    mainOf: (page) => mainOf(read(page)),
  });
  return { problems, facts: problems.length === 0 ? factsToBytes(facts.toStore(generation.units)) : [] };
}

function placesIn({ articles }: Archive): FinishedSite["placeOf"] {
  let byFile: ReadonlyMap<string, CataloguedArticle> | undefined;
  return (file, link) => {
    byFile ??= new Map(articles.map((article) => [article.file, article]));
    const article = byFile.get(file);
    return article === undefined ? { line: undefined, column: undefined } : placeOfLink(article, link);
  };
}
