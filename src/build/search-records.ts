import { formatDate } from "../html/date.ts";
import { stringsOf } from "../html/strings/strings-of.ts";
import type { CataloguedArticle } from "../model/archive.ts";
import { authorityKinds, type AuthorityRecord } from "../model/authority.ts";
import { sortKeyOf } from "../model/partial-date.ts";
import { hrefOf } from "../model/site.ts";
import { languageOf, type PageContext } from "./pages/context.ts";
import { pictureOf } from "./pages/figure.ts";
import type { SearchRecord } from "./search-record.ts";

/** What the search index holds of each article, oldest first. */
export function searchRecords(context: PageContext): readonly SearchRecord[] {
  const { articles } = context.archive;
  return articles.map((_, i) => recordOf(context, articles[articles.length - 1 - i])).filter((record) => record !== undefined);
}

function recordOf(context: PageContext, article: CataloguedArticle | undefined): SearchRecord | undefined {
  if (article === undefined) return undefined;
  const { site } = context;
  return {
    address: article.address,
    href: hrefOf(site, article.address),
    title: article.title,
    text: joined([article.dek, article.dateline?.raw]),
    markdown: article.body.markdown,
    notes: joined([...article.images.map(({ caption }) => caption), ...article.contributors.map(({ name }) => name)]),
    language: (languageOf(site, article) ?? site.language).split("-")[0]?.toLowerCase() ?? "en",
    date: sortKeyOf(article.date),
    dateText: formatDate(article.date, stringsOf(site)),
    section: article.section ?? "",
    people: names(article.about.people),
    places: names(article.about.places),
    organizations: names(article.about.organizations),
    topics: names(article.about.topics),
    authors: article.byline.map(({ name }) => name),
    aliases: aliasesOf(article),
    picture: thumbnailOf(context, article),
  };
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}

// Every name its subjects go by; those that the article prints itself are found anyway.
function aliasesOf(article: CataloguedArticle): readonly string[] {
  const records = authorityKinds.flatMap((kind) => article.about[kind]);
  return [...new Set(records.flatMap(({ name, variants }) => [name, ...variants]))];
}

function names(records: readonly AuthorityRecord[]): readonly string[] {
  return records.map(({ name }) => name);
}

function thumbnailOf(context: PageContext, article: CataloguedArticle): string | undefined {
  const image = article.images.find(({ src }) => src !== undefined);
  const formats = image && pictureOf(context, image.src, image.alt)?.formats;
  return formats?.at(-1)?.files[0]?.href;
}
