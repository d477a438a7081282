import type { Archive, CataloguedArticle, Subject } from "../../model/archive.ts";
import type { AuthorityRecord } from "../../model/authority.ts";
import { compareText } from "../../model/build-archive.ts";
import { calendarDays, type CalendarDays } from "../../model/calendar-days.ts";
import { ancestorsOf, parentsOf } from "../../model/place-tree.ts";
import { relatedArticles } from "../../model/related.ts";
import { foldName, slugOf } from "../../model/slug.ts";
import { dayOf, monthOf, yearOf } from "../../model/partial-date.ts";
import type { Brief, Link, Picture } from "../../model/page.ts";
import { hrefOf, type Site } from "../../model/site.ts";
import { Prints } from "./prints.ts";
import { gazetteerOf, type Gazetteer } from "./gazetteer.ts";

/** The formats a picture file is held in, by its path inside the content folder. */
export type PictureIndex = ReadonlyMap<string, Picture["formats"]>;

/** Authors, sections or series: a name, the address of its page, its articles newest first. */
export interface Heading {
  readonly id: string;
  readonly name: string;
  readonly articles: readonly CataloguedArticle[];
}

/** What the builders of page values read: the archive, the site, and indexes made once. */
export interface PageContext {
  readonly archive: Archive;
  readonly site: Site;
  readonly pictures: PictureIndex;
  /** Of the bytes of each article's file, by the file. */
  readonly fileFingerprints: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, Heading>;
  readonly authors: ReadonlyMap<string, Heading>;
  readonly series: ReadonlyMap<string, Heading>;
  /** By the position of the article. */
  readonly related: readonly (readonly CataloguedArticle[])[];
  readonly prints: Prints;
  /** People by id and by every folded spelling of their names. */
  readonly people: ReadonlyMap<string, AuthorityRecord>;
  /** For each place, the places that lie directly inside it. */
  readonly inside: ReadonlyMap<string, readonly Subject[]>;
  /** All places above a place, nearest first. */
  readonly ancestors: (place: AuthorityRecord) => readonly AuthorityRecord[];
  readonly calendarDays: CalendarDays;
  readonly gazetteer: Gazetteer;
}

/** Makes the indexes that many pages share. */
export function pageContext(archive: Archive, site: Site, pictures: PictureIndex, fileFingerprints: ReadonlyMap<string, string>): PageContext {
  const inside = placesInside(archive);
  return {
    archive,
    site,
    pictures,
    fileFingerprints,
    sections: headings(archive, ({ section }) => (section === undefined ? [] : [{ name: section, id: undefined }])),
    authors: headings(archive, ({ byline }) => byline),
    series: headings(archive, ({ series }) => (series === undefined ? [] : [{ name: series, id: undefined }])),
    related: relatedArticles(archive.articles),
    prints: new Prints((article) => languageOf(site, article)),
    people: peopleBySpelling(archive),
    inside,
    ancestors: ancestorsByPlace(archive),
    calendarDays: calendarDays(archive.articles),
    gazetteer: gazetteerOf(archive, inside),
  };
}

/** The id of a section's or an author's page. */
export function headingId(name: string): string {
  return slugOf(name) || "unnamed";
}

/** Href of the page of the day, month or year an article was published in, with the most that is known of it. */
export function periodLink(site: Site, article: CataloguedArticle): Link | undefined {
  const period = dayOf(article.date) ?? monthOf(article.date) ?? yearOf(article.date);
  return period === undefined ? undefined : { href: hrefOf(site, periodAddress("/", period)), text: period };
}

/** Address of a period below a list: periodAddress("/places/japan/", "1987-03") -> "/places/japan/1987/03/". */
export function periodAddress(list: string, period: string): string {
  return `${list}${period.replaceAll("-", "/")}/`;
}

/** BCP 47 tag of an article's text where it differs from the interface's. */
export function languageOf({ textLanguage }: Site, { language }: CataloguedArticle): string | undefined {
  return language ?? textLanguage;
}

/** A link to an article by its headline. */
export function articleLink(site: Site, article: CataloguedArticle): Link {
  return { href: hrefOf(site, article.address), text: article.title, language: languageOf(site, article) };
}

/** The brief of an article of the archive. */
export function getBrief(context: PageContext, article: CataloguedArticle): Brief {
  let made = briefs.get(context);
  if (made === undefined) briefs.set(context, (made = []));
  return (made[article.position] ??= briefOf(context.site, article));
}

// An article stands in a dozen lists; of most articles a second build needs none.
const briefs = new WeakMap<PageContext, (Brief | undefined)[]>();

function briefOf(site: Site, article: CataloguedArticle): Brief {
  const { href, text, language } = articleLink(site, article);
  // Written out: of joined objects each would take half as much again.
  return {
    href,
    text,
    language,
    date: article.date,
    section: article.section,
    place: article.dateline?.place ?? article.about.places[0]?.name,
    articleKind: article.kind,
  };
}

function peopleBySpelling({ subjects }: Archive): ReadonlyMap<string, AuthorityRecord> {
  const people = new Map<string, AuthorityRecord>();
  for (const { record } of subjects.people.values()) {
    for (const spelling of [record.name, ...record.variants]) people.set(foldName(spelling), record);
  }
  for (const [id, { record }] of subjects.people) people.set(id, record);
  return people;
}

function ancestorsByPlace({ subjects }: Archive): PageContext["ancestors"] {
  const places = new Map([...subjects.places].map(([id, { record }]) => [id, record]));
  const known = new Map<AuthorityRecord, readonly AuthorityRecord[]>();
  return (place) => {
    const above = known.get(place) ?? ancestorsOf(place, places);
    known.set(place, above);
    return above;
  };
}

function placesInside({ subjects }: Archive): ReadonlyMap<string, readonly Subject[]> {
  const inside = new Map<string, Subject[]>();
  for (const place of subjects.places.values()) {
    for (const parent of parentsOf(place.record)) {
      const places = inside.get(parent) ?? [];
      places.push(place);
      inside.set(parent, places);
    }
  }
  return inside;
}

function headings(
  archive: Archive,
  namesOf: (article: CataloguedArticle) => readonly { readonly name: string; readonly id: string | undefined }[],
): ReadonlyMap<string, Heading> {
  const found = new Map<string, { names: Map<string, number>; articles: CataloguedArticle[] }>();
  for (const article of archive.articles) {
    for (const { name, id } of namesOf(article)) {
      const key = id ?? headingId(name);
      const heading = found.get(key) ?? { names: new Map<string, number>(), articles: [] };
      heading.names.set(name, (heading.names.get(name) ?? 0) + 1);
      if (heading.articles.at(-1) !== article) heading.articles.push(article);
      found.set(key, heading);
    }
  }
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return new Map(sorted.map(([id, { names, articles }]) => [id, { id, name: mostUsed(names), articles }]));
}

function mostUsed(names: ReadonlyMap<string, number>): string {
  const [best] = [...names].sort(([a, n], [b, m]) => m - n || compareText(foldName(a), foldName(b)) || compareText(a, b));
  return best?.[0] ?? "";
}
