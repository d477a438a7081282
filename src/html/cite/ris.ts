import { invertedName } from "./chicago.ts";
import type { Citation } from "./citation.ts";
import { calendarOf } from "./cited-date.ts";

/** A record in RIS (Research Information Systems, 2011), of the type newspaper; lines end with a line feed. */
export function ris({ authors, title, publication, archive, date, print, url, language, changed }: Citation): string {
  const { year, month, day } = calendarOf(date);
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["TY", "NEWS"],
    ...authors.map((name) => ["AU", invertedName(name)] as const),
    ["TI", title],
    ["T2", publication],
    ["PY", year],
    ["DA", isExact ? `${year.padStart(4, "0")}/${twoDigits(month)}/${twoDigits(day)}` : date.text],
    ["VL", print?.volume],
    ["IS", print?.issue],
    ["ET", print?.edition],
    ["SP", print?.page],
    ["UR", url],
    ["LA", language],
    ["DB", archive],
    ["N1", changed && `${changed.how} ${changed.date.text}`],
  ];
  return `${fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/gu, " ")}`])).join("\n")}\nER  - \n`;
}

function twoDigits(number: number | undefined): string {
  return number === undefined ? "" : String(number).padStart(2, "0");
}
