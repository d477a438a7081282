import { parsePartialDate } from "../src/content/date.ts";
import { parseArticle } from "../src/content/parse-article.ts";
import { en } from "../src/html/strings/en.ts";
import { formatDate } from "../src/html/date.ts";
import { formatProblem } from "../src/model/content-error.ts";
import { parseCredit } from "../src/model/credit.ts";
import { parseDateline } from "../src/model/dateline.ts";
import { dayOf, monthOf, sortKeyOf, yearOf, type PartialDate } from "../src/model/partial-date.ts";

/** What a date's text is read as, a line: `month 1987-03-01..1987-03-31 about; in 1987-03; sorts as "1987-03-01"`. */
export function showDate(text: string): string {
  const date = parsePartialDate(text);
  if (date === undefined) return "refused";
  const span = `${date.earliest ?? ""}..${date.latest ?? ""}`;
  const doubts = `${date.approximate ? " about" : ""}${date.uncertain ? " doubtful" : ""}`;
  return [`${date.precision}${span === ".." ? "" : ` ${span}`}${doubts}`, placeInCalendar(date), `sorts as "${sortKeyOf(date)}"`].join("; ");
}

/** A date as a reader sees it. */
export function showDateInWords(text: string): string {
  const date = parsePartialDate(text);
  return date === undefined ? "refused" : formatDate(date, en);
}

function placeInCalendar(date: PartialDate): string {
  const place = dayOf(date) ?? monthOf(date) ?? yearOf(date);
  return place === undefined ? "in no year" : `in ${place}`;
}

/** The parts of a dateline, a line each. */
export function showDateline(text: string): string {
  const { place, date } = parseDateline(text);
  return lines({ place, date });
}

/** The parts of a credit, a line each. */
export function showCredit(text: string): string {
  const { photographer, collection, pool, agencies, distributor } = parseCredit(text);
  return lines({ photographer, collection, pool: pool ? "yes" : undefined, agencies: agencies.length === 0 ? undefined : agencies.join(", "), distributor });
}

function lines(parts: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return known.length === 0 ? "nothing" : known.join("\n");
}

/** The values of an article that are set, a line each with dates as written; or its problems. */
export function showArticle(text: string): string {
  const parsed = parseArticle("1987/03/bridge.md", text);
  if (parsed.problems) return parsed.problems.map(formatProblem).join("\n");
  const { file: _file, address: _address, ...values } = parsed.article;
  return Object.entries(values).filter(([, value]) => isSet(value)).map(([name, value]) => `${name}: ${JSON.stringify(value, short)}`).join("\n");
}

function isSet(value: unknown): boolean {
  if (value === undefined || value === "news") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== "object" || value === null) return true;
  return !("kind" in value && value.kind === "published") && Object.values(value).some(isSet);
}

// A date is its text here; what it means has a fixture of its own. What is not set stays away.
function short(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("precision" in value && "text" in value) return value.text;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part === null || typeof part !== "object" || isSet(part)));
}
