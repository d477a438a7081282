import type { ArticleKind } from "../../model/article.ts";
import type { DataField, LineOnlyField } from "../../model/data-tables.ts";
import type { ListKind } from "../../model/page.ts";
import type { Child, Html } from "../html.ts";

/*
 * Every word of the interface. A language is one file beside this one that fills in this type: a word that is missing, or
 * a sentence that takes something else, is a compile error. Dates, numbers and lists are not here: Intl knows them.
 */

/**
 * A number of things, in each plural form of the language; "#" stands for the number. Which forms a language has is for
 * Intl.PluralRules to say (CLDR): English has two, Arabic six.
 */
export type Plural<Form extends Intl.LDMLPluralRule = "other"> = Readonly<Record<Form | "other", string> & Partial<Record<Intl.LDMLPluralRule, string>>>;

export interface Strings<Form extends Intl.LDMLPluralRule = "other"> {
  /** Primary subtag of the language: "en". */
  readonly language: string;
  /** BCP 47 tag by which Intl formats dates, numbers and lists. Fixed: the machine's own is never asked. */
  readonly locale: string;
  /** Between the items of an enumeration without "and": ", ". */
  readonly comma: string;
  readonly names: NameStrings;
  readonly counts: Readonly<Record<"articles" | Exclude<ListKind, "period">, Plural<Form>>>;
  readonly dates: DateStrings;
  readonly frame: FrameStrings;
  readonly article: ArticleStrings;
  readonly figure: FigureStrings;
  readonly list: ListStrings;
  readonly browse: BrowseStrings<Form>;
  readonly home: HomeStrings;
  readonly pages: PageStrings;
  readonly search: SearchStrings<Form>;
  readonly data: DataStrings;
}

/** What the parts of the archive are called, in navigation and as titles. */
export interface NameStrings extends Readonly<Record<Exclude<ListKind, "period">, string>> {
  readonly home: string;
  readonly dates: string;
  readonly search: string;
  readonly corrections: string;
  readonly about: string;
  readonly data: string;
  readonly feed: string;
}

/** What Intl cannot say of a date. The arguments are formatted already. */
export interface DateStrings {
  readonly undated: string;
  /** Heading of what stands in no certain year. */
  readonly undatedHeading: string;
  readonly about: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  /** Of "1980": the ten years from it. */
  readonly decade: (year: string) => string;
  /** Of "1900": the hundred years from it. */
  readonly century: (year: string) => string;
  readonly season: (season: "spring" | "summer" | "autumn" | "winter", year: string) => string;
}

/** What stands on every page. */
export interface FrameStrings {
  readonly skip: string;
  readonly breadcrumb: string;
  readonly waysIn: string;
  readonly searchLabel: string;
  readonly licence: (licence: string) => string;
  readonly older: string;
  readonly newer: string;
}

export interface ArticleStrings {
  /** What an article is called where it is not plain news. */
  readonly kinds: Readonly<Record<Exclude<ArticleKind, "news">, string>>;
  readonly byline: (names: Child) => Html;
  readonly correction: (date: string) => string;
  readonly updated: (date: Child) => Html;
  readonly volume: (volume: string) => string;
  readonly issue: (issue: string) => string;
  readonly printPage: (page: string) => string;
  readonly contributed: (name: string, role: string | undefined) => string;
  readonly firstPublished: (name: Child, id: string | undefined) => Html;
  readonly rightsUnknown: string;
  readonly permalink: string;
  readonly cite: string;
  /** Of a citation, as a file. */
  readonly download: string;
  readonly reportMistake: string;
  /** Subject of a message about a mistake in the article of this headline. */
  readonly mistakeIn: (title: string) => string;
  readonly inThisStory: string;
  readonly seriesPart: (part: string, parts: string, name: string) => string;
  readonly previousPart: string;
  readonly nextPart: string;
  /** Warns where the news is old. */
  readonly old: (year: string) => string;
  readonly related: string;
  /** What a table that can be scrolled is called. */
  readonly table: string;
  /** Of a number that is rounded down: "20+". */
  readonly orMore: (count: string) => string;
  readonly neighbours: string;
}

export interface FigureStrings {
  /** Stands, unseen, before a picture's description in the name of its link. */
  readonly enlarge: string;
  readonly notHeld: string;
  readonly filePhoto: (year: string) => string;
  readonly shown: (people: Child) => Html;
}

/** Lists of articles, pages of people and places, calendars, timelines, indexes. */
export interface ListStrings {
  readonly articles: string;
  readonly newest: string;
  readonly shorterPeriods: string;
  readonly neighbours: string;
  readonly placesInside: string;
  readonly alsoSpelt: string;
  readonly born: string;
  readonly died: string;
  readonly partOf: string;
  readonly coordinates: string;
  readonly identifiers: string;
  readonly website: string;
  /** The letters of the compass, for coordinates. */
  readonly compass: Readonly<Record<"north" | "south" | "east" | "west", string>>;
  /** Description of a list: "12 articles: Geneva, 1987." */
  readonly description: (count: string, name: string) => string;
  readonly withoutYear: (all: string, loose: string) => string;
  readonly jumpTo: string;
  /** Name of a day's link in a calendar: its date and number of articles. */
  readonly day: (date: string, count: string) => string;
  readonly byYear: string;
  readonly byYearDrawn: (first: string, last: string, fullest: string, count: string) => string;
}

/** Ways through the archive: on this day, maps, whom a name appears with, long indexes. Arguments are formatted already. */
export interface BrowseStrings<Form extends Intl.LDMLPluralRule = "other"> {
  readonly onThisDay: string;
  readonly onThisDayDescription: (title: string) => string;
  readonly dayDescription: (count: string, day: string, title: string) => string;
  /** Link to all articles of a day of which only some are listed. */
  readonly wholeDay: (date: string, count: string) => string;
  readonly withoutYear: string;
  readonly otherYears: (day: string) => string;
  readonly oldest: string;
  readonly byMonth: string;
  readonly byMonthDrawn: (first: string, last: string, fullest: string, count: string) => string;
  /** The first and the last date of a list. */
  readonly span: (from: string, to: string) => string;
  /** Of a place: how many articles are not those of places inside it. */
  readonly own: Plural<Form>;
  readonly appearsWith: string;
  /** How many more names there are than are listed. */
  readonly more: Plural<Form>;
  /** What a small map shows. */
  readonly locator: (name: string) => string;
  readonly map: string;
  readonly mapDescription: (places: string) => string;
  readonly mapKey: string;
  readonly onMap: string;
  readonly unplaced: (places: string) => string;
  readonly beyond: (places: string) => string;
  /** Name of a place's link on the map: the place and its number of articles. */
  readonly dot: (place: string, count: string) => string;
  readonly mostArticles: string;
  /** Title of the part of an index that begins with a letter. */
  readonly letter: (index: string, letter: string) => string;
}

export interface HomeStrings {
  readonly description: (title: string, count: string) => string;
  readonly more: string;
  /** Number of people and of places, in one part of the line under the nameplate. */
  readonly peopleAndPlaces: (people: string, places: string) => string;
  readonly firstSteps: string;
  readonly firstStepsSave: (file: Child) => Html;
  readonly firstStepsRun: (command: Child, file: Child) => Html;
}

/** Pages that there is one of, and pages of what is gone. */
export interface PageStrings {
  readonly aboutDescription: (title: string) => string;
  readonly holds: (articles: string, people: string, places: string) => string;
  readonly correctionsDescription: (title: string) => string;
  readonly noCorrections: string;
  readonly notFound: string;
  readonly notFoundDescription: (title: string) => string;
  readonly nothingHere: string;
  readonly lookBy: Readonly<Record<"search" | "dates" | "people" | "places", string>>;
  readonly withdrawn: string;
  readonly withdrawnDescription: string;
  readonly withdrawnOn: (date: string) => string;
  readonly withdrawnReason: (reason: string) => string;
  readonly moved: string;
  readonly movedTo: (address: Child) => Html;
}

export interface SearchStrings<Form extends Intl.LDMLPluralRule = "other"> {
  readonly description: (title: string) => string;
  readonly needsScript: string;
  readonly problem: string;
  readonly retry: string;
  readonly more: string;
  readonly form: string;
  readonly words: string;
  readonly order: string;
  readonly orders: Readonly<Record<"relevance" | "newest" | "oldest", string>>;
  readonly filters: string;
  readonly facets: Readonly<Record<"person" | "place" | "organization" | "topic" | "section" | "author", string>>;
  /** Of a field that shortens the list below it. */
  readonly find: string;
  readonly names: string;
  readonly inUse: string;
  readonly from: string;
  readonly to: string;
  readonly dateHint: string;
  readonly adviceTitle: string;
  readonly advice: readonly string[];
  readonly ways: string;
  /** What the script says: plain text, so that it can travel in the page as JSON. */
  readonly script: SearchScriptStrings<Form>;
}

export interface SearchScriptStrings<Form extends Intl.LDMLPluralRule = "other"> {
  readonly locale: string;
  readonly noResults: string;
  readonly results: Plural<Form>;
  /** Of more results than were counted. */
  readonly atLeast: Plural<Form>;
  readonly shown: Plural<Form>;
  readonly failed: string;
  readonly noFacets: string;
  /** Where no article has all the words. */
  readonly partial: string;
  /** "#" stands for the query as it may have been meant. */
  readonly meant: string;
  /** Of a date in the query; "#" stands for it. */
  readonly period: string;
  /** The other meaning of a date in the query; "#" stands for it. */
  readonly literal: string;
  readonly kinds: Readonly<Record<"people" | "places" | "organizations" | "topics", string>>;
  readonly articles: Plural<Form>;
  readonly remove: string;
  readonly from: string;
  readonly to: string;
  /** How many values are not listed. */
  readonly others: Plural<Form>;
  readonly byPeriod: string;
}

/** The page that explains the data, and what the columns of its tables are. */
export interface DataStrings {
  readonly title: string;
  readonly description: (title: string) => string;
  readonly intro: string;
  readonly allTexts: string;
  /** The arguments are formatted already. */
  readonly someTexts: (shared: string, all: string) => string;
  readonly noTexts: string;
  readonly mindRights: Html;
  readonly byYear: string;
  readonly year: string;
  readonly articles: string;
  readonly withoutYear: string;
  readonly names: string;
  readonly namesIntro: string;
  readonly citations: string;
  readonly citationsIntro: (file: Child) => Html;
  readonly programs: string;
  readonly packageIntro: (file: Child) => Html;
  readonly fixityIntro: (file: Child, command: Child) => Html;
  readonly unpack: string;
  readonly articleTable: string;
  readonly lines: string;
  readonly linesIntro: string;
  readonly recordTable: string;
  readonly field: string;
  readonly type: string;
  readonly meaning: string;
  /** Behind the name of a column that only places have. */
  readonly onlyPlaces: string;
  readonly fields: Readonly<Record<DataField | LineOnlyField, string>>;
}
