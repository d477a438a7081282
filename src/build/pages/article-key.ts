import { fingerprintOf } from "../../content/fingerprint.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { oldYear } from "../../model/age.ts";
import { authorityKinds, type AuthorityRecord } from "../../model/authority.ts";
import { articlesOf, filedAs, relatedTo, seriesPart } from "./article-page.ts";
import { getBrief, type PageContext } from "./context.ts";

/**
 * Names everything that an article's page shows, without making the page: its file, its neighbours' headlines, its
 * records and how many articles they have, how its writers are filed, its related articles, its place in its series. Undefined where more is shown:
 * pictures, what they depict, a redacted text. The page itself is then compared. A third of the work of a second build of
 * 19,000 articles.
 */
export function articleKey(context: PageContext, article: CataloguedArticle, older: CataloguedArticle | undefined, newer: CataloguedArticle | undefined): string | undefined {
  const file = context.fileFingerprints.get(article.file);
  if (file === undefined || context.archive.isRedacted || article.images.length > 0 || article.body.targets.length > 0) return undefined;
  let key = `${article.file}\n${file}\n${neighbourKey(older)}\n${neighbourKey(newer)}\n${oldYear(article.date, context.archive.today) ?? ""}`;
  for (const kind of authorityKinds) {
    for (const record of article.about[kind]) {
      const { count, orMore } = articlesOf(context, record);
      key += `\n${recordKey(record)} ${count}${orMore ? "+" : ""}`;
    }
  }
  for (const writer of article.byline) key += `\n${filedAs(context, writer) ?? ""}`;
  for (const related of relatedTo(context, article)) key += `\n${briefKey(context, related)}`;
  if (article.series !== undefined) key += `\n${JSON.stringify(seriesPart(context, article))}`;
  return key;
}

function neighbourKey(article: CataloguedArticle | undefined): string {
  return article === undefined ? "" : `${article.address}\t${article.title}\t${article.language ?? ""}`;
}

function briefKey(context: PageContext, article: CataloguedArticle): string {
  const known = briefKeys.get(article);
  if (known !== undefined) return known;
  const key = JSON.stringify(getBrief(context, article));
  briefKeys.set(article, key);
  return key;
}

const briefKeys = new WeakMap<CataloguedArticle, string>();

const recordKeys = new WeakMap<AuthorityRecord, string>();

function recordKey(record: AuthorityRecord): string {
  const known = recordKeys.get(record);
  if (known !== undefined) return known;
  const key = `${record.kind} ${record.id} ${fingerprintOf(JSON.stringify(record))}`;
  recordKeys.set(record, key);
  return key;
}
