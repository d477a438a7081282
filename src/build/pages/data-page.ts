import { stringsOf } from "../../html/strings/strings-of.ts";
import { authorityKinds } from "../../model/authority.ts";
import { articlesFile, citationsFile, dataFolder, descriptorFile, fixityFile, recordsFile, withoutYear } from "../../model/data-tables.ts";
import { mayShareText } from "../../model/open-licence.ts";
import type { DataPage, Link } from "../../model/page.ts";
import { hrefOf } from "../../model/site.ts";
import { articlesByYear } from "../data/runs.ts";
import type { PageContext } from "./context.ts";

export const dataAddress = `/${dataFolder}/`;

/** The page /data/. */
export function dataPage({ archive, site }: PageContext): DataPage {
  const { data } = stringsOf(site);
  const link = (file: string): Link => ({ href: hrefOf(site, dataAddress + file), text: file });
  return {
    kind: "data",
    address: dataAddress,
    title: data.title,
    description: data.description(site.title),
    trail: [],
    language: undefined,
    picture: undefined,
    articles: archive.articles.length,
    texts: archive.articles.filter((article) => mayShareText(article, archive.settings)).length,
    years: articlesByYear(archive.articles).map(([year, articles]) => ({
      year: year === withoutYear ? undefined : year,
      articles: articles.length,
      lines: link(articlesFile(year, "jsonl")),
      table: link(articlesFile(year, "csv")),
    })),
    tables: authorityKinds.filter((kind) => archive.subjects[kind].size > 0).map((kind) => ({ ...link(recordsFile(kind)), count: archive.subjects[kind].size })),
    citations: link(citationsFile),
    descriptor: link(descriptorFile),
    fixity: link(fixityFile),
  };
}
