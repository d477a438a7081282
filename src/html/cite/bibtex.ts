import type { CitedName } from "../../model/cited-name.ts";
import { remembered } from "../../model/remembered.ts";
import { slugOf } from "../../model/slug.ts";
import type { Citation } from "./citation.ts";

/**
 * A BibTeX entry. `date` is EDTF as biblatex reads it, for what `year`, `month` and `day` cannot say. Headlines, and
 * authors that are no people, stand in a second pair of braces, which keeps their capitals and their order.
 */
export function bibtex(citation: Citation): string {
  const { authors, title, publication, print, url, language, changed } = citation;
  const author = authors.length === 0 ? "" : field("author", authors.map(nameOf).join(" and "));
  const place = print === undefined ? "" : escaped("volume", print.volume) + escaped("number", print.issue) + escaped("edition", print.edition) + escaped("pages", print.page);
  const note = changed === undefined ? "" : field("note", `${changed.how} ${changed.date.text}`);
  return `@article{${keyOf(citation)}${author},\n  title = {{${escape(title)}}}${field("journal", escape(publication))}${dateOf(citation)}${place}${field("url", url)}${field("language", language)}${note}\n}\n`;
}

function dateOf({ date, calendar }: Citation): string {
  const { year, month, day } = calendar;
  if (year === undefined || date.approximate || date.uncertain) return date.precision === "undated" ? "" : field("date", date.text);
  return field("year", year) + (month === undefined ? "" : field("month", month)) + (day === undefined ? "" : field("day", day));
}

// On a line of its own, behind the comma that ends what stands before it.
function field(name: string, value: string | number): string {
  return `,\n  ${name} = {${value}}`;
}

function escaped(name: string, value: string | undefined): string {
  return value === undefined ? "" : field(name, escape(value));
}

// "ek1987harbour": family name, year, first word of some length.
function keyOf({ authors, publication, calendar, title }: Citation): string {
  const first = authors[0];
  const name = first === undefined ? publication : "literal" in first ? first.literal : first.family;
  return `${joinedName(name)}${calendar.year ?? ""}${longWord(title)}` || "article";
}

// "CPI Up 1%, Says Bank" -> "says". Word by word: the slug of a whole headline takes five times as long.
function longWord(title: string): string {
  for (let from = 0, end = 0; from < title.length; from = end + 1) {
    end = title.indexOf(" ", from);
    if (end === -1) end = title.length;
    // A plain word is its own slug, but for capitals.
    const word = title.slice(from, end);
    const long = plainWord.test(word) ? word.toLowerCase() : slugOf(word).split("-").find(({ length }) => length > 3);
    if (long !== undefined) return long;
  }
  return "";
}

const plainWord = /^[A-Za-z0-9]{4,120}$/u;

// A newspaper's name comes again and again.
const joinedName = remembered((name) => slugOf(name).replaceAll("-", ""));

function nameOf(name: CitedName): string {
  if ("literal" in name) return `{${escape(name.literal)}}`;
  return [name.family, name.suffix, name.given].filter((part) => part !== undefined).map(escape).join(", ");
}

function escape(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (sign) => named[sign] ?? `\\${sign}`) : text;
}

const special = /[\\{}$&#%_~^]/u;
const everySpecial = /[\\{}$&#%_~^]/gu;
const named: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
