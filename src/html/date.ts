import type { PartialDate } from "../model/partial-date.ts";
import { html, type Html } from "./html.ts";

export const monthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** A date in words, from its own parts, never through a clock: "2 March 1987", "c. March 1987", "1980s", "undated". */
export function formatDate(date: PartialDate): string {
  const words = formatPrecisely(date);
  return `${date.approximate ? "c. " : ""}${words}${date.uncertain ? " (uncertain)" : ""}`;
}

/** A date with its machine-readable form, where HTML has one for it (a day, a month or a year). */
export function timeElement(date: PartialDate): Html {
  const machine = machineDate(date);
  return machine === undefined ? html`<span>${formatDate(date)}</span>` : html`<time datetime="${machine}">${formatDate(date)}</time>`;
}

/** "1987-03-02" -> "2 March 1987", "1987-03" -> "March 1987", "1987" -> "1987", "-0044" -> "45 BC". */
export function formatCalendar(iso: string): string {
  const { year = "", month, day } = calendarParts.exec(iso)?.groups ?? {};
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  if (name === undefined) return formatYear(year);
  return day === undefined ? `${name} ${formatYear(year)}` : `${Number(day)} ${name} ${formatYear(year)}`;
}

const calendarParts = /^(?<year>-?\d{4})(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?$/u;

// ISO 8601 counts a year 0, which is 1 BC.
function formatYear(year: string): string {
  const number = Number(year);
  return number > 0 ? String(number) : `${1 - number} BC`;
}

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

function formatPrecisely({ precision, text, earliest = "" }: PartialDate): string {
  const [year = ""] = /^-?\d{4}/u.exec(earliest) ?? [];
  switch (precision) {
    case "undated":
      return "undated";
    case "time":
    case "day":
      return formatCalendar(earliest);
    case "month":
      return formatCalendar(earliest.slice(0, -"-01".length));
    case "season":
      return `${seasonOf(earliest)} ${formatYear(year)}`;
    case "year":
      return formatYear(year);
    case "decade":
    case "century":
      return `${formatYear(year)}s`;
    case "interval":
      return formatInterval(text);
  }
}

// Each end as precisely as it is written: "1985/1987" is no matter of days, "1987-03/1987-04" none of the first of March.
function formatInterval(text: string): string {
  const [start = "", end = ""] = text.split("/");
  if (isOpen(start)) return `until ${formatEnd(end)}`;
  if (isOpen(end)) return `since ${formatEnd(start)}`;
  const [from, to] = [formatEnd(start), formatEnd(end)];
  return /^\d+$/u.test(from) && /^\d+$/u.test(to) ? `${from}–${to}` : `${from} – ${to}`;
}

const isOpen = (end: string): boolean => end === "" || end === "..";

// "1987-03~" -> "March 1987", "198X" -> "1980s", "1987-XX" -> "1987"; the qualifier is said of the whole.
function formatEnd(end: string): string {
  const bare = end.replace(/[?~%]$/u, "").replace(/(?:-XX)+$/u, "");
  if (/X/u.test(bare)) return `${formatYear(bare.replaceAll("X", "0"))}s`;
  const { year = "", season } = /^(?<year>-?\d{4})-(?<season>2[1-4])$/u.exec(bare)?.groups ?? {};
  return season === undefined ? formatCalendar(bare) : `${seasonNames[season] ?? ""} ${formatYear(year)}`;
}

const seasonNames: Readonly<Record<string, string>> = { "21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter" };

// EDTF seasons 21 to 24 are spring, summer, autumn and winter; their first months here are March, June, September, December.
function seasonOf(earliest: string): string {
  const seasons: Readonly<Record<string, string>> = { "03": "Spring", "06": "Summer", "09": "Autumn", "12": "Winter" };
  return seasons[/-(\d\d)-\d\d$/u.exec(earliest)?.[1] ?? ""] ?? "";
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
