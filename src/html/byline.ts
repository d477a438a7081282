import type { ArticlePage } from "../model/page.ts";
import { html, type Child, type Html } from "./html.ts";
import type { Strings } from "./strings/strings.ts";

/** Who wrote it, as a newspaper says it: "By A", "By A and B", "By A, B and C"; nothing where nobody is named. */
export function renderByline(people: ArticlePage["byline"], strings: Strings): Html | undefined {
  if (people.length === 0) return undefined;
  return html`<p class="byline">${strings.article.byline(enumerate(people.map(({ name }) => name), people.map(writer), strings))}</p>\n`;
}

function writer({ name, role, href }: ArticlePage["byline"][number]): Html {
  return html`${href ? html`<a rel="author" href="${href}">${name}</a>` : name}${role && html`<span class="byline-role">, ${role}</span>`}`;
}

/** Joins items as the language does, "A, B and C"; `names` are their plain texts, which decide between "y" and "e". */
function enumerate(names: readonly string[], items: readonly Html[], { locale }: Strings): Child {
  let next = 0;
  return listFormat(locale).formatToParts(names).map(({ type, value }) => (type === "element" ? items[next++] : value));
}

function listFormat(locale: string): Intl.ListFormat {
  const known = formats.get(locale) ?? new Intl.ListFormat(locale, { type: "conjunction" });
  formats.set(locale, known);
  return known;
}

const formats = new Map<string, Intl.ListFormat>();
