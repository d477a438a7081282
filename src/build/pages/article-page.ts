import path from "node:path/posix";
import { addressOfFile } from "../../content/address.ts";
import { renderBody, textOfMarkdown } from "../../content/markdown.ts";
import type { Mentionable } from "../../content/first-mentions.ts";
import { bodyImages } from "../../content/body-problems.ts";
import { formatCalendar } from "../../html/date.ts";
import type { CataloguedArticle } from "../../model/archive.ts";
import type { ArticleImage } from "../../model/article.ts";
import type { AuthorityKind } from "../../model/authority.ts";
import type { ArticlePage, BodyBlock, Link } from "../../model/page.ts";
import { hrefOf, type Site } from "../../model/site.ts";
import { articleLink, headingId, periodLink, type PageContext } from "./context.ts";
import { bodyFigure, figureOf } from "./figure.ts";

/** The page of an article. `older` and `newer` are its neighbours in the archive's order. */
export function articlePage(context: PageContext, article: CataloguedArticle, older: CataloguedArticle | undefined, newer: CataloguedArticle | undefined): ArticlePage {
  const { site } = context;
  const placed = new Set(bodyImages(article));
  const lead = leadImage(article.images, placed);
  const rest = article.images.filter((image) => image !== lead && !(image.id !== undefined && placed.has(image.id)));
  const leadFigure = lead && figureOf(context, article, lead);
  const section = article.section === undefined ? undefined : { href: hrefOf(site, `/sections/${headingId(article.section)}/`), text: article.section };
  const day = periodLink(site, article);
  return {
    kind: "article",
    address: article.address,
    title: article.title,
    description: article.dek ?? opening(article),
    trail: day ? dateTrail(site, day.text) : [{ href: hrefOf(site, "/dates/"), text: "Undated" }],
    language: article.language,
    picture: leadFigure?.picture,
    articleKind: article.kind,
    date: article.date,
    updated: article.updated,
    dek: article.dek,
    byline: article.byline.map((person) => ({ ...person, href: hrefOf(site, `/authors/${person.id ?? headingId(person.name)}/`) })),
    contributors: article.contributors,
    dateline: article.dateline,
    section,
    series: article.series,
    print: article.print,
    lead: leadFigure,
    body: [...body(context, article), ...rest.map((image): BodyBlock => ({ kind: "figure", figure: figureOf(context, article, image) }))],
    about: {
      people: recordLinks(site, article, "people"),
      places: recordLinks(site, article, "places"),
      organizations: recordLinks(site, article, "organizations"),
      topics: recordLinks(site, article, "topics"),
    },
    source: article.source,
    rights: article.rights,
    corrections: article.corrections,
    older: older && articleLink(site, older),
    newer: newer && articleLink(site, newer),
    dayLink: day,
  };
}

// The one marked as lead; without a mark, the first that the text does not place itself.
function leadImage(images: readonly ArticleImage[], placed: ReadonlySet<string>): ArticleImage | undefined {
  return images.find(({ lead }) => lead) ?? images.find(({ id }) => id === undefined || !placed.has(id));
}

function body(context: PageContext, article: CataloguedArticle): readonly BodyBlock[] {
  return renderBody(article.body.markdown, {
    href: (target) => bodyHref(context.site, article, target),
    figure: (target, alt, title) => bodyFigure(context, article, target, alt, title),
  }, context.archive.settings.firstMentionLinks ? mentionables(context.site, article) : []);
}

// Topics are no names: "oil" in a text means oil, not the archive's topic.
const mentionedKinds = ["people", "places", "organizations"] as const;

function mentionables(site: Site, article: CataloguedArticle): readonly Mentionable[] {
  return mentionedKinds.flatMap((kind) =>
    article.about[kind].map(({ id, name, variants }) => ({ href: hrefOf(site, `/${kind}/${id}/`), spellings: [name, ...variants] })),
  );
}

/** Where a link of a text leads: "funaro.md" in 1987/03/ -> "/1987/03/funaro/"; web addresses and anchors stay. */
export function bodyHref(site: Site, article: Pick<CataloguedArticle, "file">, target: string): string {
  const [file = "", anchor] = target.split("#");
  const end = anchor === undefined ? "" : `#${anchor}`;
  if (target.startsWith("/") && !target.startsWith("//")) return hrefOf(site, file) + end;
  if (!file.endsWith(".md") || /^[a-z][a-z0-9+.-]*:/iu.test(target)) return target;
  return hrefOf(site, addressOfFile(path.normalize(path.join(path.dirname(article.file), file)))) + end;
}

function recordLinks(site: Site, article: CataloguedArticle, kind: AuthorityKind): readonly Link[] {
  return article.about[kind].map(({ id, name }) => ({ href: hrefOf(site, `/${kind}/${id}/`), text: name }));
}

// 1987 > March 1987 > 2 March 1987, as far as it is known.
function dateTrail(site: Site, period: string): readonly Link[] {
  const parts = period.split("-");
  return parts.map((_, i) => {
    const upTo = parts.slice(0, i + 1).join("-");
    return { href: hrefOf(site, `/${upTo.replaceAll("-", "/")}/`), text: formatCalendar(upTo) };
  });
}

/** The first words of a text, cut at a word near 160 characters: what search engines show of a page. */
export function opening(article: Pick<CataloguedArticle, "body" | "title">): string {
  const text = textOfMarkdown(article.body.markdown.slice(0, 1200)).replace(/\s+/gu, " ");
  if (text === "") return article.title;
  if (text.length <= 160) return text;
  return `${text.slice(0, text.lastIndexOf(" ", 157) > 80 ? text.lastIndexOf(" ", 157) : 157)}…`;
}
