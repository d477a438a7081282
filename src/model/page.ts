import type { ArticleKind, Contributor, Correction, PrintPlace, Rights, Source } from "./article.ts";
import type { AuthorityKind, AuthorityRecord } from "./authority.ts";
import type { Credit } from "./credit.ts";
import type { Dateline } from "./dateline.ts";
import type { Locator, LocatorMap } from "./map.ts";
import type { PartialDate } from "./partial-date.ts";
import type { RoughCount } from "./rough-count.ts";
import type { Volume } from "./volume.ts";
import type { FeedFormat, FeedPage, PlannedFeed } from "./feed.ts";
import type { IndexPage, OnThisDayPage, PlacesMapPage, PlannedPlacesMap } from "./way-page.ts";

/*
 * Page values: everything a template prints, as plain data. They can be written as JSON, so that a page can be
 * compared with the last build's and rendered by another process. Hrefs contain the base path.
 */

export interface Link {
  readonly href: string;
  readonly text: string;
  /** BCP 47 tag where the text is not in the archive's language. */
  readonly language?: string | undefined;
}

export interface CountedLink extends Link {
  readonly count: number;
}

/** What the document around every page needs. */
export interface Frame {
  /** Address from the site's root, "/people/": where the page is written, without the base path. */
  readonly address: string;
  /** Name of the page without the archive's. */
  readonly title: string;
  readonly description: string;
  /** The way from the home page to this one; the page itself is not in it. */
  readonly trail: readonly Link[];
  /** BCP 47 tag of the page's main text where it differs from the archive's. */
  readonly language: string | undefined;
  /** Picture for previews on other sites. */
  readonly picture: Picture | undefined;
}

/** One size of a picture. */
export interface PictureFile {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** A picture the archive holds, in several widths and formats. */
export interface Picture {
  /** Formats from the best to the fallback, each from the narrowest to the widest; the last can be read everywhere. */
  readonly formats: readonly { readonly type: string; readonly files: readonly PictureFile[] }[];
  readonly alt: string;
}

export interface Figure {
  /** Undefined: the picture is not held. */
  readonly picture: Picture | undefined;
  readonly caption: string | undefined;
  readonly credit: Credit | undefined;
  readonly rights: Rights | undefined;
  readonly date: PartialDate | undefined;
  readonly place: string | undefined;
  readonly people: readonly Link[];
  /** The year to label it with where the photo is older than the story. */
  readonly fileYear: string | undefined;
}

/** A stretch of an article's text: rendered Markdown, or a figure at its place. */
export type BodyBlock =
  | { readonly kind: "markup"; readonly markup: string }
  | { readonly kind: "figure"; readonly figure: Figure };

/** One line of a list of articles. */
export interface Brief extends Link {
  readonly date: PartialDate;
  readonly section: string | undefined;
  readonly place: string | undefined;
  readonly articleKind: ArticleKind;
}

/** A brief with the things a front page shows. */
export interface Teaser extends Brief {
  readonly dek: string | undefined;
  readonly picture: Picture | undefined;
}

/** The text of an article before it is rendered, with everything that its links, pictures and names lead to. */
export interface Manuscript {
  /** Path of its file inside the content folder, from which its links are resolved. */
  readonly file: string;
  readonly markdown: string;
  /** Figures of the pictures it places, by target as written. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly mentionables: readonly Mentionable[];
  /** Figures below the text: pictures that are neither the lead nor placed. */
  readonly gallery: readonly Figure[];
}

/** A page that the first mention of its subject in a text should lead to. */
export interface Mentionable {
  readonly href: string;
  /** The name and every variant of it. */
  readonly spellings: readonly string[];
}

/** An article's page as it is planned: the text is still Markdown, and the description may have to be taken from it. */
export interface PlannedArticle extends Omit<ArticlePage, "body" | "description"> {
  readonly description: string | undefined;
  readonly manuscript: Manuscript;
}

export interface ArticlePage extends Frame {
  readonly kind: "article";
  readonly articleKind: ArticleKind;
  readonly date: PartialDate;
  readonly updated: PartialDate | undefined;
  readonly dek: string | undefined;
  readonly byline: readonly Writer[];
  readonly contributors: readonly Contributor[];
  readonly dateline: Dateline | undefined;
  readonly section: Link | undefined;
  readonly series: SeriesPart | undefined;
  readonly print: PrintPlace | undefined;
  readonly lead: Figure | undefined;
  readonly body: readonly BodyBlock[];
  readonly about: Readonly<Record<AuthorityKind, readonly SubjectLink[]>>;
  readonly source: Source | undefined;
  readonly rights: Rights | undefined;
  readonly corrections: readonly Correction[];
  readonly older: Link | undefined;
  readonly newer: Link | undefined;
  readonly dayLink: Link | undefined;
  /** The year to mark it with where its news is old. */
  readonly oldYear: string | undefined;
  readonly related: readonly Brief[];
}

/** Someone of a byline: the page of their articles, and the name as a catalogue files it where a record says so. */
export interface Writer extends Contributor {
  readonly href: string | undefined;
  readonly filedAs?: string | undefined;
}

/** A person, place, organization or topic of an article, with the number of articles on its page. */
export interface SubjectLink extends Link {
  readonly articles: RoughCount;
}

/** An article's place in its series, which runs from the oldest to the newest. */
export interface SeriesPart {
  readonly name: string;
  readonly part: number;
  readonly parts: number;
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** The kinds of list an archive has: of articles of a period, of a subject, of an author or of a section. */
export type ListKind = "period" | AuthorityKind | "authors" | "sections";

/** One day of a calendar month. */
export interface CalendarDay {
  readonly day: number;
  readonly href: string | undefined;
  readonly count: number;
}

export interface CalendarMonth {
  /** "1987-03" */
  readonly month: string;
  readonly name: string;
  readonly link: CountedLink | undefined;
  /** Weeks from Monday to Sunday; null before the first and after the last day (JSON has no undefined in lists). */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** A list of articles: all of them, or the newest and the shorter periods that hold the rest. */
export interface ListPage extends Frame {
  readonly kind: "list";
  readonly listKind: ListKind;
  /** What is counted in all its periods. */
  readonly count: number;
  /** Shorter periods, oldest first; empty where all articles are listed. */
  readonly periods: readonly CountedLink[];
  readonly briefs: readonly Brief[];
  /** True where `briefs` are only the newest. */
  readonly cut: boolean;
  readonly older: Link | undefined;
  readonly newer: Link | undefined;
  readonly calendar: readonly CalendarMonth[];
  /** On the first page of a list that is cut: its oldest articles, oldest first. */
  readonly oldest: readonly Brief[];
  /** On the first page of a subject, author or section: its articles over time. */
  readonly volume: Volume | undefined;
  /** On such a page: the dates of its first and last article, where they differ. */
  readonly span: readonly [from: PartialDate, to: PartialDate] | undefined;
  /** Hrefs of the feeds of such a page, where it has enough articles for them. */
  readonly feeds: Readonly<Record<FeedFormat, string>> | undefined;
  /** On the page of a day: the page of this calendar day over all years. */
  readonly onThisDay: Link | undefined;
  /** On the first page of a subject: what is known of it. */
  readonly record: RecordFacts | undefined;
}

export interface RecordFacts {
  readonly record: AuthorityRecord;
  readonly profile: string | undefined;
  readonly portrait: Picture | undefined;
  readonly spellings: readonly string[];
  /** Of a place: the places it lies in, nearest first. */
  readonly parents: readonly Link[];
  /** Of a place: the places directly inside it, each with all that lies inside that. */
  readonly inside: readonly CountedLink[];
  /** Of a place with others inside it: how many articles are tagged with the place itself. */
  readonly ownCount: number | undefined;
  /** Whom and what the articles name beside it; kinds without any are left out. */
  readonly company: readonly Company[];
  readonly map: LocatorMap | undefined;
}

/** What is known of a subject as it is planned: its map is not drawn yet. */
export interface PlannedFacts extends Omit<RecordFacts, "map"> {
  readonly locator: Locator | undefined;
}

/** A list as it is planned. */
export interface PlannedList extends Omit<ListPage, "record"> {
  readonly record: PlannedFacts | undefined;
}

/** Records of one kind that a subject's articles also name, most frequent first, and how many more there are. */
export interface Company {
  readonly kind: AuthorityKind;
  readonly entries: readonly CountedLink[];
  readonly others: number;
}

export interface HomePage extends Frame {
  readonly kind: "home";
  readonly counts: { readonly articles: number; readonly people: number; readonly places: number };
  readonly firstYear: string | undefined;
  readonly lastYear: string | undefined;
  readonly lead: Teaser | undefined;
  readonly seconds: readonly Teaser[];
  readonly briefs: readonly Brief[];
  readonly years: readonly CountedLink[];
  /** All articles over time, where there is enough to draw. */
  readonly volume: Volume | undefined;
  /** The months of "on this day", January first. */
  readonly months: readonly Link[];
  readonly people: readonly CountedLink[];
  readonly places: readonly CountedLink[];
  readonly organizations: readonly CountedLink[];
  readonly topics: readonly CountedLink[];
  readonly sections: readonly CountedLink[];
}

export interface SearchPage extends Frame {
  readonly kind: "search";
  readonly ways: readonly Link[];
}

export interface AboutPage extends Frame {
  readonly kind: "about";
  readonly markup: string | undefined;
  readonly counts: HomePage["counts"];
}

export interface NotFoundPage extends Frame {
  readonly kind: "not-found";
}

/** What stands at the address of an article that was taken back. */
export interface TombstonePage extends Frame {
  readonly kind: "tombstone";
  readonly date: PartialDate;
  readonly reason: string;
}

/** All corrections, newest first. */
export interface CorrectionsPage extends Frame {
  readonly kind: "corrections";
  readonly entries: readonly { readonly correction: Correction; readonly article: Link }[];
}

/** A former address that leads to the present one without a server's help. */
export interface RedirectPage {
  readonly kind: "redirect";
  readonly address: string;
  readonly to: string;
}

/** Addresses for crawlers, each with the day of its newest content where one is known. */
export interface SitemapPage {
  readonly kind: "sitemap";
  readonly address: string;
  readonly entries: readonly SitemapEntry[];
}

export interface SitemapEntry {
  readonly address: string;
  readonly modified: string | undefined;
  /** Full addresses of the page's own pictures. */
  readonly images: readonly string[];
}

export interface SitemapIndexPage {
  readonly kind: "sitemap-index";
  readonly address: string;
  readonly parts: readonly Omit<SitemapEntry, "images">[];
}

export interface RobotsPage {
  readonly kind: "robots";
  readonly address: string;
}

/** What a browser needs to offer the archive among its search engines. */
export interface OpenSearchPage {
  readonly kind: "opensearch";
  readonly address: string;
}

/** The page that explains the data and leads to its files. */
export interface DataPage extends Frame {
  readonly kind: "data";
  /** How many articles there are, and how many whose text the files have. */
  readonly articles: number;
  readonly texts: number;
  readonly years: readonly DataYear[];
  readonly tables: readonly CountedLink[];
  readonly citations: Link;
  readonly descriptor: Link;
  readonly fixity: Link;
}

/** The files of a year; without one, of the articles that stand in no certain year. */
export interface DataYear {
  readonly year: string | undefined;
  readonly articles: number;
  readonly lines: Link;
  readonly table: Link;
}

export type Page =
  | ArticlePage
  | ListPage
  | IndexPage
  | PlacesMapPage
  | OnThisDayPage
  | HomePage
  | SearchPage
  | AboutPage
  | NotFoundPage
  | TombstonePage
  | CorrectionsPage
  | RedirectPage
  | FeedPage
  | SitemapPage
  | SitemapIndexPage
  | RobotsPage
  | OpenSearchPage
  | DataPage;

/** A page value as the plan has it. */
export type PlannedValue = PlannedArticle | PlannedFeed | PlannedList | PlannedPlacesMap | Exclude<Page, ArticlePage | FeedPage | ListPage | PlacesMapPage>;

export type PageKind = Page["kind"];

/** The value of one kind of page: PageOf<"article"> is ArticlePage. */
export type PageOf<K extends PageKind> = Extract<Page, { readonly kind: K }>;
