import { tellMarkup, tellTemplate, unescapeText } from "./printed.ts";

/** Markup that is safe to print as it stands. Only `html` and `trustedHtml` make it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a hole of an html`` template. A Date or an object is a compile error, not "[object Object]". */
export type Child = string | number | false | Html | undefined | readonly Child[];

/**
 * Joins markup and values; every value is escaped, Html excepted, lists are joined, undefined and false print nothing.
 * Good for element content and for quoted attributes, in HTML and in XML.
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  tellTemplate(strings, children, textOf);
  let markup = strings[0] ?? "";
  for (let i = 0; i < children.length; i++) markup += print(children[i]) + (strings[i + 1] ?? "");
  return new Html(markup);
}

/** The one way around escaping: for markup that this program has made itself, such as rendered Markdown. */
export function trustedHtml(markup: string): Html {
  tellMarkup(markup);
  return new Html(markup);
}

/**
 * The same for markup in which nothing leads anywhere and to which nothing leads, put together of texts by `escapeText`, and for
 * JSON inside a script element. Nobody hears of it: see printed.ts. For parts of every article that `html` would make at ten times
 * the cost.
 */
export function trustedSilently(markup: string): Html {
  return new Html(markup);
}

/** An attribute with its leading space, or nothing where the value is undefined: attribute("lang", "ar") -> ` lang="ar"`. */
export function attribute(name: string, value: string | number | undefined): Html | undefined {
  return value === undefined ? undefined : new Html(` ${name}="${escapeText(String(value))}"`);
}

function print(child: Child): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "string") return escapeText(child);
  if (typeof child === "number") return String(child);
  if (child instanceof Html) return child.toString();
  let markup = "";
  for (const item of child) markup += print(item);
  return markup;
}

// The text that a child prints, before it is escaped.
function textOf(child: Child): string {
  return typeof child === "string" ? child : unescapeText(print(child));
}

/** Text as it stands in markup and in quoted attributes. `html` does this by itself. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (sign) => entities[sign] ?? sign) : text;
}

const special = /[&<>"']/u;
const everySpecial = /[&<>"']/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
