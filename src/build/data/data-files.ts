import { csl } from "../../html/cite/csl.ts";
import { citationOf } from "../../html/cite/citation.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { articlesFile, citationsFile, dataFolder } from "../../model/data-tables.ts";
import { filedAs } from "../pages/article-page.ts";
import { languageOf, type PageContext } from "../pages/context.ts";
import { articleRecord } from "./article-record.ts";
import { articleHeader, articleRow } from "./article-row.ts";
import type { DataFormat } from "./data-format.ts";
import type { Run } from "./runs.ts";

/** A compressed file of the site: runs of articles in one form, and the text around them. */
export interface DataFile {
  /** Path from the site's root, "data/articles-1987.csv.gz". */
  readonly path: string;
  readonly format: DataFormat;
  readonly pieces: readonly DataPiece[];
}

export type DataPiece = { readonly run: Run } | { readonly text: string };

/** The compressed files of an archive: two for each year, and one for all citations. */
export function dataFiles(runs: readonly Run[]): readonly DataFile[] {
  const years = Map.groupBy(runs, ({ year }) => year);
  return [
    ...[...years].flatMap(([year, own]): readonly DataFile[] => [
      { path: `${dataFolder}/${articlesFile(year, "jsonl")}`, format: "jsonl", pieces: own.map((run) => ({ run })) },
      { path: `${dataFolder}/${articlesFile(year, "csv")}`, format: "csv", pieces: [{ text: articleHeader }, ...own.map((run) => ({ run }))] },
    ]),
    { path: `${dataFolder}/${citationsFile}`, format: "csl", pieces: [{ text: "[\n" }, ...runs.flatMap((run, i) => (i === 0 ? [{ run }] : [{ text: ",\n" }, { run }])), { text: "\n]\n" }] },
  ];
}

/** The text of a run in one form. */
export function runText(context: PageContext, { articles }: Run, format: DataFormat): string {
  switch (format) {
    case "jsonl":
      return articles.map((article) => `${JSON.stringify(articleRecord(context, article))}\n`).join("");
    case "csv":
      return articles.map((article) => articleRow(context, article)).join("");
    case "csl":
      return articles.map((article) => cslOf(context, article)).join(",\n");
  }
}

function cslOf(context: PageContext, article: CataloguedArticle): string {
  const { site } = context;
  const { address, title, date, updated, corrections, source, print, section } = article;
  const byline = article.byline.map((writer) => ({ ...writer, href: undefined, filedAs: filedAs(context, writer) }));
  return csl(address, citationOf(site, { address, title, byline, date, updated, corrections, source, print, language: languageOf(site, article) }), section);
}
