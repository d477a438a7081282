import type { ArticlePage } from "../model/page.ts";
import { html, type Html } from "./html.ts";
import { words } from "./words.ts";

/** Who wrote it, as a newspaper says it: "By A", "By A and B", "By A, B and C"; nothing where nobody is named. */
export function renderByline(people: ArticlePage["byline"]): Html | undefined {
  if (people.length === 0) return undefined;
  return html`<p class="byline">${words.by} ${people.map(({ name, role, href }, i) => html`${separator(i, people.length)}${href ? html`<a rel="author" href="${href}">${name}</a>` : name}${role && html`<span class="byline-role">, ${role}</span>`}`)}</p>\n`;
}

function separator(index: number, count: number): string {
  if (index === 0) return "";
  return index === count - 1 ? ` ${words.and} ` : ", ";
}
