import { readFileSync } from "node:fs";
import path from "node:path";
import type { Archive, CataloguedArticle } from "../../model/archive.ts";
import type { Problem } from "../../model/content-error.ts";
import type { Site } from "../../model/site.ts";
import type { Generation } from "../generation.ts";
import { factsFromBytes, factsToBytes } from "./facts-bytes.ts";
import { factsOf, mainOf } from "./page-facts.ts";
import { SiteFacts } from "./site-facts.ts";
import { placeOfLink } from "../text-links.ts";
import { addressOf, verifySite, type FinishedSite } from "./verify-site.ts";

/** A generation that is finished and not yet published. */
export interface FinishedBuild {
  /** The folder it stands in. */
  readonly folder: string;
  readonly generation: Generation;
  /** Files of its pages. */
  readonly pages: readonly string[];
  readonly site: Site;
  /** Content files that pages are there for, by the pages' files; asked only where something is wrong. */
  readonly sources: () => ReadonlyMap<string, string | undefined>;
  readonly archive: Archive;
}

export interface VerifiedBuild {
  readonly problems: readonly Problem[];
  /** For the next build: see `verifyBuild`. */
  readonly facts: Uint8Array;
}

/**
 * Verifies a generation from what was collected while its pages were rendered, and, for pages that were not, from what the
 * last build collected of them (empty where that does not hold any more). A page of which neither tells is read.
 */
export function verifyBuild({ folder, generation, pages, site, sources, archive }: FinishedBuild, rendered: SiteFacts, last: Uint8Array): VerifiedBuild {
  const read = (page: string): string => readFileSync(path.join(folder, page), "utf8");
  const fingerprintOf = (page: string): string => generation.units.get(page)?.fingerprint ?? "";
  const facts = last.length === 0 ? rendered : joinedFacts(rendered, last, fingerprintOf);
  for (const page of pages) if (!facts.has(page)) facts.set(page, factsOf(read(page), addressOf(page), site));
  const files = new Set<string>();
  for (const unit of generation.units.values()) for (const [file] of unit.files) files.add(file);
  const sheets = [...files].filter((file) => file.endsWith(".css")).map((file) => ({ file, text: read(file) }));
  const problems = verifySite({ facts, files, sources, placeOf: placesIn(archive), elsewhere: archive.settings.elsewhere, sheets, base: site.base, mainOf: (page) => mainOf(read(page)) });
  const packed = facts.pack();
  return { problems, facts: factsToBytes({ ...packed, names: packed.names.map((page) => `${fingerprintOf(page)} ${page}`) }) };
}

function placesIn({ articles }: Archive): FinishedSite["placeOf"] {
  let byFile: ReadonlyMap<string, CataloguedArticle> | undefined;
  return (file, link) => {
    byFile ??= new Map(articles.map((article) => [article.file, article]));
    const article = byFile.get(file);
    return article === undefined ? { line: undefined, column: undefined } : placeOfLink(article, link);
  };
}

// Of the pages that were rendered, and of the others as the last build collected them, where they are still what they were.
function joinedFacts(rendered: SiteFacts, last: Uint8Array, fingerprintOf: (page: string) => string): SiteFacts {
  const facts = new SiteFacts();
  facts.merge(factsFromBytes(last), (name) => {
    const page = name.slice(name.indexOf(" ") + 1);
    return !rendered.has(page) && name === `${fingerprintOf(page)} ${page}` ? page : undefined;
  });
  facts.merge(rendered.pack());
  return facts;
}
