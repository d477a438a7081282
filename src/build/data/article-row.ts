import type { CataloguedArticle } from "../../model/archive.ts";
import type { AuthorityRecord } from "../../model/authority.ts";
import { articleFields, listSeparator } from "../../model/data-tables.ts";
import { mayShareText } from "../../model/open-licence.ts";
import type { PageContext } from "../pages/context.ts";
import { rightsOf, urlOf } from "./article-record.ts";
import { csvCell, csvLine } from "./csv.ts";

/** The first line of a table of articles. */
export const articleHeader = csvLine(articleFields.map(([name]) => name));

/** An article as a line of the table of articles: what is known of it, without its text. */
export function articleRow(context: PageContext, article: CataloguedArticle): string {
  const { archive } = context;
  const { about, print, source, date } = article;
  const rights = rightsOf(context, article);
  // In the order of the columns, as a test shows.
  return `${csvCell(article.address)},${csvCell(urlOf(context, article))},${csvCell(article.title)},${csvCell(date.text)},${calendarDay(date.earliest)},${calendarDay(date.latest)},${
    csvCell(article.updated?.text)},${article.kind},${namesOf(article.byline)},${csvCell(article.dek)},${csvCell(article.dateline?.raw)},${csvCell(article.section)},${csvCell(article.series)},${
    print === undefined ? ",,," : `${csvCell(print.page)},${csvCell(print.edition)},${csvCell(print.volume)},${csvCell(print.issue)}`},${
    idsOf(about.people)},${idsOf(about.places)},${idsOf(about.organizations)},${idsOf(about.topics)},${csvCell(article.language ?? archive.settings.language)},${
    source === undefined ? "," : `${csvCell(source.name)},${csvCell(source.url)}`},${
    rights === undefined ? ",," : `${csvCell(rights.holder)},${csvCell(rights.licence)},${csvCell(rights.statement)}`},${mayShareText(article, archive.settings)}\r\n`;
}

// Several values of one cell.
function namesOf(writers: CataloguedArticle["byline"]): string {
  return writers.length === 0 ? "" : csvCell(writers.map(({ name }) => name).join(listSeparator));
}

function idsOf(records: readonly AuthorityRecord[]): string {
  return records.length === 0 ? "" : csvCell(records.map(({ id }) => id).join(listSeparator));
}

// Table Schema's type "date" has four digits for the year; older days than that are told by `date` alone.
function calendarDay(day: string | undefined): string {
  return day !== undefined && /^\d{4}-/u.test(day) ? day : "";
}
