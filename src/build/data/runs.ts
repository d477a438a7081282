import { crc32 } from "node:zlib";
import { fingerprintOf } from "../../content/fingerprint.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { authorityKinds } from "../../model/authority.ts";
import { compareText } from "../../model/build-archive.ts";
import { withoutYear } from "../../model/data-tables.ts";
import { filedAs } from "../pages/article-page.ts";
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
 * (1% of its size is lost by each halving).
 */
const usualRun = 128;
const longestRun = 512;

/**
 * Cuts an archive into runs, oldest first, those without a year before all others. A run ends behind an article whose
 * address says so, so that one more article moves no other border.
 */
export function cutRuns(context: PageContext): readonly Run[] {
  const withheld = withheldMark(context);
  const runs: Run[] = [];
  for (const [year, articles] of articlesByYear(context.archive.articles)) {
    let run: CataloguedArticle[] = [];
    const close = (): void => {
      if (run.length > 0) runs.push({ year, articles: run, fingerprint: fingerprintOf(`${year}\n${withheld}\n${run.map((article) => keyOf(context, article)).join("\n")}`) });
      run = [];
    };
    for (const article of articles) {
      run.push(article);
      if (run.length >= longestRun || crc32(article.address) % usualRun === 0) close();
    }
    close();
  }
  return runs;
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

// Its file, and what its data takes from elsewhere: names of records, names as catalogues file them, pictures.
function keyOf(context: PageContext, article: CataloguedArticle): string {
  let key = `${article.file}\t${context.fileFingerprints.get(article.file) ?? ""}`;
  for (const kind of authorityKinds) for (const { id, name } of article.about[kind]) key += `\t${id}\t${name}`;
  for (const writer of article.byline) key += `\t${filedAs(context, writer) ?? ""}`;
  const pictures = picturesOf(context, article);
  return pictures === undefined ? key : `${key}\t${JSON.stringify(pictures)}`;
}
