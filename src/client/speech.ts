import { fieldsOf } from "./fields.ts";

/** What the script says, in the page's language; the page brings it along, see `SearchScriptStrings` of src/html. */
export interface Speech {
  /** A sentence, with a text in the place of its "#". */
  say(name: string, text?: string): string;
  /** A number of things, in the plural form that the language has for it: "1,204 results". */
  count(name: string, number: number): string;
  number(number: number): string;
  /** "1987-10-19" -> "19 October 1987", "1987-10" -> "October 1987", "1987". */
  period(period: string): string;
}

/** Takes the page's data. Throws a RangeError where it names no locale. */
export function parseSpeech(json: string): Speech {
  const strings = fieldsOf(JSON.parse(json));
  const locale = String(strings["locale"]);
  const plurals = new Intl.PluralRules(locale);
  // Thousands are set apart from four digits on, as on all pages.
  const numbers = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: "latn" });
  const say: Speech["say"] = (name, inserted = "") => {
    const found = name.split(".").reduce((value: unknown, key) => fieldsOf(value)[key], strings);
    return typeof found === "string" ? found.replace("#", () => inserted) : "";
  };
  return {
    say,
    count(name, number) {
      const inserted = numbers.format(number);
      return say(`${name}.${plurals.select(number)}`, inserted) || say(`${name}.other`, inserted);
    },
    number: (number) => numbers.format(number),
    period(period) {
      const [year = 0, month, day] = period.split("-").map(Number);
      const date = new Date(0);
      date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
      const format = new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: month ? "long" : undefined,
        day: day ? "numeric" : undefined,
        timeZone: "UTC",
        numberingSystem: "latn",
        calendar: "gregory",
      });
      return format.format(date);
    },
  };
}
