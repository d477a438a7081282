import type { CitedName } from "../../model/cited-name.ts";
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
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", authors.length === 0 ? undefined : authors.map(nameOf).join(" and ")],
    ["title", `{${escape(title)}}`],
    ["journal", escape(publication)],
    ["date", isExact || date.precision === "undated" ? undefined : date.text],
    ["year", isExact ? year : undefined],
    ["month", isExact && month !== undefined ? String(month) : undefined],
    ["day", isExact && day !== undefined ? String(day) : undefined],
    ["volume", print?.volume && escape(print.volume)],
    ["number", print?.issue && escape(print.issue)],
    ["edition", print?.edition && escape(print.edition)],
    ["pages", print?.page && escape(print.page)],
    ["url", url],
    ["language", language],
    ["note", changed && `${changed.how} ${changed.date.text}`],
  ];
  return `@article{${keyOf(citation)},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`])).join(",\n")}\n}\n`;
}

// "ek1987harbour": family name, year, first word of some length.
function keyOf({ authors: [first], publication, date, title }: Citation): string {
  const name = first === undefined ? publication : "literal" in first ? first.literal : first.family;
  const word = slugOf(title).split("-").find(({ length }) => length > 3) ?? "";
  return `${slugOf(name).replaceAll("-", "")}${calendarOf(date).year ?? ""}${word}` || "article";
}

function nameOf(name: CitedName): string {
  if ("literal" in name) return `{${escape(name.literal)}}`;
  return [name.family, name.suffix, name.given].filter((part) => part !== undefined).map(escape).join(", ");
}

function escape(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/gu, (sign) => named[sign] ?? `\\${sign}`);
}

const named: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
