import { bodyImages } from "../../content/body-problems.ts";
import { formatCalendar } from "../../html/date.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { Archive, CataloguedArticle } from "../../model/archive.ts";
import type { ArticleImage, Contributor } from "../../model/article.ts";
import { oldYear } from "../../model/age.ts";
import type { AuthorityKind, AuthorityRecord } from "../../model/authority.ts";
import type { Link, Manuscript, Mentionable, PlannedArticle, SeriesPart, SubjectLink } from "../../model/page.ts";
import { roughCount, type RoughCount } from "../../model/rough-count.ts";
import { foldName } from "../../model/slug.ts";
import { hrefOf, type Site } from "../../model/site.ts";
import { articleLink, getBrief, headingId, languageOf, periodLink, type PageContext } from "./context.ts";
import { withoutYearAddress } from "./list-pages.ts";
import { figureOf, placedFigures } from "./figure.ts";

/** The page of an article. `older` and `newer` are its neighbours in the archive's order. */
export function articlePage(context: PageContext, article: CataloguedArticle, older: CataloguedArticle | undefined, newer: CataloguedArticle | undefined): PlannedArticle {
  const { site } = context;
  const placed = new Set(bodyImages(article));
  const lead = leadImage(article.images, placed);
  const leadFigure = lead && figureOf(context, article, lead);
  const section = article.section === undefined ? undefined : { href: hrefOf(site, `/sections/${headingId(article.section)}/`), text: article.section };
  const day = periodLink(site, article);
  return {
    kind: "article",
    address: article.address,
    title: article.title,
    description: article.dek,
    trail: day ? dateTrail(site, day.text) : [{ href: hrefOf(site, withoutYearAddress), text: stringsOf(site).browse.withoutYear }],
    language: languageOf(site, article),
    picture: leadFigure?.picture,
    articleKind: article.kind,
    date: article.date,
    updated: article.updated,
    dek: article.dek,
    byline: article.byline.map((person) => ({ ...person, href: hrefOf(site, `/authors/${person.id ?? headingId(person.name)}/`), filedAs: filedAs(context, person) })),
    contributors: article.contributors,
    dateline: article.dateline,
    section,
    series: seriesPart(context, article),
    print: article.print,
    lead: leadFigure,
    manuscript: manuscriptOf(context, article, article.images.filter((image) => image !== lead && !(image.id !== undefined && placed.has(image.id)))),
    about: {
      people: recordLinks(context, article, "people"),
      places: recordLinks(context, article, "places"),
      organizations: recordLinks(context, article, "organizations"),
      topics: recordLinks(context, article, "topics"),
    },
    source: article.source,
    rights: article.rights,
    corrections: article.corrections,
    older: older && articleLink(site, older),
    newer: newer && articleLink(site, newer),
    dayLink: day,
    oldYear: oldYear(article.date, context.archive.today),
    related: relatedTo(context, article).map((other) => getBrief(context, other)),
  };
}

/** A writer's name as people.yaml files it, "García Márquez, Gabriel"; undefined where no record says so. */
export function filedAs({ people }: PageContext, { name, id }: Contributor): string | undefined {
  const record = (id === undefined ? undefined : people.get(id)) ?? people.get(foldName(name));
  return record !== undefined && isFiled(record) ? record.sortName : undefined;
}

/** False where `filedAs` is undefined for everybody. */
export function hasFiledNames({ subjects }: Archive): boolean {
  return subjects.people.values().some(({ record }) => isFiled(record));
}

function isFiled({ implicit, redact, sortName, name }: AuthorityRecord): boolean {
  return !implicit && !redact && sortName !== name;
}

// The one marked as lead; without a mark, the first that the text does not place itself.
function leadImage(images: readonly ArticleImage[], placed: ReadonlySet<string>): ArticleImage | undefined {
  return images.find(({ lead }) => lead) ?? images.find(({ id }) => id === undefined || !placed.has(id));
}

function manuscriptOf(context: PageContext, article: CataloguedArticle, gallery: readonly ArticleImage[]): Manuscript {
  return {
    file: article.file,
    markdown: article.body.markdown,
    figures: placedFigures(context, article),
    mentionables: context.archive.settings.firstMentionLinks ? mentionables(context.site, article) : [],
    gallery: gallery.map((image) => figureOf(context, article, image)),
  };
}

// Topics are no names: "oil" in a text means oil, not the archive's topic.
const mentionedKinds = ["people", "places", "organizations"] as const;

function mentionables(site: Site, article: CataloguedArticle): readonly Mentionable[] {
  return mentionedKinds.flatMap((kind) =>
    article.about[kind].map(({ id, name, variants }) => ({ href: hrefOf(site, `/${kind}/${id}/`), spellings: [name, ...variants] })),
  );
}

function recordLinks(context: PageContext, article: CataloguedArticle, kind: AuthorityKind): readonly SubjectLink[] {
  return article.about[kind].map((record) => ({ href: hrefOf(context.site, `/${kind}/${record.id}/`), text: record.name, articles: articlesOf(context, record) }));
}

/** How many articles the page of a record lists. */
export function articlesOf({ archive }: PageContext, { kind, id }: AuthorityRecord): RoughCount {
  return roughCount(archive.subjects[kind].get(id)?.articles.length ?? 0);
}

/** The articles to read after this one. */
export function relatedTo({ related }: PageContext, article: CataloguedArticle): readonly CataloguedArticle[] {
  return related[article.position] ?? [];
}

/** Its place in its series; undefined where it is in none. */
export function seriesPart({ series, site }: PageContext, article: CataloguedArticle): SeriesPart | undefined {
  const whole = article.series === undefined ? undefined : series.get(headingId(article.series));
  if (whole === undefined) return undefined;
  const { articles, name } = whole;
  const at = articles.indexOf(article);
  const link = (other: CataloguedArticle | undefined): Link | undefined => other && articleLink(site, other);
  return { name, part: articles.length - at, parts: articles.length, previous: link(articles[at + 1]), next: link(articles[at - 1]) };
}

// 1987 > March 1987 > 2 March 1987, as far as it is known.
function dateTrail(site: Site, period: string): readonly Link[] {
  const parts = period.split("-");
  return parts.map((_, i) => {
    const upTo = parts.slice(0, i + 1).join("-");
    return { href: hrefOf(site, `/${upTo.replaceAll("-", "/")}/`), text: formatCalendar(upTo, stringsOf(site)) };
  });
}
