import { readFileSync, globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { countArticles, countOf, formatCount } from "../../../src/html/count.ts";
import { formatDate } from "../../../src/html/date.ts";
import { renderByline } from "../../../src/html/byline.ts";
import { ar } from "../../../src/html/strings/ar.ts";
import { en } from "../../../src/html/strings/en.ts";
import { es } from "../../../src/html/strings/es.ts";
import type { Plural, Strings } from "../../../src/html/strings/strings.ts";
import { speaks, spokenLanguages, stringsOf } from "../../../src/html/strings/strings-of.ts";
import { dated } from "../samples.ts";

const languages: readonly Strings[] = [en, es, ar];

describe.each(languages)("the strings of $language", (strings) => {
  test("have no empty word, and no word of another language where all should differ", () => {
    const texts = textsOf(strings);
    expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
    if (strings === en) return;
    const english = new Map(textsOf(en));
    const same = texts.filter(([key, text]) => english.get(key) === text && /\p{L}{2,}/u.test(text));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test("have exactly the plural forms that Intl asks for", () => {
    const forms = new Intl.PluralRules(strings.locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, plural] of pluralsOf(strings)) expect(Object.keys(plural).toSorted(), key).toEqual(forms);
  });

  test("name a locale that this Node knows", () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([strings.locale])).toEqual([strings.locale]);
  });
});

describe("a date, a number and a list of names", () => {
  test.each([
    ["en", "1987-03-02", "2 March 1987"],
    ["en-US", "1987-03-02", "March 2, 1987"],
    ["es", "1987-03-02", "2 de marzo de 1987"],
    ["es", "1987-03~", "hacia marzo de 1987"],
    ["es", "198X", "década de 1980"],
    ["ar", "1987-03-02", "2 مارس 1987"],
    ["ar", "1987-21", "ربيع 1987"],
  ])("in %s: %s is %s", (language, date, words) => {
    expect(formatDate(dated(date), stringsOf({ language }))).toBe(words);
  });

  test.each([
    [en, [1, 2, 19042], ["1 article", "2 articles", "19,042 articles"]],
    [es, [1, 2, 1987, 1_000_000], ["1 artículo", "2 artículos", "1.987 artículos", "1.000.000 de artículos"]],
    [ar, [0, 1, 2, 3, 11, 100], ["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال"]],
  ] as const)("counts by the language's plurals", (strings, counts, words) => {
    expect(counts.map((count) => countArticles(count, strings))).toEqual(words);
  });

  test.each([
    [en, "By Ana, Luis and Irene"],
    [es, "Por Ana, Luis e Irene"],
    [ar, "بقلم Ana وLuis وIrene"],
  ])("joins names as the language does", (strings, words) => {
    const people = ["Ana", "Luis", "Irene"].map((name) => ({ name, role: undefined, id: undefined, href: undefined }));
    expect(renderByline(people, strings)?.toString()).toBe(`<p class="byline">${words}</p>\n`);
  });

  test("has thousands set apart from four digits on, in every language", () => {
    expect(languages.map((strings) => formatCount(1987, strings))).toEqual(["1,987", "1.987", "1,987"]);
    expect(countOf(1987, es.counts.people, es)).toBe("1.987 personas");
  });
});

describe("the interface's language", () => {
  test.each([
    ["en-GB", "en"],
    ["ES", "es"],
    ["es-419", "es"],
    ["ar-EG", "ar"],
    ["de", "en"],
    ["en-12", "en"],
  ])("of %s is %s", (language, spoken) => {
    expect(stringsOf({ language }).language).toBe(spoken);
  });

  test("is known before it is asked for", () => {
    expect(spokenLanguages()).toEqual(["ar", "en", "es"]);
    expect([speaks("es-MX"), speaks("de")]).toEqual([true, false]);
  });
});

// The words of a page stand between tags, or in the attributes that are read out. A tag's own words are none.
test("no template or component prints a word of its own", () => {
  const root = path.resolve(import.meta.dirname, "../../..");
  const files = globSync(["layouts/*.ts", "src/html/*.ts"], { cwd: root, exclude: ["src/html/html.ts"] }).sort();
  const found = files.flatMap((file) => literalsOf(readFileSync(path.join(root, file), "utf8")).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

function textsOf(value: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, part]: readonly [string, unknown]) => {
    if (typeof part === "string") return [[`${path}.${key}`, part] as const];
    return typeof part === "object" && part !== null ? textsOf(part, `${path}.${key}`) : [];
  });
}

function pluralsOf(value: object, path = ""): readonly (readonly [string, Plural])[] {
  return Object.entries(value).flatMap(([key, part]: readonly [string, unknown]) => {
    if (typeof part !== "object" || part === null) return [];
    return isPlural(part) ? [[`${path}.${key}`, part] as const] : pluralsOf(part, `${path}.${key}`);
  });
}

function isPlural(value: object): value is Plural {
  return "other" in value;
}

/** Words between the tags of html`` templates, and in aria-label, title, alt and placeholder; file names and commands (code) apart. */
function literalsOf(source: string): readonly string[] {
  return [...source.matchAll(/\bhtml`/gu)].map(({ index }) => literalFrom(source, index + "html`".length)).flatMap((markup) => {
    const between = [...markup.replace(/<code>.*?<\/code>/gsu, "").matchAll(/>(?<text>[^<>]*)</gu)].map(({ groups }) => groups?.["text"] ?? "");
    const spoken = [...markup.matchAll(/\b(?:aria-label|title|alt|placeholder)="(?<text>[^"]*)"/gu)].map(({ groups }) => groups?.["text"] ?? "");
    return [...between.map((text) => text.replace(/\b[a-z-]+="[^"]*"/gu, "")), ...spoken].filter((text) => /\p{L}{2,}/u.test(text));
  });
}

// The text of a template literal up to its closing backtick, holes left out, as tags' ends so that words beside them count.
function literalFrom(source: string, start: number): string {
  let text = ">";
  for (let i = start; i < source.length; i++) {
    if (source[i] === "`") return `${text}<`;
    if (source.startsWith("${", i)) i = endOfHole(source, i + 2);
    else text += source[i];
  }
  return text;
}

function endOfHole(source: string, start: number): number {
  for (let i = start; i < source.length; i++) {
    if (source[i] === "}") return i;
    if (source[i] === "{") i = endOfHole(source, i + 1);
    else if (source[i] === "`") i = endOfLiteral(source, i + 1);
  }
  return source.length;
}

function endOfLiteral(source: string, start: number): number {
  for (let i = start; i < source.length; i++) {
    if (source[i] === "`") return i;
    if (source.startsWith("${", i)) i = endOfHole(source, i + 2);
  }
  return source.length;
}
