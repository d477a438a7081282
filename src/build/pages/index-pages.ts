import { countArticles, countOf, formatCount } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import type { Strings } from "../../html/strings/strings.ts";
import { compareText } from "../../model/build-archive.ts";
import type { AuthorityKind } from "../../model/authority.ts";
import { yearOf } from "../../model/partial-date.ts";
import type { CountedLink, IndexPage } from "../../model/page.ts";
import { foldName, slugOf } from "../../model/slug.ts";
import { hrefOf } from "../../model/site.ts";
import type { Heading, PageContext } from "./context.ts";

interface Entry extends CountedLink {
  readonly sortName: string;
}

/** A to Z of people, places, organizations or topics. */
export function subjectIndex(context: PageContext, kind: AuthorityKind): IndexPage {
  const entries = [...context.archive.subjects[kind].values()].map(({ record, articles }) => ({
    href: hrefOf(context.site, `/${kind}/${record.id}/`),
    text: kind === "people" ? record.sortName : record.name,
    count: articles.length,
    sortName: record.sortName,
  }));
  return indexPage(kind, entries, stringsOf(context.site));
}

/** A to Z of authors or of sections. */
export function headingIndex(context: PageContext, kind: "authors" | "sections"): IndexPage {
  const entries = [...context[kind].values()].map(({ id, name, articles }: Heading) => ({
    href: hrefOf(context.site, `/${kind}/${id}/`),
    text: name,
    count: articles.length,
    sortName: name,
  }));
  return indexPage(kind, entries, stringsOf(context.site));
}

/** All years by decade, and how many articles have none. */
export function dateIndex({ archive, site }: PageContext): IndexPage {
  const strings = stringsOf(site);
  const counts = new Map<string, number>();
  let loose = 0;
  for (const { date } of archive.articles) {
    const year = yearOf(date);
    if (year === undefined) loose++;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const decades = new Map<string, CountedLink[]>();
  for (const [year, count] of [...counts].sort(([a], [b]) => compareText(a, b))) {
    const decade = `${year.slice(0, 3)}0`;
    const years = decades.get(decade) ?? [];
    years.push({ href: hrefOf(site, `/${year}/`), text: year, count });
    decades.set(decade, years);
  }
  const all = countArticles(archive.articles.length, strings);
  return {
    ...frame("/dates/", strings.names.dates, loose === 0 ? all : strings.list.withoutYear(all, formatCount(loose, strings))),
    listKind: "period",
    groups: [...decades].map(([decade, entries]) => ({ name: strings.dates.decade(decade), id: `decade-${decade}`, entries })),
  };
}

function indexPage(kind: Exclude<IndexPage["listKind"], "period">, entries: readonly Entry[], strings: Strings): IndexPage {
  const groups = new Map<string, CountedLink[]>();
  const sorted = entries
    .map((entry) => ({ entry, key: foldName(entry.sortName) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.entry.href, b.entry.href));
  for (const { entry: { href, text, count, sortName } } of sorted) {
    const letter = letterOf(sortName);
    const group = groups.get(letter) ?? [];
    group.push({ href, text, count });
    groups.set(letter, group);
  }
  const inOrder = [...groups].sort(([a], [b]) => compareText(a, b));
  return {
    ...frame(`/${kind}/`, strings.names[kind], countOf(entries.length, strings.counts[kind], strings)),
    listKind: kind,
    groups: inOrder.map(([name, links]) => ({ name, id: name === "#" ? "letter-other" : `letter-${name.toLowerCase()}`, entries: links })),
  };
}

function frame(address: string, title: string, description: string): Omit<IndexPage, "listKind" | "groups"> {
  return { kind: "index", address, title, description, trail: [], language: undefined, picture: undefined };
}

// "Łódź" files under L, "北京" under B (Beijing), "3M" under #.
function letterOf(name: string): string {
  const letter = slugOf(name).slice(0, 1).toUpperCase();
  return /[A-Z]/u.test(letter) ? letter : "#";
}
