import { withoutAccents } from "./fold.ts";

/** A date that was found in a query. */
export interface QueryPeriod {
  /** "1987-10-19" or "1987-10". */
  readonly period: string;
  /** As the reader wrote it. */
  readonly text: string;
  /** The query without it. */
  readonly rest: string;
}

/**
 * Finds a date in a query: "1987-10-19", "19 October 1987", "October 19, 1987", "octubre de 1987", also among other words,
 * but not inside quotation marks, which ask for the words themselves. Takes the page's language; English is always known.
 */
export function findPeriod(query: string, language: string): QueryPeriod | undefined {
  const months = monthsOf(language);
  const link = "\\s+(?:(?:of|the|del?)\\s+)?";
  const day = (name: string): string => `(?<${name}>\\d{1,2})(?:st|nd|rd|th|\\.)?`;
  const spoken = `(?:${day("before")}${link})?(?<month>${[...months.keys()].join("|")})\\.?(?:\\s+${day("after")})?,?${link}(?<year>\\d{4})`;
  const pattern = new RegExp(`(?<!\\S)(?<text>(?<iso>\\d{4}-\\d\\d(?:-\\d\\d)?)|${spoken})[.,;:]*(?!\\S)`, "iu");
  const found = pattern.exec(query.replace(/["“”„‟«»][^"“”„‟«»]*["“”„‟«»]/gu, (quoted) => "_".repeat(quoted.length)));
  const { text = "", iso, before, month = "", after, year } = found?.groups ?? {};
  const number = before ?? after;
  const period = iso ?? [year, months.get(month.toLowerCase()), ...(number === undefined ? [] : [number.padStart(2, "0")])].join("-");
  const date = period.padEnd(10, "-01");
  if (found === null || new Date(date).toJSON()?.slice(0, 10) !== date) return undefined;
  const rest = `${query.slice(0, found.index)} ${query.slice(found.index + found[0].length)}`.replace(/\s+/gu, " ").trim();
  return { period, text, rest };
}

// "october" and "oct" -> "10"; in Spanish also "octubre".
function monthsOf(language: string): ReadonlyMap<string, string> {
  const months = new Map<string, string>();
  for (const locale of [language, "en"]) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC", calendar: "gregory" });
      for (let i = 0; i < 12; i++) {
        const name = format.format(Date.UTC(2000, i, 1)).toLowerCase().replace(/\.$/u, "");
        for (const written of [name, withoutAccents(name)]) months.set(written, String(i + 1).padStart(2, "0"));
      }
    }
  }
  return months;
}
