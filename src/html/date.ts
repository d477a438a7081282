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

/** "1987-03-02" -> "2 March 1987", "1987-03" -> "March 1987", "1987" -> "1987". */
export function formatCalendar(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  if (name === undefined) return formatYear(year);
  return day === undefined ? `${name} ${formatYear(year)}` : `${Number(day)} ${name} ${formatYear(year)}`;
}

function formatYear(year: string): string {
  return String(Number(year));
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

function formatPrecisely({ precision, earliest, latest }: PartialDate): string {
  switch (precision) {
    case "undated":
      return "undated";
    case "time":
    case "day":
      return formatCalendar(earliest ?? "");
    case "month":
      return formatCalendar((earliest ?? "").slice(0, 7));
    case "season":
      return `${seasonOf(earliest ?? "")} ${formatYear((earliest ?? "").slice(0, 4))}`;
    case "year":
      return formatCalendar((earliest ?? "").slice(0, 4));
    case "decade":
      return `${formatYear((earliest ?? "").slice(0, 4))}s`;
    case "century":
      return `${formatYear((earliest ?? "").slice(0, 4))}s`;
    case "interval":
      return formatInterval(earliest, latest);
  }
}

function formatInterval(earliest: string | undefined, latest: string | undefined): string {
  if (earliest === undefined) return latest === undefined ? "undated" : `until ${formatCalendar(latest)}`;
  if (latest === undefined) return `since ${formatCalendar(earliest)}`;
  const wholeYears = earliest.endsWith("-01-01") && latest.endsWith("-12-31");
  if (wholeYears) return `${formatYear(earliest.slice(0, 4))}–${formatYear(latest.slice(0, 4))}`;
  return `${formatCalendar(earliest)} – ${formatCalendar(latest)}`;
}

// EDTF seasons 21 to 24 are spring, summer, autumn and winter; their first months here are March, June, September, December.
function seasonOf(earliest: string): string {
  return { "03": "Spring", "06": "Summer", "09": "Autumn", "12": "Winter" }[earliest.slice(5, 7)] ?? "";
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
