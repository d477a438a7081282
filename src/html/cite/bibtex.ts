import type { CitedName } from "../../model/cited-name.ts";
import { remembered } from "../../model/remembered.ts";
import { slugOf } from "../../model/slug.ts";
import type { Citation } from "./citation.ts";
import { CitedFile } from "./cited-file.ts";

/**
 * A BibTeX entry. `date` is EDTF as biblatex reads it, for what `year`, `month` and `day` cannot say. Headlines, and
 * authors that are no people, stand in a second pair of braces, which keeps their capitals and their order.
 */
export function bibtex(citation: Citation): CitedFile {
  const { authors, title, publication, date, calendar, print, url, language, changed } = citation;
  const { year, month, day } = calendar;
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const file = new CitedFile("\n").says("@article{").holds(keyOf(citation));
  // Each on a line of its own, behind the comma that ends what stands before it.
  const add = (opening: string, value: string | number | undefined): void => {
    if (value !== undefined) file.says(opening).holds(String(value)).says("}");
  };
  if (authors.length > 0) add(",\n  author = {", authors.map(nameOf).join(" and "));
  file.says(",\n  title = {{").holds(escape(title)).says("}}");
  add(",\n  journal = {", escape(publication));
  if (isExact) {
    add(",\n  year = {", year);
    add(",\n  month = {", month);
    add(",\n  day = {", day);
  } else if (date.precision !== "undated") add(",\n  date = {", date.text);
  if (print !== undefined) {
    add(",\n  volume = {", print.volume && escape(print.volume));
    add(",\n  number = {", print.issue && escape(print.issue));
    add(",\n  edition = {", print.edition && escape(print.edition));
    add(",\n  pages = {", print.page && escape(print.page));
  }
  add(",\n  url = {", url);
  add(",\n  language = {", language);
  add(",\n  note = {", changed && `${changed.how} ${changed.date.text}`);
  return file.says("\n}\n");
}

// "ek1987harbour": family name, year, first word of some length.
function keyOf({ authors: [first], publication, calendar, title }: Citation): string {
  const name = first === undefined ? publication : "literal" in first ? first.literal : first.family;
  return `${joinedName(name)}${calendar.year ?? ""}${longWord(title)}` || "article";
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
  return special.test(text) ? text.replace(everySpecial, (sign) => named[sign] ?? `\\${sign}`) : text;
}

const special = /[\\{}$&#%_~^]/u;
const everySpecial = /[\\{}$&#%_~^]/gu;
const named: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
