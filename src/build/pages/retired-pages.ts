import { stringsOf } from "../../html/strings/strings-of.ts";
import type { Redirect, Withdrawn } from "../../model/archive.ts";
import { compareText } from "../../model/build-archive.ts";
import { sortKeyOf } from "../../model/partial-date.ts";
import type { CorrectionsPage, RedirectPage, TombstonePage } from "../../model/page.ts";
import { articleLink, type PageContext } from "./context.ts";

/** What stands at the address of a withdrawn article. */
export function tombstonePage({ site }: PageContext, { address, date, reason }: Withdrawn): TombstonePage {
  const { pages } = stringsOf(site);
  return {
    kind: "tombstone",
    address,
    title: pages.withdrawn,
    description: pages.withdrawnDescription,
    trail: [],
    language: undefined,
    picture: undefined,
    date,
    reason,
  };
}

/**
 * A former address. One without a file ending is a folder's: "/old/story" is written as "/old/story/". One copied from a
 * browser is written as hosts look for it: "/caf%C3%A9/" as "/café/".
 */
export function redirectPage({ from, to }: Redirect): RedirectPage {
  return { kind: "redirect", address: fileAddress(decoded(from)), to };
}

function decoded(address: string): string {
  try {
    const plain = decodeURI(address);
    return /\p{Cc}/u.test(plain) ? address : plain;
  } catch {
    return address; // A percent sign that is one.
  }
}

function fileAddress(from: string): string {
  const last = from.slice(from.lastIndexOf("/") + 1);
  return last === "" || /\.[a-z0-9]{2,5}$/iu.test(last) ? from : `${from}/`;
}

/** The page /corrections/. */
export function correctionsPage({ archive, site }: PageContext): CorrectionsPage {
  const { names, pages } = stringsOf(site);
  const entries = archive.articles.flatMap((article) => article.corrections.map((correction) => ({ correction, article: articleLink(site, article) })));
  entries.sort((a, b) => compareText(sortKeyOf(b.correction.date), sortKeyOf(a.correction.date)) || compareText(a.article.href, b.article.href));
  return {
    kind: "corrections",
    address: "/corrections/",
    title: names.corrections,
    description: pages.correctionsDescription(site.title),
    trail: [],
    language: undefined,
    picture: undefined,
    entries,
  };
}
