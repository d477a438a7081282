import { parsePartialDate } from "../content/date.ts";
import { findDates, isoOf } from "./dates-in-text.ts";
import { asItIs } from "./field.ts";
import type { Field } from "./field.ts";

/**
 * Reads a date as tables and news formats write it and gives one of the article model; undefined, with a warning, for what
 * cannot be read or could be two days ("4/5/2019"). A time of day without a zone says nothing elsewhere and is dropped.
 */
export function readDateField(raw: string, name = "date"): Field<string | undefined> {
  const text = raw.replace(/\s+/gu, " ").trim();
  if (text === "") return asItIs(undefined);
  if (parsePartialDate(text) !== undefined) return asItIs(text);
  const stamp = readStamp(text);
  if (stamp !== undefined) return stamp.zoned ? asItIs(stamp.date) : { value: stamp.date, notes: [{ level: "change", kind: "time of day without a zone dropped", text: `took the ${name} "${text}" as ${stamp.date}: its time names no zone` }] };
  const numbers = readNumbers(text);
  if (numbers !== undefined) return { value: numbers, notes: [{ level: "guess", kind: "date with the day first", text: `took the ${name} "${text}" as ${numbers}` }] };
  const words = readWords(text);
  if (words !== undefined) return { value: words, notes: [{ level: "change", kind: "date in words", text: `took the ${name} "${text}" as ${words}` }] };
  return { value: undefined, notes: [{ level: "warning", kind: `${name} not readable`, text: `no date could be read from the ${name} "${text}"` }] };
}

// ISO 8601 in its two forms, with "T" or a blank: "20190304T102030Z", "2019-03-04 10:20:30+0100", "2019-03-04T10:20:30.5".
const stampPattern = /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/iu;
// RFC 5322: "Mon, 04 Mar 2019 10:20:30 +0100".
const mailPattern = /^(?:[A-Z][a-z]{2}, )?(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))? ?(?<zone>Z|UTC|GMT|[+-]\d{4})?$/u;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function readStamp(text: string): { readonly date: string; readonly zoned: boolean } | undefined {
  const parts = (stampPattern.exec(text) ?? mailPattern.exec(text))?.groups;
  if (!parts) return undefined;
  const { year = "", day = "", hour, minute = "00", second = "00", zone } = parts;
  const named = monthNames.indexOf(parts["month"] ?? "");
  const month = named === -1 ? (parts["month"] ?? "") : String(named + 1).padStart(2, "0");
  const date = `${year}-${month}-${day.padStart(2, "0")}`;
  if (parsePartialDate(date) === undefined) return undefined;
  if (hour === undefined) return { date, zoned: true };
  if (zone === undefined) return { date, zoned: false };
  const moment = `${date}T${hour}:${minute}:${second}${offsetOf(zone)}`;
  return parsePartialDate(moment) === undefined ? undefined : { date: moment, zoned: true };
}

function offsetOf(zone: string): string {
  const { sign, hours, minutes = "00" } = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?$/u.exec(zone)?.groups ?? {};
  return sign === undefined ? "Z" : `${sign}${hours ?? ""}:${minutes}`;
}

// "31/12/2019" and "31.12.2019" have the day first; "4/5/2019" is April here and May there, but with full stops nobody
// writes the month first.
function readNumbers(text: string): string | undefined {
  const { day = "", sign, month = "", year = "" } = /^(?<day>\d{1,2})(?<sign>[./-]) ?(?<month>\d{1,2})\k<sign> ?(?<year>\d{4})$/u.exec(text)?.groups ?? {};
  if (sign === undefined || (sign !== "." && Number(day) <= 12 && day !== month)) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parsePartialDate(date) === undefined ? undefined : date;
}

// "March 4, 2019", "Monday, 4 March 2019", "March 2019": the date must be all there is.
function readWords(text: string): string | undefined {
  const bare = text.replace(/^\p{L}+day,?\s/iu, "");
  const [only, second] = findDates(bare);
  return only !== undefined && second === undefined && only.text.length === bare.length ? isoOf(only) : undefined;
}
