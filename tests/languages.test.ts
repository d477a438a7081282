import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTree } from "./build/trees.ts";
import { writeContent } from "./build/small-archive.ts";
import { makeWorkFolder, type WorkFolder } from "./build/work-folder.ts";

/* Whole sites in other languages than English: whatever is printed must have gone through the strings files. */

let folder: WorkFolder;
beforeEach(() => {
  folder = makeWorkFolder();
});
afterEach(() => folder.remove());

test("a site in Arabic has no English word on any of its pages, and runs from right to left", async () => {
  writeContent(folder.content, arabic());
  await folder.build({ siteUrl: "https://archive.example.org" });
  const pages = htmlPages();
  expect(pages.length).toBeGreaterThan(60);
  const words = pages.flatMap(([file, markup]) => [...new Set(latinWords(markup))].filter((word) => file !== "data/index.html" || !inData.has(word)).map((word) => `${file}: ${word}`));
  expect(words.slice(0, 40)).toEqual([]);
  expect(pages.filter(([, markup]) => !/<html lang="ar" dir="rtl">/u.test(markup)).map(([file]) => file)).toEqual([]);
});

describe("a site in Spanish", () => {
  test("says its dates, numbers and plurals as Spanish does", async () => {
    writeContent(folder.content, {
      "archive.yaml": "title: El Archivo\nlanguage: es\n",
      "1987/03/uno.md": "---\ntitle: El muro\ndate: 1987-03-02\nupdated: 1987-03~\nbyline: [Ana, Inés]\npeople: [Berta]\n---\nTexto.\n",
    });
    await folder.build();
    const article = page("1987/03/uno/index.html");
    for (const words of ["Por <a", " e <a", "2 de marzo de 1987", "Actualizado: <span>hacia marzo de 1987</span>", "En este artículo"]) expect(article).toContain(words);
    expect(page("people/berta/index.html")).toContain("1 artículo<");
    expect(page("index.html")).toContain("1 persona, 0 lugares");
  });
});

test("a site in a language without strings speaks English around texts that say theirs", async () => {
  writeContent(folder.content, { "archive.yaml": "title: Das Archiv\nlanguage: de\n", "1987/03/eins.md": "---\ntitle: Die Mauer hält\ndate: 1987-03-02\n---\nText.\n" });
  const { warnings } = await folder.build();
  expect(warnings.filter((warning) => warning.includes('no interface strings for "de"'))).toHaveLength(1);
  const article = page("1987/03/eins/index.html");
  expect(article).toContain('<html lang="en">');
  expect(article).toContain('<article class="article" lang="de" dir="ltr">');
  expect(article).toContain('"inLanguage":"de"');
  expect(page("index.html")).toMatch(/lang="de" dir="ltr"[^>]*><a href="\/1987\/03\/eins\/">Die Mauer hält/u);
  expect(page("feed.xml")).toContain('xml:lang="de"');
});

function htmlPages(): readonly (readonly [string, string])[] {
  return [...readTree(folder.site)].filter(([file]) => file.endsWith(".html")).map(([file, bytes]) => [file, bytes.toString("utf8")] as const);
}

function page(file: string): string {
  const bytes = readTree(folder.site).get(file);
  if (bytes === undefined) throw new Error(`no page ${file}`);
  return bytes.toString("utf8");
}

/** What a reader sees or hears in Latin letters, names of things apart that have no other. */
function latinWords(markup: string): readonly string[] {
  // Citations follow English styles in every language, and say so.
  const seen = markup.replace(/<dl lang="en" dir="ltr">.*?<\/dl>/gsu, " ").replace(/<script\b.*?<\/script>|<style\b.*?<\/style>|<code>.*?<\/code>|<pre\b.*?<\/pre>/gsu, " ");
  const heard = [...seen.matchAll(/\s(?:aria-label|title|alt|placeholder|content)="(?<text>[^"]*)"/gu)].map(({ groups }) => groups?.["text"] ?? "");
  const text = `${seen.replace(/<[^>]*>/gu, " ")} ${heard.filter((value) => !/^(?:width=device-width|website|article|newspaperArticle|noindex|ltr|rtl|ar$|0; url)/u.test(value)).join(" ")}`;
  return text.replace(/&[a-z]+;|https?:\/\/\S+|\d{4}-\d\d-\d\d(?:T\S+)?/gu, " ").match(/[A-Za-z]{2,}/gu)?.filter((word) => !known.has(word)) ?? [];
}

// Names of registers, formats and programs, which no language translates.
const known = new Set(["Wikidata", "VIAF", "GeoNames", "JavaScript", "CC", "gz", "gzip", "UTF", "CSV", "JSON", "Lines", "CSL", "EDTF", "SHA", "Frictionless", "Zotero", "pandoc", "Markdown", "BCP"]);

// What the data holds is written as it stands there: values, keys and ends of file names.
const inData = new Set(["undated", "news", "analysis", "opinion", "review", "obituary", "letter", "interview", "notice", "people", "places", "organizations", "topics", "csv", "id", "name", "page", "edition", "volume", "issue"]);

function arabic(): Record<string, string> {
  const files: Record<string, string> = {
    "archive.yaml": "title: بريد الميناء\ntagline: أخبار البحر\nlanguage: ar\nlicence: CC0\nabout: |\n  عن هذا الأرشيف.\n",
    "people.yaml": "layla-haddad: { name: ليلى حداد, variants: [ليلى], description: كاتبة, born: 1931-05-04, died: 1999~, wikidata: Q42, viaf: \"1\", url: \"https://example.org/\" }\n",
    "places.yaml": "the-coast: { name: الساحل, coordinates: [33.9, 35.5] }\nport: { name: الميناء, parents: [the-coast], coordinates: [-33.9, -35.5], geonames: \"1\" }\n",
    "1960/01/old.md": article("خبر قديم", "1960-01-15", "people: [ليلى حداد]\nplaces: [الميناء]\norganizations: [مجلس الميناء]\ntopics: [السفن]\nseries: الشتاء\nkind: opinion"),
    "1962/01/letter.md": article("رسالة", "1962~", "people: [ليلى حداد]\nseries: الشتاء\nkind: letter"),
    "1965/21/season.md": article("الربيع", "1965-21", "places: [الميناء]\nkind: review"),
    "undated/a.md": article("بلا تاريخ معروف", "undated", "people: [ليلى حداد]\nkind: notice"),
    "198x/a.md": article("عقد", "198X", "kind: interview"),
    "198x/b.md": article("فترة", "1985/1987", "kind: obituary"),
    "1990/01/full.md": article("كل شيء", "1990-01-15", "updated: 1990-01-16\ndek: سطر\nbyline: [ليلى حداد, {name: سامي خوري, role: مراسل}]\ncontributors: [نورة]\ndateline: الميناء، 15 يناير\nkind: analysis\nsection: البحر\nseries: الشتاء\nprint: {page: ١, edition: الأولى, volume: ٢, issue: ٣}\npeople: [ليلى حداد]\nplaces: [الميناء]\ntopics: [السفن]\nimages: [{caption: صورة, credit: نورة, date: 1980, people: [ليلى حداد]}]\nsource: {name: البريد, url: \"https://example.org/\"}\nrights: {holder: البريد}\ncorrections: [{date: 1990-01-17, text: تصويب.}]"),
    "1990/01/gone.md": article("خطأ", "1990-01-02", "status: withdrawn\nwithdrawn: {date: 1990-01-05, reason: خطأ}"),
  };
  // Enough for a list that is cut into years, and for the index of a name that comes with many.
  for (let i = 0; i < 110; i++) files[`1988/${String(1 + (i % 12)).padStart(2, "0")}/item-${i}.md`] = article(`خبر رقم ${i}`, `1988-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`, "people: [ليلى حداد]\nplaces: [الميناء]");
  return files;
}

function article(title: string, date: string, matter: string): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${matter}\n---\n\nنص قصير عن البحر.\n\n| عمود | عمود |\n|---|---|\n| ١ | ٢ |\n\nملاحظة.[^1]\n\n[^1]: هنا.\n`;
}
