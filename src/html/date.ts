import type { PartialDate } from "../model/partial-date.ts";
import { html, type Html } from "./html.ts";
import type { DateStrings, Strings } from "./strings/strings.ts";

/** A date in words, from its own parts, never through a clock: "2 March 1987", "c. March 1987", "1980s", "undated". */
export function formatDate(date: PartialDate, strings: Strings): string {
  const words = formatPrecisely(date, strings);
  const about = date.approximate ? strings.dates.about(words) : words;
  return date.uncertain ? strings.dates.uncertain(about) : about;
}

/** A date with its machine-readable form, where HTML has one for it (a day, a month or a year). */
export function timeElement(date: PartialDate, strings: Strings): Html {
  const machine = machineDate(date);
  const words = formatDate(date, strings);
  return machine === undefined ? html`<span>${words}</span>` : html`<time datetime="${machine}">${words}</time>`;
}

/** "1987-03-02" -> "2 March 1987", "1987-03" -> "March 1987", "1987" -> "1987", "-0044" -> "45 BC". */
export function formatCalendar(iso: string, { locale }: Pick<Strings, "locale">): string {
  let known = formatted.get(locale);
  if (known === undefined) formatted.set(locale, (known = new Map()));
  const before = known.get(iso);
  if (before !== undefined) return before;
  const words = formatParts(iso, locale);
  known.set(iso, words);
  return words;
}

// The same days come back all over an archive: by memory a tenth of what asking Intl costs.
const formatted = new Map<string, Map<string, string>>();

/** A day of no certain year: "07-20" -> "20 July". */
export function formatCalendarDay(day: string, { locale }: Pick<Strings, "locale">): string {
  return formatOf(locale, "day of a year", false).format(new Date(`1972-${day}T00:00:00Z`)); // A leap year: all days are in it.
}

/** A month of no certain year: "07" -> "July". */
export function formatMonthName(month: string, { locale }: Pick<Strings, "locale">): string {
  return formatOf(locale, "month of a year", false).format(new Date(`1972-${month}-01T00:00:00Z`));
}

/** A month where there is little room: "1987-02" -> "Feb 1987". */
export function formatShortMonth(month: string, { locale }: Pick<Strings, "locale">): string {
  return formatOf(locale, "short month", false).format(new Date(`${month}-01T00:00:00Z`));
}

function formatParts(iso: string, locale: string): string {
  const { year = "", month, day } = calendarParts.exec(iso)?.groups ?? {};
  const number = Number(year);
  // ISO 8601 counts a year 0, which is 1 BC; years of our era are printed without a sign and without zeros.
  if (month === undefined && number > 0) return String(number);
  const moment = new Date(0);
  moment.setUTCFullYear(number, Number(month ?? 1) - 1, Number(day ?? 1));
  return formatOf(locale, day !== undefined ? "day" : month !== undefined ? "month" : "year", number <= 0).format(moment);
}

function formatOf(locale: string, precision: "day" | "month" | "year" | "short month" | "day of a year" | "month of a year", withEra: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${precision} ${withEra}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    ...(!precision.endsWith("of a year") && { year: "numeric" }),
    ...(precision !== "year" && { month: precision === "short month" ? "short" : "long" }),
    ...(precision.startsWith("day") && { day: "numeric" }),
    ...(withEra && { era: "short" }),
  });
  formats.set(key, format);
  return format;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const calendarParts = /^(?<year>-?\d{4})(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?$/u;

// HTML knows no decades, no circa and no "undated": https://html.spec.whatwg.org/#the-time-element
function machineDate({ text, precision, earliest, approximate, uncertain }: PartialDate): string | undefined {
  if (earliest === undefined || approximate || uncertain || earliest.startsWith("-")) return undefined;
  switch (precision) {
    case "time":
      return text;
    case "day":
      return earliest;
    case "month":
      return earliest.slice(0, 7);
    case "year":
      return earliest.slice(0, 4);
    default:
      return undefined;
  }
}

function formatPrecisely({ precision, text, earliest = "" }: PartialDate, strings: Strings): string {
  const [year = ""] = /^-?\d{4}/u.exec(earliest) ?? [];
  switch (precision) {
    case "undated":
      return strings.dates.undated;
    case "time":
    case "day":
      return formatCalendar(earliest, strings);
    case "month":
      return formatCalendar(earliest.slice(0, -"-01".length), strings);
    case "season":
      return strings.dates.season(seasonOf(earliest), formatCalendar(year, strings));
    case "year":
      return formatCalendar(year, strings);
    case "decade":
      return strings.dates.decade(formatCalendar(year, strings));
    case "century":
      return strings.dates.century(formatCalendar(year, strings));
    case "interval":
      return formatInterval(text, strings);
  }
}

// Each end as precisely as it is written: "1985/1987" is no matter of days, "1987-03/1987-04" none of the first of March.
function formatInterval(text: string, strings: Strings): string {
  const [start = "", end = ""] = text.split("/");
  if (isOpen(start)) return strings.dates.until(formatEnd(end, strings));
  if (isOpen(end)) return strings.dates.since(formatEnd(start, strings));
  const [from, to] = [formatEnd(start, strings), formatEnd(end, strings)];
  return /^\d+$/u.test(from) && /^\d+$/u.test(to) ? `${from}–${to}` : `${from} – ${to}`;
}

const isOpen = (end: string): boolean => end === "" || end === "..";

// "1987-03~" -> "March 1987", "198X" -> "1980s", "1987-XX" -> "1987"; the qualifier is said of the whole.
function formatEnd(end: string, strings: Strings): string {
  const bare = end.replace(/[?~%]$/u, "").replace(/(?:-XX)+$/u, "");
  if (/X/u.test(bare)) {
    const year = formatCalendar(bare.replaceAll("X", "0"), strings);
    return bare.endsWith("XX") ? strings.dates.century(year) : strings.dates.decade(year);
  }
  const { year = "", season = "" } = /^(?<year>-?\d{4})-(?<season>2[1-4])$/u.exec(bare)?.groups ?? {};
  return season === "" ? formatCalendar(bare, strings) : strings.dates.season(seasons[Number(season) - firstSeason] ?? "spring", formatCalendar(year, strings));
}

type Season = Parameters<DateStrings["season"]>[0];

// EDTF seasons 21 to 24 are spring, summer, autumn and winter; their first months here are March, June, September, December.
const seasons: readonly Season[] = ["spring", "summer", "autumn", "winter"];
const firstSeason = 21;

function seasonOf(earliest: string): Season {
  const month = Number(/-(\d\d)-\d\d$/u.exec(earliest)?.[1]);
  return seasons[month / 3 - 1] ?? "spring";
}

/**
 * The moment RFC 3339 asks for in feeds. A day is its beginning in UTC; a date that is less than a day is its first day;
 * an undated article has the first moment of the calendar, since a feed cannot say "unknown".
 */
export function feedTime(date: PartialDate | undefined): string {
  if (date?.precision === "time") return date.text;
  const day = date?.earliest ?? date?.latest;
  return day === undefined || day.startsWith("-") ? "0001-01-01T00:00:00Z" : `${day}T00:00:00Z`;
}
