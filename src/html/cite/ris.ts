import { invertedName } from "./chicago.ts";
import type { Citation } from "./citation.ts";
import { calendarOf } from "./cited-date.ts";

/** A record in RIS (Research Information Systems, 2011), of the type newspaper; lines end with a line feed. */
export function ris({ authors, title, publication, archive, date, print, url, language, changed }: Citation): string {
  const { year, month, day } = calendarOf(date);
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const who = authors.map((name) => field("AU", invertedName(name))).join("");
  const when = field("PY", year) + field("DA", isExact ? `${year.padStart(4, "0")}/${twoDigits(month)}/${twoDigits(day)}` : date.text);
  const where = print === undefined ? "" : field("VL", print.volume) + field("IS", print.issue) + field("ET", print.edition) + field("SP", print.page);
  return `TY  - NEWS\n${who}${field("TI", title)}${field("T2", publication)}${when}${where}${field("UR", url)}${field("LA", language)}${field("DB", archive)}${field("N1", changed && `${changed.how} ${changed.date.text}`)}ER  - \n`;
}

// A line of its own.
function field(tag: string, value: string | undefined): string {
  return value === undefined ? "" : `${tag}  - ${breaks.test(value) ? value.replace(/\s+/gu, " ") : value}\n`;
}

// White space of more than one blank, or of another kind.
const breaks = /[^\S ]|  /u;

function twoDigits(number: number | undefined): string {
  return number === undefined ? "" : String(number).padStart(2, "0");
}
