import type { Plural, Strings } from "./strings/strings.ts";

/** A number as the language writes it: 19042 -> "19,042" in English, "19.042" in Spanish. */
export function formatCount(count: number, { locale }: Pick<Strings, "locale">): string {
  const { numbers } = formatsOf(locale);
  return numbers.format(count);
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
}

// Making them costs a thousand times more than using them.
const made = new Map<string, Formats>();

function formatsOf(locale: string): Formats {
  const known = made.get(locale);
  if (known !== undefined) return known;
  // Spanish sets no sign in "1987" but in "19.042": thousands are set apart from four digits on in all languages here.
  const formats = { numbers: new Intl.NumberFormat(locale, { useGrouping: "always" }), plurals: new Intl.PluralRules(locale) };
  made.set(locale, formats);
  return formats;
}
