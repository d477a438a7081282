import { QuickFingerprint } from "../../content/quick-fingerprint.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { compareText } from "../../model/build-archive.ts";
import { withoutYear } from "../../model/data-tables.ts";
import { filedAs, hasFiledNames } from "../pages/article-page.ts";
import type { PageContext } from "../pages/context.ts";
import { picturesOf } from "./article-record.ts";

/** A stretch of articles of one year whose data is made, compressed and kept as one. */
export interface Run {
  /** "1987", or `withoutYear`. */
  readonly year: string;
  /** Oldest first. */
  readonly articles: readonly CataloguedArticle[];
  /** Of everything that its data shows, beside what all articles of a site share. */
  readonly fingerprint: string;
}

/**
 * Articles in a run on average: one edited article has so many compressed again, and makes this much of nothing in a file
 * (1% of its size is lost by each halving). A power of two.
 */
const usualRun = 128;
const longestRun = 512;

/**
 * Cuts an archive into runs, oldest first, those without a year before all others. A run ends behind an article whose
 * address says so, so that one more article moves no other border.
 */
export function cutRuns(context: PageContext): readonly Run[] {
  const withheld = withheldMark(context);
  const take = taking(context);
  const runs: Run[] = [];
  for (const [year, articles] of articlesByYear(context.archive.articles)) {
    let start = 0;
    let key = new QuickFingerprint().text(year).text(withheld);
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i];
      if (article === undefined) continue;
      take(key, article);
      if (i + 1 < articles.length && i + 1 - start < longestRun && !isBorder(article.address)) continue;
      runs.push({ year, articles: articles.slice(start, i + 1), fingerprint: key.toString() });
      start = i + 1;
      key = new QuickFingerprint().text(year).text(withheld);
    }
  }
  return runs;
}

// Of one address in so many. By FNV-1a, of the end of it, in which most articles differ: half the time that a checksum of zlib's
// takes.
function isBorder(address: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, address.length - 16); i < address.length; i++) hash = Math.imul(hash ^ address.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) & (usualRun - 1)) === 0;
}

/** Articles by year, each year's oldest first. */
export function articlesByYear(newestFirst: readonly CataloguedArticle[]): readonly (readonly [year: string, articles: readonly CataloguedArticle[]])[] {
  const years = new Map<string, CataloguedArticle[]>();
  for (const article of newestFirst) {
    const year = article.periods.year ?? withoutYear;
    const articles = years.get(year);
    if (articles === undefined) years.set(year, [article]);
    else articles.push(article);
  }
  const isLoose = (year: string): number => (year === withoutYear ? 0 : 1);
  return [...years].sort(([a], [b]) => isLoose(a) - isLoose(b) || compareText(a, b)).map(([year, articles]) => [year, articles.reverse()]);
}

// Which names are withheld from the texts is said by one of the YAML files.
function withheldMark({ archive, fileFingerprints }: PageContext): string {
  return archive.isRedacted ? JSON.stringify([...fileFingerprints].filter(([file]) => file.endsWith(".yaml"))) : "";
}

// Takes an article's file, and what its data takes from elsewhere: names of records, names as catalogues file them, pictures. To ask
// every article for what none has would take as long as all else.
function taking(context: PageContext): (key: QuickFingerprint, article: CataloguedArticle) => void {
  const isFiled = hasFiledNames(context.archive);
  const isPictured = context.pictures.size > 0;
  return (key, article) => {
    key.text(article.file).text(context.fileFingerprints.get(article.file)).print(context.prints.names(article));
    if (isFiled) for (const writer of article.byline) key.text(filedAs(context, writer));
    if (isPictured) key.text(JSON.stringify(picturesOf(context, article)));
  };
}
