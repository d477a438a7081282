import { placeFinder } from "../content/body-problems.ts";
import { fileOfAddress } from "../html/template.ts";
import { isOwnAddress } from "../model/address-faults.ts";
import type { Article } from "../model/article.ts";
import type { Problem } from "../model/content-error.ts";
import { decoded } from "./verify/page-facts.ts";

type Place = Pick<Problem, "file" | "line" | "column" | "excerpt">;

/** Where in an article's text a link stands, by the path it leads to ("/wp-content/a%20b.pdf#p2"); the file alone where it does not. */
export function placeOfLink(article: Pick<Article, "file" | "body">, link: string): Place {
  const target = article.body.targets.find((one) => one.kind === "link" && pathOf(one.target) === decoded(link));
  return target === undefined ? { file: article.file, line: undefined, column: undefined } : placeFinder(article)(target.line, target.target);
}

/**
 * Links of texts, from the site's root, to addresses at which no page is planned: what a build's verification would find, without
 * rendering. Links to pictures and other files are left to it, and so are anchors.
 */
export function deadTextLinks(articles: readonly Pick<Article, "file" | "address" | "body">[], addresses: Iterable<string>, elsewhere: readonly string[]): readonly Problem[] {
  const files = new Set<string>();
  for (const address of addresses) files.add(fileOfAddress(address));
  return articles.flatMap((article) =>
    article.body.targets.flatMap(({ kind, target }) => {
      if (kind !== "link" || !target.startsWith("/") || target.startsWith("//")) return [];
      const link = pathOf(target);
      const [path = ""] = link.split("#");
      if (ofFiles.test(path) || files.has(fileOfAddress(path)) || leadsElsewhere(path, elsewhere)) return [];
      return [{ ...placeOfLink(article, link), message: `the page ${article.address} ${notThere(link)}`, fix: linkFix(path, (file) => files.has(`/${file}`)) }];
    }),
  );
}

const ofFiles = /^\/(?:assets|images|pagefind)\//u;

/** What is said of a link that leads to nothing. */
export function notThere(link: string): string {
  return `leads to ${link}, which is not there`;
}

/** How to mend a link to a path at which nothing stands. `has` tells whether a file is part of the site. */
export function linkFix(path: string, has: (file: string) => boolean): string {
  return has(`${decoded(path).slice(1)}/index.html`) ? `write ${path}/` : "correct the link; one that leads out of the archive is a full web address, https://...";
}

/**
 * True for a path below one that `elsewhere` in archive.yaml names: something else than the archive stands there, or nothing any
 * more. Never for the addresses of the archive's own lists, which it makes itself.
 */
export function leadsElsewhere(path: string, elsewhere: readonly string[]): boolean {
  return elsewhere.some((start) => decoded(path).startsWith(decoded(start))) && !isOwnAddress(path);
}

function pathOf(target: string): string {
  return decoded(target.replace(/\?[^#]*/u, ""));
}
