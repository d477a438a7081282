import type { CitedName } from "../../model/cited-name.ts";
import { remembered } from "../../model/remembered.ts";
import { slugOf } from "../../model/slug.ts";
import type { Citation } from "./citation.ts";
import { calendarOf } from "./cited-date.ts";

/**
 * A BibTeX entry. `date` is EDTF as biblatex reads it, for what `year`, `month` and `day` cannot say. Headlines, and
 * authors that are no people, stand in a second pair of braces, which keeps their capitals and their order.
 */
export function bibtex(citation: Citation): string {
  const { authors, title, publication, date, print, url, language, changed } = citation;
  const { year, month, day } = calendarOf(date);
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const when = isExact ? field("year", year) + field("month", month) + field("day", day) : field("date", date.precision === "undated" ? undefined : date.text);
  const where = print === undefined ? "" : escaped("volume", print.volume) + escaped("number", print.issue) + escaped("edition", print.edition) + escaped("pages", print.page);
  const who = authors.length === 0 ? "" : field("author", authors.map(nameOf).join(" and "));
  const fields = `${who}${field("title", `{${escape(title)}}`)}${escaped("journal", publication)}${when}${where}${field("url", url)}${field("language", language)}${field("note", changed && `${changed.how} ${changed.date.text}`)}`;
  return `@article{${keyOf(citation)}${fields}\n}\n`;
}

// A field on a line of its own, behind the comma that ends what stands before it.
function field(name: string, value: string | number | undefined): string {
  return value === undefined ? "" : `,\n  ${name} = {${value}}`;
}

function escaped(name: string, value: string | undefined): string {
  return value === undefined ? "" : field(name, escape(value));
}

// "ek1987harbour": family name, year, first word of some length.
function keyOf({ authors: [first], publication, date, title }: Citation): string {
  const name = first === undefined ? publication : "literal" in first ? first.literal : first.family;
  return `${joinedName(name)}${calendarOf(date).year ?? ""}${longWord(title)}` || "article";
}

// "CPI Up 1%, Says Bank" -> "says". Word by word: the slug of a whole headline takes five times as long.
function longWord(title: string): string {
  for (let from = 0, end = 0; from < title.length; from = end + 1) {
    end = title.indexOf(" ", from);
    if (end === -1) end = title.length;
    const long = slugOf(title.slice(from, end)).split("-").find(({ length }) => length > 3);
    if (long !== undefined) return long;
  }
  return "";
}

// A newspaper's name comes again and again.
const joinedName = remembered((name) => slugOf(name).replaceAll("-", ""));

function nameOf(name: CitedName): string {
  if ("literal" in name) return `{${escape(name.literal)}}`;
  return [name.family, name.suffix, name.given].filter((part) => part !== undefined).map(escape).join(", ");
}

function escape(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/gu, (sign) => named[sign] ?? `\\${sign}`);
}

const named: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
