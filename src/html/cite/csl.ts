import type { CitedName } from "../../model/cited-name.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import type { Citation } from "./citation.ts";
import { calendarOf } from "./cited-date.ts";

/** An item of CSL-JSON, the data of citation processors, as Zotero and pandoc read it. */
export interface CslItem {
  readonly id: string;
  readonly type: "article-newspaper";
  readonly title: string;
  readonly author?: readonly CslName[] | undefined;
  readonly issued?: CslDate | undefined;
  readonly "container-title": string;
  readonly archive?: string | undefined;
  readonly section?: string | undefined;
  readonly page?: string | undefined;
  readonly edition?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly language: string;
  readonly URL: string;
  readonly note?: string | undefined;
}

export type CslName = { readonly literal: string } | { readonly family: string; readonly given: string; readonly suffix?: string | undefined };

export interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[] | undefined;
  readonly season?: number | undefined;
  readonly literal?: string | undefined;
  readonly circa?: true | undefined;
}

/** A citation as CSL-JSON. `id` names it among all others. What is undefined is left out of JSON. */
export function csl(id: string, { authors, title, publication, archive, date, print, language, url, changed }: Citation, section: string | undefined): CslItem {
  return {
    id,
    type: "article-newspaper",
    title,
    author: authors.length === 0 ? undefined : authors.map(cslName),
    issued: cslDate(date),
    "container-title": publication,
    archive,
    section,
    page: print?.page,
    edition: print?.edition,
    volume: print?.volume,
    issue: print?.issue,
    language,
    URL: url,
    note: changed && `${changed.how} ${changed.date.text}`,
  };
}

function cslName(name: CitedName): CslName {
  return "literal" in name ? { literal: name.literal } : { family: name.family, given: name.given, suffix: name.suffix };
}

/** A date as CSL-JSON has it; undefined where nothing is known. A doubtful date is "circa" there too. */
export function cslDate(date: PartialDate): CslDate | undefined {
  if (date.precision === "undated") return undefined;
  const circa = date.approximate || date.uncertain ? ({ circa: true } as const) : {};
  const { year, month, day } = calendarOf(date);
  if (year !== undefined) return { "date-parts": [[year, month, day].filter((part) => part !== undefined).map(Number)], ...circa };
  const [from, to] = [partsOf(date.earliest), partsOf(date.latest)];
  // EDTF numbers seasons from 21, "1987-22", CSL from 1.
  if (date.precision === "season" && from !== undefined) return { "date-parts": [from.slice(0, 1)], season: Number(date.text.slice(5, 7)) - 20, ...circa };
  if (date.precision === "interval" && from !== undefined && to !== undefined) return { "date-parts": [from, to], ...circa };
  return { literal: date.text, ...circa };
}

function partsOf(day: string | undefined): readonly number[] | undefined {
  return day !== undefined && /^\d{4}-/u.test(day) ? day.split("-").map(Number) : undefined;
}
