import { invertedName } from "./chicago.ts";
import type { Citation } from "./citation.ts";
import { CitedFile } from "./cited-file.ts";

/** A record in RIS (Research Information Systems, 2011), of the type newspaper; lines end as on Windows. */
export function ris({ authors, title, publication, archive, date, calendar, print, url, language, changed }: Citation): CitedFile {
  const { year, month, day } = calendar;
  const isExact = year !== undefined && !date.approximate && !date.uncertain;
  const file = new CitedFile("\r\n").says("TY  - NEWS\n");
  const add = (opening: string, value: string | undefined): void => {
    if (value !== undefined) file.says(opening).holds(breaks.test(value) ? value.replace(/\s+/gu, " ") : value).says("\n");
  };
  for (const name of authors) add("AU  - ", invertedName(name));
  add("TI  - ", title);
  add("T2  - ", publication);
  add("PY  - ", year);
  add("DA  - ", isExact ? `${year.padStart(4, "0")}/${twoDigits(month)}/${twoDigits(day)}` : date.text);
  if (print !== undefined) {
    add("VL  - ", print.volume);
    add("IS  - ", print.issue);
    add("ET  - ", print.edition);
    add("SP  - ", print.page);
  }
  add("UR  - ", url);
  add("LA  - ", language);
  add("DB  - ", archive);
  add("N1  - ", changed && `${changed.how} ${changed.date.text}`);
  return file.says("ER  - \n");
}

// White space of more than one blank, or of another kind.
const breaks = /[^\S ]| {2}/u;

function twoDigits(number: number | undefined): string {
  return number === undefined ? "" : String(number).padStart(2, "0");
}
