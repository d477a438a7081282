import { parsePartialDate } from "../content/date.ts";

/** A date that a text names in words. */
export interface DateMention {
  readonly at: number;
  /** As printed: "Jan. 9, 2018". */
  readonly text: string;
  /** Undefined in "April 4". */
  readonly year: number | undefined;
  /** 1 to 12; undefined in "in 1998". */
  readonly month: number | undefined;
  /** Undefined in "May 2018". */
  readonly day: number | undefined;
}

/**
 * Finds days, months and years in English words, in the order of the text: "Jan. 9, 2018", "9 January 2018", "April 4th",
 * "May 2018", "In 1998". A day that does not exist is none; a bare number is a year only behind a word such as "in".
 */
export function findDates(text: string): readonly DateMention[] {
  return [...text.matchAll(datePattern)].flatMap((match): readonly DateMention[] => {
    const { month1, day1, year1, day2, month2, year2, month3, year3, year4 } = match.groups ?? {};
    const month = monthOf(month1 ?? month2 ?? month3);
    const day = numberOf(day1 ?? day2);
    const year = numberOf(year1 ?? year2 ?? year3 ?? year4);
    // A leap year stands for a year that is not named.
    if (day !== undefined && month !== undefined && !isDay(year ?? 2000, month, day)) return [];
    return [{ at: match.index, text: match[0], year, month, day }];
  });
}

/** "2022-01-21" or "2022-01"; undefined without a year and a month. */
export function isoOf({ year, month, day }: Pick<DateMention, "year" | "month" | "day">): string | undefined {
  if (year === undefined || month === undefined) return undefined;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year)}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function isDay(year: number, month: number, day: number): boolean {
  return parsePartialDate(isoOf({ year, month, day }) ?? "") !== undefined;
}

// "Jan." and "January", but not "Janet", nor the verb in "may 5": months have a capital.
const month = (name: string): string =>
  `(?<${name}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\\.?`;
const day = (name: string): string => `(?<${name}>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?`;
const year = (name: string): string => `(?<${name}>1[6-9]\\d\\d|20\\d\\d)`;

const datePattern = new RegExp(
  [
    // "Jan. 9, 2018" and "April 4", not "April 45" and not "May 5 percent"
    `\\b${month("month1")}\\s${day("day1")}(?:,?\\s${year("year1")})?(?![\\d\\p{L}]|[.,:/]\\d|\\s(?:percent|per cent|pct))`,
    `\\b${day("day2")}\\s${month("month2")}(?:,?\\s${year("year2")})?(?![\\d\\p{L}])`,
    `\\b${month("month3")},?\\s${year("year3")}(?![\\d\\p{L}]|[.,:/]\\d)`,
    `(?<=\\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Uu]ntil|[Dd]uring|[Tt]he|\\p{L}[’']s)\\s)${year("year4")}(?![\\d\\p{L}]|[.,:/-]\\d)`,
  ].join("|"),
  "gu",
);
