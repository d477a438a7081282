import { QuickFingerprint, type Print } from "../../content/quick-fingerprint.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import { oldYear } from "../../model/age.ts";
import { authorityKinds, type AuthorityRecord } from "../../model/authority.ts";
import { articlesOf, filedAs, relatedTo, seriesPart } from "./article-page.ts";
import type { PageContext } from "./context.ts";

/**
 * Names everything that an article's page shows, without making the page: its file, its neighbours' headlines, its
 * records and how many articles they have, how its writers are filed, its related articles, its place in its series. Undefined where more is shown:
 * pictures, what they depict, a redacted text. The page itself is then compared. A third of the work of a second build of
 * 19,000 articles.
 */
export function articleKey(context: PageContext, article: CataloguedArticle, older: CataloguedArticle | undefined, newer: CataloguedArticle | undefined): string | undefined {
  const { prints } = context;
  const file = context.fileFingerprints.get(article.file);
  if (file === undefined || context.archive.isRedacted || article.images.length > 0 || article.body.targets.length > 0) return undefined;
  const key = new QuickFingerprint().text(article.file).text(file).text(oldYear(article.date, context.archive.today));
  for (const neighbour of [older, newer]) {
    if (neighbour === undefined) key.number(0);
    else key.print(prints.link(neighbour));
  }
  // A record's print says of which kind it is.
  for (const kind of authorityKinds) for (const record of article.about[kind]) key.print(recordPrint(context, record));
  key.number(article.byline.length);
  for (const writer of article.byline) key.text(filedAs(context, writer));
  const related = relatedTo(context, article);
  for (const other of related) key.print(prints.brief(other));
  if (article.series !== undefined) key.text(JSON.stringify(seriesPart(context, article)));
  return key.toString();
}

function recordPrint(context: PageContext, record: AuthorityRecord): Print {
  let made = recordPrints.get(context);
  if (made === undefined) recordPrints.set(context, (made = new Map()));
  let print = made.get(record);
  if (print === undefined) {
    const { count, orMore } = articlesOf(context, record);
    print = new QuickFingerprint().text(JSON.stringify(record)).number(count).number(Number(orMore)).toPrint();
    made.set(record, print);
  }
  return print;
}

// A record is the same in two archives that are made of one folder, and the number of its articles is not.
const recordPrints = new WeakMap<PageContext, Map<AuthorityRecord, Print>>();
