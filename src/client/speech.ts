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
  const text = (from: Readonly<Record<string, unknown>>, name: string): string => {
    const found = from[name];
    return typeof found === "string" ? found : "";
  };
  return {
    say(name, inserted = "") {
      const [group = "", key] = name.split(".");
      return (key === undefined ? text(strings, group) : text(fieldsOf(strings[group]), key)).replace("#", () => inserted);
    },
    count(name, number) {
      const forms = fieldsOf(strings[name]);
      return (text(forms, plurals.select(number)) || text(forms, "other")).replace("#", numbers.format(number));
    },
    number: (number) => numbers.format(number),
    period(period) {
      const [year = 0, month, day] = period.split("-").map(Number);
      const date = new Date(0);
      date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
      const format = new Intl.DateTimeFormat(locale, {
        year: "numeric",
        month: month === undefined ? undefined : "long",
        day: day === undefined ? undefined : "numeric",
        timeZone: "UTC",
        numberingSystem: "latn",
        calendar: "gregory",
      });
      return format.format(date);
    },
  };
}
