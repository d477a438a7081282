import { countArticles, formatCount } from "../../html/count.ts";
import { stringsOf } from "../../html/strings/strings-of.ts";
import { compareText } from "../../model/build-archive.ts";
import type { CountedLink } from "../../model/page.ts";
import type { IndexPage } from "../../model/way-page.ts";
import { hrefOf } from "../../model/site.ts";
import type { PageContext } from "./context.ts";
import { withoutYearAddress } from "./list-pages.ts";

/** All years by decade, and how many articles have none. */
export function dateIndex({ archive, site }: PageContext): IndexPage {
  const strings = stringsOf(site);
  const counts = new Map<string, number>();
  let loose = 0;
  for (const { periods: { year } } of archive.articles) {
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
  const groups = [...decades].map(([decade, entries]) => ({ name: strings.dates.decade(decade), id: `decade-${decade}`, entries }));
  const all = countArticles(archive.articles.length, strings);
  return {
    kind: "index",
    address: "/dates/",
    title: strings.names.dates,
    description: loose === 0 ? all : strings.list.withoutYear(all, formatCount(loose, strings)),
    trail: [],
    language: undefined,
    picture: undefined,
    listKind: "period",
    letters: groups.length < 2 ? [] : groups.map(({ name, id }) => ({ href: `#${id}`, text: name, isHere: false })),
    ways: [
      { href: hrefOf(site, "/on-this-day/"), text: strings.browse.onThisDay },
      ...(loose === 0 ? [] : [{ href: hrefOf(site, withoutYearAddress), text: strings.browse.withoutYear }]),
    ],
    most: [],
    groups,
  };
}
