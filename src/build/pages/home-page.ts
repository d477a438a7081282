import type { CataloguedArticle, Subject } from "../../model/archive.ts";
import { compareText } from "../../model/build-archive.ts";
import { volumeOf } from "../../model/volume.ts";
import type { AboutPage, CountedLink, HomePage, NotFoundPage, SearchPage, Teaser } from "../../model/page.ts";
import { renderMarkdown } from "../../content/markdown.ts";
import { countArticles } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import { hrefOf } from "../../model/site.ts";
import { bodyHref } from "../body-href.ts";
import { getBrief, type PageContext } from "./context.ts";
import { pictureOf } from "./figure.ts";
import { monthLinks } from "./on-this-day.ts";

const secondsShown = 6;
/** Of these the first, one row on a wide screen, show their pictures. */
const pictured = 3;
const briefsShown = 20;
const mostMentioned = 12;

/** The front page: the newest articles, and the ways in. */
export function homePage(context: PageContext): HomePage {
  const { archive, site } = context;
  const strings = stringsOf(site);
  const years = countYears(context);
  const [lead, ...others] = frontArticles(archive.articles);
  const seconds = others.slice(0, secondsShown);
  const briefs = archive.articles.filter((article) => article !== lead && !seconds.includes(article)).slice(0, briefsShown);
  return {
    kind: "home",
    address: "/",
    title: site.title,
    description: site.description ?? strings.home.description(site.title, countArticles(archive.articles.length, strings)),
    trail: [],
    language: undefined,
    picture: undefined,
    counts: countsOf(context),
    firstYear: years[0]?.text,
    lastYear: years.at(-1)?.text,
    lead: lead && teaser(context, lead),
    seconds: seconds.map((article, i) => (i < pictured ? teaser(context, article) : { ...teaser(context, article), picture: undefined })),
    briefs: briefs.map((article) => getBrief(context, article)),
    years,
    volume: volumeOf(archive.articles),
    months: monthLinks(site),
    people: most(context, archive.subjects.people),
    places: most(context, archive.subjects.places),
    organizations: most(context, archive.subjects.organizations),
    topics: most(context, archive.subjects.topics),
    sections: [...context.sections.values()].map(({ id, name, articles }) => ({ href: hrefOf(site, `/sections/${id}/`), text: name, count: articles.length })),
  };
}

/** The page about the archive, from `about` of archive.yaml. */
export function aboutPage(context: PageContext): AboutPage {
  const { about } = context.archive.settings;
  const { article, names, pages } = stringsOf(context.site);
  return {
    kind: "about",
    address: "/about/",
    title: names.about,
    description: pages.aboutDescription(context.site.title),
    trail: [],
    language: undefined,
    picture: undefined,
    markup: about === undefined ? undefined : renderMarkdown(about, (target) => bodyHref(context.site, "archive.yaml", target), article.table),
    counts: countsOf(context),
  };
}

/** The search page; `ways` are for readers without scripts. */
export function searchPage({ site }: PageContext): SearchPage {
  const { names, search } = stringsOf(site);
  const ways = ["dates", "people", "places", "organizations", "topics"] as const;
  return {
    kind: "search",
    address: "/search/",
    title: names.search,
    description: search.description(site.title),
    trail: [],
    language: undefined,
    picture: undefined,
    ways: ways.map((name) => ({ href: hrefOf(site, `/${name}/`), text: names[name] })),
  };
}

/** What a host shows for an address where nothing stands. */
export function notFoundPage({ site }: PageContext): NotFoundPage {
  const { pages } = stringsOf(site);
  return {
    kind: "not-found",
    address: "/404.html",
    title: pages.notFound,
    description: pages.notFoundDescription(site.title),
    trail: [],
    language: undefined,
    picture: undefined,
  };
}

function countsOf({ archive }: PageContext): HomePage["counts"] {
  return { articles: archive.articles.length, people: archive.subjects.people.size, places: archive.subjects.places.size };
}

// A lead wants a picture: the newest article that holds one comes first, then the newest others.
function frontArticles(articles: readonly CataloguedArticle[]): readonly CataloguedArticle[] {
  const newest = articles.slice(0, 60);
  const lead = newest.find(hasPicture) ?? newest[0];
  if (lead === undefined) return [];
  const rest = newest.filter((article) => article !== lead);
  return [lead, ...rest.filter(hasPicture), ...rest.filter((article) => !hasPicture(article))];
}

function hasPicture({ images }: CataloguedArticle): boolean {
  return images.some(({ src }) => src !== undefined);
}

function teaser(context: PageContext, article: CataloguedArticle): Teaser {
  const image = article.images.find(({ lead, src }) => lead && src !== undefined) ?? article.images.find(({ src }) => src !== undefined);
  return { ...getBrief(context, article), dek: article.dek, picture: image && pictureOf(context, image.src, image.alt) };
}

function countYears({ archive, site }: PageContext): readonly CountedLink[] {
  const counts = new Map<string, number>();
  for (const { periods: { year } } of archive.articles) {
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([text, count]) => ({ href: hrefOf(site, `/${text}/`), text, count }));
}

function most({ site }: PageContext, subjects: ReadonlyMap<string, Subject>): readonly CountedLink[] {
  return [...subjects.values()]
    .filter(({ articles }) => articles.length > 0)
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.record.id, b.record.id))
    .slice(0, mostMentioned)
    .map(({ record, articles }) => ({ href: hrefOf(site, `/${record.kind}/${record.id}/`), text: record.name, count: articles.length }));
}
