import type { CitedName } from "../../model/cited-name.ts";
import { jsonProperty } from "../../model/json-property.ts";
import type { PartialDate } from "../../model/partial-date.ts";
import { remembered } from "../../model/remembered.ts";
import type { Citation } from "./citation.ts";
import { calendarOf } from "./cited-date.ts";

/** An item of CSL-JSON, the data of citation processors, as Zotero and pandoc read it. */
interface CslItem {
  readonly title: string;
  readonly author: readonly CslName[];
  readonly "container-title": string;
  readonly archive: string;
  readonly section: string;
  readonly page: string;
  readonly edition: string;
  readonly volume: string;
  readonly issue: string;
  readonly language: string;
  readonly URL: string;
  readonly note: string;
}

type CslName = { readonly literal: string } | { readonly family: string; readonly given: string; readonly suffix?: string | undefined };

export interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[] | undefined;
  readonly season?: number | undefined;
  readonly literal?: string | undefined;
  readonly circa?: true | undefined;
}

/** A citation as an item of CSL-JSON. `id` names it among all others. */
export function csl(id: string, { authors, title, publication, archive, date, print, language, url, changed }: Citation, section: string | undefined): string {
  const author = authors.length === 0 ? "" : say("author", authors.map(cslName));
  const place = print === undefined ? "" : say("page", print.page) + say("edition", print.edition) + say("volume", print.volume) + say("issue", print.issue);
  const note = changed === undefined ? "" : say("note", `${changed.how} ${changed.date.text}`);
  return `{"id":${JSON.stringify(id)},"type":"article-newspaper"${say("title", title)}${author}${issuedOf(date)}${say("container-title", publication)}${say("archive", archive)}${say("section", section)}${place}${say("language", language)}${say("URL", url)}${note}}`;
}

const say: <Name extends keyof CslItem>(name: Name, value: CslItem[Name] | undefined) => string = jsonProperty;

function cslName(name: CitedName): CslName {
  return "literal" in name ? { literal: name.literal } : { family: name.family, given: name.given, suffix: name.suffix };
}

function issuedOf(date: PartialDate): string {
  const { earliest, precision, approximate, uncertain } = date;
  const isDay = (precision === "day" || precision === "time") && !approximate && !uncertain;
  return isDay && earliest !== undefined ? issuedOn(earliest) : jsonProperty("issued", cslDate(date));
}

// The articles of a day come one after another.
const issuedOn = remembered((day) => jsonProperty("issued", cslDate({ text: day, precision: "day", earliest: day, latest: day, approximate: false, uncertain: false })));

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
