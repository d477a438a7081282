import type { Plural, Strings } from "./strings/strings.ts";

/** A number as the language writes it: 19042 -> "19,042" in English, "19.042" in Spanish. */
export function formatCount(count: number, { locale }: Pick<Strings, "locale">): string {
  const { numbers, written } = formatsOf(locale);
  const known = written.get(count);
  if (known !== undefined) return known;
  const text = numbers.format(count);
  if (written.size < mostWritten) written.set(count, text);
  return text;
}

/** A number of things in words: "1 article", "19,042 articles". */
export function countOf(count: number, forms: Plural, { locale }: Pick<Strings, "locale">): string {
  const { numbers, plurals } = formatsOf(locale);
  return (forms[plurals.select(count)] ?? forms.other).replace("#", numbers.format(count));
}

/** A number of articles in words. */
export function countArticles(count: number, strings: Strings): string {
  return countOf(count, strings.counts.articles, strings);
}

interface Formats {
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
  /** Numbers that have been formatted: the same few stand on every page. */
  readonly written: Map<number, string>;
}

const mostWritten = 10_000;

// Making them costs a thousand times more than using them.
const made = new Map<string, Formats>();

function formatsOf(locale: string): Formats {
  const known = made.get(locale);
  if (known !== undefined) return known;
  // Spanish sets no sign in "1987" but in "19.042": thousands are set apart from four digits on in all languages here.
  const formats = { numbers: new Intl.NumberFormat(locale, { useGrouping: "always" }), plurals: new Intl.PluralRules(locale), written: new Map<number, string>() };
  made.set(locale, formats);
  return formats;
}
