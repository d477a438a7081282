import type { CataloguedArticle } from "../../model/archive.ts";
import { articleFields, listSeparator, type ArticleField } from "../../model/data-tables.ts";
import { mayShareText } from "../../model/open-licence.ts";
import type { PageContext } from "../pages/context.ts";
import { rightsOf, urlOf } from "./article-record.ts";
import { csvLine, type Cell } from "./csv.ts";

/** The first line of a table of articles. */
export const articleHeader = csvLine(articleFields.map(([name]) => name));

/** An article as a line of the table of articles: what is known of it, without its text. */
export function articleRow(context: PageContext, article: CataloguedArticle): string {
  const { archive } = context;
  const { about, print, source, date } = article;
  const rights = rightsOf(context, article);
  const row: Readonly<Record<ArticleField, Cell>> = {
    address: article.address,
    url: urlOf(context, article),
    title: article.title,
    date: date.text,
    date_from: calendarDay(date.earliest),
    date_to: calendarDay(date.latest),
    updated: article.updated?.text,
    kind: article.kind,
    byline: listed(article.byline, ({ name }) => name),
    dek: article.dek,
    dateline: article.dateline?.raw,
    section: article.section,
    series: article.series,
    page: print?.page,
    edition: print?.edition,
    volume: print?.volume,
    issue: print?.issue,
    people: listed(about.people, idOf),
    places: listed(about.places, idOf),
    organizations: listed(about.organizations, idOf),
    topics: listed(about.topics, idOf),
    language: article.language ?? archive.settings.language,
    source: source?.name,
    source_url: source?.url,
    rights_holder: rights?.holder,
    licence: rights?.licence,
    rights_statement: rights?.statement,
    full_text: mayShareText(article, archive.settings),
  };
  // They stand in the order of the columns, as a test shows: to look up each by its name takes half as long again.
  return csvLine(Object.values(row));
}

// Several values of one cell.
function listed<T>(values: readonly T[], textOf: (value: T) => string): string | undefined {
  return values.length === 0 ? undefined : values.map(textOf).join(listSeparator);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

// Table Schema's type "date" has four digits for the year; older days than that are told by `date` alone.
function calendarDay(day: string | undefined): string | undefined {
  return day !== undefined && /^\d{4}-/u.test(day) ? day : undefined;
}
