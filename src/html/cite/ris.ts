import { invertedName } from "./chicago.ts";
import type { Citation } from "./citation.ts";

/** A record in RIS (Research Information Systems, 2011), of the type newspaper; in a file its lines end as on Windows. */
export function ris({ authors, title, publication, archive, date, calendar, print, url, language, changed }: Citation): string {
  const { year, month, day } = calendar;
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const writers = authors.length === 0 ? "" : authors.map((name) => line("AU", invertedName(name))).join("");
  const when = `${line("PY", year)}${line("DA", isExact ? `${year.padStart(4, "0")}/${twoDigits(month)}/${twoDigits(day)}` : date.text)}`;
  const place = print === undefined ? "" : line("VL", print.volume) + line("IS", print.issue) + line("ET", print.edition) + line("SP", print.page);
  const note = changed === undefined ? "" : line("N1", `${changed.how} ${changed.date.text}`);
  return `TY  - NEWS\n${writers}${line("TI", title)}${line("T2", publication)}${when}${place}${line("UR", url)}${line("LA", language)}${line("DB", archive)}${note}ER  - \n`;
}

function line(tag: string, value: string | undefined): string {
  return value === undefined ? "" : `${tag}  - ${breaks.test(value) ? value.replace(/\s+/gu, " ") : value}\n`;
}

// White space of more than one blank, or of another kind.
const breaks = /[^\S ]| {2}/u;

function twoDigits(number: number | undefined): string {
  return number === undefined ? "" : String(number).padStart(2, "0");
}
