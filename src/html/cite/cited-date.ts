import type { PartialDate } from "../../model/partial-date.ts";
import { remembered } from "../../model/remembered.ts";
import { formatDate } from "../date.ts";
import { stringsOf } from "../strings/strings-of.ts";

/** What a style calls a date that is about, doubtful or unknown. */
export interface DateCustoms {
  /** How it marks a date that is about or doubtful. */
  readonly doubt: (words: string, date: Pick<PartialDate, "approximate" | "uncertain">) => string;
  readonly undated: string | undefined;
  /** A day, a month or a season of a year in the style's order. Its name is in English, as everything in these styles is. */
  readonly order: (year: string, month: string, day: string | undefined) => string;
}

/** Dates as a style cites them; undefined where one is unknown and the style says nothing then. */
export function citedDates({ doubt, undated, order }: DateCustoms): (date: PartialDate) => string | undefined {
  // The articles of a day come one after another.
  const wordsOfDay = remembered((earliest) => wordsOf({ text: earliest, precision: "day", earliest, latest: earliest, approximate: false, uncertain: false }, order));
  return (date) => {
    const { precision, earliest, approximate, uncertain } = date;
    if (precision === "undated") return undated;
    const words = earliest !== undefined && (precision === "day" || precision === "time") ? wordsOfDay(earliest) : wordsOf(date, order);
    return approximate || uncertain ? doubt(words, date) : words;
  };
}

function wordsOf(date: PartialDate, order: DateCustoms["order"]): string {
  const { year, month, day } = calendarOf(date);
  if (year !== undefined && month !== undefined) return order(year, months[month - 1] ?? "", day === undefined ? undefined : String(day));
  const words = formatDate({ ...date, approximate: false, uncertain: false }, english);
  const [season, seasonYear] = date.precision === "season" ? words.split(" ", 2) : [];
  return season === undefined || seasonYear === undefined ? words : order(seasonYear, season, undefined);
}

export interface Calendar {
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
}

/** Year, month and day as far as a date is that precise; all undefined for seasons, decades, intervals and times before our era. */
export function calendarOf({ precision, earliest }: PartialDate): Calendar {
  if (earliest?.length !== "1987-03-02".length) return {};
  if (precision === "time" || precision === "day") return calendarOfDay(earliest);
  const { year, month } = calendarOfDay(earliest);
  if (precision === "month") return { year, month };
  return precision === "year" ? { year } : {};
}

const calendarOfDay = remembered((day) => ({ year: String(Number(day.slice(0, 4))), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }));

const english = stringsOf({ language: "en-US" });

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
