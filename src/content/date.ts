import { createRequire } from "node:module";
import { undated, type PartialDate, type Precision } from "../model/partial-date.ts";

const require = createRequire(import.meta.url);

// Twenty files: loaded with the first date that is no plain day.
function edtfLibrary(): typeof import("edtf") {
  return require("edtf");
}

/**
 * Reads a date of the front matter: a calendar day, a date-time with offset, an EDTF level 0 or 1 date, or "undated".
 * Returns undefined for anything else, a day that does not exist among them.
 * EDTF: https://www.loc.gov/standards/datetime/
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (text === "undated") return undated;
  const day = plainDay.exec(text)?.[0];
  if (day !== undefined) return isCalendarDay(day) ? exact(text, "day", day, day) : undefined;
  if (momentPattern.test(text)) return parseMoment(text);
  return isEdtf(text) ? parseEdtf(text) : undefined;
}

const plainDay = /^\d{4}-\d{2}-\d{2}$/u;

// ISO 8601 with seconds optional and an offset required: a time without an offset means nothing elsewhere. 24:00 would be another day.
const momentPattern = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;

function parseMoment(text: string): PartialDate | undefined {
  const day = text.slice(0, 10);
  if (!isCalendarDay(day) || Number.isNaN(Date.parse(text))) return undefined;
  return exact(text, "time", day, day);
}

function isEdtf(text: string): boolean {
  try {
    return edtfLibrary().parse(text, { level: 1 }).level <= 1;
  } catch {
    return false;
  }
}

// "1987-03~": digits and X in year, month and day, then one qualifier for all of it.
const datePattern = /^(?<year>-?\d{2}(?:\d\d|\dX|XX))(?:-(?<month>\d\d|XX))?(?:-(?<day>\d\d|XX))?(?<qualifier>[?~%])?$/u;

function parseEdtf(text: string): PartialDate | undefined {
  const ends = text.split("/");
  if (ends.length === 2) return parseInterval(text, ends[0] ?? "", ends[1] ?? "");
  const groups = datePattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { year = "", month, day, qualifier } = groups;
  const span = spanOf(year, month, day);
  return span && {
    text,
    ...span,
    approximate: qualifier === "~" || qualifier === "%",
    uncertain: qualifier === "?" || qualifier === "%",
  };
}

interface Span {
  readonly precision: Precision;
  readonly earliest: string;
  readonly latest: string;
}

function spanOf(year: string, month: string | undefined, day: string | undefined): Span | undefined {
  if (year.endsWith("X")) return yearsSpan(year);
  if (month === undefined || month === "XX") return { precision: "year", earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const season = seasons[month];
  if (season !== undefined) return seasonSpan(year, season);
  if (day === undefined || day === "XX") return { precision: "month", earliest: `${year}-${month}-01`, latest: `${year}-${month}-${lastDay(year, month)}` };
  // The EDTF grammar itself takes 29 February in every year.
  if (Number(day) > Number(lastDay(year, month))) return undefined;
  return { precision: "day", earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` };
}

// "198X" or "19XX"; before the year 0 time runs towards the smaller number.
function yearsSpan(year: string): Span {
  const ends = [year.replaceAll("X", "0"), year.replaceAll("X", "9")] as const;
  const [first, last] = year.startsWith("-") ? [ends[1], ends[0]] : ends;
  return { precision: year.endsWith("XX") ? "century" : "decade", earliest: `${first}-01-01`, latest: `${last}-12-31` };
}

// EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter; by their months in the northern hemisphere.
const seasons: Readonly<Record<string, number>> = { "21": 3, "22": 6, "23": 9, "24": 12 };

function seasonSpan(year: string, firstMonth: number): Span {
  const lastMonth = firstMonth + 2;
  const [endYear, endMonth] = lastMonth > 12 ? [String(Number(year) + 1).padStart(4, "0"), lastMonth - 12] : [year, lastMonth];
  const month = String(endMonth).padStart(2, "0");
  return {
    precision: "season",
    earliest: `${year}-${String(firstMonth).padStart(2, "0")}-01`,
    latest: `${endYear}-${month}-${lastDay(endYear, month)}`,
  };
}

function parseInterval(text: string, start: string, end: string): PartialDate | undefined {
  const from = openEnd(start) ? undefined : parseEdtf(start);
  const to = openEnd(end) ? undefined : parseEdtf(end);
  if ((!openEnd(start) && from === undefined) || (!openEnd(end) && to === undefined)) return undefined;
  const earliest = from?.earliest;
  const latest = to?.latest;
  if (earliest === undefined && latest === undefined) return undefined;
  if (earliest !== undefined && latest !== undefined && isBefore(latest, earliest)) return undefined;
  return {
    text,
    precision: "interval",
    earliest,
    latest,
    approximate: (from?.approximate ?? false) || (to?.approximate ?? false),
    uncertain: (from?.uncertain ?? false) || (to?.uncertain ?? false),
  };
}

// Days are text; those before the year 0 have a sign, and run the other way by their years alone.
function isBefore(a: string, b: string): boolean {
  const [yearOfA = 0, yearOfB = 0] = [a, b].map((day) => Number(/^-?\d+/u.exec(day)?.[0]));
  return yearOfA === yearOfB ? a < b : yearOfA < yearOfB;
}

const openEnd = (text: string): boolean => text === "" || text === "..";

function exact(text: string, precision: Precision, earliest: string, latest: string): PartialDate {
  return { text, precision, earliest, latest, approximate: false, uncertain: false };
}

function isCalendarDay(day: string): boolean {
  const [year = "", month = "", date = ""] = day.split("-");
  return month >= "01" && month <= "12" && date >= "01" && date <= lastDay(year, month);
}

/** Number of the last day of a month, two digits: lastDay("1900", "02") -> "28" (Gregorian rule). */
export function lastDay(year: string, month: string): string {
  const y = Number(year);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  if (month === "02") return leap ? "29" : "28";
  return ["04", "06", "09", "11"].includes(month) ? "30" : "31";
}
